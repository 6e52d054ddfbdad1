//! Who is told of what, in the bell and by mail, and the survey by a letter's link.

use chrono::TimeDelta;
use contract::tickets::Status;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use tests::Desk;
use tests::given::incident;

/// A desk that writes its letters into a folder.
async fn desk() -> (Desk, tempfile::TempDir) {
    let letters = tempfile::TempDir::new().expect("a folder");
    let url = format!("file://{}", letters.path().display());
    let desk = Desk::with(|config| {
        config.smtp_url = Some(url.into());
        config.mail_from = "Mesa <mesa@desk.example.org>".to_owned();
        config.public_url = "https://desk.example.org".to_owned();
    })
    .await;
    (desk, letters)
}

/// The letters in the folder, the subject's encoding undone by the JSON beside each.
fn letters(folder: &Path) -> Vec<(Value, String)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("the folder")
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "eml"))
        .collect();
    files.sort();
    let read = |path: &std::path::PathBuf| {
        let envelope = fs::read(path.with_extension("json")).expect("its envelope");
        let text = fs::read_to_string(path).expect("a letter");
        (serde_json::from_slice(&envelope).expect("JSON"), text)
    };
    files.iter().map(read).collect()
}

async fn kinds(desk: &Desk, username: &str) -> Vec<String> {
    let notices = desk.sign_in(username).await.get("/me/notifications").await.ok(200);
    let items = notices["items"].as_array().expect("a list").clone();
    items.iter().rev().map(|notice| notice["kind"].as_str().expect("a word").to_owned()).collect()
}

#[tokio::test]
async fn the_requester_is_told_of_every_step_that_concerns_them() {
    let (desk, _letters) = desk().await;
    desk.ticket_in(Status::Resolved).await;
    desk.run_jobs().await;
    assert_eq!(kinds(&desk, "requester").await, ["registered", "opened", "resolved"]);
    let notices = desk.sign_in("requester").await.get("/me/notifications").await.ok(200);
    assert_eq!(notices["unread"], 3);
    assert_eq!(notices["items"][0]["ticket"], "TIC-1");
    assert_eq!(desk.run_jobs().await, 0, "nothing is told twice");
}

#[tokio::test]
async fn notices_are_read_one_by_one_or_all_at_once() {
    let (desk, _letters) = desk().await;
    desk.ticket_in(Status::Resolved).await;
    desk.run_jobs().await;
    let me = desk.sign_in("requester").await;
    let first = me.get("/me/notifications?unread=true&limit=1").await.ok(200);
    assert!(first["next_cursor"].is_string());
    let id = first["items"][0]["id"].clone();
    me.post("/me/notifications/read", &json!({"ids": [id]})).await.expect_status(204);
    assert_eq!(me.get("/me/notifications").await.ok(200)["unread"], 2);
    // Somebody else's ids change nothing of mine.
    let other = desk.sign_in("agent").await;
    let ids: Vec<Value> = me.get("/me/notifications").await.ok(200)["items"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|notice| notice["id"].clone())
        .collect();
    other.post("/me/notifications/read", &json!({"ids": ids})).await.expect_status(204);
    assert_eq!(me.get("/me/notifications").await.ok(200)["unread"], 2);
    me.post("/me/notifications/read", &json!({})).await.expect_status(204);
    assert_eq!(me.get("/me/notifications?unread=true").await.ok(200)["items"], json!([]));
}

#[tokio::test]
async fn an_internal_note_is_told_to_the_desk_alone() {
    let (desk, letters_in) = desk().await;
    let number = desk.ticket_in(Status::InAttention).await;
    let other = desk.sign_in("agent2").await;
    other.put(&format!("/tickets/{number}/watchers/me")).await.expect_status(204);
    let note = json!({"body": "Clave del equipo: hablar con Ana.", "visibility": "internal"});
    desk.sign_in("agent").await.post(&format!("/tickets/{number}/comments"), &note).await.expect_status(201);
    desk.run_jobs().await;
    assert!(!kinds(&desk, "requester").await.contains(&"commented".to_owned()));
    assert_eq!(kinds(&desk, "agent2").await, ["commented"]);
    let to_requester = letters(letters_in.path()).into_iter().filter(|(envelope, _)| {
        envelope["forward_path"][0].as_str().is_some_and(|address| address.starts_with("requester"))
    });
    for (_, letter) in to_requester {
        assert!(!letter.contains("Clave del equipo"), "{letter}");
    }
}

#[tokio::test]
async fn what_one_does_not_want_to_be_told_one_is_not() {
    let (desk, letters_in) = desk().await;
    let me = desk.sign_in("requester").await;
    let all = me.get("/me/notification-preferences").await.ok(200);
    assert_eq!(all["kinds"]["opened"], json!({"in_app": true, "by_mail": false}));
    let change = json!({"kinds": {"registered": {"in_app": false, "by_mail": false}}});
    let version = desk.sign_in("requester").await;
    let changed =
        version.ask(reqwest::Method::PATCH, "/me/notification-preferences").json(&change).send().await.ok(200);
    assert_eq!(changed["kinds"]["registered"], json!({"in_app": false, "by_mail": false}));
    me.post("/tickets", &incident(json!({}))).await.expect_status(201);
    desk.run_jobs().await;
    assert_eq!(me.get("/me/notifications").await.ok(200)["unread"], 0);
    assert_eq!(letters(letters_in.path()).len(), 0);
}

