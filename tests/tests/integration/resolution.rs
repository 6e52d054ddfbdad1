//! The resolution clock, where an agreement promises a resolution time.

use super::sla::assert_explains;
use chrono::TimeDelta;
use contract::tickets::Status;
use serde_json::{Value, json};
use tests::{Desk, instant};

#[tokio::test]
async fn waits_that_the_agreement_names_stop_the_clock() {
    let desk = contracted().await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    assert_eq!(due_at(&desk, &number).await, json!("2026-11-11T22:00:00Z"), "eight hours, at closing time");
    desk.act("agent", &number, "pause", json!({"reason": "parts"})).await;
    let waiting = resolution(&desk, &number).await;
    assert_eq!((&waiting["state"], &waiting["due_at"]), (&json!("paused"), &Value::Null));
    desk.clock.advance(TimeDelta::hours(1));
    desk.act("agent", &number, "resume", json!({})).await;
    assert_eq!(due_at(&desk, &number).await, json!("2026-11-12T13:30:00Z"), "an hour later in service time");
    desk.act("agent", &number, "pause", json!({"reason": "authorisation"})).await;
    assert_eq!(due_at(&desk, &number).await, json!("2026-11-12T13:30:00Z"), "that wait is not named");
    let clock = explained(&desk, &number).await;
    let paused = clock["intervals"].as_array().expect("a list").iter().find(|i| i["kind"] == "paused");
    let paused = paused.expect("the wait for parts");
    assert_eq!((&paused["pause_reason"], &paused["paused_by"]), (&json!("parts"), &json!("Alan Torres")));
    assert_eq!(paused["seconds"], 3600);
}

#[tokio::test]
async fn nothing_is_breached_while_it_waits_nor_when_it_stops_waiting() {
    let desk = contracted().await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    desk.clock.advance(TimeDelta::hours(1));
    desk.act("agent", &number, "pause", json!({"reason": "requester"})).await;
    desk.later(TimeDelta::days(20)).await;
    assert_eq!(resolution(&desk, &number).await["state"], "paused");
    desk.at(instant("2026-12-02T14:00:00Z")).await;
    let ticket = desk.act("agent", &number, "resume", json!({})).await;
    assert_eq!(ticket["sla"]["resolution"]["state"], "running");
    assert_eq!(
        ticket["sla"]["resolution"]["due_at"], "2026-12-02T21:00:00Z",
        "the seven hours that were left"
    );
    desk.run_jobs().await;
    assert!(!desk.actions(&number).await.contains(&"breach".to_owned()));
    desk.at(instant("2026-12-02T21:00:01Z")).await;
    assert_eq!(resolution(&desk, &number).await["state"], "breached");
    desk.act("agent", &number, "pause", json!({"reason": "requester"})).await;
    assert_eq!(resolution(&desk, &number).await["state"], "breached", "once breached, always breached");
}

#[tokio::test]
async fn the_time_between_solution_and_reopening_is_not_counted() {
    let desk = contracted().await;
    let number = desk.ticket_in(Status::Resolved).await;
    let stopped = resolution(&desk, &number).await;
    assert_eq!((&stopped["state"], &stopped["stopped_at"]), (&json!("met"), &json!("2026-11-11T14:00:00Z")));
    desk.clock.advance(TimeDelta::hours(26));
    let no = json!({"satisfied": false, "comment": "Sigue igual."});
    let ticket = desk.act("requester", &number, "survey", no).await;
    assert_eq!(ticket["sla"]["resolution"]["state"], "running");
    assert_eq!(
        ticket["sla"]["resolution"]["due_at"], "2026-11-13T14:30:00Z",
        "eight hours from Thursday 11:00"
    );
    assert_eq!(ticket["resolved_at"], Value::Null);
    desk.run_jobs().await;
    assert!(!desk.actions(&number).await.contains(&"breach".to_owned()));
    let clock = explained(&desk, &number).await;
    assert!(
        clock["intervals"].as_array().expect("a list").iter().any(|interval| interval["kind"] == "stopped")
    );
}

#[tokio::test]
async fn classification_changes_the_target_and_keeps_what_was_waited() {
    let desk = contracted().await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    desk.act("agent", &number, "pause", json!({"reason": "parts"})).await;
    desk.clock.advance(TimeDelta::hours(1));
    desk.act("agent", &number, "resume", json!({})).await;
    let urgent = json!({"impact": "high", "urgency": "high"});
    let ticket = desk.act("agent", &number, "classify", urgent).await;
    let clock = &ticket["sla"]["resolution"];
    assert_eq!((&clock["target_minutes"], &clock["due_at"]), (&json!(120), &json!("2026-11-11T17:00:00Z")));
    // A kind without a promise has no clock; back again, it has one as if it had never been away.
    let ticket = desk.act("agent", &number, "classify", json!({"kind": "change"})).await;
    assert_eq!(ticket["sla"]["resolution"], Value::Null);
    let ticket = desk.act("agent", &number, "classify", json!({"kind": "incident"})).await;
    assert_eq!(ticket["sla"]["resolution"]["due_at"], "2026-11-11T17:00:00Z");
}

#[tokio::test]
async fn warning_and_breach_of_resolution_are_told_once() {
    let desk = contracted().await;
    let number = desk.ticket_in(Status::InProgress).await;
    let told = async || {
        let events = desk.events("agent", &number).await;
        let alarms = events.iter().filter(|event| event["details"]["clock"] == "resolution");
        alarms.map(|event| event["action"].as_str().expect("a word").to_owned()).collect::<Vec<_>>()
    };
    desk.at(instant("2026-11-11T20:00:00Z")).await;
    assert!(told().await.is_empty(), "three quarters are used up, not more");
    for _ in 0..2 {
        desk.later(TimeDelta::seconds(1)).await;
        assert_eq!(told().await, ["warn"]);
    }
    desk.at(instant("2026-11-11T22:00:00Z")).await;
    assert_eq!(told().await, ["warn"]);
    for _ in 0..2 {
        desk.later(TimeDelta::seconds(1)).await;
        assert_eq!(told().await, ["warn", "breach"]);
    }
    let ticket = desk.act("agent", &number, "resolve", json!({"solution": "Tarde."})).await;
    assert_eq!(ticket["sla"]["resolution"]["state"], "breached");
}

/// A desk whose agreement promises incidents a solution in eight hours, critical ones in two.
/// A desk whose agreement promises resolution times.
pub(super) async fn contracted() -> Desk {
    let desk = Desk::start().await;
    let agreement = json!({"project": "TIC", "key": "contrato", "name": "Contrato", "valid_from": "2026-11-11",
    "pausing_reasons": ["requester", "parts"],
    "targets": [
        {"kind": "incident", "priority": 1, "attention_minutes": 30, "resolution_minutes": 120},
        {"kind": "incident", "attention_minutes": 60, "resolution_minutes": 480},
        {"attention_minutes": 120},
    ]});
    desk.sign_in("admin").await.post("/agreements", &agreement).await.expect_status(201);
    desk
}

async fn resolution(desk: &Desk, number: &str) -> Value {
    desk.read("agent", number).await["sla"]["resolution"].clone()
}

async fn due_at(desk: &Desk, number: &str) -> Value {
    resolution(desk, number).await["due_at"].clone()
}

async fn explained(desk: &Desk, number: &str) -> Value {
    let page = desk.sign_in("agent").await.get(&format!("/tickets/{number}/clocks")).await.ok(200);
    let clock = page["items"][1].clone();
    assert_eq!(clock["name"], "resolution");
    assert_explains(&clock);
    clock
}
