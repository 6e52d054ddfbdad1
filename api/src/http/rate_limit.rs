//! `RateLimit` and `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers-10): how much a client
//! may still ask for.

use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
use actix_web::{HttpMessage, HttpRequest};

/// What is left of a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateLimit {
    /// The limit's name.
    pub policy: &'static str,
    /// How much there is in a window.
    pub quota: u32,
    /// The window, in seconds.
    pub window: u32,
    /// How much is left.
    pub remaining: u32,
    /// In how many seconds there is all of it again.
    pub reset: u32,
}

impl RateLimit {
    /// Says so in the answer to a request, whatever the answer is.
    pub fn tell(self, request: &HttpRequest) {
        request.extensions_mut().insert(self);
    }
}

/// Adds what a request has been told of its limit.
pub(super) fn add_headers(headers: &mut HeaderMap, request: &HttpRequest) {
    let Some(RateLimit { policy, quota, window, remaining, reset }) =
        request.extensions().get::<RateLimit>().copied()
    else {
        return;
    };
    for (name, value) in [
        ("ratelimit-policy", format!("\"{policy}\";q={quota};w={window}")),
        ("ratelimit", format!("\"{policy}\";r={remaining};t={reset}")),
    ] {
        if let Ok(value) = HeaderValue::try_from(value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
}
