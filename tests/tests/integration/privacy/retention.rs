//! How long records are kept, and what a night does about it.

use super::{figures, stored_files};
use chrono::TimeDelta;
use contract::tickets::Status;
use diesel::prelude::*;
use mesa::db::DbConnection;
use reqwest::Method;
use serde_json::{Value, json};
use tests::Desk;

#[tokio::test]
async fn records_are_kept_for_ever_until_somebody_says_for_how_long() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::Closed).await;
    let admin = desk.sign_in("admin").await;
    let kept = admin.get("/privacy/retention").await.ok(200);
    let periods = kept["periods"].as_array().expect("a list").clone();
    let days = |kind: &str| {
        let period = periods.iter().find(|period| period["kind"] == kind).expect("it is listed");
        (period["days"].clone(), period["fixed"].clone())
    };
    assert_eq!(days("closed_tickets"), (json!(0), json!(false)));
    assert_eq!(days("attachments"), (json!(0), json!(false)));
    assert_eq!(days("notices"), (json!(90), json!(true)));
    assert_eq!(days("audit"), (json!(0), json!(true)));
    desk.later(TimeDelta::days(4_000)).await;
    assert_eq!(desk.read("admin", &number).await["subject"], "Sin red en el piso 3");
    assert_eq!(admin.get("/privacy/retention/reports").await.ok(200)["items"], json!([]));

    let patch = async |version: i64, body: Value| admin.patch("/privacy/retention", version, &body).await;
    assert_eq!(patch(1, json!({"closed_tickets": 7})).await.faults(), ["closed_tickets: period"]);
    assert_eq!(patch(1, json!({"audit": 30})).await.faults(), ["audit: unknown_field"]);
    admin
        .ask(Method::PATCH, "/privacy/retention")
        .json(&json!({}))
        .send()
        .await
        .refused(428, "precondition_required");
    patch(2, json!({"closed_tickets": 365})).await.refused(412, "stale");
    let changed = patch(1, json!({"closed_tickets": 365})).await;
    assert_eq!(changed.header("etag"), Some("\"2\""));
    let log = admin.get("/audit?operation=PATCH /api/v1/privacy/retention").await.ok(200);
    assert_eq!(
        (&log["items"][0]["project"]["key"], &log["items"][0]["changes"]["before"]["periods"][0]["days"]),
        (&json!("TIC"), &json!(0))
    );
}

