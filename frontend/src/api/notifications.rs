//! `/me/notifications` and `/me/notification-preferences`.

use super::client::Call;
use super::{Answer, Client};
use contract::notifications::{
    NoticeFilter, NoticePreferences, Notices, ReadNotices, UpdateNoticePreferences,
};
use gloo_net::http::Method;
use serde::Deserialize;

/// `GET /me/notifications`
pub(crate) async fn list(client: &Client, filter: &NoticeFilter) -> Answer<Notices> {
    client.get("/me/notifications", filter).await
}

/// How many notices are unread: of the same answer, what every page shows.
pub(crate) async fn unread(client: &Client) -> Answer<i64> {
    #[derive(Deserialize)]
    struct Count {
        unread: i64,
    }
    let count: Count = client.ask(Call::new(Method::GET, "/me/notifications?unread=true&limit=1")).await?;
    Ok(count.unread)
}

/// `POST /me/notifications/read`
pub(crate) async fn mark_read(client: &Client, body: &ReadNotices) -> Answer<()> {
    client.send(&Call::new(Method::POST, "/me/notifications/read").json(body)).await.map(|_| ())
}

/// `GET /me/notification-preferences`
pub(crate) async fn preferences(client: &Client) -> Answer<NoticePreferences> {
    client.get("/me/notification-preferences", &()).await
}

/// `PATCH /me/notification-preferences`
pub(crate) async fn prefer(client: &Client, body: &UpdateNoticePreferences) -> Answer<NoticePreferences> {
    client.ask(Call::new(Method::PATCH, "/me/notification-preferences").json(body)).await
}
