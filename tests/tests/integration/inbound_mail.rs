//! Mails that come to the desk: through a real Dovecot in, through a real mail server out.

mod kept;
mod mailbox;
mod quarantine;
mod quotes;
mod secrecy;

use chrono::TimeDelta;
use mesa::outbound::replies::ReplyAddress;
use serde_json::{Value, json};
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

/// What a mail server says of a letter that did not reach somebody.
fn report_on(id: &str, recipient: &str, what: &str) -> String {
    let body = format!(
        "--b\nContent-Type: text/plain\n\nIt could not be delivered.\n\n\
         --b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mail.example.org\n\n\
         Final-Recipient: rfc822; {recipient}\nAction: failed\nStatus: 5.1.1\n\
         Diagnostic-Code: smtp; {what}\n\n\
         --b\nContent-Type: message/rfc822\n\nMessage-ID: {id}\nFrom: mesa@desk.example.org\nSubject: Su caso\n\nHola\n\n--b--"
    );
    let report = "multipart/report; report-type=delivery-status; boundary=\"b\"";
    Draft::from("MAILER-DAEMON@mail.example.org", "Undelivered").with_body(report, &body)
}

#[tokio::test]
async fn a_letter_that_came_back_is_noted_and_answered_by_none() {
    let mailbox = Mailbox::start();
    let (desk, server, letter) = with_case(&mailbox).await;
    let before = server.letters().len();
    let id = letter.header("Message-ID").expect("an id");
    mailbox.put(&report_on(&id, "Requester@example.org", "550 5.1.1 nobody of that name"));
    desk.run_jobs().await;
    desk.run_jobs().await;
    assert_eq!((cases(&desk).await, server.letters().len()), (json!(1), before));
    let letters = desk.sign_in("admin").await.get("/mails").await.ok(200);
    let marked = &letters["items"][0];
    assert!(marked["bounced_at"].is_string(), "{marked}");
    assert!(marked["last_fault"].as_str().is_some_and(|fault| fault.contains("nobody of that name")));
    let comments = said(&desk, "TIC-1").await;
    assert_eq!((comments.len(), &comments[0]["visibility"]), (1, &json!("internal")));
    assert!(comments[0]["note"].as_str().is_some_and(|note| note.contains("5.1.1")), "{comments:?}");
    // What the other server said is shown as it said it.
    let what = "550 **[Pague](https://fuera.example/x)** <b>ya</b>";
    mailbox.put(&report_on(&id, "requester@example.org", what));
    desk.run_jobs().await;
    let comments = said(&desk, "TIC-1").await;
    let shown = r"550 \*\*\[Pague\](https\://fuera.example/x)\*\* \<b\>ya\</b\>";
    assert!(comments[1]["note"].as_str().is_some_and(|note| note.contains(shown)), "{comments:?}");
}

#[tokio::test]
async fn who_only_says_that_a_letter_came_back_is_not_believed() {
    let mailbox = Mailbox::start();
    let (desk, _server, letter) = with_case(&mailbox).await;
    let id = letter.header("Message-ID").expect("an id");
    let (_, domain) = id.split_once('@').expect("an id with a domain");
    let case = desk.read("agent", "TIC-1").await["id"].as_str().expect("an id").to_owned();
    let forged = Draft::from(STRANGER, "Devuelto").with("X-Failed-Recipients", "requester@example.org");
    mailbox.put(&forged.answering(&letter).written("Llame al 555."));
    // All letters about the case refer to its own id; and one went to her alone.
    mailbox.put(&report_on(&format!("<{case}@{domain}"), "requester@example.org", "550 Llame al 555."));
    mailbox.put(&report_on(&id, "requester2@example.org", "550 Llame al 555."));
    desk.run_jobs().await;
    assert_eq!(said(&desk, "TIC-1").await, Vec::<Value>::new());
    let states: Vec<Value> = tray(&desk, "agent").await.iter().map(|mail| mail["state"].clone()).collect();
    assert_eq!(states, ["ignored", "ignored", "ignored", "registered"].map(|word| json!(word)));
    let letters = desk.sign_in("admin").await.get("/mails").await.ok(200);
    let letters = letters["items"].as_array().expect("a list").clone();
    assert!(letters.iter().all(|letter| letter["bounced_at"].is_null()), "{letters:?}");
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
