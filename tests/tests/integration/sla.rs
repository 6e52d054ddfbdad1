//! Service hours and the attention clock (TC-PD-15 §7).

use chrono::TimeDelta;
use contract::tickets::Status;
use serde_json::{Value, json};
use tests::{Desk, instant};

const CASES: &str = include_str!("../../data/service_hours.csv");

#[tokio::test]
async fn service_time_is_counted_as_in_the_sixty_checked_cases() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    let cases: Vec<Vec<&str>> = CASES.lines().skip(1).map(|line| line.split(',').collect()).collect();
    assert_eq!(cases.len(), 60);
    for case in cases {
        let [registered_at, minutes, due_at, until, seconds] = case[..] else { panic!("{case:?}") };
        let minutes: u32 = minutes.parse().expect("minutes");
        let due = agent.post("/service-hours/due", &json!({"from": registered_at, "minutes": minutes})).await;
        assert_eq!(due.ok(200), json!({"due_at": due_at}), "{case:?}");
        let body = json!({"from": registered_at, "until": until, "calendar": "horario"});
        let elapsed = agent.post("/service-hours/elapsed", &body).await.ok(200);
        assert_eq!(elapsed, json!({"seconds": seconds.parse::<i64>().expect("seconds")}), "{case:?}");
    }
}

#[tokio::test]
async fn an_incident_of_friday_evening_is_due_on_tuesday_because_monday_is_a_holiday() {
    let desk = Desk::start().await;
    desk.clock.set(instant("2026-11-13T21:30:00Z"));
    let number = desk.register("requester", json!({})).await;
    let attention = desk.read("requester", &number).await["sla"]["attention"].clone();
    assert_eq!(attention["target_minutes"], 60);
    assert_eq!(attention["due_at"], "2026-11-17T13:00:00Z");
    assert_eq!(attention["warn_at"], "2026-11-17T12:45:00Z");

    desk.clock.set(instant("2026-11-17T13:10:00Z"));
    let clock = clocks(&desk, &number).await.remove(0);
    assert_eq!((&clock["name"], &clock["time_zone"]), (&json!("attention"), &json!("America/Bogota")));
    assert_eq!(
        (&clock["agreement"]["key"], &clock["calendar"]["key"]),
        (&json!("tc-pd-15"), &json!("horario@1"))
    );
    let told: Vec<String> = clock["intervals"].as_array().expect("intervals").iter().map(told).collect();
    assert_eq!(
        told,
        [
            "1800 counted",
            "198000 closed",
            "86400 holiday Independencia de Cartagena",
            "27000 closed",
            "1800 counted",
            "600 counted late",
        ]
        .map(str::to_owned),
    );
    assert_explains(&clock);
}

#[tokio::test]
async fn petitions_have_two_hours_and_incidents_one() {
    let desk = Desk::start().await;
    for (kind, minutes) in
        [("incident", 60), ("problem", 60), ("request", 120), ("requirement", 120), ("change", 120)]
    {
        let number = desk.register("requester", json!({"kind": kind})).await;
        let attention = desk.read("requester", &number).await["sla"]["attention"].clone();
        assert_eq!(attention["target_minutes"], json!(minutes), "{kind}");
    }
}

#[tokio::test]
async fn running_short_and_running_out_are_told_once_each() {
    let desk = Desk::start().await;
    let number = desk.register("requester", json!({})).await;
    let state = async || desk.read("agent", &number).await["sla"]["attention"]["state"].clone();
    desk.later(TimeDelta::minutes(45)).await;
    assert_eq!((state().await, desk.actions(&number).await.len()), (json!("running"), 1));
    for _ in 0..2 {
        desk.later(TimeDelta::seconds(1)).await;
        assert_eq!((state().await, desk.actions(&number).await), (json!("warning"), words("register warn")));
    }
    desk.at(instant("2026-11-11T15:00:00Z")).await;
    assert_eq!(state().await, json!("warning"), "at the due instant there is still no breach");
    for _ in 0..2 {
        desk.later(TimeDelta::seconds(1)).await;
        assert_eq!(
            (state().await, desk.actions(&number).await),
            (json!("breached"), words("register warn breach"))
        );
    }
    assert_eq!(desk.run_jobs().await, 0, "nothing is left to do");
    let events = desk.events("agent", &number).await;
    assert_eq!((&events[2]["visibility"], &events[2]["actor"]), (&json!("internal"), &Value::Null));
    assert_eq!(events[2]["details"]["clock"], "attention");
    assert_eq!(desk.events("requester", &number).await.len(), 1, "alarms are for the desk");
}

