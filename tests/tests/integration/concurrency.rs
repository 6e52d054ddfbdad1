//! Many people at once: nothing lost, nothing twice.

use chrono::TimeDelta;
use contract::tickets::Status;
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tests::given::incident;
use tests::{Answer, Desk, Person};

#[tokio::test]
async fn two_hundred_registrations_at_once_have_two_hundred_numbers() {
    let desk = Desk::start().await;
    let requester = desk.sign_in("requester").await;
    let tasks: Vec<_> = (0..8)
        .map(|_| {
            let requester = requester.clone();
            tokio::spawn(async move {
                let mut numbers = Vec::new();
                for _ in 0..25 {
                    let answer = requester.post("/tickets", &incident(json!({}))).await.ok(201);
                    numbers.push(answer["number"].as_str().expect("a number").to_owned());
                }
                numbers
            })
        })
        .collect();
    let mut numbers = BTreeSet::new();
    for task in tasks {
        numbers.extend(task.await.expect("no panic"));
    }
    assert_eq!(numbers.len(), 200);
    assert_eq!(requester.get("/tickets?count=true&limit=1").await.ok(200)["total"], 200);
}

#[tokio::test]
async fn of_two_who_open_a_case_at_once_one_does() {
    let desk = Desk::start().await;
    let (one, other) = (desk.sign_in("agent").await, desk.sign_in("agent2").await);
    for _ in 0..8 {
        let number = desk.ticket_in(Status::Registered).await;
        let path = format!("/tickets/{number}/open");
        let body = json!({});
        let (first, second) = tokio::join!(one.post(&path, &body), other.post(&path, &body));
        assert_one_of(&[first, second], 409);
        assert_eq!(desk.actions(&number).await, ["register", "open"]);
    }
}

#[tokio::test]
async fn a_case_escalated_by_many_at_once_goes_up_one_level() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    for _ in 0..4 {
        let number = desk.ticket_in(Status::InAnalysis).await;
        let path = format!("/tickets/{number}/escalate");
        let body = json!({"reason": "Arriba."});
        let ask = || agent.post(&path, &body);
        let answers: [Answer; 4] = tokio::join!(ask(), ask(), ask(), ask()).into();
        assert_one_of(&answers, 409);
        assert_eq!(desk.read("agent", &number).await["level"], 2);
    }
}

#[tokio::test]
async fn of_two_merges_that_cross_one_works() {
    let desk = Desk::start().await;
    let (one, other) = (desk.sign_in("agent").await, desk.sign_in("agent2").await);
    for _ in 0..8 {
        let (left, right) =
            (desk.ticket_in(Status::Registered).await, desk.ticket_in(Status::Registered).await);
        let merge = |duplicate: &str| format!("/tickets/{duplicate}/merge");
        let (to_right, to_left) = (json!({"into": right}), json!({"into": left}));
        let (away, back) = (merge(&left), merge(&right));
        let (first, second) = tokio::join!(one.post(&away, &to_right), other.post(&back, &to_left));
        assert_one_of(&[first, second], 409);
    }
}

#[tokio::test]
async fn one_resolution_gets_one_answer() {
    let desk = Desk::start().await;
    let requester = desk.sign_in("requester").await;
    let number = desk.ticket_in(Status::Resolved).await;
    let path = format!("/tickets/{number}/survey");
    let (yes, no) = (json!({"satisfied": true}), json!({"satisfied": false, "comment": "No."}));
    let (first, second) = tokio::join!(requester.post(&path, &yes), requester.post(&path, &no));
    assert_one_of(&[first, second], 409);
    let surveys = requester.get(&format!("/tickets/{number}/surveys")).await.ok(200);
    assert_eq!(surveys["items"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn no_change_is_lost_when_everybody_says_what_they_saw() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    let agent = desk.sign_in("agent").await;
    let start = desk.read("agent", &number).await["version"].as_i64().expect("a version");
    let tasks: Vec<_> =
        (0..8).map(|_| tokio::spawn(classify_until_it_works(agent.clone(), number.clone()))).collect();
    for task in tasks {
        task.await.expect("no panic");
    }
    assert_eq!(desk.read("agent", &number).await["version"], json!(start + 8));
    let classified = desk.actions(&number).await.iter().filter(|action| *action == "classify").count();
    assert_eq!(classified, 8);
}

#[tokio::test]
async fn of_two_changes_to_one_version_one_is_stale() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    for version in 1..=5 {
        let (mesa, oti) = (json!({"area": "Mesa"}), json!({"area": "OTI"}));
        let (first, second) =
            tokio::join!(agent.patch("/me", version, &mesa), agent.patch("/me", version, &oti));
        let written = if first.status == 200 { "Mesa" } else { "OTI" };
        assert_one_of(&[first, second], 412);
        assert_eq!(agent.get("/me").await.ok(200)["area"], written);
    }
}

#[tokio::test]
async fn replicas_that_run_the_jobs_together_do_everything_once() {
    let desk = Desk::start().await;
    let late = desk.register("requester", json!({})).await;
    let solved = desk.ticket_in(Status::Resolved).await;
    desk.clock.advance(TimeDelta::hours(48) + TimeDelta::seconds(1));
    tokio::join!(desk.run_jobs(), desk.run_jobs(), desk.run_jobs(), desk.run_jobs());
    assert_eq!(desk.actions(&late).await, ["register", "breach"]);
    let closes = desk.actions(&solved).await.iter().filter(|action| *action == "auto_accept").count();
    assert_eq!(closes, 1);
}

/// Reads, then writes what was read if nobody else was faster; else again.
async fn classify_until_it_works(agent: Person, number: String) {
    loop {
        let ticket: Value = agent.get(&format!("/tickets/{number}")).await.ok(200);
        let ask = agent.ask(Method::POST, &format!("/tickets/{number}/classify"));
        let answer =
            ask.header("If-Match", &format!("\"{}\"", ticket["version"])).json(&json!({"impact": "low"}));
        match answer.send().await.status.as_u16() {
            200 => return,
            412 => {}
            other => panic!("{other}"),
        }
    }
}

/// Fails unless exactly one worked and the others were refused with this status.
#[track_caller]
fn assert_one_of(answers: &[Answer], refused: u16) {
    let statuses: Vec<u16> = answers.iter().map(|answer| answer.status.as_u16()).collect();
    let worked = statuses.iter().filter(|status| **status == 200).count();
    assert!(worked == 1 && statuses.iter().all(|status| [200, refused].contains(status)), "{statuses:?}");
}
