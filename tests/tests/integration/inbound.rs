//! Alerts and chats come in by sources that prove themselves: what is one thing becomes one case.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::TimeDelta;
use contract::auth::Role;
use diesel::prelude::*;
use hmac::{Hmac, KeyInit, Mac};
use mesa::db::schema::{audit_log, inbound_sources};
use reqwest::Method;
use serde_json::{Value, json};
use sha2::Sha256;
use std::collections::BTreeSet;
use std::path::Path;
use tests::{Answer, Desk, Person};

/// A source of `TIC` with its secret.
struct Source {
    id: String,
    secret: String,
    channel: &'static str,
}

impl Source {
    /// One that registers in the agent's name, unless something else is said.
    async fn make(desk: &Desk, channel: &'static str, differing: Value) -> Self {
        let mut body = json!({"project": "TIC", "channel": channel, "name": "Prueba", "registrar": "agent"});
        body.as_object_mut().expect("an object").extend(differing.as_object().expect("one too").clone());
        let made = desk.sign_in("admin").await.post("/inbound-sources", &body).await.ok(201);
        let text = |name: &str| made[name].as_str().expect("text").to_owned();
        Self { id: text("id"), secret: text("secret"), channel }
    }

    fn path(&self) -> String {
        format!("/inbound/{}?source={}", self.channel, self.id)
    }

    /// The program that comes by its secret.
    fn program(&self, desk: &Desk) -> Person {
        desk.nobody().with_token(&self.secret)
    }

    async fn tell(&self, desk: &Desk, body: &Value) -> Answer {
        self.program(desk).post(&self.path(), body).await
    }

    /// Tells what must be taken; what became of it.
    async fn told(&self, desk: &Desk, body: &Value) -> Value {
        self.tell(desk, body).await.ok(200)
    }

    /// A delivery that is signed now.
    async fn signed(&self, desk: &Desk, id: &str, seconds_from_now: i64, body: &str, sent: &str) -> Answer {
        let timestamp = (desk.clock.now().timestamp() + seconds_from_now).to_string();
        let key = STANDARD.decode(self.secret.trim_start_matches("whsec_")).expect("base64");
        let mut mac = Hmac::<Sha256>::new_from_slice(&key).expect("a key");
        mac.update(format!("{id}.{timestamp}.{body}").as_bytes());
        let signature = format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()));
        let ask = desk.nobody().ask(Method::POST, &self.path()).header("Content-Type", "application/json");
        let ask = ask.header("webhook-id", id).header("webhook-timestamp", &timestamp);
        ask.header("webhook-signature", &signature).body(sent.to_owned()).send().await
    }
}

fn data(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/inbound").join(name);
    let text = std::fs::read_to_string(path).expect("it is there");
    serde_json::from_str(&text).expect("it is JSON")
}

/// The report of Alertmanager with only some of its alerts, in a state.
fn alerts(of: &[usize], status: &str, ends_at: &str) -> Value {
    let mut report = data("alertmanager_firing.json");
    let all = report["alerts"].as_array().expect("a list").clone();
    let some = of.iter().map(|index| {
        let mut alert = all[*index].clone();
        alert["status"] = json!(status);
        alert["endsAt"] = json!(ends_at);
        alert
    });
    report["alerts"] = some.collect();
    report["status"] = json!(status);
    report
}

fn zabbix(differing: Value) -> Value {
    altered("zabbix_problem.json", differing)
}

fn chat(differing: Value) -> Value {
    altered("chat_message.json", differing)
}

fn altered(file: &str, differing: Value) -> Value {
    let (Value::Object(mut all), Value::Object(differing)) = (data(file), differing) else {
        panic!("{file} and what differs are objects")
    };
    all.extend(differing);
    Value::Object(all)
}

async fn total(desk: &Desk, filter: &str) -> Value {
    desk.sign_in("agent").await.get(&format!("/tickets?count=true&{filter}")).await.ok(200)["total"].clone()
}

