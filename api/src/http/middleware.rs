//! What surrounds every request: its id, its language, security headers, problems for errors,
//! one line in the log, and the measures.

use super::{problem, rate_limit};
use crate::app::App;
use crate::error::{Error, Result};
use crate::ids;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue,
};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpRequest};
use std::time::Instant;

/// Links an answer, its log lines and a user's report.
#[derive(Clone, Debug)]
pub struct RequestId(pub String);

/// Data load nothing and are framed nowhere.
const STRICT_POLICY: &str = "default-src 'none'; frame-ancestors 'none'";

/// The contract's browser writes style attributes.
const DOCS_POLICY: &str =
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The outermost layer.
pub async fn frame(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> std::result::Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let started = Instant::now();
    let id = request_id(request.headers());
    request.extensions_mut().insert(RequestId(id.clone()));
    let response = match refuse_nul(request.request()) {
        // Routing needs the request for itself: nobody may hold on to it before.
        Ok(()) => problems_for_errors(next.call(request).await?.map_into_boxed_body()),
        Err(error) => {
            let rendered = problem::render(&error, request.request());
            request.into_response(rendered)
        }
    };
    let (http_request, mut response) = (response.request().clone(), response);
    add_headers(response.headers_mut(), &http_request, &id);
    report(&http_request, &response, started, &id);
    Ok(response)
}

/// The client's id if it is a sound one, so that a proxy's log can be matched; else a fresh one.
fn request_id(headers: &HeaderMap) -> String {
    let sent = headers.get(&REQUEST_ID).and_then(|value| value.to_str().ok());
    let sound = |id: &&str| {
        (1..=64).contains(&id.len())
            && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
    };
    sent.filter(sound).map_or_else(|| ids::fresh().simple().to_string(), str::to_owned)
}

/// U+0000 in an address names nothing, and PostgreSQL cannot even be asked.
fn refuse_nul(request: &HttpRequest) -> Result<()> {
    if request.uri().path().contains("%00") {
        return Err(Error::NotFound);
    }
    if request.query_string().contains("%00") {
        return Err(Error::field("", "nul"));
    }
    Ok(())
}

fn problems_for_errors(response: ServiceResponse<BoxBody>) -> ServiceResponse<BoxBody> {
    let Some(error) = response.response().error() else { return response };
    let request = response.request().clone();
    let rendered = match error.as_error::<Error>() {
        Some(error) => {
            if let Some(cause) = error.cause().filter(|_| error.status().is_server_error()) {
                log::error!("{}: {cause} ({})", error.code(), in_log(&request));
            }
            problem::render(error, &request)
        }
        // The framework's own refusals: a path it cannot decode, a body cut short.
        None if error.as_response_error().status_code().is_client_error() => {
            problem::render(&Error::Malformed(error.to_string()), &request)
        }
        None => {
            log::error!("unexpected: {error} ({})", in_log(&request));
            problem::render(&Error::internal(error), &request)
        }
    };
    response.into_response(rendered)
}

/// A request as the log tells of it: by the route's pattern and the request's id. Its path may say what only
/// few may know: the link of a survey is a key.
pub(super) fn in_log(request: &HttpRequest) -> String {
    let route = request.match_pattern().unwrap_or_else(|| "-".to_owned());
    let id = request.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default();
    format!("{} {route} {id}", request.method())
}

fn add_headers(headers: &mut HeaderMap, request: &HttpRequest, id: &str) {
    let mut add = |name: &'static str, value: &'static str| {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    };
    add("x-content-type-options", "nosniff");
    add("x-frame-options", "DENY");
    add("referrer-policy", "same-origin");
    add("cross-origin-opener-policy", "same-origin");
    add("permissions-policy", "camera=(), geolocation=(), microphone=()");
    if App::of(request).is_ok_and(|app| app.config.public_url.starts_with("https://")) {
        add("strict-transport-security", "max-age=63072000");
    }
    if !headers.contains_key(CONTENT_SECURITY_POLICY) {
        let policy = if request.path().starts_with("/api/docs/") { DOCS_POLICY } else { STRICT_POLICY };
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    }
    if !headers.contains_key(CACHE_CONTROL) {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    rate_limit::add_headers(headers, request);
    if let Ok(id) = HeaderValue::from_str(id) {
        headers.insert(REQUEST_ID, id);
    }
}

/// One line, with nothing personal: the route's pattern, not its path.
fn report(request: &HttpRequest, response: &ServiceResponse<BoxBody>, started: Instant, id: &str) {
    let route = request.match_pattern().unwrap_or_else(|| "-".to_owned());
    let (method, status, elapsed) =
        (request.method().as_str(), response.status().as_u16(), started.elapsed());
    if let Ok(app) = App::of(request) {
        app.metrics.observe(method, &route, status, elapsed);
    }
    // The line of an answer that lasts is written at its end (`live/hub.rs`).
    let lasts = response.headers().get(CONTENT_TYPE).is_some_and(|sent| sent == "text/event-stream");
    if lasts {
        return;
    }
    log::info!(target: "access", "{method} {route} {status} {:.1} ms {id}", elapsed.as_secs_f64() * 1000.0);
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::{TestRequest, call_and_read_body, init_service};
    use actix_web::{App as Actix, web};

    #[tokio::test]
    async fn the_log_has_the_pattern_of_a_path_and_no_key_that_is_in_it() {
        let told = |request: HttpRequest| async move {
            request.extensions_mut().insert(RequestId("walk-one".to_owned()));
            in_log(&request)
        };
        let desk = Actix::new().service(web::resource("/surveys/{token}").route(web::get().to(told)));
        let service = init_service(desk.default_service(web::to(told))).await;
        for (path, expected) in
            [("/surveys/secreto", "GET /surveys/{token} walk-one"), ("/secreto", "GET - walk-one")]
        {
            let request = TestRequest::get().uri(path).to_request();
            assert_eq!(call_and_read_body(&service, request).await, expected.as_bytes());
        }
    }
}
