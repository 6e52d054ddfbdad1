//! Mails that come to the desk: through a real Dovecot in, through a real mail server out.

use chrono::TimeDelta;
use contract::tickets::Status;
use mesa::inbound::mail;
use mesa::outbound::replies::ReplyAddress;
use serde_json::{Value, json};
use std::time::Duration;
use tests::Desk;
use tests::given::diagnosis;
use tests::imap::{DESK, Draft, Mailbox};
use tests::mail::{Letter, MailServer};

const ANA: &str = "Ana Rojas <requester@example.org>";
const LUIS: &str = "Luis Moreno <requester2@example.org>";
const STRANGER: &str = "Alguien <alguien@fuera.example>";

/// A desk that fetches from a mailbox and sends to a mail server of its own.
async fn desk(mailbox: &Mailbox) -> (Desk, MailServer) {
    let server = MailServer::start().await;
    let (mail, mailboxes) = (server.config(), mailbox.config("TIC"));
    let desk = Desk::with(|config| {
        config.mail = Some(mail);
        config.mailboxes = mailboxes;
        config.reply_to = Some(ReplyAddress::of(DESK.parse().expect("an address")));
        "https://desk.example.org".clone_into(&mut config.public_url);
    })
    .await;
    (desk, server)
}

/// What came, the newest first, as an agent sees it.
async fn tray(desk: &Desk, username: &str) -> Vec<Value> {
    let page = desk.sign_in(username).await.get("/inbound-mails").await.ok(200);
    page["items"].as_array().expect("a list").clone()
}

/// How many cases there are.
async fn cases(desk: &Desk) -> Value {
    desk.sign_in("admin").await.get("/tickets?count=true").await.ok(200)["total"].clone()
}

fn last_to(server: &MailServer, username: &str) -> Letter {
    server.letters_to(username).pop().expect("a letter")
}

/// What was said in a case, as the desk reads it.
async fn said(desk: &Desk, number: &str) -> Vec<Value> {
    let events = desk.events("agent", number).await;
    events.into_iter().filter(|event| event["action"] == "comment").collect()
}

/// A desk with the case `TIC-1` of Ana's, which she has registered by mail, and the confirmation.
async fn with_case(mailbox: &Mailbox) -> (Desk, MailServer, Letter) {
    let (desk, server) = desk(mailbox).await;
    mailbox.put(&Draft::from(ANA, "Sin red").written("No hay red en el piso 3."));
    desk.run_jobs().await;
    let letter = last_to(&server, "requester");
    (desk, server, letter)
}

#[tokio::test]
async fn a_whole_case_is_one_conversation_by_mail() {
    let mailbox = Mailbox::start();
    let (desk, server) = desk(&mailbox).await;
    let first = Draft::from(ANA, "Sin red en el piso 3");
    mailbox.put(&first.written("Desde las 8 no hay internet."));
    desk.run_jobs().await;
    assert_eq!(mailbox.seen(), 1);
    let ticket = desk.read("requester", "TIC-1").await;
    assert_eq!((&ticket["channel"], &ticket["subject"]), (&json!("email"), &json!("Sin red en el piso 3")));
    assert_eq!(ticket["description"], "Desde las 8 no hay internet.");
    assert_eq!(ticket["registered_by"]["display_name"], "Ana Rojas");
    let confirmation = last_to(&server, "requester");
    assert!(confirmation.text().contains("TIC-1"), "{}", confirmation.text());
    assert_eq!(confirmation.header("In-Reply-To"), Some(first.message_id()));

    desk.act("agent", "TIC-1", "open", json!({})).await;
    desk.act("agent", "TIC-1", "accept", json!({})).await;
    let question = json!({"body": "¿En qué puesto?"});
    desk.sign_in("agent").await.post("/tickets/TIC-1/comments", &question).await.expect_status(201);
    desk.run_jobs().await;
    let letter = last_to(&server, "requester");
    assert!(letter.text().contains("¿En qué puesto?"), "{}", letter.text());
    let reply = Draft::from(ANA, "Re: otra cosa").answering(&letter);
    mailbox.put(&reply.written("En todos.\n\n> ¿En qué puesto?"));
    desk.run_jobs().await;
    let comments = said(&desk, "TIC-1").await;
    let answer = comments.last().expect("a comment");
    assert_eq!((&answer["note"], &answer["channel"]), (&json!("En todos."), &json!("email")));
    assert_eq!(answer["actor"]["display_name"], "Ana Rojas");
    assert!(last_to(&server, "agent").text().contains("En todos."));
    let kept = tray(&desk, "agent").await;
    let detail = format!("/inbound-mails/{}", kept[0]["id"].as_str().expect("an id"));
    let detail = desk.sign_in("agent").await.get(&detail).await.ok(200);
    assert!(detail["folded"].as_str().is_some_and(|folded| folded.contains("¿En qué puesto?")), "{detail}");

    desk.act("agent", "TIC-1", "diagnose", diagnosis()).await;
    desk.act("agent", "TIC-1", "resolve", json!({"solution": "Se cambió el switch."})).await;
    desk.run_jobs().await;
    let text = last_to(&server, "requester").text();
    let (_, rest) = text.split_once("/surveys/").expect("the invitation");
    let token = rest.split('?').next().expect("a token");
    let no = json!({"satisfied": false, "comment": "Sigue igual."});
    desk.nobody().post(&format!("/surveys/{token}"), &no).await.expect_status(200);
    assert_eq!(desk.read("agent", "TIC-1").await["status"], "in_analysis");
    desk.act("agent", "TIC-1", "diagnose", diagnosis()).await;
    desk.act("agent", "TIC-1", "resolve", json!({"solution": "Se cambió el cable."})).await;
    desk.run_jobs().await;
    desk.later(TimeDelta::hours(49)).await;
    assert_eq!(desk.read("agent", "TIC-1").await["status"], "closed");
    assert_eq!(cases(&desk).await, 1, "all of it is one case");

    let letters = server.letters_to("requester");
    assert_eq!(letters.len(), 5, "number, question, solution, solution, tacit acceptance");
    for letter in &letters {
        let references = letter.header("References").expect("a conversation");
        let last = letter.header("In-Reply-To").expect("what it answers");
        assert!(references.contains(&first.message_id()), "{references}");
        assert!(last == first.message_id() || last == reply.message_id(), "{last}");
        assert!(references.ends_with(&last), "{references}");
        let reply_to = letter.header("Reply-To").expect("where it is answered to");
        assert!(reply_to.contains("mesa+tic-1-") && reply_to.ends_with("@desk.example.org"), "{reply_to}");
    }
}

