//! Mails that nothing is made of until somebody has looked at them.

use super::{ANA, LUIS, STRANGER, cases, desk, last_to, said, tray, with_case};
use chrono::TimeDelta;
use mesa::outbound::replies::ReplyAddress;
use serde_json::{Value, json};
use tests::Desk;
use tests::imap::{DESK, Draft, Mailbox};
use tests::mail::MailServer;

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
