//! Who has a case open, and who is writing in it.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// Somebody who has a case open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PresentPerson {
    /// The person's id.
    pub id: Uuid,
    /// The name people read.
    pub display_name: String,
    /// Whether they are writing.
    pub writing: bool,
}

/// Who else has a case open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TicketPresence {
    /// The case's id.
    pub id: Uuid,
    /// The case's number.
    pub number: String,
    /// Everybody but the caller, by name.
    pub people: Vec<PresentPerson>,
}

/// I have a case open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"writing": false}))]
pub struct MarkPresence {
    /// Whether I am writing.
    pub writing: bool,
    /// An id of the open page, so that closing one does not close another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tab: Option<Uuid>,
}

/// Which open page is closed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct LeaveTicket {
    /// Its id, if it had one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tab: Option<Uuid>,
}
