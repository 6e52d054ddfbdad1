//! Webhooks: which programs are told what happens to cases, and what each was sent.

use super::client::Call;
use super::tickets::segment;
use super::{Answer, Client};
use contract::page::Page;
use contract::webhooks::{
    CreateWebhook, DeliveryFilter, NewWebhook, UpdateWebhook, Webhook, WebhookDelivery, WebhookFilter,
};
use gloo_net::http::Method;
use serde_json::json;

/// `GET /webhooks`
pub(crate) async fn list(client: &Client, filter: &WebhookFilter) -> Answer<Page<Webhook>> {
    client.get("/webhooks", filter).await
}

/// `GET /webhooks/{webhook}`
pub(crate) async fn read(client: &Client, id: &str) -> Answer<Webhook> {
    client.get(&place(id), &()).await
}

/// `POST /webhooks`
pub(crate) async fn create(client: &Client, body: &CreateWebhook, key: &str) -> Answer<NewWebhook> {
    client.post("/webhooks", body, key).await
}

/// `PATCH /webhooks/{webhook}`
pub(crate) async fn update(client: &Client, id: &str, body: &UpdateWebhook, version: i64) -> Answer<Webhook> {
    client.edit(Method::PATCH, &place(id), body, version).await
}

/// `DELETE /webhooks/{webhook}`
pub(crate) async fn remove(client: &Client, id: &str) -> Answer<()> {
    client.send(&Call::new(Method::DELETE, place(id))).await.map(drop)
}

/// `POST /webhooks/{webhook}/rotate`
pub(crate) async fn rotate(client: &Client, id: &str, key: &str) -> Answer<NewWebhook> {
    client.post(&format!("{}/rotate", place(id)), &json!({}), key).await
}

/// `POST /webhooks/{webhook}/ping`
pub(crate) async fn ping(client: &Client, id: &str, key: &str) -> Answer<WebhookDelivery> {
    client.post(&format!("{}/ping", place(id)), &json!({}), key).await
}

/// `GET /webhooks/{webhook}/deliveries`
pub(crate) async fn deliveries(
    client: &Client,
    id: &str,
    filter: &DeliveryFilter,
) -> Answer<Page<WebhookDelivery>> {
    client.get(&format!("{}/deliveries", place(id)), filter).await
}

/// `POST /webhooks/{webhook}/deliveries/{delivery}/redeliver`
pub(crate) async fn redeliver(
    client: &Client,
    id: &str,
    delivery: &str,
    key: &str,
) -> Answer<WebhookDelivery> {
    client.post(&format!("{}/deliveries/{}/redeliver", place(id), segment(delivery)), &json!({}), key).await
}

fn place(id: &str) -> String {
    format!("/webhooks/{}", segment(id))
}