#[tokio::test]
async fn a_breach_is_on_record_before_the_step_that_ends_it() {
    let desk = Desk::start().await;
    let number = desk.register("requester", json!({})).await;
    desk.clock.advance(TimeDelta::hours(2));
    let ticket = desk.act("agent", &number, "open", json!({})).await;
    assert_eq!(ticket["sla"]["attention"]["state"], "breached");
    assert_eq!(desk.actions(&number).await, words("register breach open"));
    desk.later(TimeDelta::days(3)).await;
    assert_eq!(desk.actions(&number).await, words("register breach open"));
    assert_eq!(desk.read("agent", &number).await["sla"]["attention"]["stopped_at"], "2026-11-11T16:00:00Z");
}

#[tokio::test]
async fn opening_at_the_due_instant_is_in_time() {
    let desk = Desk::start().await;
    let number = desk.register("requester", json!({})).await;
    desk.clock.advance(TimeDelta::minutes(60));
    let ticket = desk.act("agent", &number, "open", json!({})).await;
    assert_eq!(ticket["sla"]["attention"]["state"], "met");
    desk.later(TimeDelta::days(30)).await;
    assert_eq!(desk.read("agent", &number).await["sla"]["attention"]["state"], "met");
    assert!(!desk.actions(&number).await.contains(&"breach".to_owned()));
}

#[tokio::test]
async fn a_case_taken_back_is_neither_warned_of_nor_breached() {
    let desk = Desk::start().await;
    let number = desk.register("requester", json!({})).await;
    desk.act("requester", &number, "cancel", json!({})).await;
    desk.later(TimeDelta::days(2)).await;
    assert_eq!(desk.actions(&number).await, words("register cancel"));
    assert_eq!(desk.read("agent", &number).await["sla"]["attention"]["state"], "met");
}

#[tokio::test]
async fn another_kind_later_on_does_not_change_what_was_promised_for_attention() {
    let desk = Desk::start().await;
    let number = desk.ticket_in(Status::InAttention).await;
    let before = desk.read("agent", &number).await["sla"]["attention"].clone();
    let ticket = desk.act("agent", &number, "classify", json!({"kind": "request"})).await;
    assert_eq!(ticket["sla"]["attention"], before);
    let clock = clocks(&desk, &number).await.remove(0);
    assert_eq!(clock["clock"], before);
    assert_eq!(mesa::tickets::rebuild(&desk.app.db, desk.clock.now()).await.expect("rebuilt"), (1, 0));
}

#[tokio::test]
async fn a_new_agreement_or_day_off_never_rewrites_the_past() {
    let desk = Desk::start().await;
    desk.clock.set(instant("2026-11-11T21:45:00Z"));
    let old = desk.register("requester", json!({})).await;
    let before = desk.read("agent", &old).await["sla"].clone();
    assert_eq!(before["attention"]["due_at"], "2026-11-12T13:15:00Z");
    let admin = desk.sign_in("admin").await;
    let holiday = json!({"project": "TIC", "date": "2026-11-12", "name": "Día de la entidad"});
    admin.post("/holidays", &holiday).await.expect_status(201);
    let agreement = json!({"project": "TIC", "key": "contrato", "name": "Contrato", "valid_from": "2026-11-11",
        "targets": [{"attention_minutes": 30}]});
    admin.post("/agreements", &agreement).await.expect_status(201);

    let new = desk.register("requester", json!({})).await;
    assert_eq!(desk.read("agent", &old).await["sla"], before);
    let attention = desk.read("agent", &new).await["sla"]["attention"].clone();
    assert_eq!(
        (&attention["target_minutes"], &attention["due_at"]),
        (&json!(30), &json!("2026-11-13T12:45:00Z"))
    );
    let keys = async |number: &str| {
        let clock = clocks(&desk, number).await.remove(0);
        (clock["agreement"]["key"].clone(), clock["calendar"]["key"].clone())
    };
    assert_eq!(keys(&old).await, (json!("tc-pd-15"), json!("horario@1")));
    assert_eq!(keys(&new).await, (json!("contrato"), json!("horario@2")));
    assert_eq!(mesa::tickets::rebuild(&desk.app.db, desk.clock.now()).await.expect("rebuilt"), (2, 0));
    // And back again, for those who come later.
    admin.delete("/holidays/2026-11-12").await.expect_status(204);
    let newer = desk.register("requester", json!({})).await;
    assert_eq!(desk.read("agent", &newer).await["sla"]["attention"]["due_at"], "2026-11-12T12:45:00Z");
}