#[tokio::test]
async fn alerts_of_one_group_are_one_incident_and_what_is_known_is_counted() {
    let desk = Desk::start().await;
    let source = Source::make(&desk, "monitoring", json!({"group": "n1", "service": "red"})).await;
    let receipt = source.told(&desk, &data("alertmanager_firing.json")).await;
    assert_eq!(
        (&receipt["outcome"], &receipt["ticket"], &receipt["firing"]),
        (&json!("registered"), &json!("TIC-1"), &json!(2))
    );
    assert!(receipt["link"].as_str().is_some_and(|link| link.ends_with("/tickets/TIC-1")));
    let ticket = desk.read("agent", "TIC-1").await;
    for (field, wanted) in [
        ("channel", json!("monitoring")),
        ("kind", json!("incident")),
        ("subject", json!("Queda menos del 5 % de disco (+1)")),
        ("impact", json!("high")),
        ("urgency", json!("high")),
        ("priority", json!(1)),
        ("status", json!("registered")),
    ] {
        assert_eq!(ticket[field], wanted, "{field}");
    }
    assert_eq!((&ticket["group"]["key"], &ticket["service"]["key"]), (&json!("n1"), &json!("red")));
    assert_eq!(ticket["requester"]["display_name"], "Alan Torres");
    let description = ticket["description"].as_str().expect("text");
    for part in [
        "Alerta recibida de Prueba.",
        "A /var/lib/postgresql de srv-bd-01 le queda el 4,2 %.",
        "- Severidad: critical",
        "- Desde: 2026-11-11 08:55",
        "- instance: srv-bd-02:9100",
        "[Qué hacer](https://wiki.example.org/runbooks/disco)",
        "[Sistema de monitoreo](https://alertmanager.example.org/)",
    ] {
        assert!(description.contains(part), "{part} is not in:\n{description}");
    }
    // Alertmanager says it again every few hours.
    desk.clock.advance(TimeDelta::hours(4));
    let again = source.told(&desk, &data("alertmanager_firing.json")).await;
    assert_eq!((&again["outcome"], &again["ticket"]), (&json!("counted"), &json!("TIC-1")));
    assert_eq!(desk.actions("TIC-1").await, ["register"]);

    let first_over = alerts(&[0], "resolved", "2026-11-11T17:59:00Z");
    let over = source.told(&desk, &first_over).await;
    assert_eq!((&over["outcome"], &over["firing"]), (&json!("noted"), &json!(1)));
    assert_eq!(source.told(&desk, &first_over).await["outcome"], "counted");
    let events = desk.events("agent", "TIC-1").await;
    let note = events.last().expect("a note");
    assert_eq!((&note["action"], &note["visibility"]), (&json!("comment"), &json!("internal")));
    assert_eq!(note["channel"], "monitoring");
    let said = note["note"].as_str().expect("text");
    assert!(said.contains("se recuperó a las 2026-11-11 12:59"), "{said}");
    assert!(!said.contains("Todas las alertas"), "{said}");

    let all_over = source.told(&desk, &alerts(&[1], "resolved", "2026-11-11T17:59:30Z")).await;
    assert_eq!((&all_over["outcome"], &all_over["firing"]), (&json!("noted"), &json!(0)));
    let events = desk.events("agent", "TIC-1").await;
    assert!(events.last().is_some_and(|note| note["note"].to_string().contains("Todas las alertas")));
    // Closing it is for people.
    assert_eq!(desk.read("agent", "TIC-1").await["status"], "registered");
    assert_eq!(total(&desk, "channel=monitoring").await, 1);
    assert_eq!(total(&desk, "channel=chat").await, 0);
}

