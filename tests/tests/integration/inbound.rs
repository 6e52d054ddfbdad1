//! Alerts and chats come in by sources that prove themselves: what is one thing becomes one case.

mod alerts;
mod chats;
mod proofs;
mod sources;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use reqwest::Method;
use serde_json::{Value, json};
use sha2::Sha256;
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
