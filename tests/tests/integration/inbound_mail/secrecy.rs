//! What nobody learns by mail, and who reads what is answered.

use super::{ANA, STRANGER, desk, last_to, said, tray, with_case};
use serde_json::{Value, json};
use tests::imap::{Draft, Mailbox};

#[tokio::test]
async fn of_a_confidential_case_nobody_learns_by_mail() {
    let mailbox = Mailbox::start();
    let (desk, _server) = desk(&mailbox).await;
    let number = desk.confidential_ticket().await;
    desk.run_jobs().await;
    let id = desk.read("requester", &number).await["id"].as_str().expect("an id").to_owned();
    let thread = format!("<{id}@desk.example.org>");
    let absent = Draft::from("agent2@example.org", "Fuera").with("Auto-Submitted", "auto-replied");
    mailbox.put(&absent.with("References", &thread).written("Vuelvo el lunes."));
    let from_agent2 = Draft::from("agent2@example.org", "Curioso").with("References", &thread);
    mailbox.put(&from_agent2.written("¿De qué trata?"));
    mailbox.put(
        &Draft::from(STRANGER, "Re: su caso").with("References", &thread).written("Lo que nadie debe leer."),
    );
    mailbox.put(&Draft::from("agent@example.org", "Re").with("References", &thread).written("Lo miro."));
    desk.run_jobs().await;
    let comments = said(&desk, &number).await;
    assert_eq!(comments.len(), 1, "whoever is in charge: {comments:?}");
    assert_eq!(comments[0]["note"], "Lo miro.");
    assert_eq!(tray(&desk, "agent2").await, Vec::<Value>::new());
    let known = tray(&desk, "admin").await;
    assert_eq!(known.len(), 4);
    let hidden = format!("/inbound-mails/{}", known[1]["id"].as_str().expect("an id"));
    desk.sign_in("agent2").await.get(&hidden).await.refused(404, "not_found");
    desk.sign_in("agent2")
        .await
        .post(&format!("{hidden}/discard"), &json!({}))
        .await
        .refused(404, "not_found");
}

#[tokio::test]
async fn an_answer_to_what_is_internal_stays_internal() {
    let mailbox = Mailbox::start();
    let (desk, server, _) = with_case(&mailbox).await;
    desk.act("agent", "TIC-1", "open", json!({})).await;
    let note = json!({"body": "¿Llamo al proveedor?", "visibility": "internal"});
    desk.sign_in("agent2").await.post("/tickets/TIC-1/comments", &note).await.expect_status(201);
    desk.run_jobs().await;
    let letter = last_to(&server, "agent");
    assert!(letter.text().contains("¿Llamo al proveedor?"), "{}", letter.text());
    mailbox.put(
        &Draft::from("agent@example.org", "Re").answering(&letter).written("Sí, pero que no lo lea Ana."),
    );
    desk.run_jobs().await;
    let comments = said(&desk, "TIC-1").await;
    assert_eq!(comments.last().expect("it is there")["visibility"], "internal");
    assert!(server.letters_to("requester").iter().all(|letter| !letter.text().contains("que no lo lea")));
}

#[tokio::test]
async fn what_a_company_answers_to_a_note_for_the_desk_waits_for_an_agent() {
    let mailbox = Mailbox::start();
    let (desk, server) = desk(&mailbox).await;
    let number = desk.ticket_at_level_3().await;
    desk.act("provider", &number, "assign", json!({"assignee": "provider"})).await;
    let note = json!({"body": "¿Cuánto cuesta?", "visibility": "internal", "shared_with_provider": true});
    let comments = format!("/tickets/{number}/comments");
    desk.sign_in("agent").await.post(&comments, &note).await.expect_status(201);
    desk.run_jobs().await;
    let letter = last_to(&server, "provider");
    assert!(letter.text().contains("¿Cuánto cuesta?"), "{}", letter.text());
    let before = said(&desk, &number).await.len();
    mailbox.put(&Draft::from("provider@example.org", "Re").answering(&letter).written("Dos millones."));
    desk.run_jobs().await;
    assert_eq!(said(&desk, &number).await.len(), before, "the requester reads no price");
    let by_mark = Draft::from("provider@example.org", "Re").answering(&letter);
    let by_mark = by_mark.without("In-Reply-To").without("References");
    mailbox.put(&by_mark.written("O tres."));
    desk.run_jobs().await;
    assert_eq!(said(&desk, &number).await.len(), before, "nor where it cannot be known what it answers");
    let waiting = tray(&desk, "agent").await;
    for mail in &waiting[..2] {
        assert_eq!(
            (&mail["state"], &mail["reason"], &mail["ticket"]),
            (&json!("quarantined"), &json!("internal"), &json!(number))
        );
        // Whoever lets it in lets it in for the desk.
        let path = format!("/inbound-mails/{}/accept", mail["id"].as_str().expect("an id"));
        desk.sign_in("agent").await.post(&path, &json!({"ticket": number})).await.expect_status(200);
        let note = said(&desk, &number).await.pop().expect("a note");
        assert_eq!(
            (&note["visibility"], &note["actor"]["display_name"]),
            (&json!("internal"), &json!("Alan Torres"))
        );
        assert!(note["note"].as_str().is_some_and(|note| note.contains("provider@example.org")), "{note}");
    }
}