#[tokio::test]
async fn what_comes_and_goes_is_said_once() {
    let desk = Desk::start().await;
    let source = Source::make(&desk, "monitoring", json!({"flap_minutes": 15})).await;
    let (fires, over) = (alerts(&[0], "firing", ""), alerts(&[0], "resolved", ""));
    assert_eq!(source.told(&desk, &fires).await["outcome"], "registered");
    desk.clock.advance(TimeDelta::minutes(1));
    assert_eq!(source.told(&desk, &over).await["outcome"], "noted");
    for _ in 0..3 {
        desk.clock.advance(TimeDelta::minutes(2));
        let receipt = source.told(&desk, &fires).await;
        assert_eq!((&receipt["outcome"], &receipt["firing"]), (&json!("counted"), &json!(1)));
        let receipt = source.told(&desk, &over).await;
        assert_eq!((&receipt["outcome"], &receipt["firing"]), (&json!("counted"), &json!(0)));
    }
    assert_eq!(desk.actions("TIC-1").await, ["register", "comment"]);
    desk.clock.advance(TimeDelta::minutes(9));
    assert_eq!(source.told(&desk, &fires).await["outcome"], "noted");
    let events = desk.events("agent", "TIC-1").await;
    assert!(events.last().is_some_and(|note| note["note"].to_string().contains("Volvió a presentarse")));
    assert_eq!(total(&desk, "channel=monitoring").await, 1);
}

#[tokio::test]
async fn alerts_after_the_solution_are_a_new_incident_that_goes_on_with_the_last() {
    let desk = Desk::start().await;
    let source = Source::make(&desk, "monitoring", json!({})).await;
    let fires = data("alertmanager_firing.json");
    source.told(&desk, &fires).await;
    for (action, body) in [
        ("open", json!({})),
        ("accept", json!({})),
        ("diagnose", tests::given::diagnosis()),
        ("resolve", json!({"solution": "Se amplió el disco."})),
    ] {
        desk.act("agent", "TIC-1", action, body).await;
    }
    // The monitoring system may take a while to see it.
    desk.clock.advance(TimeDelta::minutes(14));
    let soon = source.told(&desk, &fires).await;
    assert_eq!((&soon["outcome"], &soon["ticket"]), (&json!("counted"), &json!("TIC-1")));
    desk.clock.advance(TimeDelta::minutes(1));
    let later = source.told(&desk, &fires).await;
    assert_eq!((&later["outcome"], &later["ticket"]), (&json!("registered"), &json!("TIC-2")));
    let followed = |ticket: &Value| {
        let links = ticket["links"].as_array().expect("a list");
        links.iter().map(|link| (link["relation"].clone(), link["number"].clone())).collect::<Vec<_>>()
    };
    assert_eq!(followed(&desk.read("agent", "TIC-2").await), [(json!("follow_up_of"), json!("TIC-1"))]);
    // All that the new one knows is its own.
    let over = source.told(&desk, &alerts(&[0, 1], "resolved", "")).await;
    assert_eq!((&over["outcome"], &over["ticket"]), (&json!("noted"), &json!("TIC-2")));
    let close = json!({"reason": "cancelled", "note": "Falsa alarma."});
    desk.act("admin", "TIC-2", "close", close).await;
    let over = source.told(&desk, &alerts(&[0], "resolved", "")).await;
    assert_eq!((&over["outcome"], &over["ticket"]), (&json!("counted"), &json!("TIC-2")));
    let third = source.told(&desk, &fires).await;
    assert_eq!((&third["outcome"], &third["ticket"]), (&json!("registered"), &json!("TIC-3")));
    let links = followed(&desk.read("agent", "TIC-3").await);
    assert!(links.contains(&(json!("follow_up_of"), json!("TIC-2"))), "{links:?}");
}

#[tokio::test]
async fn alerts_go_where_their_incident_was_merged_into() {
    let desk = Desk::start().await;
    let source = Source::make(&desk, "monitoring", json!({})).await;
    source.told(&desk, &alerts(&[0], "firing", "")).await;
    let survivor = desk.register("requester", json!({})).await;
    desk.act("agent", "TIC-1", "merge", json!({"into": survivor})).await;
    let again = source.told(&desk, &alerts(&[0], "firing", "")).await;
    assert_eq!((&again["outcome"], &again["ticket"]), (&json!("counted"), &json!(survivor)));
    let another = source.told(&desk, &alerts(&[0, 1], "firing", "")).await;
    assert_eq!((&another["outcome"], &another["firing"]), (&json!("noted"), &json!(2)));
}

