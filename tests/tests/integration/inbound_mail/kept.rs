//! What is kept of mails, for how long, and what is on record.

use super::{ANA, STRANGER, cases, desk, tray, with_case};
use chrono::TimeDelta;
use contract::tickets::Status;
use serde_json::{Value, json};
use tests::Desk;
use tests::imap::{Draft, Mailbox};

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
