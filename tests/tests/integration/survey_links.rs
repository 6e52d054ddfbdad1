//! The survey by a letter's link.

use super::notifications::kinds;
use chrono::TimeDelta;
use contract::tickets::Status;
use serde_json::json;
use tests::Desk;
use tests::given::diagnosis;
use tests::mail::MailServer;

/// The token of the newest invitation to somebody's survey.
fn token(server: &MailServer) -> String {
    let found = server.letters_to("requester").iter().rev().find_map(|letter| {
        let text = letter.text();
        let (_, rest) = text.split_once("/surveys/")?;
        rest.split('?').next().map(str::to_owned)
    });
    found.expect("a letter with an invitation")
}

#[tokio::test]
async fn a_letters_link_accepts_or_refuses_the_solution_without_signing_in() {
    let (desk, server) = Desk::that_sends().await;
    let number = desk.ticket_in(Status::Resolved).await;
    desk.run_jobs().await;
    let token = token(&server);
    let path = format!("/surveys/{token}");
    let nobody = desk.nobody();
    for _ in 0..2 {
        let invitation = nobody.get(&path).await.ok(200);
        assert_eq!((&invitation["state"], &invitation["ticket"]), (&json!("open"), &json!(number)));
    }
    // Looking changes nothing: scanners open links.
    assert_eq!(desk.read("agent", &number).await["status"], "resolved");
    nobody.post(&path, &json!({"satisfied": false})).await.refused(422, "invalid");
    let after = nobody.post(&path, &json!({"satisfied": false, "comment": "Sigue sin red."})).await.ok(200);
    assert_eq!(after["state"], "answered");
    assert_eq!(desk.read("agent", &number).await["status"], "in_analysis");
    // Pressed again: one answer for each resolution, for ever.
    let again = nobody.post(&path, &json!({"satisfied": true})).await.ok(200);
    assert_eq!(again["state"], "answered");
    assert_eq!(desk.read("agent", &number).await["status"], "in_analysis");
    desk.run_jobs().await;
    assert_eq!(kinds(&desk, "agent").await.last().map(String::as_str), Some("reopened"));
    let entries = desk.sign_in("admin").await.get("/audit?limit=20").await.ok(200).to_string();
    assert!(entries.contains("/surveys/{token}") && !entries.contains(&token), "{entries}");
}

#[tokio::test]
async fn a_link_is_good_for_its_resolution_only_and_not_for_ever() {
    let (desk, server) = Desk::that_sends().await;
    let number = desk.ticket_in(Status::Resolved).await;
    desk.run_jobs().await;
    let first = token(&server);
    let no = json!({"satisfied": false, "comment": "No."});
    desk.act("requester", &number, "survey", no).await;
    desk.act("agent", &number, "diagnose", diagnosis()).await;
    desk.act("agent", &number, "resolve", json!({"solution": "Ahora sí."})).await;
    desk.run_jobs().await;
    let nobody = desk.nobody();
    assert_eq!(nobody.get(&format!("/surveys/{first}")).await.ok(200)["state"], "answered");
    let second = token(&server);
    assert_ne!(first, second);
    assert_eq!(nobody.get(&format!("/surveys/{second}")).await.ok(200)["state"], "open");
    desk.at(desk.clock.now() + TimeDelta::days(31)).await;
    nobody.get(&format!("/surveys/{second}")).await.refused(404, "not_found");
    nobody.get("/surveys/x.y.z").await.refused(404, "not_found");
    nobody.post("/surveys/x.y.z", &json!({"satisfied": true})).await.refused(404, "not_found");
}

#[tokio::test]
async fn a_link_lives_as_long_as_the_survey_that_it_is_for() {
    let (desk, server) = Desk::that_sends().await;
    let admin = desk.sign_in("admin").await;
    let version = admin.get("/projects/TIC").await.ok(200)["version"].as_i64().expect("a version");
    admin.patch("/projects/TIC", version, &json!({"acceptance_hours": 720})).await.expect_status(200);
    desk.ticket_in(Status::Resolved).await;
    desk.run_jobs().await;
    let path = format!("/surveys/{}", token(&server));
    desk.at(desk.clock.now() + TimeDelta::days(44)).await;
    assert_eq!(desk.nobody().get(&path).await.ok(200)["state"], "open", "accepted by silence after thirty");
    desk.at(desk.clock.now() + TimeDelta::days(2)).await;
    desk.nobody().get(&path).await.refused(404, "not_found");
}

#[tokio::test]
async fn of_a_case_that_ended_otherwise_nothing_is_asked() {
    let (desk, server) = Desk::that_sends().await;
    let number = desk.ticket_in(Status::Resolved).await;
    desk.run_jobs().await;
    let path = format!("/surveys/{}", token(&server));
    desk.act("admin", &number, "close", json!({"reason": "cancelled", "note": "Ya no hace falta."})).await;
    assert_eq!(desk.nobody().get(&path).await.ok(200)["state"], "over");
    let late = desk.nobody().post(&path, &json!({"satisfied": true})).await.ok(200);
    assert_eq!(late["state"], "over");
}
