//! The places where somebody is signed in.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// A place where somebody is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Session {
    /// The session's id.
    pub id: Uuid,
    /// Whether it is the one that asks.
    pub current: bool,
    /// When they signed in.
    #[serde(with = "crate::rfc3339")]
    pub created_at: DateTime<Utc>,
    /// When it was last continued, which a client in use does every few minutes.
    #[serde(with = "crate::rfc3339")]
    pub last_seen_at: DateTime<Utc>,
    /// When it ends unless it is used before.
    #[serde(with = "crate::rfc3339")]
    pub expires_at: DateTime<Utc>,
    /// The address it was last continued from.
    pub address: Option<String>,
    /// The program and system it was last continued with, such as `Firefox 143, Windows`.
    pub client: Option<String>,
}

/// Which page of a list of one's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct PageFilter {
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

/// Which sessions to end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct SessionsToEnd {
    /// Whether the session that asks stays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keep_current: Option<bool>,
}
