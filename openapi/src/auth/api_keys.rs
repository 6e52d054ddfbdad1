//! API keys: what programs sign in with, in the name of a person or of a service account.

use crate::reference::{NamedRef, Reference};
use crate::words::words;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

words! {
    /// What an API key is good for.
    Scope {
        /// GET and HEAD.
        Read = "read",
        /// Everything else.
        Write = "write",
    }
}

/// Makes an API key. It can do no more than whom it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Monitoreo", "scopes": ["read", "write"], "projects": ["TIC"],
    "expires_at": "2027-06-30T05:00:00Z"}))]
pub struct CreateApiKey {
    /// What it is for: 1 to 100 characters.
    #[validate(length(min = 1, max = 100), custom(function = "crate::validate::name"))]
    #[schema(min_length = 1, max_length = 100, pattern = r"\S")]
    pub name: String,
    /// What it is good for.
    #[validate(length(min = 1, max = 2))]
    #[schema(min_items = 1, max_items = 2)]
    pub scopes: Vec<Scope>,
    /// Keys or ids of the only projects it reaches; all of whom it belongs to when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 50))]
    #[schema(min_items = 1, max_items = 50)]
    pub projects: Option<Vec<Reference>>,
    /// When it ceases to be good: within 366 days.
    #[serde(with = "crate::rfc3339")]
    pub expires_at: DateTime<Utc>,
}

/// An API key, without the key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ApiKey {
    /// Its id, which the audit log names.
    pub id: Uuid,
    /// What it is for.
    pub name: String,
    /// What it is good for.
    pub scopes: Vec<Scope>,
    /// The only projects it reaches; null for all of whom it belongs to.
    pub projects: Option<Vec<NamedRef>>,
    /// When it was made.
    #[serde(with = "crate::rfc3339")]
    pub created_at: DateTime<Utc>,
    /// When it ceases to be good.
    #[serde(with = "crate::rfc3339")]
    pub expires_at: DateTime<Utc>,
    /// When it was last used, to the minute; null for never.
    #[serde(default, with = "crate::rfc3339::optional")]
    pub last_used_at: Option<DateTime<Utc>>,
}

/// A new API key. This is the only time that the key itself is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewApiKey {
    /// To be sent as `Authorization: Bearer mesa_pat_…`.
    pub key: String,
    /// What it is.
    #[serde(flatten)]
    pub api_key: ApiKey,
}
