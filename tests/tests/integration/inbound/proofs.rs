//! How a program proves which source it is, and what is not taken.

use super::{Source, chat, data, total, zabbix};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::TimeDelta;
use contract::auth::Role;
use reqwest::Method;
use serde_json::{Value, json};
use tests::Desk;

#[tokio::test]
async fn a_signature_is_good_once_for_what_was_signed_and_for_minutes() {
    let desk = Desk::start().await;
    let source = Source::make(&desk, "monitoring", json!({})).await;
    let body = data("alertmanager_firing.json").to_string();
    source.signed(&desk, "msg_1", 0, &body, &body).await.expect_status(200);
    source.signed(&desk, "msg_1", 0, &body, &body).await.refused(409, "replayed");
    source.signed(&desk, "msg_2", -301, &body, &body).await.refused(401, "unauthenticated");
    source.signed(&desk, "msg_2", 301, &body, &body).await.refused(401, "unauthenticated");
    source.signed(&desk, "msg_2", 0, &body, "{}").await.refused(401, "unauthenticated");
    let stranger = Source { secret: format!("whsec_{}", STANDARD.encode([7; 32])), ..source };
    stranger.signed(&desk, "msg_2", 0, &body, &body).await.refused(401, "unauthenticated");
    let source = Source::make(&desk, "monitoring", json!({"name": "Otra"})).await;
    source.signed(&desk, "msg_2", -300, &body, &body).await.expect_status(200);
    // What went wrong may be tried again.
    source.signed(&desk, "msg_3", 0, "{", "{").await.refused(400, "malformed");
    source.signed(&desk, "msg_3", 0, &body, &body).await.expect_status(200);
    desk.later(TimeDelta::hours(25)).await;
    source.signed(&desk, "msg_3", 0, &body, &body).await.expect_status(200);
    // A signature is of a source that is named.
    let ask = desk.nobody().ask(Method::POST, "/inbound/monitoring").header("webhook-signature", "v1,AAAA");
    let ask = ask.header("webhook-id", "msg_4").header("webhook-timestamp", "0");
    ask.json(&json!({})).send().await.refused(401, "unauthenticated");
}

#[tokio::test]
async fn whoever_cannot_sign_comes_by_the_secret() {
    let desk = Desk::start().await;
    let source = Source::make(&desk, "monitoring", json!({})).await;
    let basic = |secret: &str| format!("Basic {}", STANDARD.encode(format!("alertmanager:{secret}")));
    let by = async |authorization: &str, path: &str| {
        let ask = desk.nobody().ask(Method::POST, path).header("Authorization", authorization);
        ask.json(&data("alertmanager_firing.json")).send().await
    };
    by(&basic(&source.secret), "/inbound/monitoring").await.expect_status(200);
    by(&basic(&source.secret), &source.path()).await.expect_status(200);
    by(&format!("Bearer {}", source.secret), "/inbound/monitoring").await.expect_status(200);
    let wrong = format!("whsec_{}", STANDARD.encode([7; 32]));
    for authorization in [basic(&wrong), basic("x"), format!("Bearer {wrong}"), "Digest x".to_owned()] {
        by(&authorization, &source.path()).await.refused(401, "unauthenticated");
    }
    // Of another source, or for another channel, it is good for nothing.
    let other = Source::make(&desk, "monitoring", json!({"name": "Otra"})).await;
    by(&basic(&source.secret), &other.path()).await.refused(401, "unauthenticated");
    by(&basic(&source.secret), "/inbound/chat").await.refused(401, "unauthenticated");
    // A person's session is no program.
    let agent = desk.sign_in("agent").await;
    agent.post(&source.path(), &zabbix(json!({}))).await.refused(401, "unauthenticated");
}

