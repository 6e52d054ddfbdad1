//! Personal data: the notice, and the copy of one's own.

use super::attachments::save;
use super::client::Call;
use super::{Answer, Client};
use contract::auth::Me;
use contract::privacy::{AcceptNotice, PrivacyNotice};
use gloo_net::http::Method;

/// `GET /privacy/notice`
pub(crate) async fn notice(client: &Client) -> Answer<PrivacyNotice> {
    client.get("/privacy/notice", &()).await
}

/// `POST /me/privacy-acceptance`
pub(crate) async fn accept(client: &Client, body: &AcceptNotice, key: &str) -> Answer<Me> {
    client
        .ask(Call::new(Method::POST, "/me/privacy-acceptance").json(body).header("Idempotency-Key", key))
        .await
}

/// `GET /me/data`, handed to the person as a file.
pub(crate) async fn take_away(client: &Client) -> Answer<()> {
    save(client.send(&Call::new(Method::GET, "/me/data")).await?, "datos-personales.zip").await
}
