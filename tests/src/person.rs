//! How people speak to the desk: requests that read like sentences, and answers that have been
//! checked against the contract.

use crate::contract;
use crate::ear::Ear;
use chrono::{DateTime, TimeDelta, Utc};
use mesa::clock::Clock;
use reqwest::header::{CONTENT_TYPE, HeaderMap};
use reqwest::{Method, StatusCode};
use serde::Serialize;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex, PoisonError};

/// Somebody who speaks to the desk, signed in or not; cheap to clone.
#[derive(Clone)]
pub struct Person {
    /// The name they sign in with; empty for nobody.
    pub username: String,
    /// Where the desk is.
    pub base: String,
    client: reqwest::Client,
    clock: Clock,
    token: Arc<Mutex<Option<Token>>>,
    language: String,
}

struct Token {
    text: String,
    /// From when on another is to be fetched: tests move the clock by days.
    stale_at: DateTime<Utc>,
}

impl Person {
    /// Somebody who has not signed in.
    #[must_use]
    pub fn nobody(base: String, client: reqwest::Client, clock: Clock) -> Self {
        let token = Arc::new(Mutex::new(None));
        Self { username: String::new(), base, client, clock, token, language: "es".to_owned() }
    }

    /// The same, who signs in anew as `username` as often as it takes.
    pub async fn signed_in(mut self, username: &str) -> Self {
        username.clone_into(&mut self.username);
        self.token = Arc::default();
        self.renew().await;
        self
    }

    /// The same, with a token of one's own choice.
    #[must_use]
    pub fn with_token(mut self, token: &str) -> Self {
        let stale_at = DateTime::<Utc>::MAX_UTC;
        self.token = Arc::new(Mutex::new(Some(Token { text: token.to_owned(), stale_at })));
        self
    }

    /// The same, who reads another language.
    #[must_use]
    pub fn reading(mut self, language: &str) -> Self {
        language.clone_into(&mut self.language);
        self
    }

    /// GET.
    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Method::GET, path).send().await
    }

    /// POST with a JSON body.
    pub async fn post(&self, path: &str, body: &impl Serialize) -> Answer {
        self.ask(Method::POST, path).json(body).send().await
    }

    /// PUT without a body.
    pub async fn put(&self, path: &str) -> Answer {
        self.ask(Method::PUT, path).send().await
    }

    /// PATCH of a version with a JSON body.
    pub async fn patch(&self, path: &str, version: i64, body: &impl Serialize) -> Answer {
        self.ask(Method::PATCH, path).header("If-Match", &format!("\"{version}\"")).json(body).send().await
    }

    /// A change of a version with a JSON body, by whatever method.
    pub async fn edit(&self, method: &str, path: impl Into<String>, version: i64, body: Value) -> Answer {
        let path: String = path.into();
        let ask = self.ask(method.parse().expect("a method"), &path);
        ask.header("If-Match", &format!("\"{version}\"")).json(&body).send().await
    }

    /// DELETE.
    pub async fn delete(&self, path: &str) -> Answer {
        self.ask(Method::DELETE, path).send().await
    }

    /// Attaches a file to a ticket.
    pub async fn attach(&self, number: &str, file_name: &str, content: &[u8]) -> Answer {
        let part = reqwest::multipart::Part::bytes(content.to_vec()).file_name(file_name.to_owned());
        let form = reqwest::multipart::Form::new().part("file", part);
        self.ask(Method::POST, &format!("/tickets/{number}/attachments")).multipart(form).send().await
    }

    /// Any request, to be completed. The path is under `/api/v1` unless it says where it is itself.
    pub fn ask(&self, method: Method, path: &str) -> Ask {
        let whole = if path.starts_with("/api/") || is_outside(path) {
            path.to_owned()
        } else {
            format!("{}{path}", mesa::routes::API)
        };
        let request = self
            .client
            .request(method.clone(), format!("{}{whole}", self.base))
            .header("Accept-Language", &self.language);
        Ask { person: self.clone(), request, method, path: whole, authorised: false }
    }

    async fn renew(&self) {
        let credentials = json!({"username": self.username, "password": mesa::demo::PASSWORD});
        let ask = Ask { authorised: true, ..self.ask(Method::POST, "/auth/login") };
        let answer = ask.json(&credentials).send().await.ok(200);
        let text = answer["access_token"].as_str().expect("a token").to_owned();
        let life = TimeDelta::seconds(answer["expires_in"].as_i64().expect("a life"));
        let fresh = Token { text, stale_at: self.clock.now() + life };
        *self.token.lock().unwrap_or_else(PoisonError::into_inner) = Some(fresh);
    }

    fn token(&self) -> Option<(String, bool)> {
        let token = self.token.lock().unwrap_or_else(PoisonError::into_inner);
        token.as_ref().map(|token| (token.text.clone(), token.stale_at <= self.clock.now()))
    }
}

