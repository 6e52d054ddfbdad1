//! Successful answers.

use crate::error::{Error, Result};
use actix_web::body::BoxBody;
use actix_web::http::header::{CONTENT_TYPE, ETAG, IF_NONE_MATCH, LINK, LOCATION};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse, Responder};
use contract::page::Page;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::marker::PhantomData;

/// A JSON answer with a body of type `T`, written out already, so that an idempotency key can
/// keep it and give it again.
#[derive(Debug)]
pub struct Answer<T> {
    pub(super) status: StatusCode,
    pub(super) location: Option<String>,
    pub(super) etag: Option<String>,
    pub(super) body: String,
    /// The cursor of the page after this one.
    next: Option<String>,
    /// Whether it holds what may be shown only once, and is kept nowhere.
    pub(super) once: bool,
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

    /// The same, with a secret in it: no idempotency key keeps it, and a retry under one is told so.
    #[must_use]
    pub fn shown_once(self) -> Self {
        Self { once: true, ..self }
    }
}

impl<T: Serialize> Answer<Page<T>> {
    /// 200 with a page of a list, and a `Link` to the next one.
    pub fn page(page: &Page<T>) -> Result<Self> {
        Ok(Self { next: page.next_cursor.clone(), ..Self::ok(page)? })
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
    /// The status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status.as_u16()
    }

    /// The representation, or as much of it as `U` has.
    pub fn read<U: DeserializeOwned>(&self) -> Result<U> {
        serde_json::from_str(&self.body).map_err(Error::internal)
    }

    /// The path of the new resource.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.location.as_deref()
    }

    /// The same, with a `Link` to the page that begins at a cursor, if there is one: for lists that say
    /// more than their rows.
    #[must_use]
    pub fn before(self, next: Option<String>) -> Self {
        Self { next, ..self }
    }

    pub(super) fn raw(
        status: StatusCode,
        location: Option<String>,
        etag: Option<String>,
        body: String,
    ) -> Self {
        Self { status, location, etag, body, next: None, once: false, content: PhantomData }
    }
}

impl<T> Responder for Answer<T> {
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        let Self { status, location, etag, body, next, once: _, content: _ } = self;
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
        if let Some(next) = next {
            response.insert_header((LINK, link_to(request, &next)));
        }
        if body.is_empty() {
            return response.finish();
        }
        response.insert_header((CONTENT_TYPE, "application/json")).body(body)
    }
}

/// `Link` (RFC 8288): the same request for the page that begins at a cursor.
fn link_to(request: &HttpRequest, cursor: &str) -> String {
    let mut query: Vec<(String, String)> =
        serde_html_form::from_str(request.query_string()).unwrap_or_default();
    query.retain(|(name, _)| name != "cursor");
    query.push(("cursor".to_owned(), cursor.to_owned()));
    let query = serde_html_form::to_string(query).unwrap_or_default();
    format!("<{}?{query}>; rel=\"next\"", request.path())
}