#[tokio::test]
async fn a_letter_says_who_sent_it_and_belongs_to_its_conversation() {
    let (desk, folder) = desk().await;
    let number = desk.ticket_in(Status::Resolved).await;
    desk.run_jobs().await;
    let all = letters(folder.path());
    let own: Vec<&String> = all
        .iter()
        .filter(|(envelope, _)| envelope["forward_path"][0].as_str().is_some_and(|to| to.contains("requester")))
        .map(|(_, letter)| letter)
        .collect();
    assert_eq!(own.len(), 2, "the confirmation and the solution: {all:?}");
    let header = |letter: &str, name: &str| {
        let found = letter.lines().find(|line| line.to_lowercase().starts_with(&format!("{name}:")));
        found.unwrap_or_else(|| panic!("no {name} in {letter}")).to_owned()
    };
    for letter in &own {
        assert!(header(letter, "auto-submitted").ends_with("auto-generated"));
        assert!(header(letter, "from").contains("mesa@desk.example.org"));
        assert!(header(letter, "list-id").contains("desk.example.org"));
    }
    assert_eq!(header(own[0], "references"), header(own[1], "references"), "one conversation");
    assert_ne!(header(own[0], "message-id"), header(own[1], "message-id"));
    let shown = desk.sign_in("admin").await.get("/mails").await.ok(200);
    let sent: Vec<&Value> = shown["items"].as_array().expect("a list").iter().collect();
    assert!(sent.iter().all(|mail| mail["state"] == "sent" && mail["ticket"] == number.as_str()), "{shown}");
}

#[tokio::test]
async fn work_waits_for_service_hours_and_the_requester_does_not() {
    let (desk, folder) = desk().await;
    let number = desk.ticket_in(Status::InAttention).await;
    // Friday 2026-11-13, 20:00 in Bogotá; Monday is a holiday.
    desk.at(tests::instant("2026-11-14T01:00:00Z")).await;
    let before = letters(folder.path()).len();
    let agent2 = desk.sign_in("agent2").await;
    agent2.post(&format!("/tickets/{number}/comments"), &json!({"body": "¿Sigue igual?"})).await.expect_status(201);
    desk.run_jobs().await;
    let now = letters(folder.path());
    assert_eq!(now.len(), before + 1, "the requester's, not the assignee's: {now:?}");
    desk.at(tests::instant("2026-11-17T12:29:00Z")).await;
    assert_eq!(letters(folder.path()).len(), before + 1);
    desk.at(tests::instant("2026-11-17T12:31:00Z")).await;
    assert!(letters(folder.path()).len() > before + 1, "at 7:30 on Tuesday");
}

#[tokio::test]
async fn a_letters_link_accepts_or_refuses_the_solution_without_signing_in() {
    let (desk, folder) = desk().await;
    let number = desk.ticket_in(Status::Resolved).await;
    desk.run_jobs().await;
    let token = link(folder.path());
    let nobody = desk.nobody();
    let invitation = nobody.get(&format!("/surveys/{token}")).await.ok(200);
    assert_eq!(invitation["state"], "open");
    assert_eq!(invitation["ticket"], number.as_str());
    // Looking changes nothing: scanners open links.
    assert_eq!(desk.status(&number).await, Status::Resolved);
    let path = format!("/surveys/{token}");
    nobody.post(&path, &json!({"satisfied": false})).await.refused(422, "invalid");
    let after = nobody.post(&path, &json!({"satisfied": false, "comment": "Sigue sin red."})).await.ok(200);
    assert_eq!(after["state"], "answered");
    assert_eq!(desk.status(&number).await, Status::InAnalysis);
    // Pressed again: one answer for each resolution, for ever.
    let again = nobody.post(&path, &json!({"satisfied": true})).await.ok(200);
    assert_eq!(again["state"], "answered");
    assert_eq!(desk.status(&number).await, Status::InAnalysis);
    let entries = desk.sign_in("admin").await.get("/audit?limit=5").await.ok(200);
    assert!(!entries.to_string().contains(&token), "the log does not keep the link");
}

#[tokio::test]
async fn a_link_is_good_for_its_resolution_only_and_not_for_ever() {
    let (desk, folder) = desk().await;
    let number = desk.ticket_in(Status::Resolved).await;
    desk.run_jobs().await;
    let token = link(folder.path());
    let no = json!({"satisfied": false, "comment": "No."});
    desk.act("requester", &number, "survey", no).await;
    desk.act("agent", &number, "diagnose", tests::given::diagnosis()).await;
    desk.act("agent", &number, "resolve", json!({"solution": "Ahora sí."})).await;
    let nobody = desk.nobody();
    assert_eq!(nobody.get(&format!("/surveys/{token}")).await.ok(200)["state"], "answered");
    desk.at(desk.clock.now() + TimeDelta::days(31)).await;
    nobody.get(&format!("/surveys/{token}")).await.refused(404, "not_found");
    nobody.get("/surveys/x.y.z").await.refused(404, "not_found");
    let access = desk.sign_in("requester").await.get("/me").await.ok(200);
    assert!(access["id"].is_string());
}

/// The token of the newest invitation among the letters.
fn link(folder: &Path) -> String {
    let found = letters(folder).iter().rev().find_map(|(_, letter)| {
        let text = letter.replace("=\r\n", "").replace("=3D", "=");
        let (_, rest) = text.split_once("/surveys/")?;
        rest.split(['?', '"', ')']).next().map(str::to_owned)
    });
    found.expect("a letter with an invitation")
}
