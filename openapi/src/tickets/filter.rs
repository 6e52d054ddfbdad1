//! Which tickets to list. Filters of one name are alternatives; of different names, conditions.

use super::vocabulary::{Channel, ClosureReason, Kind, SlaFilter, Sort, Status, Timeliness};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

/// The query parameters of `GET /tickets` and its exports.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query, style = Form)]
pub struct TicketFilter {
    /// Key or id of a project.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[validate(length(max = 50))]
    #[param(max_items = 50)]
    pub project: Vec<String>,
    /// Where it is in the procedure.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[validate(length(max = 50))]
    #[param(max_items = 50, inline)]
    pub status: Vec<Status>,
    /// Everything but `closed` (true) or only `closed` (false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open: Option<bool>,
    /// Waiting for somebody (true) or not (false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pending: Option<bool>,
    /// What it is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[validate(length(max = 50))]
    #[param(max_items = 50, inline)]
    pub kind: Vec<Kind>,
    /// 1, 2 or 3.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[validate(length(max = 3))]
    #[param(max_items = 3)]
    pub level: Vec<u8>,
    /// User name or id of who is in charge; `me` for the caller, `none` for nobody.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[validate(length(max = 50))]
    #[param(max_items = 50)]
    pub assignee: Vec<String>,
    /// Key or id of the group in charge; `mine` for the caller's, `none` for none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[validate(length(max = 50))]
    #[param(max_items = 50)]
    pub group: Vec<String>,
    /// User name or id of whose case it is; `me` for the caller.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[validate(length(max = 50))]
    #[param(max_items = 50)]
    pub requester: Vec<String>,
    /// 1 critical to 5 planning.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[validate(length(max = 5))]
    #[param(max_items = 5)]
    pub priority: Vec<u8>,
    /// Where it came from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[validate(length(max = 50))]
    #[param(max_items = 50, inline)]
    pub channel: Vec<Channel>,
    /// Key or id of a service of the catalogue.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[validate(length(max = 50))]
    #[param(max_items = 50)]
    pub service: Vec<String>,
    /// Time running short, or run out.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(inline)]
    pub sla: Option<SlaFilter>,
    /// Whether the time to attention was kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(inline)]
    pub attention: Option<Timeliness>,
    /// Whether the time to resolution was kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(inline)]
    pub resolution: Option<Timeliness>,
    /// Refused by the requester at least once (true) or never (false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reopened: Option<bool>,
    /// Why it was closed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[validate(length(max = 50))]
    #[param(max_items = 50, inline)]
    pub closure: Vec<ClosureReason>,
    /// With an answered survey (true) or without one (false) on its last resolution.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub surveyed: Option<bool>,
    /// With a survey that says it was solved (true) or that it was not (false).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub satisfied: Option<bool>,
    /// With a survey of this score, 1 to 5.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[validate(length(max = 5))]
    #[param(max_items = 5)]
    pub score: Vec<u8>,
    /// With a survey that scores this question, by its key, or that gives it this very score: `trato`,
    /// `trato:5`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = "crate::validate::answer"))]
    #[param(max_length = 62, pattern = "^[a-z0-9][a-z0-9._-]{0,59}(:[1-5])?$")]
    pub answer: Option<String>,
    /// With a survey answered at this instant or later.
    #[serde(default, with = "crate::rfc3339::optional", skip_serializing_if = "Option::is_none")]
    pub surveyed_from: Option<DateTime<Utc>>,
    /// With a survey answered before this instant. All that is asked of a survey is asked of the same one.
    #[serde(default, with = "crate::rfc3339::optional", skip_serializing_if = "Option::is_none")]
    pub surveyed_to: Option<DateTime<Utc>>,
    /// Resolved at this instant or later, and not reopened since.
    #[serde(default, with = "crate::rfc3339::optional", skip_serializing_if = "Option::is_none")]
    pub resolved_from: Option<DateTime<Utc>>,
    /// Resolved before this instant, and not reopened since.
    #[serde(default, with = "crate::rfc3339::optional", skip_serializing_if = "Option::is_none")]
    pub resolved_to: Option<DateTime<Utc>>,
    /// Registered at this instant or later.
    #[serde(default, with = "crate::rfc3339::optional", skip_serializing_if = "Option::is_none")]
    pub registered_from: Option<DateTime<Utc>>,
    /// Registered before this instant.
    #[serde(default, with = "crate::rfc3339::optional", skip_serializing_if = "Option::is_none")]
    pub registered_to: Option<DateTime<Utc>>,
    /// Registered in this hour of the day in Bogotá, 0 to 23, whatever the day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 0, max = 23))]
    #[param(minimum = 0, maximum = 23)]
    pub registered_hour: Option<u8>,
    /// Registered on this day of the week in Bogotá: 1 Monday to 7 Sunday (ISO 8601).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 1, max = 7))]
    #[param(minimum = 1, maximum = 7)]
    pub registered_weekday: Option<u8>,
    /// Words to be found in number, subject, description or solution, without regard to accents,
    /// case and endings.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 200))]
    #[param(max_length = 200)]
    pub q: Option<String>,
    /// The order; newest first when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(inline)]
    pub sort: Option<Sort>,
    /// At most this many rows (1–200, default 50).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u16>,
    /// `next_cursor` of the page before.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 500))]
    #[param(max_length = 500)]
    pub cursor: Option<String>,
    /// Whether to count all rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<bool>,
}

/// The query parameters of `GET /tickets/{ticket}/events`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct EventFilter {
    /// At most this many entries (1–200, default 50).
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
