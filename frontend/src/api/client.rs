//! How requests travel: with the access token (which lives in memory only), the person's language,
//! one refresh when the token has run out, and a wait for the person when the session has.

use super::tabs::alone_among_tabs;
use super::{Answer, Failure, upload};
use crate::browser;
use contract::auth::{AccessToken, Locale};
use contract::problem::Problem;
use gloo_net::http::{Method, Request, RequestBuilder, Response};
use js_sys::{Function, Promise};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::AbortSignal;
use yew::Callback;

/// How long an answer may take, in milliseconds: beyond, the network swallowed it.
const PATIENCE: u32 = 30_000;

/// Where the API is.
pub(super) const BASE: &str = "/api/v1";

/// A handle on the one connection of the application to its API.
#[derive(Clone)]
pub(crate) struct Client(Rc<Connection>);

impl PartialEq for Client {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

struct Connection {
    token: RefCell<Option<String>>,
    locale: Cell<Locale>,
    /// How far the server's clock is ahead of this computer's, in milliseconds.
    skew: Cell<f64>,
    /// The refresh under way, shared by all who wait for it.
    refreshing: RefCell<Option<Promise>>,
    /// Requests that wait for the person to sign in again.
    waiting: RefCell<Vec<Function>>,
    /// Called when the session has run out.
    expired: RefCell<Callback<()>>,
    /// Called when there is something that the person must do before anything else.
    duty: RefCell<Callback<()>>,
    /// Whether the token is to act in somebody's place: it cannot be refreshed.
    standing_in: Cell<bool>,
    /// Whether the last request did not reach the server.
    away: Cell<bool>,
    /// Called when the server is lost (true) and when it is found again (false).
    lost: RefCell<Callback<bool>>,
}

/// What a request carries.
#[derive(Clone)]
pub(crate) enum Payload {
    Nothing,
    Json(String),
    /// A table as CSV.
    Table(String),
    /// A form with a file, and whom to tell how many of a hundred parts have left.
    Form(web_sys::FormData, Callback<u8>),
}

/// A request, so that it can be sent again.
#[derive(Clone)]
pub(crate) struct Call {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) payload: Payload,
    pub(crate) headers: Vec<(&'static str, String)>,
    /// What ends it, when its answer has no end of its own.
    pub(crate) until: Option<AbortSignal>,
}

impl Call {
    pub(crate) fn new(method: Method, path: impl Into<String>) -> Self {
        Self { method, path: path.into(), payload: Payload::Nothing, headers: Vec::new(), until: None }
    }

    pub(crate) fn json(mut self, body: &impl Serialize) -> Self {
        self.payload = Payload::Json(serde_json::to_string(body).unwrap_or_default());
        self
    }

    pub(crate) fn table(mut self, table: String) -> Self {
        self.payload = Payload::Table(table);
        self
    }

    pub(crate) fn until(mut self, signal: AbortSignal) -> Self {
        self.until = Some(signal);
        self
    }

    pub(crate) fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

impl Client {
    pub(crate) fn new() -> Self {
        Self(Rc::new(Connection {
            token: RefCell::new(None),
            locale: Cell::new(Locale::Es),
            skew: Cell::new(0.0),
            refreshing: RefCell::new(None),
            waiting: RefCell::new(Vec::new()),
            expired: RefCell::new(Callback::noop()),
            duty: RefCell::new(Callback::noop()),
            standing_in: Cell::new(false),
            away: Cell::new(false),
            lost: RefCell::new(Callback::noop()),
        }))
    }

    /// In which language the server writes its problems.
    pub(crate) fn speak(&self, locale: Locale) {
        self.0.locale.set(locale);
    }

    /// Whom to tell when the session has run out.
    pub(crate) fn on_expired(&self, callback: Callback<()>) {
        *self.0.expired.borrow_mut() = callback;
    }

    /// Whom to tell when there is something that the person must do before anything else.
    pub(crate) fn on_duty(&self, callback: Callback<()>) {
        *self.0.duty.borrow_mut() = callback;
    }

    /// Whom to tell when the server is lost, and when it is found again.
    pub(crate) fn on_lost(&self, callback: Callback<bool>) {
        *self.0.lost.borrow_mut() = callback;
    }