fn is_outside(path: &str) -> bool {
    ["/", "/healthz", "/readyz", "/metrics"].contains(&path)
}

/// A request in the making.
#[must_use]
pub struct Ask {
    person: Person,
    request: reqwest::RequestBuilder,
    method: Method,
    path: String,
    authorised: bool,
}

impl Ask {
    /// With a header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.authorised |= name.eq_ignore_ascii_case("authorization");
        self.request = self.request.header(name, value);
        self
    }

    /// With a JSON body.
    pub fn json(mut self, body: &impl Serialize) -> Self {
        self.request = self.request.json(body);
        self
    }

    /// With a body as it is.
    pub fn body(mut self, body: impl Into<reqwest::Body>) -> Self {
        self.request = self.request.body(body);
        self
    }

    /// With query parameters.
    pub fn query(mut self, parameters: &[(&str, &str)]) -> Self {
        let query = serde_html_form::to_string(parameters).expect("parameters are text");
        let path = self.path.clone();
        let request = self.request.build().expect("a sound request");
        let mut url = request.url().clone();
        url.set_query(Some(&query));
        let mut rebuilt = reqwest::Request::new(self.method.clone(), url);
        rebuilt.headers_mut().extend(request.headers().clone());
        self.request = reqwest::RequestBuilder::from_parts(self.person.client.clone(), rebuilt);
        self.path = path;
        self
    }

    /// With a form.
    pub fn multipart(mut self, form: reqwest::multipart::Form) -> Self {
        self.request = self.request.multipart(form);
        self
    }

    /// Sends it, and checks the answer against the contract. Of an answer without an end only the head is
    /// looked at.
    pub async fn send(self) -> Answer {
        let (response, method, path) = self.depart().await;
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = if is_endless(&headers) {
            Vec::new()
        } else {
            response.bytes().await.unwrap_or_else(|error| panic!("{method} {path}: {error:?}")).to_vec()
        };
        let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        let answer = Answer { asked: format!("{method} {path}"), status, headers, body, bytes };
        contract::check(&method, &path, &answer);
        answer
    }

    /// Sends it, and listens to what is told.
    pub async fn listen(self) -> Ear {
        let (response, method, path) = self.depart().await;
        assert_eq!(response.status(), StatusCode::OK, "{method} {path}");
        assert!(is_endless(response.headers()), "{method} {path}: {:?}", response.headers());
        Ear::new(response)
    }

    async fn depart(self) -> (reqwest::Response, Method, String) {
        let Self { person, mut request, method, path, authorised } = self;
        if !authorised {
            if person.token().is_some_and(|(_, stale)| stale) && !person.username.is_empty() {
                Box::pin(person.renew()).await;
            }
            if let Some((token, _)) = person.token() {
                request = request.bearer_auth(token);
            }
        }
        let response = request.send().await.unwrap_or_else(|error| panic!("{method} {path}: {error:?}"));
        (response, method, path)
    }
}

fn is_endless(headers: &HeaderMap) -> bool {
    headers.get(CONTENT_TYPE).is_some_and(|sent| sent == "text/event-stream")
}

/// What the desk answered.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Method and path, for messages.
    pub asked: String,
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, if it is JSON.
    pub body: Value,
    /// The body as it came.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// The body of an answer that must have this status.
    #[must_use = "or say `expect_status`"]
    #[track_caller]
    pub fn ok(self, status: u16) -> Value {
        self.expect_status(status);
        self.body
    }

    /// Fails unless the answer has this status.
    #[track_caller]
    pub fn expect_status(&self, status: u16) {
        assert_eq!(self.status.as_u16(), status, "{} answered {}", self.asked, self.text());
    }

    /// The problem of an answer that must be a refusal with this status and code.
    #[expect(clippy::must_use_candidate, reason = "what it checks is often all that is wanted")]
    #[track_caller]
    pub fn refused(self, status: u16, code: &str) -> Value {
        self.expect_status(status);
        assert_eq!(self.body["code"], code, "{} answered {}", self.asked, self.text());
        self.body
    }

    /// The codes of a 422 by field, as `field: code`, in order.
    #[must_use]
    #[track_caller]
    pub fn faults(self) -> Vec<String> {
        let problem = self.refused(422, "invalid");
        let faults = problem["errors"].as_array().expect("a 422 names its fields");
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        faults.iter().map(|fault| format!("{}: {}", text(&fault["field"]), text(&fault["code"]))).collect()
    }

    /// A header's value.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}
