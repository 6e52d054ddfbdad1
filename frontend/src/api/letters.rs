//! Letters: how they are worded, and where they are on their way.

use super::client::Call;
use super::tickets::segment;
use super::{Answer, Client};
use contract::notifications::{
    LetterPreview, LetterTemplate, Mail, MailFilter, PreviewTemplate, SaveTemplate, TemplateSummary,
    TestLetter, TestTemplate,
};
use contract::page::Page;
use gloo_net::http::Method;
use serde_json::json;

/// Which letter, in which language, of which project; as words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) project: String,
    pub(crate) kind: String,
    pub(crate) locale: String,
}

impl Place {
    fn path(&self) -> String {
        format!("/templates/{}/{}", segment(&self.kind), segment(&self.locale))
    }

    fn of_project(&self) -> String {
        format!("{}?project={}", self.path(), segment(&self.project))
    }
}

/// `GET /mails`
pub(crate) async fn list(client: &Client, filter: &MailFilter) -> Answer<Page<Mail>> {
    client.get("/mails", filter).await
}

/// `POST /mails/{mail}/resend`
pub(crate) async fn resend(client: &Client, mail: &str, key: &str) -> Answer<()> {
    let call = Call::new(Method::POST, format!("/mails/{}/resend", segment(mail)));
    client.send(&call.json(&json!({})).header("Idempotency-Key", key)).await.map(drop)
}

/// `GET /templates`
pub(crate) async fn templates(client: &Client, project: &str) -> Answer<Page<TemplateSummary>> {
    client.get("/templates", &[("project", project)]).await
}

/// `GET /templates/{kind}/{locale}`
pub(crate) async fn template(client: &Client, place: &Place) -> Answer<LetterTemplate> {
    client.get(&place.path(), &[("project", place.project.as_str())]).await
}

/// `PUT /templates/{kind}/{locale}`
pub(crate) async fn save_template(
    client: &Client,
    place: &Place,
    body: &SaveTemplate,
    version: i64,
) -> Answer<LetterTemplate> {
    client.edit(Method::PUT, &place.of_project(), body, version).await
}

/// `DELETE /templates/{kind}/{locale}`
pub(crate) async fn restore_template(client: &Client, place: &Place, version: i64) -> Answer<()> {
    let call = Call::new(Method::DELETE, place.of_project());
    client.send(&call.header("If-Match", format!("\"{version}\""))).await.map(drop)
}

/// `POST /templates/{kind}/{locale}/preview`
pub(crate) async fn preview(client: &Client, place: &Place, body: &PreviewTemplate) -> Answer<LetterPreview> {
    client.ask(Call::new(Method::POST, format!("{}/preview", place.path())).json(body)).await
}

/// `POST /templates/{kind}/{locale}/test`
pub(crate) async fn send_test(
    client: &Client,
    place: &Place,
    body: &TestTemplate,
    key: &str,
) -> Answer<TestLetter> {
    client.post(&format!("{}/test", place.path()), body, key).await
}