/// What mails quoted in the case `TIC-1`, as somebody reads it.
async fn quoted(desk: &Desk, username: &str) -> Vec<String> {
    let events = desk.events(username, "TIC-1").await;
    events.iter().filter_map(|event| event["quoted"].as_str().map(str::to_owned)).collect()
}

/// Ana has answered a letter, and the agent has answered Ana, both with quotes and signed.
async fn with_quotes(mailbox: &Mailbox) -> (Desk, MailServer) {
    let (desk, server, letter) = with_case(mailbox).await;
    desk.act("agent", "TIC-1", "open", json!({})).await;
    desk.act("agent", "TIC-1", "accept", json!({})).await;
    desk.run_jobs().await;
    let reply = Draft::from(ANA, "Re: Sin red").answering(&letter);
    mailbox.put(&reply.written("En todos.\n\n-- \nAna Rojas, ext. 4471\n\n> Recibimos su caso."));
    desk.run_jobs().await;
    let told = last_to(&server, "agent");
    let reply = Draft::from("Alan Torres <agent@example.org>", "Re: Sin red").answering(&told);
    mailbox.put(&reply.written("Vamos para allá.\n\n> En todos.\n> Ana Rojas, ext. 4471"));
    desk.run_jobs().await;
    (desk, server)
}

#[tokio::test]
async fn what_a_mail_quotes_is_beside_what_it_says_for_the_desk_and_its_sender() {
    let mailbox = Mailbox::start();
    let (desk, _server) = with_quotes(&mailbox).await;
    let comments = said(&desk, "TIC-1").await;
    let notes: Vec<_> = comments.iter().map(|comment| comment["note"].clone()).collect();
    assert_eq!(notes, ["En todos.", "Vamos para allá."]);
    let desks = quoted(&desk, "agent").await;
    assert_eq!(desks.len(), 2, "{desks:?}");
    assert!(desks[0].contains("Recibimos su caso.") && desks[0].contains("4471"), "{desks:?}");
    assert!(desks[1].contains("En todos."), "{desks:?}");
    // What the desk quotes may be what it said to itself: the requester reads their own quotes only.
    assert_eq!(quoted(&desk, "requester").await, desks[..1]);
    let agents = comments[1]["id"].as_str().expect("an id");
    let path = format!("/tickets/TIC-1/events/{agents}");
    let one = desk.sign_in("requester").await.get(&path).await.ok(200);
    assert_eq!((&one["note"], one.get("quoted")), (&json!("Vamos para allá."), None));
    let one = desk.sign_in("supervisor").await.get(&path).await.ok(200);
    assert_eq!(one["quoted"], json!(desks[1]));
    // A case that begins with a signed mail has its signature at its first entry.
    mailbox.put(&Draft::from(LUIS, "Sin correo").written("No llega.\n\n-- \nLuis Moreno, ext. 4472"));
    desk.run_jobs().await;
    assert_eq!(desk.read("agent", "TIC-2").await["description"], "No llega.");
    let first = desk.events("requester2", "TIC-2").await.swap_remove(0);
    assert!(first["quoted"].as_str().is_some_and(|quoted| quoted.contains("4472")), "{first}");
}

