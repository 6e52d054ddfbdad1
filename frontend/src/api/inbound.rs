//! By which sources alerts and chats come in.

use super::client::Call;
use super::tickets::segment;
use super::{Answer, Client};
use contract::inbound::{
    CreateInboundSource, InboundSource, InboundSourceFilter, NewInboundSource, UpdateInboundSource,
};
use contract::page::Page;
use gloo_net::http::Method;
use serde_json::json;

/// `GET /inbound-sources`
pub(crate) async fn sources(client: &Client, filter: &InboundSourceFilter) -> Answer<Page<InboundSource>> {
    client.get("/inbound-sources", filter).await
}

/// `GET /inbound-sources/{source}`
pub(crate) async fn source(client: &Client, source: &str) -> Answer<InboundSource> {
    client.get(&format!("/inbound-sources/{}", segment(source)), &()).await
}

/// `POST /inbound-sources`
pub(crate) async fn create_source(
    client: &Client,
    body: &CreateInboundSource,
    key: &str,
) -> Answer<NewInboundSource> {
    client.post("/inbound-sources", body, key).await
}

/// `PATCH /inbound-sources/{source}`
pub(crate) async fn update_source(
    client: &Client,
    source: &str,
    body: &UpdateInboundSource,
    version: i64,
) -> Answer<InboundSource> {
    client.edit(Method::PATCH, &format!("/inbound-sources/{}", segment(source)), body, version).await
}

/// `POST /inbound-sources/{source}/rotate`
pub(crate) async fn rotate_secret(client: &Client, source: &str, key: &str) -> Answer<NewInboundSource> {
    client.post(&format!("/inbound-sources/{}/rotate", segment(source)), &json!({}), key).await
}

/// `DELETE /inbound-sources/{source}`
pub(crate) async fn delete_source(client: &Client, source: &str) -> Answer<()> {
    let call = Call::new(Method::DELETE, format!("/inbound-sources/{}", segment(source)));
    client.send(&call).await.map(drop)
}
