//! What `GET /events` tells, as it happens: the `data` of its messages, by their `event`.

use crate::tickets::Action;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// From where on to listen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct Listen {
    /// The `id` of the last message that was heard; `Last-Event-ID` comes before it. From now on when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 0))]
    #[param(minimum = 0)]
    pub after: Option<i64>,
}

/// `ticket`: something happened to a case. What it looks like now is to be asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TicketNews {
    /// The case's id.
    pub id: Uuid,
    /// The case's number.
    pub number: String,
    /// What was done.
    pub action: Action,
    /// The case's version when this was told.
    pub version: i64,
    /// The message's id: its place among all that happens.
    pub position: i64,
}

/// `notices`: how many notices of the caller are unread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UnreadNotices {
    /// So many.
    pub unread: i64,
}

/// `reset`: something was missed, so everything shown is to be asked for again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Reset {
    /// From where on nothing is missed.
    pub position: i64,
}
