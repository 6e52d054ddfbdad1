//! Sources themselves: made, changed, slowed down and taken away.

use super::{Source, data, total, zabbix};
use chrono::TimeDelta;
use diesel::prelude::*;
use mesa::db::schema::{audit_log, inbound_sources};
use reqwest::Method;
use serde_json::{Value, json};
use tests::Desk;

#[tokio::test]
async fn an_administrator_makes_sources_whose_secret_is_shown_once() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let body = |differing: Value| {
        let mut body =
            json!({"project": "TIC", "channel": "monitoring", "name": "Prueba", "registrar": "agent"});
        body.as_object_mut().expect("an object").extend(differing.as_object().expect("one too").clone());
        body
    };
    for (differing, fault) in [
        (json!({"registrar": "requester"}), "registrar: not_in_project"),
        (json!({"registrar": "stranger_agent"}), "registrar: not_in_project"),
        (json!({"registrar": "nadie"}), "registrar: unknown_reference"),
        (json!({"service": "nomina"}), "service: unknown_reference"),
        (json!({"group": "n2-redes"}), "group: wrong_level"),
        (json!({"group": "otr-n1"}), "group: unknown_reference"),
        (json!({"project": "OTR"}), "project: unknown_reference"),
        (json!({"name": " "}), "name: blank"),
        (json!({"flap_minutes": 1_441}), "flap_minutes: range"),
        (json!({"channel": "email"}), "channel: word"),
        (
            json!({"severities": [
                {"severity": "alta", "impact": "high", "urgency": "high"},
                {"severity": "ALTA", "impact": "low", "urgency": "low"},
            ]}),
            "severities: severities",
        ),
    ] {
        assert_eq!(admin.post("/inbound-sources", &body(differing)).await.faults(), [fault]);
    }
    let source = Source::make(&desk, "monitoring", json!({"name": "Alertmanager"})).await;
    admin.post("/inbound-sources", &body(json!({"name": "Alertmanager"}))).await.refused(409, "exists");
    assert!(source.secret.starts_with("whsec_"));
    let place = format!("/inbound-sources/{}", source.id);
    let read = admin.get(&place).await;
    assert_eq!(read.header("etag"), Some("\"1\""));
    let read = read.ok(200);
    assert_eq!(read["path"], format!("/api/v1/inbound/monitoring?source={}", source.id));
    assert_eq!((&read["last_used_at"], &read["flap_minutes"]), (&Value::Null, &json!(15)));
    source.told(&desk, &zabbix(json!({}))).await;
    assert_eq!(admin.get(&place).await.ok(200)["last_used_at"], "2026-11-11T14:00:00Z");
    let listed = admin.get("/inbound-sources?project=TIC").await.ok(200);
    assert_eq!(listed["items"].as_array().map(Vec::len), Some(1));

    let change = json!({"severities": [{"severity": "warning", "impact": "low", "urgency": "low"}], "service": "red", "group": "n1"});
    admin.ask(Method::PATCH, &place).json(&change).send().await.refused(428, "precondition_required");
    admin.patch(&place, 7, &change).await.refused(412, "stale");
    let changed = admin.patch(&place, 1, &change).await.ok(200);
    assert_eq!((&changed["version"], &changed["service"]["key"]), (&json!(2), &json!("red")));
    let cleared = admin.patch(&place, 2, &json!({"service": null})).await.ok(200);
    assert_eq!((&cleared["service"], &cleared["group"]["key"]), (&Value::Null, &json!("n1")));

    // Another secret: the one before is good for an hour.
    let rotated = admin.post(&format!("{place}/rotate"), &json!({})).await.ok(200);
    let fresh = Source {
        id: source.id.clone(),
        secret: rotated["secret"].as_str().expect("text").to_owned(),
        channel: "monitoring",
    };
    assert_ne!(fresh.secret, source.secret);
    assert_eq!(rotated["earlier_secret_until"], "2026-11-11T15:00:00Z");
    source.told(&desk, &zabbix(json!({}))).await;
    fresh.told(&desk, &zabbix(json!({}))).await;
    let signed = data("alertmanager_firing.json").to_string();
    source.signed(&desk, "msg_1", 0, &signed, &signed).await.expect_status(200);
    desk.clock.advance(TimeDelta::hours(1));
    source.tell(&desk, &zabbix(json!({}))).await.refused(401, "unauthenticated");
    source.signed(&desk, "msg_2", 0, &signed, &signed).await.refused(401, "unauthenticated");
    fresh.told(&desk, &zabbix(json!({}))).await;

    // Switched off, and for others not there.
    admin.patch(&place, 4, &json!({"active": false})).await.expect_status(200);
    fresh.tell(&desk, &zabbix(json!({}))).await.refused(403, "source_inactive");
    admin.patch(&place, 5, &json!({"active": true})).await.expect_status(200);
    fresh.told(&desk, &zabbix(json!({}))).await;
    let stranger = desk.sign_in("stranger_admin").await;
    stranger.get(&place).await.refused(404, "not_found");
    stranger.patch(&place, 6, &json!({"active": false})).await.refused(404, "not_found");
    stranger.delete(&place).await.refused(404, "not_found");
    assert_eq!(stranger.get("/inbound-sources").await.ok(200)["items"], json!([]));
    desk.sign_in("supervisor").await.get("/inbound-sources").await.refused(403, "forbidden");

    // Neither the table nor the log holds a secret.
    let (hash, told): (Vec<u8>, Vec<Option<String>>) = desk
        .app
        .db
        .read(|connection| {
            let hash = inbound_sources::table.select(inbound_sources::secret_hash).first(connection)?;
            Ok((hash, audit_log::table.select(audit_log::changes).load(connection)?))
        })
        .await
        .expect("the tables can be read");
    assert_eq!(hash.len(), 32, "a hash, and not the secret");
    assert!(told.iter().flatten().any(|changes| changes.contains("Alertmanager")));
    assert!(!told.iter().flatten().any(|changes| changes.contains("whsec_")));

    // Gone with all it knew; its cases stay.
    admin.delete(&place).await.expect_status(204);
    admin.get(&place).await.refused(404, "not_found");
    fresh.tell(&desk, &zabbix(json!({}))).await.refused(401, "unauthenticated");
    assert_eq!(total(&desk, "channel=monitoring").await, 2);
}

