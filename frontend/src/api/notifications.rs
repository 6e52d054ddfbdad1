//! `/me/notifications`.

use super::client::Call;
use super::{Answer, Client};
use contract::notifications::{NoticeFilter, Notices, ReadNotices};
use gloo_net::http::Method;

/// `GET /me/notifications`
pub(crate) async fn list(client: &Client, filter: &NoticeFilter) -> Answer<Notices> {
    client.get("/me/notifications", filter).await
}

/// `POST /me/notifications/read`
pub(crate) async fn mark_read(client: &Client, body: &ReadNotices) -> Answer<()> {
    client.send(&Call::new(Method::POST, "/me/notifications/read").json(body)).await.map(|_| ())
}