#[tokio::test]
async fn quotes_go_with_the_person_whatever_else_stays() {
    let mailbox = Mailbox::start();
    let (desk, _server) = with_quotes(&mailbox).await;
    desk.act("agent", "TIC-1", "diagnose", diagnosis()).await;
    desk.act("agent", "TIC-1", "resolve", json!({"solution": "Se cambió el switch."})).await;
    desk.act("requester", "TIC-1", "survey", json!({"satisfied": true})).await;
    let id = desk.sign_in("requester").await.get("/me").await.ok(200)["id"].clone();
    let path = format!("/users/{}/anonymise", id.as_str().expect("an id"));
    assert_eq!(quoted(&desk, "admin").await.len(), 2);
    let forget = json!({"reason": "Radicado 118."});
    desk.sign_in("admin").await.post(&path, &forget).await.expect_status(200);
    assert_eq!(quoted(&desk, "admin").await, Vec::<String>::new());
    let comments = said(&desk, "TIC-1").await;
    assert_eq!(comments[0]["note"], "En todos.", "what was said stays, unless that is asked for too");
    let whole = json!(desk.events("admin", "TIC-1").await).to_string();
    assert!(!whole.contains("4471"), "{whole}");
}

#[tokio::test]
async fn quotes_of_a_case_go_when_its_time_is_over() {
    let mailbox = Mailbox::start();
    let (desk, _server) = with_quotes(&mailbox).await;
    desk.act("agent", "TIC-1", "diagnose", diagnosis()).await;
    desk.act("agent", "TIC-1", "resolve", json!({"solution": "Se cambió el switch."})).await;
    desk.act("requester", "TIC-1", "survey", json!({"satisfied": true})).await;
    let keep = json!({"closed_tickets": 365});
    desk.clock.advance(TimeDelta::days(364));
    desk.sign_in("admin").await.patch("/privacy/retention", 1, &keep).await.expect_status(200);
    desk.run_jobs().await;
    assert_eq!(quoted(&desk, "admin").await.len(), 2, "longer than the mails themselves");
    desk.clock.advance(TimeDelta::days(2));
    desk.run_jobs().await;
    assert_eq!(quoted(&desk, "admin").await, Vec::<String>::new());
}

#[tokio::test]
async fn the_same_mail_becomes_one_case_whatever_happens() {
    let mailbox = Mailbox::start();
    let (desk, _server) = desk(&mailbox).await;
    let once = Draft::from(ANA, "Sin red").written("No hay red.");
    mailbox.put(&once);
    mailbox.put(&once);
    let nameless = Draft::from(ANA, "Sin nombre").without("Message-ID").written("Sin Message-ID.");
    mailbox.put(&nameless);
    mailbox.put(&nameless);
    desk.run_jobs().await;
    assert_eq!((cases(&desk).await, mailbox.seen()), (json!(2), 4));
    // As if the desk had died between its commit and the mark.
    mailbox.unsee_all();
    desk.run_jobs().await;
    assert_eq!((cases(&desk).await, mailbox.seen()), (json!(2), 4));
    assert_eq!(tray(&desk, "agent").await.len(), 2);
}

#[tokio::test]
async fn a_mailbox_that_is_away_loses_nothing() {
    let mut mailbox = Mailbox::start();
    let (desk, server) = desk(&mailbox).await;
    mailbox.stop();
    mailbox.put(&Draft::from(ANA, "Sin red").written("No hay red."));
    desk.run_jobs().await;
    assert_eq!(cases(&desk).await, 0);
    mailbox.start_again();
    desk.run_jobs().await;
    assert_eq!((cases(&desk).await, server.letters_to("requester").len()), (json!(1), 1));
}

#[tokio::test]
async fn a_wrong_password_is_said_and_keeps_nobody_from_working() {
    let mailbox = Mailbox::start();
    let wrong = mailbox.config_with_wrong_password("TIC");
    let desk = Desk::with(|config| config.mailboxes = wrong).await;
    mailbox.put(&Draft::from(ANA, "Sin red").written("No hay red."));
    desk.run_jobs().await;
    assert_eq!((cases(&desk).await, mailbox.seen()), (json!(0), 0));
}

