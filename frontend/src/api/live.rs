//! What happens as it happens, who is there, and drafts. What is answered is read as it is, without the
//! contract's types: it is little, and all of it would travel to every browser.

use super::client::Call;
use super::tickets::segment;
use super::{Answer, Client};
use gloo_net::http::{Method, Response};
use serde_json::{Value, json};
use web_sys::AbortSignal;

/// `GET /events`, behind the message of an id.
pub(crate) async fn events(client: &Client, last: Option<&str>, until: &AbortSignal) -> Answer<Response> {
    let mut call = Call::new(Method::GET, "/events").until(until.clone());
    if let Some(last) = last {
        call = call.header("Last-Event-ID", last);
    }
    client.send(&call).await
}

/// `GET /presence`
pub(crate) async fn presence(client: &Client) -> Answer<Value> {
    client.ask(Call::new(Method::GET, "/presence")).await
}

/// `PUT /tickets/{id}/presence`
pub(crate) async fn mark_presence(client: &Client, id: &str, tab: &str, writing: bool) -> Answer<()> {
    let call = Call::new(Method::PUT, format!("/tickets/{}/presence", segment(id)));
    client.send(&call.json(&json!({ "writing": writing, "tab": tab }))).await.map(drop)
}

/// `DELETE /tickets/{id}/presence`
pub(crate) async fn leave(client: &Client, id: &str, tab: &str) -> Answer<()> {
    let path = format!("/tickets/{}/presence?tab={tab}", segment(id));
    client.send(&Call::new(Method::DELETE, path)).await.map(drop)
}

/// `GET /me/drafts/{key}`; nothing when there is none, which the list says without a refusal.
pub(crate) async fn draft(client: &Client, key: &str) -> Answer<Option<crate::live::Sent>> {
    let all: Value = client.ask(Call::new(Method::GET, "/me/drafts?limit=200")).await?;
    let there = all["items"].as_array().is_some_and(|items| items.iter().any(|head| head["key"] == key));
    if !there {
        return Ok(None);
    }
    let found: Answer<Value> = client.ask(Call::new(Method::GET, path(key))).await;
    match found {
        Ok(found) => {
            let version = found["version"].as_i64().unwrap_or_default();
            Ok(Some(crate::live::Sent { version, value: found["value"].clone() }))
        }
        // Removed in between.
        Err(failure) if failure.is("not_found") => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// `PUT /me/drafts/{key}` of a version, 0 for a new one; the version that it has then.
pub(crate) async fn keep_draft(client: &Client, key: &str, value: &Value, seen: i64) -> Answer<i64> {
    let kept: Value = client.edit(Method::PUT, &path(key), &json!({ "value": value }), seen).await?;
    Ok(kept["version"].as_i64().unwrap_or_default())
}

/// `DELETE /me/drafts/{key}`
pub(crate) async fn forget_draft(client: &Client, key: &str) -> Answer<()> {
    client.send(&Call::new(Method::DELETE, path(key))).await.map(drop)
}

fn path(key: &str) -> String {
    format!("/me/drafts/{}", segment(key))
}
