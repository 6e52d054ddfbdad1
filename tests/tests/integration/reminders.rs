//! Before silence counts as acceptance, the requester is reminded (TC-PD-15 activity 12).

use chrono::TimeDelta;
use contract::tickets::Status;
use serde_json::{Value, json};
use tests::Desk;
use tests::given::diagnosis;

/// How often a case's timeline says that its requester was reminded.
async fn reminders(desk: &Desk, number: &str) -> usize {
    desk.actions(number).await.iter().filter(|action| *action == "remind").count()
}

/// Changes the hours at which people are reminded.
async fn remind_at(desk: &Desk, hours: Value) -> tests::Answer {
    let admin = desk.sign_in("admin").await;
    let version = admin.get("/projects/TIC").await.ok(200)["version"].as_i64().expect("a version");
    admin.patch("/projects/TIC", version, &json!({"reminder_hours": hours})).await
}

#[tokio::test]
async fn the_requester_is_reminded_a_day_before_and_once() {
    let (desk, server) = Desk::that_sends().await;
    let number = desk.ticket_in(Status::Resolved).await;
    desk.later(TimeDelta::hours(24)).await;
    assert_eq!(reminders(&desk, &number).await, 0);
    let before = server.letters_to("requester").len();
    desk.later(TimeDelta::seconds(1)).await;
    assert_eq!(reminders(&desk, &number).await, 1);
    let letters = server.letters_to("requester");
    assert_eq!(letters.len(), before + 1);
    let text = letters[before].text();
    for words in [number.as_str(), "?answer=yes", "?answer=no", "2026-11-13"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let told = desk.sign_in("requester").await.get("/me/notifications?limit=1").await.ok(200);
    assert_eq!(told["items"][0]["kind"], "acceptance_reminder");
    let event = desk.events("requester", &number).await.pop().expect("the reminder");
    assert_eq!(
        (&event["action"], &event["activity"], &event["actor"]),
        (&json!("remind"), &json!(12), &Value::Null)
    );
    desk.later(TimeDelta::hours(20)).await;
    assert_eq!((reminders(&desk, &number).await, server.letters_to("requester").len()), (1, before + 1));
    // The letter's link is as good as the first one's.
    let (_, rest) = text.split_once("/surveys/").expect("a link");
    let token = rest.split('?').next().expect("a token");
    let answered =
        desk.nobody().post(&format!("/surveys/{token}"), &json!({"satisfied": true})).await.ok(200);
    assert_eq!(answered["state"], "answered");
}

#[tokio::test]
async fn who_has_answered_is_not_reminded() {
    let (desk, server) = Desk::that_sends().await;
    let yes = desk.ticket_in(Status::Closed).await;
    let no = desk.ticket_in(Status::Resolved).await;
    desk.act("requester", &no, "survey", json!({"satisfied": false, "comment": "Sigue igual."})).await;
    desk.later(TimeDelta::hours(30)).await;
    assert_eq!((reminders(&desk, &yes).await, reminders(&desk, &no).await), (0, 0));
    // Resolved anew, it has its reminder anew.
    desk.act("agent", &no, "diagnose", diagnosis()).await;
    desk.act("agent", &no, "resolve", json!({"solution": "Ahora sí."})).await;
    let before = server.letters_to("requester").len();
    desk.later(TimeDelta::hours(24) + TimeDelta::seconds(1)).await;
    assert_eq!(reminders(&desk, &no).await, 1);
    assert!(server.letters_to("requester").len() > before);
}

#[tokio::test]
async fn a_project_says_when_and_how_often() {
    let (desk, _server) = Desk::that_sends().await;
    let changed = remind_at(&desk, json!([4, 24])).await.ok(200);
    assert_eq!(changed["reminder_hours"], json!([24, 4]), "the first one first");
    let twice = desk.ticket_in(Status::Resolved).await;
    desk.later(TimeDelta::hours(24) + TimeDelta::seconds(1)).await;
    assert_eq!(reminders(&desk, &twice).await, 1);
    desk.later(TimeDelta::hours(20)).await;
    assert_eq!(reminders(&desk, &twice).await, 2);
    remind_at(&desk, json!([])).await.expect_status(200);
    let never = desk.ticket_in(Status::Resolved).await;
    desk.later(TimeDelta::hours(47)).await;
    assert_eq!(reminders(&desk, &never).await, 0);
    for hours in [json!([0]), json!([721]), json!([24, 24]), json!([1, 2, 3, 4, 5, 6])] {
        assert_eq!(remind_at(&desk, hours).await.faults(), ["reminder_hours: reminder_hours"]);
    }
}

#[tokio::test]
async fn a_scheduler_that_comes_late_reminds_once_or_not_at_all() {
    let (desk, _server) = Desk::that_sends().await;
    remind_at(&desk, json!([24, 4])).await.expect_status(200);
    let late = desk.ticket_in(Status::Resolved).await;
    desk.later(TimeDelta::hours(46)).await;
    assert_eq!(reminders(&desk, &late).await, 1);
    let too_late = desk.ticket_in(Status::Resolved).await;
    desk.later(TimeDelta::hours(49)).await;
    assert_eq!(reminders(&desk, &too_late).await, 0);
    assert_eq!(desk.read("agent", &too_late).await["closure"]["reason"], "auto_accepted");
}
