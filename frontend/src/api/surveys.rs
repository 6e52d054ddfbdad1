//! `/surveys/{token}`: what the links of letters lead to; `/projects/{project}/survey-questions`: what is asked.

use super::client::Call;
use super::tickets::segment;
use super::{Answer, Client};
use contract::page::Page;
use contract::surveys::{CreateSurveyQuestion, SurveyInvitation, SurveyQuestion, UpdateSurveyQuestion};
use contract::tickets::AnswerSurvey;
use gloo_net::http::Method;

fn questions_of(project: &str) -> String {
    format!("/projects/{}/survey-questions", segment(project))
}

/// `GET /projects/{project}/survey-questions`
pub(crate) async fn questions(client: &Client, project: &str) -> Answer<Vec<SurveyQuestion>> {
    let page: Page<SurveyQuestion> = client.get(&questions_of(project), &()).await?;
    Ok(page.items)
}

/// `POST /projects/{project}/survey-questions`
pub(crate) async fn add_question(
    client: &Client,
    project: &str,
    body: &CreateSurveyQuestion,
    key: &str,
) -> Answer<SurveyQuestion> {
    client.post(&questions_of(project), body, key).await
}

/// `PATCH /projects/{project}/survey-questions/{question}`
pub(crate) async fn update_question(
    client: &Client,
    project: &str,
    question: &SurveyQuestion,
    body: &UpdateSurveyQuestion,
) -> Answer<SurveyQuestion> {
    let path = format!("{}/{}", questions_of(project), segment(&question.key));
    client.edit(Method::PATCH, &path, body, question.version).await
}

/// `DELETE /projects/{project}/survey-questions/{question}`
pub(crate) async fn remove_question(client: &Client, project: &str, question: &str) -> Answer<()> {
    let path = format!("{}/{}", questions_of(project), segment(question));
    client.send(&Call::new(Method::DELETE, path)).await.map(drop)
}

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
