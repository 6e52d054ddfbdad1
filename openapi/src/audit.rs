//! The audit log: who did what to what, when, from where, and what that changed; and whether it is
//! what it was when it was written.

use crate::reference::{NamedRef, PersonRef};
use crate::words::words;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// One act.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AuditEntry {
    /// The entry's id.
    pub id: Uuid,
    /// When.
    #[serde(with = "crate::rfc3339")]
    pub at: DateTime<Utc>,
    /// Who; null for a failed sign-in and for what the desk does by itself.
    pub actor: Option<PersonRef>,
    /// The administrator who acted in the actor's place, for support.
    pub impersonator: Option<PersonRef>,
    /// The id of the API key that was used.
    pub api_key: Option<Uuid>,
    /// What: an operation such as `POST /api/v1/tickets/{ticket}/open`, or a word such as `sign_in`.
    pub operation: String,
    /// To what: the path of the resource, or a user name.
    pub object: String,
    /// The project it belongs to; null for what belongs to the whole desk.
    pub project: Option<NamedRef>,
    /// The client's address.
    pub address: Option<String>,
    /// The request's id, as in the log and in problems.
    pub request_id: String,
    /// What was before and what is after.
    pub changes: Option<AuditChanges>,
}

/// What an act changed: the fields that differ.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AuditChanges {
    /// Before; null when the thing was not there.
    pub before: serde_json::Value,
    /// After; null when the thing is not there any more.
    pub after: serde_json::Value,
}

/// Which entries to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct AuditFilter {
    /// User name or id of whose acts.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 100))]
    #[param(max_length = 100)]
    pub actor: Option<String>,
    /// Key or id of a project.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 100))]
    #[param(max_length = 100)]
    pub project: Option<String>,
    /// What was done, as in the entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 200))]
    #[param(max_length = 200)]
    pub operation: Option<String>,
    /// To what, as in the entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 500))]
    #[param(max_length = 500)]
    pub object: Option<String>,
    /// Not earlier than this.
    #[serde(default, with = "crate::rfc3339::optional", skip_serializing_if = "Option::is_none")]
    pub from: Option<DateTime<Utc>>,
    /// Earlier than this.
    #[serde(default, with = "crate::rfc3339::optional", skip_serializing_if = "Option::is_none")]
    pub until: Option<DateTime<Utc>>,
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

words! {
    /// What is wrong with an audit log.
    AuditFaultKind {
        /// An entry is not what it was when it was chained.
        Changed = "changed",
        /// An entry is gone.
        Missing = "missing",
        /// An entry was slipped in among older ones.
        Inserted = "inserted",
    }
}

/// Whether the audit log is what it was when it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AuditVerification {
    /// Whether nothing is wrong with it.
    pub intact: bool,
    /// Entries whose chain of hashes was computed anew: as many as there are up to the first fault.
    pub verified: i64,
    /// Entries that are not chained yet; they are within seconds.
    pub waiting: i64,
    /// The first fault.
    pub fault: Option<AuditFault>,
}

/// Where an audit log is not what it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AuditFault {
    /// What is wrong.
    pub kind: AuditFaultKind,
    /// At which place of the chain, counted from 1; null for an entry that has none.
    pub position: Option<i64>,
    /// The id of the entry; null when it cannot be known.
    pub entry: Option<Uuid>,
}
