//! What somebody is writing and has not sent yet: nobody else's business, on whichever device.

use crate::validate;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// A draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Draft {
    /// What it is of, such as `ticket:TIC-1042:comment`.
    pub key: String,
    /// What was written, as whoever writes it keeps it.
    pub value: Value,
    /// Rises with every change.
    pub version: i64,
    /// When it last changed.
    #[serde(with = "crate::rfc3339")]
    pub updated_at: DateTime<Utc>,
}

/// A draft without what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DraftHead {
    /// What it is of.
    pub key: String,
    /// Rises with every change.
    pub version: i64,
    /// When it last changed.
    #[serde(with = "crate::rfc3339")]
    pub updated_at: DateTime<Utc>,
}

/// Which drafts to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct DraftFilter {
    /// At most this many (1–200, default 50).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u16>,
    /// `next_cursor` of the page before.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 500))]
    #[param(max_length = 500)]
    pub cursor: Option<String>,
}

/// What has been written so far.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"value": {"body": "Voy para allá."}}))]
pub struct KeepDraft {
    /// Any JSON, of 64 KiB at most.
    #[validate(custom(function = "validate::draft"))]
    pub value: Value,
}
