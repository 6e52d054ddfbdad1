//! Who is on call: who gets letters of urgent work outside service hours, and when.

use crate::reference::{PersonRef, Reference};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// A time that somebody of a group is on call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OnCall {
    /// Its id.
    pub id: Uuid,
    /// Who.
    pub person: PersonRef,
    /// From when.
    #[serde(with = "crate::rfc3339")]
    pub from: DateTime<Utc>,
    /// Until when.
    #[serde(with = "crate::rfc3339")]
    pub until: DateTime<Utc>,
}

/// Puts somebody of a group on call. Outside service hours they get letters of priority 1 and 2, and of
/// clocks that ran out, at once.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"person": "agent", "from": "2026-12-24T22:00:00Z", "until": "2026-12-26T12:30:00Z"}))]
pub struct CreateOnCall {
    /// User name or id of somebody in the group.
    pub person: Reference,
    /// From when.
    #[serde(with = "crate::rfc3339")]
    pub from: DateTime<Utc>,
    /// Until when: at most 31 days later, and not past.
    #[serde(with = "crate::rfc3339")]
    pub until: DateTime<Utc>,
}
