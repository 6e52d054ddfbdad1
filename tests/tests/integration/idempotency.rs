//! `Idempotency-Key`: a retry is harmless.

use chrono::TimeDelta;
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tests::given::incident;
use tests::{Answer, Desk, Person};

#[tokio::test]
async fn the_same_key_and_request_get_the_same_answer_again() {
    let desk = Desk::start().await;
    let requester = desk.sign_in("requester").await;
    let first = register(&requester, "k1", &incident(json!({}))).await;
    desk.clock.advance(TimeDelta::minutes(10));
    let again = register(&requester, "k1", &incident(json!({}))).await;
    assert_eq!((again.status, &again.body), (first.status, &first.body));
    assert_eq!(again.header("location"), first.header("location"));
    assert_eq!(count(&requester).await, 1);
    // An action is not done twice either, nor refused because it has been done.
    let agent = desk.sign_in("agent").await;
    for _ in 0..2 {
        let ask =
            agent.ask(Method::POST, "/tickets/TIC-1/open").header("Idempotency-Key", "k2").json(&json!({}));
        assert_eq!(ask.send().await.ok(200)["status"], "in_attention");
    }
    assert_eq!(desk.actions("TIC-1").await, ["register", "open"]);
}

#[tokio::test]
async fn ten_at_once_with_one_key_make_one_case() {
    let desk = Desk::start().await;
    let requester = desk.sign_in("requester").await;
    let tasks: Vec<_> = (0..10)
        .map(|_| {
            let requester = requester.clone();
            tokio::spawn(async move { register(&requester, "k", &incident(json!({}))).await.ok(201) })
        })
        .collect();
    let mut numbers = BTreeSet::new();
    for task in tasks {
        numbers.insert(task.await.expect("no panic")["number"].to_string());
    }
    assert_eq!(numbers.len(), 1, "{numbers:?}");
    assert_eq!(count(&requester).await, 1);
}

#[tokio::test]
async fn another_request_under_the_same_key_is_refused() {
    let desk = Desk::start().await;
    let requester = desk.sign_in("requester").await;
    register(&requester, "k", &incident(json!({}))).await.expect_status(201);
    register(&requester, "k", &incident(json!({"subject": "Otra cosa"}))).await.refused(422, "key_reused");
    let elsewhere = requester.ask(Method::POST, "/tickets/TIC-1/comments").header("Idempotency-Key", "k");
    elsewhere.json(&json!({"body": "Hola"})).send().await.refused(422, "key_reused");
    assert_eq!(count(&requester).await, 1);
}

#[tokio::test]
async fn a_refusal_leaves_the_key_free() {
    let desk = Desk::start().await;
    let requester = desk.sign_in("requester").await;
    let wrong = incident(json!({"service": "no-existe"}));
    assert_eq!(register(&requester, "k", &wrong).await.faults(), ["service: unknown_reference"]);
    register(&requester, "k", &incident(json!({}))).await.expect_status(201);
}

#[tokio::test]
async fn a_key_is_the_callers_own_and_good_for_a_day() {
    let desk = Desk::start().await;
    let (one, other) = (desk.sign_in("requester").await, desk.sign_in("requester2").await);
    let number = |answer: Answer| answer.ok(201)["number"].clone();
    let first = number(register(&one, "k", &incident(json!({}))).await);
    assert_ne!(number(register(&other, "k", &incident(json!({}))).await), first, "another caller's key");
    desk.later(TimeDelta::hours(24)).await;
    assert_eq!(
        number(register(&one, "k", &incident(json!({}))).await),
        first,
        "to the last moment of the day"
    );
    desk.clock.advance(TimeDelta::seconds(1));
    assert_ne!(number(register(&one, "k", &incident(json!({}))).await), first, "the day is over");
    desk.later(TimeDelta::hours(25)).await;
    assert_ne!(number(register(&one, "k", &incident(json!({}))).await), first, "forgotten by the job");
}

#[tokio::test]
async fn a_key_has_visible_ascii_characters() {
    let desk = Desk::start().await;
    let requester = desk.sign_in("requester").await;
    for key in ["", "dos palabras", "x".repeat(256).as_str(), "ñ"] {
        let answer = register(&requester, key, &incident(json!({}))).await;
        assert_eq!(answer.faults(), ["Idempotency-Key: idempotency_key"], "{key:?}");
    }
    register(&requester, &"x".repeat(255), &incident(json!({}))).await.expect_status(201);
}

async fn register(person: &Person, key: &str, body: &Value) -> Answer {
    person.ask(Method::POST, "/tickets").header("Idempotency-Key", key).json(body).send().await
}

async fn count(person: &Person) -> u64 {
    person.get("/tickets?count=true").await.ok(200)["total"].as_u64().expect("a total")
}