#[tokio::test]
async fn a_task_listens_to_the_mailbox_until_it_is_told_to_stop() {
    let mailbox = Mailbox::start();
    let mailboxes = mailbox.config_with_starttls("TIC");
    let desk = Desk::with(|config| config.mailboxes = mailboxes).await;
    mailbox.put(&Draft::from(ANA, "Antes").written("Ya estaba aquí."));
    let fetching = mail::start(&desk.app);
    for expected in 1..=2 {
        let mut patience = 200;
        while cases(&desk).await != expected {
            patience -= 1;
            assert!(patience > 0, "mail {expected} is not fetched");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        if expected == 1 {
            mailbox.put(&Draft::from(ANA, "Ahora").written("El servidor avisa."));
        }
    }
    let stopped = tokio::time::timeout(Duration::from_secs(5), fetching.stop()).await;
    assert!(stopped.is_ok(), "it does not wait for the next news");
}

#[tokio::test]
async fn programs_get_neither_case_nor_answer() {
    let mailbox = Mailbox::start();
    let (desk, server, letter) = with_case(&mailbox).await;
    let before = server.letters().len();
    let absent = Draft::from(ANA, "Fuera de la oficina").with("Auto-Submitted", "auto-replied");
    mailbox.put(&absent.clone().written("Vuelvo el lunes."));
    mailbox.put(
        &Draft::from(ANA, "Fuera")
            .with("Auto-Submitted", "auto-replied")
            .answering(&letter)
            .written("Hasta el lunes."),
    );
    mailbox.put(
        &Draft::from(ANA, "Boletín")
            .with("List-Id", "<boletin.example.org>")
            .with("Precedence", "bulk")
            .written("Novedades."),
    );
    mailbox.put(&Draft::from(DESK, "Su caso TIC-1").written("Nos escribimos a nosotros mismos."));
    desk.run_jobs().await;
    assert_eq!((cases(&desk).await, server.letters().len()), (json!(1), before));
    let states: Vec<Value> = tray(&desk, "agent").await.iter().map(|mail| mail["state"].clone()).collect();
    assert_eq!(states, ["ignored", "quarantined", "noted", "ignored", "registered"].map(|word| json!(word)));
    let comments = said(&desk, "TIC-1").await;
    assert_eq!(comments.len(), 1);
    assert_eq!((&comments[0]["visibility"], &comments[0]["actor"]), (&json!("internal"), &Value::Null));
    assert!(comments[0]["note"].as_str().is_some_and(|note| note.contains("Hasta el lunes.")));
    assert_eq!(desk.events("requester", "TIC-1").await.len(), 1, "she does not read it");
}

#[tokio::test]
async fn a_number_in_the_subject_opens_no_door() {
    let mailbox = Mailbox::start();
    let (desk, server, letter) = with_case(&mailbox).await;
    let subject = "Re: Su caso TIC-1: Sin red";
    // A colleague who has nothing to do with it: a case of his own. Somebody unknown: quarantine.
    mailbox.put(&Draft::from(LUIS, subject).written("¿Qué pasó con esto?"));
    mailbox.put(&Draft::from(STRANGER, subject).written("Déjeme ver."));
    // A mark that nobody gave, and one that was given to somebody else.
    mailbox.put(
        &Draft::from(STRANGER, subject)
            .to("mesa+tic-1-aaaaaaaaaaaaaaaa@desk.example.org")
            .written("Forzado."),
    );
    mailbox.put(
        &Draft::from(LUIS, subject).to("mesa+tic-1-aaaaaaaaaaaaaaaa@desk.example.org").written("Forzado."),
    );
    mailbox.put(&Draft::from(LUIS, subject).answering(&letter).written("Con su respuesta."));
    mailbox.put(&Draft::from(STRANGER, subject).answering(&letter).written("Con su respuesta."));
    desk.run_jobs().await;
    assert_eq!(said(&desk, "TIC-1").await, Vec::<Value>::new());
    assert_eq!(cases(&desk).await, 3, "two of his own");
    assert_eq!(server.letters_to("alguien").len(), 0);
    let tray = tray(&desk, "agent").await;
    let waits = |at: usize| (tray[at]["reason"].clone(), tray[at]["ticket"].clone());
    assert_eq!(waits(0), (json!("unknown_sender"), json!("TIC-1")));
    assert_eq!(waits(1), (json!("not_allowed"), json!("TIC-1")));
    assert_eq!(tray[2]["state"], "registered");
    assert_eq!(waits(3), (json!("unknown_sender"), Value::Null));
}

#[tokio::test]
async fn what_waits_is_accepted_or_put_away_by_an_agent() {
    let mailbox = Mailbox::start();
    let (desk, server, letter) = with_case(&mailbox).await;
    mailbox.put(&Draft::from(STRANGER, "Desde mi casa").answering(&letter).written("Soy Ana: sigue igual."));
    mailbox.put(&Draft::from(STRANGER, "No puedo entrar").written("Mi clave no sirve."));
    mailbox.put(&Draft::from(STRANGER, "Oferta").written("Compre ya."));
    desk.run_jobs().await;
    let agent = desk.sign_in("agent").await;
    let page = agent.get("/inbound-mails?state=quarantined&count=true&limit=1").await.ok(200);
    assert_eq!((&page["total"], page["items"].as_array().map(Vec::len)), (&json!(3), Some(1)));
    let all = agent.get("/inbound-mails?state=quarantined").await.ok(200);
    let path = |at: usize| format!("/inbound-mails/{}", all["items"][at]["id"].as_str().expect("an id"));
    let put_away = agent.post(&format!("{}/discard", path(0)), &json!({})).await.ok(200);
    assert_eq!(
        (&put_away["state"], &put_away["handled_by"]["display_name"]),
        (&json!("discarded"), &json!("Alan Torres"))
    );
    agent.post(&format!("{}/accept", path(0)), &json!({})).await.refused(409, "already_decided");

    let unknown = json!({"requester": "nadie"});
    assert_eq!(
        agent.post(&format!("{}/accept", path(1)), &unknown).await.faults(),
        ["requester: unknown_reference"]
    );
    let for_luis = json!({"requester": "requester2"});
    let accepted = agent.post(&format!("{}/accept", path(1)), &for_luis).await.ok(200);
    assert_eq!((&accepted["state"], &accepted["ticket"]), (&json!("registered"), &json!("TIC-2")));
    let case = desk.read("requester2", "TIC-2").await;
    assert_eq!((&case["channel"], &case["subject"]), (&json!("email"), &json!("No puedo entrar")));
    assert!(case["description"].as_str().is_some_and(|text| text.contains("alguien@fuera.example")));

    let unknown = json!({"ticket": "TIC-99"});
    assert_eq!(
        agent.post(&format!("{}/accept", path(2)), &unknown).await.faults(),
        ["ticket: unknown_reference"]
    );
    let accepted = agent.post(&format!("{}/accept", path(2)), &json!({"ticket": "TIC-1"})).await.ok(200);
    assert_eq!((&accepted["state"], &accepted["reason"]), (&json!("commented"), &json!("unknown_sender")));
    let comments = said(&desk, "TIC-1").await;
    assert!(comments[0]["note"].as_str().is_some_and(|note| note.contains("sigue igual")), "{comments:?}");
    assert_eq!(comments[0]["actor"]["display_name"], "Alan Torres");
    desk.run_jobs().await;
    assert!(last_to(&server, "requester2").text().contains("TIC-2"));
    for who in ["requester", "supervisor", "specialist"] {
        desk.sign_in(who).await.get("/inbound-mails").await.refused(403, "forbidden");
    }
    let stranger = desk.sign_in("stranger_agent").await;
    assert_eq!(stranger.get("/inbound-mails").await.ok(200)["items"], json!([]));
    stranger.get(&path(1)).await.refused(404, "not_found");
}

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
async fn whoever_forges_a_sender_waits_in_quarantine() {
    let mailbox = Mailbox::start();
    let server = MailServer::start().await;
    let (mail, mut mailboxes) = (server.config(), mailbox.config("TIC"));
    mailboxes[0].authserv_id = Some("mx.example.org".to_owned());
    let desk = Desk::with(|config| {
        config.mail = Some(mail);
        config.mailboxes = mailboxes;
        config.reply_to = Some(ReplyAddress::of(DESK.parse().expect("an address")));
    })
    .await;
    let from_ana = |subject: &str, said: &str| Draft::from(ANA, subject).with("Authentication-Results", said);
    let pass = "mx.example.org; dmarc=pass header.from=example.org";
    mailbox.put(&from_ana("Sin red", pass).written("No hay red."));
    desk.run_jobs().await;
    assert_eq!(cases(&desk).await, 1);
    let letter = last_to(&server, "requester");
    let fail = "mx.example.org; dmarc=fail header.from=example.org; spf=pass smtp.mailfrom=fuera.example";
    mailbox.put(&from_ana("Re", fail).answering(&letter).written("Ciérrenlo."));
    mailbox.put(
        &from_ana("Otro", "mx.fuera.example; dmarc=pass header.from=example.org").written("Denme acceso."),
    );
    mailbox.put(&Draft::from(ANA, "Nadie dice nada").written("Denme acceso."));
    desk.run_jobs().await;
    assert_eq!((cases(&desk).await, said(&desk, "TIC-1").await.len()), (json!(1), 0));
    let waiting = tray(&desk, "agent").await;
    let reasons: Vec<&Value> = waiting.iter().map(|mail| &mail["reason"]).collect();
    assert_eq!(reasons, [&json!("unproven"), &json!("unproven"), &json!("unproven"), &Value::Null]);
    assert_eq!(waiting[2]["ticket"], "TIC-1");
    // Whoever accepts it says it, and says whose words it claims to be.
    let path = format!("/inbound-mails/{}/accept", waiting[2]["id"].as_str().expect("an id"));
    desk.sign_in("agent").await.post(&path, &json!({"ticket": "TIC-1"})).await.expect_status(200);
    let comment = said(&desk, "TIC-1").await.pop().expect("a comment");
    assert_eq!(comment["actor"]["display_name"], "Alan Torres");
    assert!(comment["note"].as_str().is_some_and(|note| note.contains("requester@example.org")), "{comment}");
    // What others send in her name takes nothing from her.
    for number in 0..25 {
        mailbox.put(&from_ana(&format!("Falso {number}"), fail).written("Denme acceso."));
    }
    mailbox.put(&from_ana("Impresora", pass).written("No imprime."));
    desk.run_jobs().await;
    assert_eq!(cases(&desk).await, 2);
}

#[tokio::test]
async fn an_address_is_the_same_however_it_is_written() {
    let mailbox = Mailbox::start();
    let (desk, _server) = desk(&mailbox).await;
    let nora = json!({
        "username": "nora", "display_name": "Nora", "email": "Nora@Example.org",
        "memberships": [{"project": "TIC", "roles": ["requester"]}]
    });
    desk.sign_in("admin").await.post("/users", &nora).await.expect_status(201);
    mailbox.put(&Draft::from("NORA@example.ORG", "Sin red").written("No hay red."));
    desk.run_jobs().await;
    assert_eq!(desk.read("agent", "TIC-1").await["requester"]["display_name"], "Nora");
}

#[tokio::test]
async fn a_closed_case_is_taken_up_by_a_new_one_and_a_solved_one_goes_on() {
    let mailbox = Mailbox::start();
    let (desk, server, letter) = with_case(&mailbox).await;
    desk.act("agent", "TIC-1", "open", json!({})).await;
    desk.act("agent", "TIC-1", "accept", json!({})).await;
    desk.act("agent", "TIC-1", "diagnose", diagnosis()).await;
    desk.act("agent", "TIC-1", "resolve", json!({"solution": "Listo."})).await;
    mailbox.put(&Draft::from(ANA, "Re").answering(&letter).written("Gracias, ya casi."));
    desk.run_jobs().await;
    assert_eq!(desk.read("agent", "TIC-1").await["status"], "resolved", "words alone do not reopen");
    assert_eq!(said(&desk, "TIC-1").await.len(), 1);
    desk.act("requester", "TIC-1", "survey", json!({"satisfied": true, "score": 5})).await;
    mailbox.put(&Draft::from(ANA, "Otra vez").answering(&letter).written("Volvió a fallar."));
    desk.run_jobs().await;
    let follow_up = desk.read("requester", "TIC-2").await;
    assert_eq!(follow_up["links"][0]["number"], "TIC-1");
    assert_eq!(follow_up["links"][0]["relation"], "follow_up_of");
    assert!(last_to(&server, "requester").text().contains("TIC-2"));
}

#[tokio::test]
async fn a_letter_that_came_back_is_noted_and_answered_by_none() {
    let mailbox = Mailbox::start();
    let (desk, server, letter) = with_case(&mailbox).await;
    let before = server.letters().len();
    let id = letter.header("Message-ID").expect("an id");
    let body = format!(
        "--b\nContent-Type: text/plain\n\nIt could not be delivered.\n\n\
         --b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mail.example.org\n\n\
         Final-Recipient: rfc822; requester@example.org\nAction: failed\nStatus: 5.1.1\n\
         Diagnostic-Code: smtp; 550 5.1.1 nobody of that name\n\n\
         --b\nContent-Type: message/rfc822\n\nMessage-ID: {id}\nFrom: mesa@desk.example.org\nSubject: Su caso\n\nHola\n\n--b--"
    );
    let report = "multipart/report; report-type=delivery-status; boundary=\"b\"";
    mailbox.put(&Draft::from("MAILER-DAEMON@mail.example.org", "Undelivered").with_body(report, &body));
    desk.run_jobs().await;
    desk.run_jobs().await;
    assert_eq!((cases(&desk).await, server.letters().len()), (json!(1), before));
    let letters = desk.sign_in("admin").await.get("/mails").await.ok(200);
    let returned = &letters["items"][0];
    assert!(returned["bounced_at"].is_string(), "{returned}");
    assert!(returned["last_fault"].as_str().is_some_and(|fault| fault.contains("nobody of that name")));
    let comments = said(&desk, "TIC-1").await;
    assert_eq!((comments.len(), &comments[0]["visibility"]), (1, &json!("internal")));
    assert!(comments[0]["note"].as_str().is_some_and(|note| note.contains("5.1.1")), "{comments:?}");
}

#[tokio::test]
async fn files_come_along_and_what_is_too_large_is_said() {
    let mailbox = Mailbox::start();
    let (mail, mailboxes) = (MailServer::start().await.config(), mailbox.config("TIC"));
    let desk = Desk::with(|config| {
        config.mail = Some(mail);
        config.mailboxes = mailboxes;
        config.attachment_max_bytes = 1_000;
    })
    .await;
    let large = "x".repeat(2_000);
    let body = format!(
        "--b\nContent-Type: text/plain; charset=utf-8\n\nVean la captura.\n\n\
         --b\nContent-Type: text/csv; name=\"datos.csv\"\nContent-Disposition: attachment; filename=\"datos.csv\"\n\na,b\n1,2\n\n\
         --b\nContent-Type: text/plain; name=\"grande.txt\"\nContent-Disposition: attachment; filename=\"grande.txt\"\n\n{large}\n\n--b--"
    );
    mailbox.put(&Draft::from(ANA, "Con archivos").with_body("multipart/mixed; boundary=\"b\"", &body));
    desk.run_jobs().await;
    let files = desk.sign_in("requester").await.get("/tickets/TIC-1/attachments").await.ok(200);
    let names: Vec<&Value> =
        files["items"].as_array().expect("a list").iter().map(|file| &file["file_name"]).collect();
    assert_eq!(names, [&json!("datos.csv")]);
    let notes = said(&desk, "TIC-1").await;
    assert!(notes[0]["note"].as_str().is_some_and(|note| note.contains("grande.txt")), "{notes:?}");
    assert_eq!(notes[0]["visibility"], "internal");
    // What is too large as a whole is not fetched, and waits.
    let huge = format!("{}{}", Draft::from(ANA, "Enorme").written("Todo:"), "y".repeat(26 * 1024 * 1024));
    mailbox.put(&huge);
    desk.run_jobs().await;
    let waiting = tray(&desk, "agent").await.remove(0);
    assert_eq!((&waiting["reason"], &waiting["subject"]), (&json!("too_large"), &json!("Enorme")));
    assert!(waiting["size_bytes"].as_i64().is_some_and(|size| size > 26 * 1024 * 1024), "{waiting}");
    assert_eq!((cases(&desk).await, mailbox.seen()), (json!(1), 2));
}

#[tokio::test]
async fn a_loop_of_mails_ends_in_quarantine() {
    let mailbox = Mailbox::start();
    let (desk, _server) = desk(&mailbox).await;
    for number in 0..22 {
        mailbox.put(&Draft::from(ANA, &format!("Vuelta {number}")).written("Otra vez."));
    }
    desk.run_jobs().await;
    assert_eq!(cases(&desk).await, 20);
    let waiting = desk.sign_in("agent").await.get("/inbound-mails?state=quarantined").await.ok(200);
    let reasons: Vec<&Value> =
        waiting["items"].as_array().expect("a list").iter().map(|mail| &mail["reason"]).collect();
    assert_eq!(reasons, [&json!("too_many"), &json!("too_many")]);
    desk.later(TimeDelta::hours(2)).await;
    mailbox.put(&Draft::from(ANA, "De nuevo").written("Ya pasó."));
    desk.run_jobs().await;
    assert_eq!(cases(&desk).await, 21);
}

#[tokio::test]
async fn a_mail_that_cannot_be_fetched_is_in_the_way_of_no_other() {
    let mailbox = Mailbox::start();
    let (desk, _server) = desk(&mailbox).await;
    mailbox.put_locked(&Draft::from(LUIS, "Dañado").written("No se deja leer."));
    mailbox.put(&Draft::from(ANA, "Sin red").written("No hay red."));
    for _ in 0..2 {
        desk.run_jobs().await;
        assert_eq!((cases(&desk).await, mailbox.seen()), (json!(1), 1));
        let kept = tray(&desk, "agent").await;
        let states: Vec<(&Value, &Value)> =
            kept.iter().map(|mail| (&mail["state"], &mail["reason"])).collect();
        let (waits, taken) = ((json!("quarantined"), json!("unfetched")), (json!("registered"), Value::Null));
        assert_eq!(states, [(&waits.0, &waits.1), (&taken.0, &taken.1)], "it is told of once");
    }
    mailbox.unlock();
    desk.run_jobs().await;
    assert_eq!((cases(&desk).await, mailbox.seen()), (json!(2), 2), "nothing is lost");
    assert_eq!(desk.read("requester2", "TIC-2").await["subject"], "Dañado");
}

/// The mails that are kept as they came, by a word in them.
fn kept_as_they_came(folder: &std::path::Path, word: &str) -> usize {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("readable").path());
    let count = |path: std::path::PathBuf| {
        if path.is_dir() {
            return kept_as_they_came(&path, word);
        }
        let content = std::fs::read(&path).expect("a file");
        usize::from(String::from_utf8_lossy(&content).contains(word))
    };
    entries.map(count).sum()
}

