//! The measures of the desk.

use super::{Answer, Client};
use contract::reports::{ReportFilter, Summary};

/// `GET /reports/summary`
pub(crate) async fn summary(client: &Client, filter: &ReportFilter) -> Answer<Summary> {
    client.get("/reports/summary", filter).await
}
