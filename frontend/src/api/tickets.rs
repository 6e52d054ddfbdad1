//! Tickets: registering, listing, reading, acting on them, and talking about them.

use super::client::Call;
use super::{Answer, Client, ticket};
use crate::tickets::Command;
use contract::page::Page;
use contract::sla::ExplainedClock;
use contract::tickets::{
    AddComment, BulkOutcome, Event, RegisterTicket, Ticket, TicketFilter, TicketSummary,
};
use gloo_net::http::{Method, Response};
use serde::Serialize;
use wasm_bindgen::JsValue;

/// How many pages of a timeline are read at most: 2,000 entries.
const TIMELINE_PAGES: usize = 10;

/// `POST /tickets`
pub(crate) async fn register(client: &Client, body: &RegisterTicket, key: &str) -> Answer<Ticket> {
    let call = Call::new(Method::POST, "/tickets").json(body).header("Idempotency-Key", key);
    ticket::parse(&client.ask_text(call).await?)
}

/// `GET /tickets`
pub(crate) async fn list(client: &Client, filter: &TicketFilter) -> Answer<Page<TicketSummary>> {
    client.get("/tickets", filter).await
}

/// `GET /tickets` for the number of tickets that fit a filter.
pub(crate) async fn count(client: &Client, filter: &TicketFilter) -> Answer<i64> {
    let filter = TicketFilter { limit: Some(1), count: Some(true), cursor: None, ..filter.clone() };
    Ok(list(client, &filter).await?.total.unwrap_or_default())
}

/// `GET /tickets/{id}`
pub(crate) async fn get(client: &Client, id: &str) -> Answer<Ticket> {
    let call = Call::new(Method::GET, format!("/tickets/{}", segment(id)));
    ticket::parse(&client.ask_text(call).await?)
}

#[derive(Serialize)]
struct Cursor {
    limit: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    cursor: Option<String>,
}

/// `GET /tickets/{id}/events`, page after page.
pub(crate) async fn events(client: &Client, id: &str) -> Answer<Vec<Event>> {
    let path = format!("/tickets/{}/events", segment(id));
    let (mut events, mut cursor) = (Vec::new(), None);
    for _ in 0..TIMELINE_PAGES {
        let page: Page<Event> = client.get(&path, &Cursor { limit: 200, cursor }).await?;
        events.extend(page.items);
        cursor = page.next_cursor;
        if cursor.is_none() {
            break;
        }
    }
    Ok(events)
}

/// `GET /tickets/{id}/clocks`
pub(crate) async fn clocks(client: &Client, id: &str) -> Answer<Page<ExplainedClock>> {
    client.get(&format!("/tickets/{}/clocks", segment(id)), &()).await
}

/// `POST /tickets/{id}/{action}`
pub(crate) async fn act(client: &Client, id: &str, command: &Command, key: &str) -> Answer<Ticket> {
    let path = format!("/tickets/{}/{}", segment(id), command.action);
    let call = Call::new(Method::POST, path).json(&command.body).header("Idempotency-Key", key);
    ticket::parse(&client.ask_text(call).await?)
}

/// `POST /tickets/bulk`: one action on many tickets, and what became of each.
pub(crate) async fn act_on_many(
    client: &Client,
    numbers: &[String],
    command: &Command,
    key: &str,
) -> Answer<BulkOutcome> {
    let body = serde_json::json!({ "ids": numbers, "action": command.action, "body": command.body });
    client.post("/tickets/bulk", &body, key).await
}

/// `POST /tickets/{id}/comments`
pub(crate) async fn comment(client: &Client, id: &str, body: &AddComment, key: &str) -> Answer<Event> {
    client.post(&format!("/tickets/{}/comments", segment(id)), body, key).await
}

/// `PUT /tickets/{id}/watchers/me` or `DELETE` of the same.
pub(crate) async fn watch(client: &Client, id: &str, watching: bool) -> Answer<()> {
    let method = if watching { Method::PUT } else { Method::DELETE };
    client.send(&Call::new(method, format!("/tickets/{}/watchers/me", segment(id)))).await.map(drop)
}

/// `GET /tickets/export.csv`
pub(crate) async fn export(client: &Client, filter: &TicketFilter) -> Answer<Response> {
    let filter = TicketFilter { limit: None, cursor: None, count: None, ..filter.clone() };
    let query = serde_html_form::to_string(&filter).unwrap_or_default();
    client.send(&Call::new(Method::GET, format!("/tickets/export.csv?{query}"))).await
}

/// A text as one segment of a path.
pub(super) fn segment(text: &str) -> String {
    let encoded = js_sys::encode_uri_component(text);
    JsValue::from(encoded).as_string().unwrap_or_default()
}