#[tokio::test]
async fn what_takes_more_room_than_it_may_goes_but_nothing_that_waits() {
    let mailbox = Mailbox::start();
    let mailboxes = mailbox.config("TIC");
    let desk = Desk::with(|config| {
        config.mailboxes = mailboxes;
        config.mail_kept_bytes = 30_000;
    })
    .await;
    let long = "largo ".repeat(2_000);
    mailbox.put(&Draft::from(STRANGER, "Espera-0").written(&long));
    desk.run_jobs().await;
    for number in 1..=3 {
        mailbox.put(&Draft::from(ANA, &format!("Caso-{number}")).written(&long));
        desk.later(TimeDelta::minutes(1)).await;
    }
    assert_eq!(cases(&desk).await, 3);
    let files = desk.folder().join("attachments");
    let kept = |word: &str| kept_as_they_came(&files, word);
    let there =
        ["Espera-0", "Caso-1", "Caso-2", "Caso-3"].map(|subject| kept(&format!("Subject: {subject}")));
    assert_eq!(there, [1, 0, 0, 1], "the oldest on which nobody has to decide have gone");
    let mails = tray(&desk, "agent").await;
    assert_eq!(mails.len(), 4, "what was understood is kept");
    let path = format!("/inbound-mails/{}/accept", mails[3]["id"].as_str().expect("an id"));
    desk.sign_in("agent").await.post(&path, &json!({"requester": "requester2"})).await.expect_status(200);
    assert_eq!(cases(&desk).await, 4);
}

