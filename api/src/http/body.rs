//! JSON bodies: read to their limit, understood or refused field by field, and validated.

use super::problem::{fault_of_serde, faults_of_validation};
use crate::error::{Error, FieldFault, Result};
use actix_web::http::header::CONTENT_TYPE;
use actix_web::web::{Bytes, BytesMut};
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload};
use futures_util::StreamExt;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::future::Future;
use std::pin::Pin;
use validator::Validate;

/// The largest JSON body.
pub const MOST_BYTES: usize = 1 << 20;

/// What was sent, for the idempotency key: the same key with another body is refused.
#[derive(Clone, Copy, Debug)]
pub(super) struct BodyDigest(pub(super) [u8; 32]);

/// Handler argument: a validated body. No body at all counts as `{}`.
pub struct Json<T>(T);

impl<T> Json<T> {
    /// What was sent.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T: DeserializeOwned + Validate + 'static> FromRequest for Json<T> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let body = read(payload).await?;
            if !body.is_empty() && !is_of_type(&request, "application/json") {
                return Err(Error::UnsupportedMediaType);
            }
            request.extensions_mut().insert(BodyDigest(Sha256::digest(&body).into()));
            parse(if body.is_empty() { b"{}" } else { &body }).map(Self)
        })
    }
}

/// Handler argument: a body of JSON as it came, for whoever must see it before it is understood, since it
/// may be signed.
pub struct Raw(Bytes);

impl Raw {
    /// As it came.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Whether it is an object with a field of this name.
    #[must_use]
    pub fn has(&self, field: &str) -> bool {
        serde_json::from_slice::<Map<String, Value>>(&self.0).is_ok_and(|body| body.contains_key(field))
    }

    /// What it says, validated.
    pub fn understood<T: DeserializeOwned + Validate>(&self) -> Result<T> {
        parse(if self.0.is_empty() { b"{}" } else { &self.0 })
    }
}

impl FromRequest for Raw {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let body = read(payload).await?;
            if !body.is_empty() && !is_of_type(&request, "application/json") {
                return Err(Error::UnsupportedMediaType);
            }
            request.extensions_mut().insert(BodyDigest(Sha256::digest(&body).into()));
            Ok(Self(body))
        })
    }
}

/// Handler argument: a table as `text/csv`, in UTF-8.
pub struct Csv(String);

impl Csv {
    /// What was sent, without its byte order mark.
    #[must_use]
    pub fn into_inner(self) -> String {
        self.0
    }
}

impl FromRequest for Csv {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            if !is_of_type(&request, "text/csv") {
                return Err(Error::UnsupportedMediaType);
            }
            let body = read(payload).await?;
            request.extensions_mut().insert(BodyDigest(Sha256::digest(&body).into()));
            let text = std::str::from_utf8(&body).map_err(|_| Error::field("", "csv"))?;
            if text.contains('\0') {
                return Err(Error::field("", "nul"));
            }
            Ok(Self(text.trim_start_matches('\u{feff}').to_owned()))
        })
    }
}

/// What is wrong with a body that was put together here.
pub fn faults_of(body: &impl Validate) -> Result<()> {
    body.validate().map_err(|errors| Error::Invalid(faults_of_validation(&errors)))
}

/// Understands a part of a body as if it were one of its own; faults are named below `field`.
pub fn parse_part<T: DeserializeOwned + Validate>(field: &str, part: &Map<String, Value>) -> Result<T> {
    let body = serde_json::to_vec(part).map_err(Error::internal)?;
    parse(&body).map_err(|error| match error {
        Error::Invalid(faults) => {
            Error::Invalid(faults.into_iter().map(|fault| fault.below(field)).collect())
        }
        other => other,
    })
}

async fn read(mut payload: Payload) -> Result<Bytes> {
    let mut body = BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|error| Error::Malformed(error.to_string()))?;
        if body.len() + chunk.len() > MOST_BYTES {
            return Err(Error::TooLarge(MOST_BYTES));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body.freeze())
}

fn is_of_type(request: &HttpRequest, wanted: &str) -> bool {
    let content_type =
        request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let essence = content_type.split(';').next().unwrap_or("").trim();
    essence.eq_ignore_ascii_case(wanted)
}

fn parse<T: DeserializeOwned + Validate>(body: &[u8]) -> Result<T> {
    // serde would take a list for an object with its fields in order.
    if body.trim_ascii_start().starts_with(b"[") {
        return Err(Error::field("", "type"));
    }
    let mut deserializer = serde_json::Deserializer::from_slice(body);
    let parsed: T = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let path = error.path().to_string();
        let cause = error.into_inner();
        if cause.is_data() {
            Error::Invalid(vec![fault_of_serde(&path, &cause.to_string())])
        } else {
            Error::Malformed(cause.to_string())
        }
    })?;
    deserializer.end().map_err(|error| Error::Malformed(error.to_string()))?;
    refuse_nul(body)?;
    parsed.validate().map_err(|errors| Error::Invalid(faults_of_validation(&errors)))?;
    Ok(parsed)
}

/// PostgreSQL cannot keep U+0000 in text, so nobody may send it.
fn refuse_nul(body: &[u8]) -> Result<()> {
    // The escape is the only way for it into valid JSON; most bodies have no backslash-u at all.
    if !body.windows(6).any(|window| window == b"\\u0000") {
        return Ok(());
    }
    let value: Value = serde_json::from_slice(body).map_err(Error::internal)?;
    let mut faults = Vec::new();
    find_nul(&value, "", &mut faults);
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

fn find_nul(value: &Value, path: &str, faults: &mut Vec<FieldFault>) {
    let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    match value {
        Value::String(text) if text.contains('\0') => faults.push(FieldFault::new(path, "nul")),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(index, item)| find_nul(item, &below(&index.to_string()), faults)),
        Value::Object(members) => members.iter().for_each(|(name, member)| {
            if name.contains('\0') {
                faults.push(FieldFault::new(path, "nul"));
            }
            find_nul(member, &below(name), faults);
        }),
        _ => {}
    }
}