#[tokio::test]
async fn ten_reports_at_once_are_one_incident() {
    let desk = Desk::start().await;
    let source = Source::make(&desk, "monitoring", json!({})).await;
    let tasks: Vec<_> = (0..10)
        .map(|index| {
            let (program, path) = (source.program(&desk), source.path());
            let mut report = alerts(&[0], "firing", "");
            report["alerts"][0]["fingerprint"] = json!(format!("alerta-{index}"));
            tokio::spawn(async move { program.post(&path, &report).await.ok(200) })
        })
        .collect();
    let mut receipts = Vec::new();
    for task in tasks {
        receipts.push(task.await.expect("no panic"));
    }
    let tickets: BTreeSet<String> = receipts.iter().map(|receipt| receipt["ticket"].to_string()).collect();
    assert_eq!(tickets.len(), 1, "{receipts:?}");
    let registered = receipts.iter().filter(|receipt| receipt["outcome"] == "registered").count();
    assert_eq!(registered, 1, "{receipts:?}");
    assert_eq!(total(&desk, "channel=monitoring").await, 1);
    assert_eq!(source.told(&desk, &alerts(&[0], "firing", "")).await["firing"], 11);
    assert_eq!(desk.actions("TIC-1").await.len(), 11, "each was noted once");
}

#[tokio::test]
async fn a_trigger_of_zabbix_on_a_host_is_one_incident() {
    let desk = Desk::start().await;
    let source = Source::make(&desk, "monitoring", json!({})).await;
    let receipt = source.told(&desk, &zabbix(json!({}))).await;
    assert_eq!((&receipt["outcome"], &receipt["ticket"]), (&json!("registered"), &json!("TIC-1")));
    let ticket = desk.read("agent", "TIC-1").await;
    assert_eq!(ticket["subject"], "Zabbix agent is not available (for 3m): srv-archivo-03");
    assert_eq!((&ticket["impact"], &ticket["urgency"]), (&json!("high"), &json!("high")));
    let description = ticket["description"].as_str().expect("text");
    assert!(description.contains("- item: Zabbix agent availability"), "{description}");
    assert!(description.contains("- Desde: 2026-11-11 08:55"), "{description}");
    // Somebody has acknowledged it there.
    let update = zabbix(json!({"event_status": "UPDATE", "acknowledged": "Yes", "item": null}));
    assert_eq!(source.told(&desk, &update).await["outcome"], "counted");
    // The same trigger on another host, and a number where there is text otherwise.
    let other = zabbix(json!({"host": "srv-archivo-04", "event_id": 48292, "severity": "Warning"}));
    assert_eq!(source.told(&desk, &other).await["ticket"], "TIC-2");
    assert_eq!(desk.read("agent", "TIC-2").await["urgency"], "low");
    let over = zabbix(json!({"event_id": "48300", "event_value": "0", "event_status": "RESOLVED"}));
    let receipt = source.told(&desk, &over).await;
    assert_eq!((&receipt["outcome"], &receipt["ticket"]), (&json!("noted"), &json!("TIC-1")));
    // What is over that nobody has heard of is no case.
    let unheard = zabbix(json!({"host": "srv-archivo-05", "event_status": "RESOLVED"}));
    let receipt = source.told(&desk, &unheard).await;
    assert_eq!((&receipt["outcome"], &receipt["ticket"]), (&json!("counted"), &Value::Null));
    assert_eq!(total(&desk, "channel=monitoring").await, 2);
}

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

