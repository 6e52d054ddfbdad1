//! `If-Match`: which version the client means to change (RFC 9110 §13.1.1).

use crate::error::{Error, Result};
use actix_web::http::header::IF_MATCH;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use std::future::{Ready, ready};

/// Handler argument: the version in `If-Match`, if one was sent.
#[derive(Clone, Copy, Debug)]
pub struct IfMatch(Option<i64>);

impl IfMatch {
    /// No version was sent.
    pub(super) fn none() -> Self {
        Self(None)
    }

    /// The version; an edit without one is refused.
    pub fn required(self) -> Result<i64> {
        self.0.ok_or(Error::PreconditionRequired)
    }

    /// Refuses when a version was sent and it is not this one.
    pub fn check(self, version: i64) -> Result<()> {
        if self.0.is_none_or(|wanted| wanted == version) { Ok(()) } else { Err(Error::Stale) }
    }

    /// Of a request.
    pub(super) fn of(request: &HttpRequest) -> Result<Self> {
        let Some(value) = request.headers().get(IF_MATCH) else { return Ok(Self(None)) };
        let quoted = value.to_str().ok().and_then(|value| value.trim().strip_prefix('"')?.strip_suffix('"'));
        match quoted.and_then(|version| version.parse().ok()) {
            Some(version) => Ok(Self(Some(version))),
            None if value == "*" => Ok(Self(None)),
            None => Err(Error::field("If-Match", "if_match")),
        }
    }
}

impl FromRequest for IfMatch {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::of(request))
    }
}
