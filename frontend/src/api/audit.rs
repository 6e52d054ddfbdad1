//! The audit log.

use super::client::Call;
use super::{Answer, Client};
use contract::audit::{AuditEntry, AuditFilter, AuditVerification};
use contract::page::Page;
use gloo_net::http::{Method, Response};

/// `GET /audit`
pub(crate) async fn list(client: &Client, filter: &AuditFilter) -> Answer<Page<AuditEntry>> {
    client.get("/audit", filter).await
}

/// `GET /audit/verify`
pub(crate) async fn verify(client: &Client) -> Answer<AuditVerification> {
    client.get("/audit/verify", &()).await
}

/// `GET /audit/export.csv`
pub(crate) async fn export(client: &Client, filter: &AuditFilter) -> Answer<Response> {
    let filter = AuditFilter { limit: None, cursor: None, ..filter.clone() };
    let query = serde_html_form::to_string(&filter).unwrap_or_default();
    client.send(&Call::new(Method::GET, format!("/audit/export.csv?{query}"))).await
}