#[tokio::test]
async fn a_program_comes_by_the_api_key_of_the_account_that_registers() {
    let desk = Desk::start().await;
    let robot = desk.service_account("robot", Role::Agent).await;
    let other = desk.service_account("otro-robot", Role::Agent).await;
    let admin = desk.sign_in("admin").await;
    let key = async |account: &str, scopes: Value| {
        let body = json!({"name": "Monitoreo", "scopes": scopes, "expires_at": "2027-06-30T00:00:00Z"});
        let made = admin.post(&format!("/users/{account}/api-keys"), &body).await.ok(201);
        desk.nobody().with_token(made["key"].as_str().expect("a key"))
    };
    let source = Source::make(&desk, "monitoring", json!({"registrar": robot})).await;
    let program = key(robot, json!(["write"])).await;
    let receipt = program.post("/inbound/monitoring", &zabbix(json!({}))).await.ok(200);
    assert_eq!(receipt["ticket"], "TIC-1");
    assert_eq!(desk.read("agent", "TIC-1").await["registered_by"]["display_name"], "Un programa");
    let reader = key(robot, json!(["read"])).await;
    reader.post("/inbound/monitoring", &zabbix(json!({}))).await.refused(403, "insufficient_scope");
    let stranger = key(other, json!(["write"])).await;
    stranger.post("/inbound/monitoring", &zabbix(json!({}))).await.refused(403, "forbidden");
    stranger.post(&source.path(), &zabbix(json!({}))).await.refused(404, "not_found");
    // Of two sources it must be said which.
    let second = Source::make(&desk, "monitoring", json!({"registrar": robot, "name": "Otra"})).await;
    let unsaid = program.post("/inbound/monitoring", &zabbix(json!({}))).await;
    assert_eq!(unsaid.faults(), ["source: required"]);
    let receipt = program.post(&second.path(), &zabbix(json!({}))).await.ok(200);
    assert_eq!(receipt["ticket"], "TIC-2", "each source has its own alerts");
    // Who is out takes its sources along.
    admin.post(&format!("/users/{robot}/deactivate"), &json!({})).await.expect_status(200);
    source.tell(&desk, &zabbix(json!({}))).await.refused(403, "source_inactive");
    program.post(&second.path(), &zabbix(json!({}))).await.refused(401, "unauthenticated");
}

#[tokio::test]
async fn what_is_not_understood_is_a_problem_and_leaves_nothing() {
    let desk = Desk::start().await;
    let source = Source::make(&desk, "monitoring", json!({})).await;
    let raw = async |content_type: &str, body: String| {
        let ask = source.program(&desk).ask(Method::POST, &source.path());
        ask.header("Content-Type", content_type).body(body).send().await
    };
    raw("application/json", "{".to_owned()).await.refused(400, "malformed");
    assert_eq!(raw("application/json", "[1]".to_owned()).await.faults(), [": type"]);
    assert_eq!(raw("application/json", "{}".to_owned()).await.faults(), ["event_id: required"]);
    let none = r#"{"alerts": []}"#.to_owned();
    assert_eq!(raw("application/json", none).await.faults(), ["alerts: length"]);
    let nested = r#"{"alerts": [{"labels": {"alertname": ["x"]}}]}"#.to_owned();
    assert_eq!(raw("application/json", nested).await.status, 422);
    raw("text/plain", "{}".to_owned()).await.refused(415, "unsupported_media_type");
    raw("application/json", " ".repeat((1 << 20) + 1)).await.refused(413, "too_large");
    assert_eq!(total(&desk, "channel=monitoring").await, 0);
    // What others leave out or leave null is no fault.
    let bare = json!({"alerts": [{"status": null, "labels": null, "annotations": null}], "groupKey": null});
    assert_eq!(source.told(&desk, &bare).await["outcome"], "registered");

    let chats = Source::make(&desk, "chat", json!({})).await;
    for (differing, fault) in [
        (json!({"colour": "red"}), "colour: unknown_field"),
        (json!({"text": "  "}), "text: blank"),
        (json!({"author": {"name": "", "email": null}}), "author.name: length"),
        (json!({"attachments": ["file:///etc/passwd"]}), "attachments: attachments"),
        (json!({"at": "ayer"}), "at: type"),
    ] {
        let faults = chats.tell(&desk, &chat(differing)).await.faults();
        assert!(faults.contains(&fault.to_owned()), "{fault} is not in {faults:?}");
    }
}