    /// Notes whether the server is away: after each request, and when the browser itself knows.
    pub(crate) fn note_away(&self, away: bool) {
        if self.0.away.replace(away) != away {
            let lost = self.0.lost.borrow().clone();
            lost.emit(away);
        }
    }

    /// Asks the server for next to nothing, to learn whether it can be reached.
    pub(crate) async fn probe(&self) {
        if let Ok(request) = RequestBuilder::new("/healthz").abort_signal(Some(&patience())).build() {
            let _ = self.travel(request, &Payload::Nothing, None).await;
        }
    }

    /// Keeps the token (or drops it), and lets go on whoever waited for it.
    pub(crate) fn hold(&self, token: Option<String>) {
        *self.0.token.borrow_mut() = token;
        for resume in self.0.waiting.borrow_mut().drain(..) {
            let _ = resume.call0(&JsValue::NULL);
        }
    }

    /// Takes a token to act in somebody's place. When it has run out the page is loaded anew, for
    /// whoever holds the session.
    pub(crate) fn stand_in(&self, token: String) {
        self.0.standing_in.set(true);
        *self.0.token.borrow_mut() = Some(token);
    }

    /// Whether the token is to act in somebody's place.
    pub(crate) fn stands_in(&self) -> bool {
        self.0.standing_in.get()
    }

    /// The server's idea of the time.
    pub(crate) fn now(&self) -> chrono::DateTime<chrono::Utc> {
        browser::now(self.0.skew.get())
    }

    pub(crate) async fn get<T: DeserializeOwned>(&self, path: &str, query: &impl Serialize) -> Answer<T> {
        let query = serde_html_form::to_string(query).unwrap_or_default();
        let path = if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") };
        self.ask(Call::new(Method::GET, path)).await
    }

    /// Sends a body under an idempotency key: the same key and body never act twice.
    pub(crate) async fn post<T: DeserializeOwned>(
        &self,
        path: &str,
        body: &impl Serialize,
        key: &str,
    ) -> Answer<T> {
        self.ask(Call::new(Method::POST, path).json(body).header("Idempotency-Key", key)).await
    }

    /// Changes a version of a resource, which answers with the next.
    pub(crate) async fn edit<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: &impl Serialize,
        version: i64,
    ) -> Answer<T> {
        self.ask(Call::new(method, path).json(body).header("If-Match", format!("\"{version}\""))).await
    }

    /// Sends a request and reads what it answers.
    pub(crate) async fn ask<T: DeserializeOwned>(&self, call: Call) -> Answer<T> {
        parse(&self.ask_text(call).await?)
    }

    /// Sends a request and answers the body as it is. Not generic, so that it is compiled once.
    pub(crate) async fn ask_text(&self, call: Call) -> Answer<String> {
        body_of(self.send(&call).await?).await
    }

    /// Sends a request on behalf of whoever is signed in. An access token that has run out is
    /// refreshed once; a session that has run out waits until the person has signed in again.
    pub(crate) async fn send(&self, call: &Call) -> Answer<Response> {
        for _ in 0..3 {
            let token = self.0.token.borrow().clone();
            let response = self.once(call, token.as_deref()).await?;
            if response.status() != 401 {
                let answer = checked(response).await;
                if answer.as_ref().is_err_and(Failure::is_duty) {
                    let duty = self.0.duty.borrow().clone();
                    duty.emit(());
                }
                return answer;
            }
            if self.0.standing_in.get() {
                browser::reload();
                return Err(Failure::SignedOut);
            }
            // Another request may have brought a new token meanwhile.
            if *self.0.token.borrow() == token && !self.refresh().await? {
                self.0.expired.borrow().emit(());
                self.sign_in().await;
                if self.0.token.borrow().is_none() {
                    return Err(Failure::SignedOut);
                }
            }
        }
        Err(Failure::SignedOut)
    }