#[tokio::test]
async fn a_conversation_is_one_case_and_a_message_is_taken_once() {
    let desk = Desk::start().await;
    let source = Source::make(&desk, "chat", json!({"name": "Chat interno"})).await;
    let answer = source.tell(&desk, &chat(json!({}))).await;
    assert_eq!(answer.header("location"), Some("/api/v1/tickets/TIC-1"));
    let receipt = answer.ok(201);
    assert_eq!((&receipt["ticket"], &receipt["registered"]), (&json!("TIC-1"), &json!(true)));
    let ticket = desk.read("requester", "TIC-1").await;
    assert_eq!(
        (&ticket["channel"], &ticket["subject"]),
        (&json!("chat"), &json!("No puedo imprimir en el piso 3."))
    );
    assert_eq!(ticket["requester"]["display_name"], "Ana Rojas");
    assert_eq!(ticket["registered_by"]["display_name"], "Alan Torres");
    let description = ticket["description"].as_str().expect("text");
    assert!(
        description.contains("sí hay.\n\nArchivo: [foto%20impresora.jpg](https://chat.example.org/"),
        "{description}"
    );
    // A retry is no second case, and no second comment.
    let again = source.told(&desk, &chat(json!({}))).await;
    assert_eq!((&again["ticket"], &again["registered"]), (&json!("TIC-1"), &json!(false)));
    assert_eq!(desk.actions("TIC-1").await, ["register"]);

    // Who writes on it is its requester, and the desk waits no more.
    for (action, body) in
        [("open", json!({})), ("accept", json!({})), ("pause", json!({"reason": "requester"}))]
    {
        desk.act("agent", "TIC-1", action, body).await;
    }
    let second = chat(json!({"message_id": "8842", "text": "Ya le puse papel.", "attachments": []}));
    source.told(&desk, &second).await;
    let events = desk.events("agent", "TIC-1").await;
    let comment = events.iter().find(|event| event["action"] == "comment").expect("a comment");
    assert_eq!((&comment["note"], &comment["channel"]), (&json!("Ya le puse papel."), &json!("chat")));
    assert_eq!(comment["actor"]["display_name"], "Ana Rojas");
    assert_eq!(desk.read("agent", "TIC-1").await["pending"], Value::Null);
    // Somebody else is named.
    let luis = json!({"message_id": "8843", "author": {"name": "Luis *M*"}, "text": "A mí tampoco.", "attachments": []});
    let third = chat(luis);
    source.told(&desk, &third).await;
    let events = desk.events("agent", "TIC-1").await;
    let last = events.last().expect("a comment");
    assert_eq!(last["note"], "Luis \\*M\\* escribió en Chat interno:\n\nA mí tampoco.");
    assert_eq!(last["actor"]["display_name"], "Alan Torres");

    // What is closed is final: the conversation goes on as another case.
    desk.act("admin", "TIC-1", "close", json!({"reason": "cancelled", "note": "Ya imprime."})).await;
    let fourth = chat(json!({"message_id": "8844", "text": "Volvió a fallar."}));
    let receipt = source.tell(&desk, &fourth).await.ok(201);
    assert_eq!(receipt["ticket"], "TIC-2");
    let links = desk.read("agent", "TIC-2").await["links"].clone();
    assert_eq!((&links[0]["relation"], &links[0]["number"]), (&json!("follow_up_of"), &json!("TIC-1")));
    let fifth = chat(json!({"message_id": "8845", "text": "Sigue igual."}));
    assert_eq!(source.told(&desk, &fifth).await["ticket"], "TIC-2");
    // Another conversation is another case; of whom the project does not know, the case is the program's.
    let stranger =
        chat(json!({"conversation": "otra", "author": {"name": "Pedro", "email": "pedro@example.com"}}));
    let receipt = source.tell(&desk, &stranger).await.ok(201);
    let ticket = desk.read("agent", receipt["ticket"].as_str().expect("a number")).await;
    assert_eq!(ticket["requester"]["display_name"], "Alan Torres");
    let description = ticket["description"].as_str().expect("text");
    assert!(
        description.starts_with("Pedro (pedro@example.com) escribió en Chat interno:\n\n"),
        "{description}"
    );
    assert_eq!(total(&desk, "channel=chat").await, 3);
}

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
