//! Silence counts as acceptance after 48 hours (TC-PD-15 activity 12), and stays told apart from
//! a word.

use chrono::TimeDelta;
use contract::tickets::Status;
use diesel::prelude::*;
use serde_json::{Value, json};
use tests::{Desk, instant};

#[tokio::test]
async fn silence_for_48_hours_closes_a_case_and_not_a_moment_less() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::Resolved).await;
    assert_eq!(desk.read("agent", &number).await["sla"]["acceptance"]["due_at"], "2026-11-13T14:00:00Z");
    desk.later(TimeDelta::hours(48)).await;
    assert_eq!(desk.read("agent", &number).await["status"], "resolved");
    desk.later(TimeDelta::seconds(1)).await;
    let ticket = desk.read("agent", &number).await;
    assert_eq!(
        (&ticket["status"], &ticket["closure"]["reason"]),
        (&json!("closed"), &json!("auto_accepted"))
    );
    assert_eq!(ticket["closed_at"], "2026-11-13T14:00:01Z");
    assert_eq!(ticket["satisfaction"], Value::Null);
    assert_eq!(desk.run_jobs().await, 0);
    let events = desk.events("requester", &number).await;
    let last = events.last().expect("the close");
    assert_eq!(
        (&last["action"], &last["actor"], &last["activity"]),
        (&json!("auto_accept"), &Value::Null, &json!(12))
    );
}

#[tokio::test]
async fn a_case_reopened_meanwhile_is_not_closed() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::Resolved).await;
    desk.later(TimeDelta::hours(47)).await;
    desk.act("requester", &number, "survey", json!({"satisfied": false, "comment": "No."})).await;
    desk.later(TimeDelta::hours(10)).await;
    assert_eq!(desk.read("agent", &number).await["status"], "in_analysis");
    // Resolved anew, it has 48 hours anew.
    desk.act("agent", &number, "diagnose", tests::given::diagnosis()).await;
    desk.act("agent", &number, "resolve", json!({"solution": "Ahora sí."})).await;
    desk.later(TimeDelta::hours(48)).await;
    assert_eq!(desk.read("agent", &number).await["status"], "resolved");
    desk.later(TimeDelta::seconds(1)).await;
    assert_eq!(desk.read("agent", &number).await["closure"]["reason"], "auto_accepted");
}

#[tokio::test]
async fn whoever_was_silent_may_still_answer_for_15_days_without_reopening() {
    let desk = Desk::start().await;
    for (satisfied, comment) in [(true, Value::Null), (false, json!("No quedó bien."))] {
        let number = tacitly_closed(&desk).await;
        let allowed = |ticket: &Value| ticket["allowed_actions"].clone();
        assert_eq!(allowed(&desk.read("requester", &number).await), json!(["survey"]));
        desk.clock.advance(TimeDelta::days(15));
        let body = json!({"satisfied": satisfied, "score": 2, "comment": comment});
        let ticket = desk.act("requester", &number, "survey", body.clone()).await;
        assert_eq!(
            (&ticket["status"], &ticket["closure"]["reason"]),
            (&json!("closed"), &json!("auto_accepted"))
        );
        assert_eq!(ticket["satisfaction"], json!({"satisfied": satisfied, "score": 2}));
        assert_eq!((&ticket["reopen_count"], &ticket["allowed_actions"]), (&json!(0), &json!([])));
        let requester = desk.sign_in("requester").await;
        requester.post(&format!("/tickets/{number}/survey"), &body).await.refused(409, "wrong_state");
        let surveys = requester.get(&format!("/tickets/{number}/surveys")).await.ok(200);
        assert_eq!(surveys["items"].as_array().map(Vec::len), Some(1), "the first word is kept");
    }
}

#[tokio::test]
async fn after_15_days_the_survey_is_over() {
    let desk = Desk::start().await;
    let number = tacitly_closed(&desk).await;
    desk.clock.advance(TimeDelta::days(15) + TimeDelta::seconds(1));
    let body = json!({"satisfied": true});
    let answer = desk.sign_in("requester").await.post(&format!("/tickets/{number}/survey"), &body).await;
    let problem = answer.refused(409, "wrong_state");
    assert_eq!(problem["allowed_actions"], json!([]));
}

#[tokio::test]
async fn each_resolution_is_answered_once_and_only_by_its_requester() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::Resolved).await;
    let path = format!("/tickets/{number}/survey");
    desk.sign_in("agent").await.post(&path, &json!({"satisfied": true})).await.refused(403, "forbidden");
    desk.sign_in("requester2").await.post(&path, &json!({"satisfied": true})).await.refused(404, "not_found");
    let requester = desk.sign_in("requester").await;
    for comment in [json!({}), json!({"comment": "  "})] {
        let mut body = json!({"satisfied": false});
        body.as_object_mut().expect("an object").extend(comment.as_object().expect("an object").clone());
        assert_eq!(requester.post(&path, &body).await.faults(), ["comment: comment_required"]);
    }
    let body = json!({"satisfied": true, "score": 4, "answers": {"trato": 5, "rapidez": 3}});
    requester.post(&path, &body).await.expect_status(200);
    requester.post(&path, &body).await.refused(409, "wrong_state");
    let surveys = requester.get(&format!("/tickets/{number}/surveys")).await.ok(200);
    assert_eq!(surveys["items"][0]["answers"], json!({"rapidez": 3, "trato": 5}));
}

#[tokio::test]
async fn a_project_may_count_the_window_otherwise() {
    for (window, due_at) in [
        ("wall_clock", "2026-11-15T21:00:00Z"),
        // Monday is a holiday.
        ("not_before_service_day_end", "2026-11-17T22:00:00Z"),
        ("service_hours", "2026-11-23T21:30:00Z"),
    ] {
        let desk = Desk::start().await;
        set_window(&desk, window).await;
        desk.clock.set(instant("2026-11-13T21:00:00Z"));
        let number = desk.ticket_in(Status::Resolved).await;
        assert_eq!(desk.read("agent", &number).await["sla"]["acceptance"]["due_at"], due_at, "{window}");
    }
}

async fn tacitly_closed(desk: &Desk) -> String {
    let number = desk.ticket_in(Status::Resolved).await;
    desk.later(TimeDelta::hours(48) + TimeDelta::seconds(1)).await;
    assert_eq!(desk.read("agent", &number).await["status"], "closed");
    number
}

async fn set_window(desk: &Desk, window: &'static str) {
    let change = move |connection: &mut mesa::db::DbConnection| {
        let statement = format!("UPDATE projects SET acceptance_window = '{window}'");
        diesel::sql_query(statement).execute(connection)?;
        Ok(())
    };
    desk.app.db.write(change).await.expect("a setting");
}