#[tokio::test]
async fn a_mail_that_says_nothing_breaks_nothing() {
    let mailbox = Mailbox::start();
    let (desk, _server) = desk(&mailbox).await;
    mailbox.put_bytes(&[0xff, 0x00, 0xfe, b'\n', b'\n', 0x80]);
    mailbox.put(&Draft::from(ANA, "").written(""));
    desk.run_jobs().await;
    assert_eq!(mailbox.seen(), 2);
    let kept = tray(&desk, "agent").await;
    assert_eq!((&kept[1]["state"], &kept[1]["reason"]), (&json!("quarantined"), &json!("unreadable")));
    let case = desk.read("requester", "TIC-1").await;
    assert_eq!((&case["subject"], &case["description"]), (&json!("(sin asunto)"), &json!("(sin texto)")));
}

#[tokio::test]
async fn mails_are_copied_for_their_sender_forgotten_with_them_and_removed_in_time() {
    let mailbox = Mailbox::start();
    let (desk, _server, _) = with_case(&mailbox).await;
    mailbox.put(&Draft::from(STRANGER, "Otro").written("Hola."));
    desk.run_jobs().await;
    let answer = desk.sign_in("requester").await.get("/me/data").await;
    answer.expect_status(200);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(answer.bytes)).expect("an archive");
    let kept: Value =
        serde_json::from_reader(archive.by_name("correos.json").expect("the file")).expect("JSON");
    assert_eq!((kept.as_array().map(Vec::len), &kept[0]["ticket"]), (Some(1), &json!("TIC-1")), "{kept}");
    let admin = desk.sign_in("admin").await;
    let close = json!({"reason": "cancelled", "note": "Ya no."});
    admin.post("/tickets/TIC-1/close", &close).await.expect_status(200);
    let id =
        desk.sign_in("requester").await.get("/me").await.ok(200)["id"].as_str().expect("an id").to_owned();
    let forget = json!({"reason": "Lo pidió."});
    admin.post(&format!("/users/{id}/anonymise"), &forget).await.expect_status(200);
    let left = tray(&desk, "admin").await;
    assert_eq!((left.len(), &left[0]["sender"]), (1, &json!("alguien@fuera.example")));
    desk.later(TimeDelta::days(91)).await;
    assert_eq!(tray(&desk, "admin").await, Vec::<Value>::new());
}

