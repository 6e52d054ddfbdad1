//! `/surveys/{token}`: what the links of letters lead to.

use super::{Answer, Client};
use contract::surveys::SurveyInvitation;
use contract::tickets::AnswerSurvey;

/// `GET /surveys/{token}`
pub(crate) async fn invitation(client: &Client, token: &str) -> Answer<SurveyInvitation> {
    client.get(&format!("/surveys/{token}"), &()).await
}

/// `POST /surveys/{token}`
pub(crate) async fn answer(
    client: &Client,
    token: &str,
    body: &AnswerSurvey,
    key: &str,
) -> Answer<SurveyInvitation> {
    client.post(&format!("/surveys/{token}"), body, key).await
}
