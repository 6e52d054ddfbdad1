//! Waiting: the overlay `pending` on a case in analysis or in progress.

use chrono::TimeDelta;
use contract::tickets::Status;
use serde_json::{Value, json};
use tests::Desk;

#[tokio::test]
async fn a_case_waits_and_goes_on_where_it_was() {
    let desk = Desk::start().await;
    for (status, word) in [(Status::InAnalysis, "in_analysis"), (Status::InProgress, "in_progress")] {
        let number = desk.ticket_in(status).await;
        let ticket =
            desk.act("agent", &number, "pause", json!({"reason": "parts", "note": "En camino."})).await;
        let waiting = json!({"since": "2026-11-11T14:00:00Z", "reason": "parts", "until": null});
        assert_eq!((&ticket["status"], &ticket["pending"]), (&json!(word), &waiting));
        let allowed = ticket["allowed_actions"].as_array().expect("a list");
        assert!(allowed.contains(&json!("resume")) && !allowed.contains(&json!("diagnose")), "{allowed:?}");
        let diagnose = json!({"cause": "x", "analysis": "y"});
        let answer =
            desk.sign_in("agent").await.post(&format!("/tickets/{number}/diagnose"), &diagnose).await;
        let problem = answer.refused(409, "wrong_state");
        assert!(problem["detail"].as_str().is_some_and(|detail| detail.contains("en espera")), "{problem}");
        let ticket = desk.act("agent", &number, "resume", json!({})).await;
        assert_eq!((&ticket["status"], &ticket["pending"]), (&json!(word), &Value::Null));
    }
}

#[tokio::test]
async fn the_requesters_comment_ends_the_wait_for_them() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    desk.act("agent", &number, "pause", json!({"reason": "requester"})).await;
    comment(&desk, "agent", &number).await;
    assert_eq!(desk.read("agent", &number).await["pending"]["reason"], "requester");
    comment(&desk, "requester", &number).await;
    assert_eq!(desk.read("agent", &number).await["pending"], Value::Null);
    let actions = desk.actions(&number).await;
    assert_eq!(actions[actions.len() - 2..], ["comment", "resume"]);

    // Waiting for parts is another matter.
    desk.act("agent", &number, "pause", json!({"reason": "parts"})).await;
    comment(&desk, "requester", &number).await;
    assert_eq!(desk.read("agent", &number).await["pending"]["reason"], "parts");
}

#[tokio::test]
async fn a_wait_with_an_end_ends_by_itself_and_once() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    let body = json!({"reason": "third_party", "until": "2026-11-11T16:00:00Z"});
    desk.act("agent", &number, "pause", body).await;
    desk.later(TimeDelta::minutes(120)).await;
    assert_eq!(desk.read("agent", &number).await["pending"]["reason"], "third_party", "not a moment early");
    desk.later(TimeDelta::seconds(1)).await;
    assert_eq!(desk.read("agent", &number).await["pending"], Value::Null);
    assert_eq!(desk.run_jobs().await, 0);
    let events = desk.events("requester", &number).await;
    let last = events.last().expect("the end of the wait");
    assert_eq!((&last["action"], &last["actor"]), (&json!("resume"), &Value::Null));
}

#[tokio::test]
async fn a_wait_cannot_have_ended_already() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    let agent = desk.sign_in("agent").await;
    for until in ["2026-11-11T14:00:00Z", "2020-01-01T00:00:00Z"] {
        let answer = agent
            .post(&format!("/tickets/{number}/pause"), &json!({"reason": "parts", "until": until}))
            .await;
        assert_eq!(answer.faults(), ["until: future"]);
    }
    assert_eq!(desk.read("agent", &number).await["pending"], Value::Null);
}

async fn comment(desk: &Desk, username: &str, number: &str) {
    let path = format!("/tickets/{number}/comments");
    desk.sign_in(username).await.post(&path, &json!({"body": "Una novedad."})).await.expect_status(201);
}
