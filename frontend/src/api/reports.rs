//! The measures of the desk.

use super::{Answer, Client};
use contract::reports::{ReportFilter, Summary, SurveyReport};

/// `GET /reports/summary`
pub(crate) async fn summary(client: &Client, filter: &ReportFilter) -> Answer<Summary> {
    client.get("/reports/summary", filter).await
}

/// `GET /reports/surveys`
pub(crate) async fn surveys(client: &Client, filter: &ReportFilter) -> Answer<SurveyReport> {
    client.get("/reports/surveys", filter).await
}
