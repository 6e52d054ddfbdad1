//! Mails that came to the desk.

use super::{Answer, Client};
use contract::inbound::{
    AcceptInboundMail, DiscardInboundMail, InboundMail, InboundMailDetail, InboundMailFilter,
    InboundMailState,
};
use contract::page::Page;

/// `GET /inbound-mails`
pub(crate) async fn list(client: &Client, filter: &InboundMailFilter) -> Answer<Page<InboundMail>> {
    client.get("/inbound-mails", filter).await
}

/// How many wait for somebody to decide.
pub(crate) async fn waiting(client: &Client) -> Answer<i64> {
    let filter = InboundMailFilter {
        state: Some(InboundMailState::Quarantined),
        count: Some(true),
        limit: Some(1),
        ..InboundMailFilter::default()
    };
    Ok(list(client, &filter).await?.total.unwrap_or_default())
}

/// `GET /inbound-mails/{inbound_mail}`
pub(crate) async fn read(client: &Client, id: &str) -> Answer<InboundMailDetail> {
    client.get(&format!("/inbound-mails/{id}"), &()).await
}

/// `POST /inbound-mails/{inbound_mail}/accept`
pub(crate) async fn accept(
    client: &Client,
    id: &str,
    body: &AcceptInboundMail,
    key: &str,
) -> Answer<InboundMailDetail> {
    client.post(&format!("/inbound-mails/{id}/accept"), body, key).await
}

/// `POST /inbound-mails/{inbound_mail}/discard`
pub(crate) async fn discard(client: &Client, id: &str, key: &str) -> Answer<InboundMailDetail> {
    client.post(&format!("/inbound-mails/{id}/discard"), &DiscardInboundMail::default(), key).await
}