#[tokio::test]
async fn an_agreement_holds_from_its_first_day_to_its_last() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let agreement = json!({"project": "TIC", "key": "semana", "name": "Semana", "valid_from": "2026-11-12",
        "valid_until": "2026-11-13", "targets": [{"attention_minutes": 15}]});
    let created = admin.post("/agreements", &agreement).await;
    let location = created.header("location").expect("a location").to_owned();
    assert_eq!(admin.get(&location).await.ok(200), created.ok(201));
    for (at, minutes) in [
        ("2026-11-12T04:59:59Z", 60),
        ("2026-11-12T05:00:00Z", 15),
        ("2026-11-14T04:59:59Z", 15),
        ("2026-11-14T05:00:00Z", 60),
    ] {
        desk.clock.set(instant(at));
        let number = desk.register("requester", json!({})).await;
        let ticket = desk.read("requester", &number).await;
        assert_eq!(ticket["sla"]["attention"]["target_minutes"], json!(minutes), "{at}");
    }
}

#[tokio::test]
async fn the_years_holidays_are_those_of_the_law() {
    let desk = Desk::start().await;
    let agent = desk.sign_in("agent").await;
    for (year, days) in [(2025, 18), (2026, 19), (2030, 19)] {
        let page = agent.get(&format!("/holidays?year={year}")).await.ok(200);
        let items = page["items"].as_array().expect("items");
        assert_eq!(items.len(), days, "{year}");
    }
    let page = agent.get("/holidays?year=2026").await.text();
    assert!(page.contains("2026-07-13") && page.contains("Chiquinquirá"), "{page}");
}

/// The clocks of a ticket, each explained.
async fn clocks(desk: &Desk, number: &str) -> Vec<Value> {
    let page = desk.sign_in("agent").await.get(&format!("/tickets/{number}/clocks")).await.ok(200);
    let clocks = page["items"].as_array().expect("clocks").clone();
    clocks.iter().for_each(assert_explains);
    clocks
}

/// An explanation has no gaps, and its counted intervals sum up to what was counted.
pub fn assert_explains(clock: &Value) {
    let intervals = clock["intervals"].as_array().expect("intervals");
    for pair in intervals.windows(2) {
        assert_eq!(pair[0]["until"], pair[1]["from"], "a gap in {clock:#}");
    }
    let counted: i64 = intervals
        .iter()
        .filter(|interval| interval["kind"] == "counted")
        .map(|interval| interval["seconds"].as_i64().expect("seconds"))
        .sum();
    assert_eq!(json!(counted), clock["counted_seconds"], "{clock:#}");
    for interval in intervals {
        let holiday = interval["kind"] == "holiday";
        assert_eq!(interval["holiday"].is_string(), holiday, "{interval}");
        assert_eq!(interval["pause_reason"].is_string(), interval["kind"] == "paused", "{interval}");
    }
}

fn told(interval: &Value) -> String {
    let mut told = format!("{} {}", interval["seconds"], interval["kind"].as_str().expect("a kind"));
    for word in
        [interval["holiday"].as_str(), interval["late"].as_bool().filter(|late| *late).map(|_| "late")]
    {
        told += &word.map(|word| format!(" {word}")).unwrap_or_default();
    }
    told
}

fn words(text: &str) -> Vec<String> {
    text.split(' ').map(str::to_owned).collect()
}