#[tokio::test]
async fn what_staff_answer_to_a_letter_that_the_desk_does_not_know_is_for_the_desk() {
    let mailbox = Mailbox::start();
    let (desk, server, _) = with_case(&mailbox).await;
    desk.act("agent", "TIC-1", "open", json!({})).await;
    desk.act("agent", "TIC-1", "accept", json!({})).await;
    let told = json!({"body": "Sigue igual."});
    desk.sign_in("requester").await.post("/tickets/TIC-1/comments", &told).await.expect_status(201);
    desk.run_jobs().await;
    let letter = last_to(&server, "agent");
    assert!(letter.text().contains("Sigue igual."), "{}", letter.text());
    let answer = || Draft::from("agent@example.org", "Re").answering(&letter);
    mailbox.put(&answer().written("Ya voy."));
    // By the mark alone, and to a colleague's mail about the letter.
    mailbox.put(&answer().without("In-Reply-To").without("References").written("¿Y si llamo al proveedor?"));
    mailbox.put(&answer().with("In-Reply-To", "<colleague@example.org>").written("Entre nosotros."));
    // Whoever gets no others answers what everybody may read.
    let own = Draft::from(ANA, "Re").answering(&last_to(&server, "requester"));
    mailbox.put(&own.without("In-Reply-To").without("References").written("Gracias."));
    desk.run_jobs().await;
    let comments = said(&desk, "TIC-1").await;
    let heard: Vec<(&Value, &Value)> =
        comments.iter().map(|comment| (&comment["note"], &comment["visibility"])).collect();
    let expected = [
        ("Sigue igual.", "public"),
        ("Ya voy.", "public"),
        ("¿Y si llamo al proveedor?", "internal"),
        ("Entre nosotros.", "internal"),
        ("Gracias.", "public"),
    ]
    .map(|(note, visibility)| (json!(note), json!(visibility)));
    let expected: Vec<(&Value, &Value)> =
        expected.iter().map(|(note, visibility)| (note, visibility)).collect();
    assert_eq!(heard, expected);
    let letters = server.letters_to("requester");
    assert!(letters.iter().all(|letter| !letter.text().contains("Entre nosotros")));
}

#[tokio::test]
async fn what_answers_a_letter_of_another_project_is_for_its_desk() {
    let mailbox = Mailbox::start();
    let (desk, server) = desk(&mailbox).await;
    let number = desk.register("stranger", json!({"project": "OTR"})).await;
    desk.run_jobs().await;
    let letter = last_to(&server, "stranger");
    mailbox.put(
        &Draft::from("stranger@example.org", "Re").answering(&letter).written("Lo que TIC no debe leer."),
    );
    desk.run_jobs().await;
    assert_eq!(tray(&desk, "agent").await, Vec::<Value>::new());
    let theirs = tray(&desk, "stranger_agent").await;
    assert_eq!((theirs.len(), &theirs[0]["ticket"]), (1, &json!(number)));
    let path = format!("/inbound-mails/{}", theirs[0]["id"].as_str().expect("an id"));
    desk.sign_in("agent").await.get(&path).await.refused(404, "not_found");
    desk.sign_in("stranger_agent").await.get(&path).await.expect_status(200);
}
