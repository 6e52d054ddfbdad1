//! Personal data: the notice, and the copy of one's own.

use super::attachments::save;
use super::client::Call;
use super::tickets::segment;
use super::{Answer, Client};
use contract::auth::Me;
use contract::page::Page;
use contract::privacy::{
    AcceptNotice, NoticeVersion, PrivacyNotice, PublishNotice, ReportsFilter, Retention, RetentionReport,
    UpdateRetention,
};
use gloo_net::http::Method;

/// `GET /privacy/notice`
pub(crate) async fn notice(client: &Client) -> Answer<PrivacyNotice> {
    client.get("/privacy/notice", &()).await
}

/// `PUT /privacy/notice`
pub(crate) async fn publish(client: &Client, body: &PublishNotice, version: i32) -> Answer<PrivacyNotice> {
    client.edit(Method::PUT, "/privacy/notice", body, version.into()).await
}

/// `GET /privacy/notices`
pub(crate) async fn notices(client: &Client) -> Answer<Page<NoticeVersion>> {
    client.get("/privacy/notices", &()).await
}

/// `GET /privacy/retention`
pub(crate) async fn retention(client: &Client, project: &str) -> Answer<Retention> {
    client.get("/privacy/retention", &[("project", project)]).await
}

/// `PATCH /privacy/retention`
pub(crate) async fn update_retention(
    client: &Client,
    project: &str,
    body: &UpdateRetention,
    version: i64,
) -> Answer<Retention> {
    let path = format!("/privacy/retention?project={}", segment(project));
    client.edit(Method::PATCH, &path, body, version).await
}

/// `GET /privacy/retention/reports`
pub(crate) async fn retention_reports(
    client: &Client,
    filter: &ReportsFilter,
) -> Answer<Page<RetentionReport>> {
    client.get("/privacy/retention/reports", filter).await
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