#[tokio::test]
async fn a_night_makes_old_cases_anonymous_and_reports_it() {
    let desk = Desk::start().await;
    let old = desk.ticket_in(Status::Closed).await;
    let open = desk.ticket_in(Status::InAnalysis).await;
    desk.sign_in("requester").await.attach(&open, "a.txt", b"texto").await.expect_status(201);
    desk.clock.advance(TimeDelta::days(300));
    let young = desk.ticket_in(Status::Closed).await;
    desk.clock.advance(TimeDelta::days(100));
    let admin = desk.sign_in("admin").await;
    // What the clocks have been waiting to tell is told before anything is compared.
    desk.run_jobs().await;
    let summary = "/reports/summary?from=2026-11-01&to=2026-11-30";
    let before = figures(&admin.get(summary).await.ok(200));
    let events = desk.events("admin", &old).await.len();
    admin
        .patch("/privacy/retention", 1, &json!({"closed_tickets": 365, "attachments": 365}))
        .await
        .expect_status(200);
    desk.run_jobs().await;

    let ticket = desk.read("admin", &old).await;
    let mark = "[Texto retirado para proteger datos personales]";
    assert_eq!((&ticket["subject"], &ticket["description"]), (&json!(mark), &json!(mark)));
    assert_eq!(ticket["requester"]["display_name"], "Persona anonimizada");
    assert_eq!(ticket["registered_by"]["display_name"], "Persona anonimizada");
    assert_eq!(ticket["solution"], "Se cambió el switch.", "the solution is about the fix");
    let history = json!(desk.events("admin", &old).await);
    assert_eq!(history.as_array().map(Vec::len), Some(events));
    assert!(!history.to_string().contains("Ana Rojas"), "{history}");
    assert!(history.to_string().contains("Alan Torres"), "who worked on it did so in their function");
    for kept in [&young, &open] {
        let kept = desk.read("admin", kept).await;
        assert_eq!(
            (&kept["subject"], &kept["requester"]["display_name"]),
            (&json!("Sin red en el piso 3"), &json!("Ana Rojas"))
        );
    }
    assert_eq!(stored_files(&desk), 1, "an open case keeps its files");
    let own = desk.sign_in("requester").await.get("/tickets?requester=me&count=true").await.ok(200);
    assert_eq!(own["total"], 2, "nobody's any more");
    assert_eq!(figures(&admin.get(summary).await.ok(200)), before, "what is measured stays");
    let (_, differed) =
        mesa::tickets::rebuild(&desk.app.db, desk.clock.now()).await.expect("the history can be read");
    assert_eq!(differed, 0);

    let reports = admin.get("/privacy/retention/reports").await.ok(200);
    let report = &reports["items"][0];
    assert_eq!(
        (&report["tickets"], &report["more"], &report["project"]["key"]),
        (&json!(1), &json!(false), &json!("TIC"))
    );
    assert!(report["events"].as_i64().is_some_and(|events| events > 0), "{report}");
    desk.run_jobs().await;
    let again = admin.get("/privacy/retention/reports?limit=1").await.ok(200);
    assert_eq!(
        (&again["items"][0]["id"], &again["next_cursor"]),
        (&report["id"], &Value::Null),
        "a night without work is no news"
    );
    // Later the young one's time is over too, and its report comes first.
    desk.later(TimeDelta::days(300)).await;
    let both = admin.get("/privacy/retention/reports?limit=1").await.ok(200);
    assert!(both["items"][0]["id"] != report["id"]);
    let cursor = both["next_cursor"].as_str().expect("there is more");
    let next = admin.get(&format!("/privacy/retention/reports?limit=1&cursor={cursor}")).await.ok(200);
    assert_eq!(next["items"][0]["id"], report["id"]);
    assert_eq!(admin.get("/audit/verify").await.ok(200)["intact"], true, "the audit log is whole");
}

#[tokio::test]
async fn files_go_before_their_cases_when_their_time_is_shorter() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InAnalysis).await;
    let file = desk.sign_in("requester").await.attach(&number, "a.txt", b"texto").await.ok(201);
    desk.act("admin", &number, "close", json!({"reason": "cancelled", "note": "Ya no."})).await;
    let admin = desk.sign_in("admin").await;
    admin.patch("/privacy/retention", 1, &json!({"attachments": 30})).await.expect_status(200);
    desk.later(TimeDelta::days(30)).await;
    assert_eq!(stored_files(&desk), 1);
    desk.later(TimeDelta::seconds(1)).await;
    assert_eq!(stored_files(&desk), 0);
    let path = format!("/tickets/{number}/attachments/{}", file["id"].as_str().expect("an id"));
    admin.get(&path).await.refused(404, "not_found");
    assert_eq!(desk.read("admin", &number).await["subject"], "Sin red en el piso 3");
    assert_eq!(admin.get("/privacy/retention/reports").await.ok(200)["items"][0]["files"], 1);
}

#[tokio::test]
async fn the_history_takes_no_other_change() {
    let desk = Desk::start().await;
    desk.ticket_in(Status::InAnalysis).await;
    for (statement, passes) in [
        ("UPDATE ticket_events SET note = 'otra cosa'", false),
        ("UPDATE ticket_events SET quoted = 'otra cosa'", false),
        ("UPDATE ticket_events SET note = NULL, redacted_at = at", true),
        ("UPDATE ticket_events SET quoted = NULL, redacted_at = at", true),
        ("UPDATE ticket_events SET action = 'close', redacted_at = at", false),
        ("UPDATE ticket_events SET visibility = 'internal', redacted_at = at", false),
        ("UPDATE ticket_events SET activity = NULL, redacted_at = at", false),
        ("DELETE FROM ticket_events", false),
    ] {
        let run = move |connection: &mut DbConnection| {
            diesel::sql_query(statement).execute(connection)?;
            Ok(())
        };
        assert_eq!(desk.app.db.write(run).await.is_ok(), passes, "{statement}");
    }
}