#[tokio::test]
async fn a_retry_makes_no_second_source() {
    let desk = Desk::start().await;
    let admin = desk.sign_in("admin").await;
    let body = json!({"project": "TIC", "channel": "chat", "name": "Chat", "registrar": "agent"});
    let ask = async || {
        let ask = admin.ask(Method::POST, "/inbound-sources").header("Idempotency-Key", "once");
        ask.json(&body).send().await
    };
    ask().await.expect_status(201);
    ask().await.refused(409, "shown_once");
    assert_eq!(admin.get("/inbound-sources").await.ok(200)["items"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_source_that_has_run_wild_is_slowed_down() {
    let desk = Desk::with(|config| config.requests_per_minute = 5).await;
    let source = Source::make(&desk, "monitoring", json!({})).await;
    for _ in 0..5 {
        source.told(&desk, &zabbix(json!({}))).await;
    }
    let refused = source.tell(&desk, &zabbix(json!({}))).await;
    assert!(refused.header("retry-after").is_some());
    refused.refused(429, "too_many");
    assert_eq!(desk.actions("TIC-1").await, ["register"]);
}

#[tokio::test]
async fn a_project_has_fifty_sources_at_most() {
    let desk = Desk::start().await;
    let mut last = String::new();
    for number in 0..50 {
        last = Source::make(&desk, "monitoring", json!({"name": format!("Fuente {number}")})).await.id;
    }
    let admin = desk.sign_in("admin").await;
    let more = json!({"project": "TIC", "channel": "chat", "name": "Otra", "registrar": "agent"});
    let refused = admin.post("/inbound-sources", &more).await.refused(409, "limit_reached");
    assert!(refused["detail"].as_str().is_some_and(|detail| detail.contains("50")), "{refused}");
    admin.delete(&format!("/inbound-sources/{last}")).await.expect_status(204);
    admin.post("/inbound-sources", &more).await.expect_status(201);
}
