//! Successful answers.

use crate::error::{Error, Result};
use actix_web::body::BoxBody;
use actix_web::http::header::{CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse, Responder};
use serde::Serialize;
use std::marker::PhantomData;

/// A JSON answer with a body of type `T`, written out already, so that an idempotency key can
/// keep it and give it again.
#[derive(Debug)]
pub struct Answer<T> {
    pub(super) status: StatusCode,
    pub(super) location: Option<String>,
    pub(super) etag: Option<String>,
    pub(super) body: String,
    content: PhantomData<fn() -> T>,
}

impl<T: Serialize> Answer<T> {
    /// 200 with a representation.
    pub fn ok(content: &T) -> Result<Self> {
        Ok(Self::raw(StatusCode::OK, None, None, serde_json::to_string(content).map_err(Error::internal)?))
    }

    /// 200 with a representation that has a version, given as `ETag`.
    pub fn versioned(version: i64, content: &T) -> Result<Self> {
        Ok(Self { etag: Some(format!("\"{version}\"")), ..Self::ok(content)? })
    }

    /// 201 with the new resource and its path.
    pub fn created(location: String, content: &T) -> Result<Self> {
        Ok(Self { status: StatusCode::CREATED, location: Some(location), ..Self::ok(content)? })
    }

    /// The same as the answer to a creation: 201, with the path of the new resource.
    #[must_use]
    pub fn at(self, location: String) -> Self {
        Self { status: StatusCode::CREATED, location: Some(location), ..self }
    }
}

impl Answer<()> {
    /// 204.
    #[must_use]
    pub fn nothing() -> Self {
        Self::raw(StatusCode::NO_CONTENT, None, None, String::new())
    }
}

impl<T> Answer<T> {
    /// The path of the new resource.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.location.as_deref()
    }

    pub(super) fn raw(
        status: StatusCode,
        location: Option<String>,
        etag: Option<String>,
        body: String,
    ) -> Self {
        Self { status, location, etag, body, content: PhantomData }
    }
}

impl<T> Responder for Answer<T> {
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        let Self { status, location, etag, body, .. } = self;
        let known = request.headers().get(IF_NONE_MATCH).and_then(|value| value.to_str().ok());
        if request.method() == Method::GET && etag.is_some() && etag.as_deref() == known {
            return HttpResponse::NotModified().insert_header((ETAG, etag.unwrap_or_default())).finish();
        }
        let mut response = HttpResponse::build(status);
        if let Some(location) = location {
            response.insert_header((LOCATION, location));
        }
        if let Some(etag) = etag {
            response.insert_header((ETAG, etag));
        }
        if body.is_empty() {
            return response.finish();
        }
        response.insert_header((CONTENT_TYPE, "application/json")).body(body)
    }
}