    /// Sends a request as it is, without a thought for sessions.
    pub(crate) async fn once(&self, call: &Call, token: Option<&str>) -> Answer<Response> {
        let url = format!("{BASE}{}", call.path);
        // Files take as long as they take; anything else that is not there in time is lost.
        let patience =
            call.until.clone().or_else(|| (!matches!(call.payload, Payload::Form(..))).then(patience));
        let mut request = RequestBuilder::new(&url)
            .method(call.method.clone())
            .abort_signal(patience.as_ref())
            .header("Accept-Language", self.0.locale.get().as_str())
            .header("Accept", "application/json, application/problem+json, */*");
        if let Some(token) = token {
            request = request.header("Authorization", &format!("Bearer {token}"));
        }
        for (name, value) in &call.headers {
            request = request.header(name, value);
        }
        let request = match &call.payload {
            Payload::Nothing | Payload::Form(..) => request.build(),
            Payload::Json(body) => request.header("Content-Type", "application/json").body(body.as_str()),
            Payload::Table(body) => request.header("Content-Type", "text/csv").body(body.as_str()),
        };
        let response =
            self.travel(request.map_err(|_| Failure::Offline)?, &call.payload, call.until.as_ref()).await?;
        self.set_clock(&response);
        Ok(response)
    }

    /// Sends, and notes whether anybody was there. A gateway that finds no server behind it is as
    /// good as nobody.
    async fn travel(
        &self,
        request: Request,
        payload: &Payload,
        until: Option<&AbortSignal>,
    ) -> Answer<Response> {
        let response = match payload {
            Payload::Form(form, progress) => upload::send(&request, form, progress.clone()).await,
            _ => request.send().await.ok(),
        };
        let response = response.filter(|response| !matches!(response.status(), 502 | 504));
        // What was given up here says nothing of the server.
        if response.is_some() || !until.is_some_and(AbortSignal::aborted) {
            self.note_away(response.is_none());
        }
        response.ok_or(Failure::Offline)
    }

    /// A new access token from the refresh cookie; false when the session is over. Everyone who
    /// asks while one refresh is under way waits for that one: a cookie may be used only once.
    pub(crate) async fn refresh(&self) -> Answer<bool> {
        let shared = self.0.refreshing.borrow().clone();
        let promise = shared.unwrap_or_else(|| {
            let client = self.clone();
            let promise = alone_among_tabs(move || {
                future_to_promise(async move {
                    let outcome = super::auth::refresh(&client).await;
                    client.0.refreshing.take();
                    match outcome {
                        Ok(Some(AccessToken { access_token, .. })) => {
                            client.hold(Some(access_token));
                            Ok(JsValue::TRUE)
                        }
                        Ok(None) => Ok(JsValue::FALSE),
                        Err(_) => Err(JsValue::NULL),
                    }
                })
            });
            *self.0.refreshing.borrow_mut() = Some(promise.clone());
            promise
        });
        let outcome = JsFuture::from(promise).await;
        outcome.map(|fresh| fresh.is_truthy()).map_err(|_| Failure::Offline)
    }

    /// Waits until the person has signed in again, or has given up.
    async fn sign_in(&self) {
        let promise = Promise::new(&mut |resume, _| self.0.waiting.borrow_mut().push(resume));
        let _ = JsFuture::from(promise).await;
    }

    fn set_clock(&self, response: &Response) {
        let Some(date) = response.headers().get("date") else { return };
        let skew = js_sys::Date::parse(&date) - js_sys::Date::now();
        // The header has whole seconds, and travel takes time: only a wrong clock matters.
        self.0.skew.set(if skew.is_finite() && skew.abs() > 10_000.0 { skew } else { 0.0 });
    }
}

/// Ends a request that nobody answers.
fn patience() -> AbortSignal {
    AbortSignal::timeout_with_u32(PATIENCE)
}

/// The body of an answer.
pub(crate) async fn body_of(response: Response) -> Answer<String> {
    let status = response.status();
    response.text().await.map_err(|_| Failure::Unreadable { status })
}

/// Reads a body as what the operation answers.
pub(crate) fn parse<T: DeserializeOwned>(body: &str) -> Answer<T> {
    serde_json::from_str(body).map_err(|_| Failure::Unreadable { status: 200 })
}

/// Turns a refusal into a failure that says why.
pub(crate) async fn checked(response: Response) -> Answer<Response> {
    if response.ok() {
        return Ok(response);
    }
    let status = response.status();
    match parse::<Problem>(&body_of(response).await?) {
        Ok(problem) => Err(Failure::Refused(Rc::new(problem))),
        Err(_) => Err(Failure::Unreadable { status }),
    }
}
