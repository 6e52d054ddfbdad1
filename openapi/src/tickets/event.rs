//! The timeline: one entry for each thing that happened, never changed afterwards.

use super::vocabulary::{Action, Channel, Visibility};
use crate::reference::PersonRef;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// One entry of the timeline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Event {
    /// The entry's id; later entries have greater ids.
    pub id: Uuid,
    /// Number of the ticket it happened to: another one when that was merged into this.
    pub ticket: String,
    /// When.
    #[serde(with = "crate::rfc3339")]
    pub at: DateTime<Utc>,
    /// Who; null when the system did it.
    pub actor: Option<PersonRef>,
    /// The administrator who acted in their place, for support.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub impersonator: Option<PersonRef>,
    /// What.
    pub action: Action,
    /// Number of the procedure's activity, 3 to 14, or null.
    pub activity: Option<u8>,
    /// From where.
    pub channel: Channel,
    /// Who may read it.
    pub visibility: Visibility,
    /// Whether an internal entry is shared with the provider who was in charge.
    pub shared_with_provider: bool,
    /// In words: the comment, reason, diagnosis, work done or solution.
    pub note: Option<String>,
    /// What a mail quoted of earlier ones, its signature, and the names of files left out, in Markdown; for
    /// the desk, and for whoever sent the mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quoted: Option<String>,
    /// What changed.
    pub changes: Vec<Change>,
    /// What else there is to know, by action: `minutes` of `work`, `cause` and `planned_actions` of
    /// `diagnose`, `effective` of `verify`, `file_name` of `attach`, `clock` of `warn` and `breach`.
    #[schema(value_type = Object)]
    pub details: serde_json::Map<String, serde_json::Value>,
}

/// One field that changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Change {
    /// The field, named as in the ticket.
    pub field: String,
    /// Its value before; for people and resources, their name.
    #[schema(value_type = Option<String>)]
    pub before: Option<String>,
    /// Its value after.
    #[schema(value_type = Option<String>)]
    pub after: Option<String>,
}

/// A file that belongs to a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Attachment {
    /// The attachment's id.
    pub id: Uuid,
    /// The file's name, made safe.
    pub file_name: String,
    /// Its type, as its bytes tell.
    pub media_type: String,
    /// Its size, in bytes.
    pub size_bytes: i64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Who may see it.
    pub visibility: Visibility,
    /// Who sent it.
    pub uploaded_by: PersonRef,
    /// When.
    #[serde(with = "crate::rfc3339")]
    pub uploaded_at: DateTime<Utc>,
    /// Where it can be fetched from.
    pub href: String,
}
