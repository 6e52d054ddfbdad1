//! Query parameters: repeated names are lists, unknown names are refused.

use super::problem::{fault_of_serde, faults_of_validation};
use crate::error::{Error, Result};
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use serde::de::DeserializeOwned;
use std::future::{Ready, ready};
use validator::Validate;

/// Handler argument: validated query parameters.
pub struct Query<T>(T);

impl<T> Query<T> {
    /// What was asked.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T: DeserializeOwned + Validate> FromRequest for Query<T> {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(parse(request.query_string()).map(Self))
    }
}

fn parse<T: DeserializeOwned + Validate>(query: &str) -> Result<T> {
    let deserializer = serde_html_form::Deserializer::from_bytes(query.as_bytes());
    let parsed: T = serde_path_to_error::deserialize(deserializer).map_err(|error| {
        let path = error.path().to_string();
        Error::Invalid(vec![fault_of_serde(&path, &error.into_inner().to_string())])
    })?;
    parsed.validate().map_err(|errors| Error::Invalid(faults_of_validation(&errors)))?;
    Ok(parsed)
}
