//! What a mail quotes of those before it.

use super::{ANA, LUIS, last_to, said, with_case};
use chrono::TimeDelta;
use serde_json::json;
use tests::Desk;
use tests::given::diagnosis;
use tests::imap::{Draft, Mailbox};
use tests::mail::MailServer;

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

/// The same, and the case is closed.
async fn with_quotes_and_closed(mailbox: &Mailbox) -> (Desk, MailServer) {
    let (desk, server) = with_quotes(mailbox).await;
    desk.act("agent", "TIC-1", "diagnose", diagnosis()).await;
    desk.act("agent", "TIC-1", "resolve", json!({"solution": "Se cambió el switch."})).await;
    desk.act("requester", "TIC-1", "survey", json!({"satisfied": true})).await;
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
    let (desk, _server) = with_quotes_and_closed(&mailbox).await;
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
    let (desk, _server) = with_quotes_and_closed(&mailbox).await;
    let keep = json!({"closed_tickets": 365});
    desk.clock.advance(TimeDelta::days(364));
    desk.sign_in("admin").await.patch("/privacy/retention", 1, &keep).await.expect_status(200);
    desk.run_jobs().await;
    assert_eq!(quoted(&desk, "admin").await.len(), 2, "longer than the mails themselves");
    desk.clock.advance(TimeDelta::days(2));
    desk.run_jobs().await;
    assert_eq!(quoted(&desk, "admin").await, Vec::<String>::new());
}