#[tokio::test]
async fn what_somebody_wrote_before_the_desk_knew_them_is_forgotten_with_them() {
    let mailbox = Mailbox::start();
    let (desk, _server) = desk(&mailbox).await;
    mailbox.put(&Draft::from("Nora <nora@example.org>", "Antes").written("Todavía no tengo cuenta."));
    mailbox.put(&Draft::from(STRANGER, "Otro").written("Hola."));
    desk.run_jobs().await;
    let admin = desk.sign_in("admin").await;
    let memberships = json!([{"project": "TIC", "roles": ["requester"]}]);
    let nora = json!({
        "username": "nora", "display_name": "Nora", "email": "Nora@example.org", "memberships": memberships
    });
    let made = admin.post("/users", &nora).await.ok(201);
    let path = format!("/users/{}/anonymise", made["id"].as_str().expect("an id"));
    admin.post(&path, &json!({"reason": "Lo pidió."})).await.expect_status(200);
    let left = tray(&desk, "admin").await;
    assert_eq!((left.len(), &left[0]["sender"]), (1, &json!("alguien@fuera.example")));
}

#[tokio::test]
async fn what_is_done_by_mail_is_on_record() {
    let mailbox = Mailbox::start();
    let (desk, _server, letter) = with_case(&mailbox).await;
    mailbox.put(&Draft::from(ANA, "Re").answering(&letter).written("Sigue igual."));
    desk.run_jobs().await;
    let entries = desk.sign_in("admin").await.get("/audit?limit=20").await.ok(200);
    let by_mail = entries["items"].as_array().expect("a list").iter();
    let by_mail: Vec<&Value> = by_mail.filter(|entry| entry["operation"] == "inbound_mail").collect();
    assert_eq!(by_mail.len(), 2, "{entries}");
    assert!(by_mail.iter().all(|entry| entry["object"] == "/api/v1/tickets/TIC-1"), "{by_mail:?}");
    assert_eq!(desk.read("agent", "TIC-1").await["status"], json!(Status::Registered.as_str()));
}
