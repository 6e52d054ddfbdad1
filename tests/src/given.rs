//! What a test takes for granted, brought about over HTTP.

use crate::Desk;
use contract::tickets::Status;
use serde_json::{Value, json};

impl Desk {
    /// A ticket of somebody, with whatever differs from an ordinary incident; its number.
    pub async fn register(&self, username: &str, differing: Value) -> String {
        let answer = self.sign_in(username).await.post("/tickets", &incident(differing)).await.ok(201);
        answer["number"].as_str().expect("a number").to_owned()
    }

    /// The requester's incident at some point of its life, at level 1; its number.
    pub async fn ticket_in(&self, status: Status) -> String {
        self.ticket_of_kind_in("incident", status).await
    }

    /// The same for another kind.
    pub async fn ticket_of_kind_in(&self, kind: &str, status: Status) -> String {
        let number = self.register("requester", json!({"kind": kind})).await;
        for (reached, who, action, body) in [
            (Status::InAttention, "agent", "open", json!({})),
            (Status::InAnalysis, "agent", "accept", json!({})),
            (Status::InProgress, "agent", "diagnose", diagnosis()),
            (Status::Resolved, "agent", "resolve", json!({"solution": "Se cambió el switch."})),
            (Status::Closed, "requester", "survey", json!({"satisfied": true, "score": 5})),
        ] {
            if status >= reached {
                self.act(who, &number, action, body).await;
            }
        }
        number
    }

    /// A ticket at level 2, in the charge of `n2-redes`, in analysis.
    pub async fn ticket_at_level_2(&self) -> String {
        let number = self.ticket_in(Status::InAnalysis).await;
        self.act("agent", &number, "escalate", json!({"reason": "Núcleo de red.", "group": "n2-redes"}))
            .await;
        number
    }

    /// A ticket at level 3, in the charge of the company `redes-sas`, in analysis.
    pub async fn ticket_at_level_3(&self) -> String {
        let number = self.ticket_at_level_2().await;
        let body = json!({"reason": "Garantía.", "provider": "redes-sas"});
        self.act("specialist", &number, "escalate", body).await;
        number
    }

    /// Does something to a ticket that must work; the ticket afterwards.
    pub async fn act(&self, username: &str, number: &str, action: &str, body: Value) -> Value {
        let path = format!("/tickets/{number}/{action}");
        self.sign_in(username).await.post(&path, &body).await.ok(200)
    }

    /// A confidential ticket of the requester in the charge of an agent, in analysis; its number.
    pub async fn confidential_ticket(&self) -> String {
        let number = self.register("requester", json!({"confidential": true})).await;
        self.act("admin", &number, "confidential", json!({"confidential": true, "readers": ["agent"]})).await;
        self.act("agent", &number, "open", json!({})).await;
        self.act("agent", &number, "accept", json!({})).await;
        number
    }

    /// A ticket as somebody sees it.
    pub async fn read(&self, username: &str, number: &str) -> Value {
        self.sign_in(username).await.get(&format!("/tickets/{number}")).await.ok(200)
    }

    /// A ticket's whole timeline as somebody sees it.
    pub async fn events(&self, username: &str, number: &str) -> Vec<Value> {
        let path = format!("/tickets/{number}/events?limit=200");
        let page = self.sign_in(username).await.get(&path).await.ok(200);
        page["items"].as_array().expect("a page has items").clone()
    }

    /// What happened to a ticket, as the desk sees it: the actions in order.
    pub async fn actions(&self, number: &str) -> Vec<String> {
        let events = self.events("agent", number).await;
        events.iter().map(|event| event["action"].as_str().unwrap_or_default().to_owned()).collect()
    }
}

/// The body that registers an ordinary incident, with whatever differs from it.
#[must_use]
pub fn incident(differing: Value) -> Value {
    let mut body = json!({
        "kind": "incident",
        "subject": "Sin red en el piso 3",
        "description": "Desde las 8 no hay internet en ningún puesto del piso 3.",
    });
    if let (Some(body), Value::Object(differing)) = (body.as_object_mut(), differing) {
        body.extend(differing);
    }
    body
}

/// The body of an ordinary diagnosis.
#[must_use]
pub fn diagnosis() -> Value {
    json!({"cause": "Switch averiado", "analysis": "El puerto troncal no levanta."})
}
