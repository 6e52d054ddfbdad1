//! The desk is multi-project: every ticket, catalogue, group, agreement and calendar belongs to one.

use crate::auth::Role;
use crate::words::words;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

words! {
    /// How the window in which a solution may be refused is counted (TC-PD-15 activity 12).
    AcceptanceWindow {
        /// By the wall clock: the procedure's words.
        WallClock = "wall_clock",
        /// By the wall clock, but never over before the end of the next service day.
        NotBeforeServiceDayEnd = "not_before_service_day_end",
        /// In service hours.
        ServiceHours = "service_hours",
    }
}

/// A project the caller belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Project {
    /// The project's id.
    pub id: Uuid,
    /// The prefix of its ticket numbers, such as `TIC`.
    pub key: String,
    /// The name people read.
    pub name: String,
    /// IANA time zone in which its people read times.
    pub time_zone: String,
    /// The caller's roles in it.
    pub roles: Vec<Role>,
}

/// Priorities 1 (critical) to 5 (planning). Rows are impact, columns urgency; both high, medium, low.
pub type PriorityMatrix = [[u8; 3]; 3];

/// A project with its settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ProjectSettings {
    /// The project.
    #[serde(flatten)]
    pub project: Project,
    /// How the acceptance window is counted.
    pub acceptance_window: AcceptanceWindow,
    /// Its length, in hours.
    pub acceptance_hours: u32,
    /// How many hours before its end the requester is reminded, the most first.
    pub reminder_hours: Vec<u32>,
    /// The priority of each impact and urgency: rows are impact, columns urgency; both high, medium, low.
    #[schema(value_type = Vec<Vec<u8>>)]
    pub priority_matrix: PriorityMatrix,
    /// Rises with every change; sent as `ETag` and wanted as `If-Match`.
    pub version: i64,
}

/// Makes a project with the procedure's service hours and agreement, and a group of level 1. Whoever
/// makes it administers it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"key": "GAF", "name": "Gestión administrativa y financiera"}))]
pub struct CreateProject {
    /// The prefix of its ticket numbers: 2 to 10 capital letters and figures, the first a letter.
    #[validate(custom(function = "crate::validate::project_key"))]
    #[schema(pattern = "^[A-Z][A-Z0-9]{1,9}$")]
    pub key: String,
    /// The name people read.
    #[validate(length(min = 1, max = 120), custom(function = "crate::validate::name"))]
    #[schema(min_length = 1, max_length = 120, pattern = r"\S")]
    pub name: String,
    /// IANA time zone (default `America/Bogota`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 60))]
    #[schema(max_length = 60)]
    pub time_zone: Option<String>,
    /// How the acceptance window is counted (default `wall_clock`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acceptance_window: Option<AcceptanceWindow>,
    /// Its length, in hours (default 48).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 1, max = 720))]
    #[schema(minimum = 1, maximum = 720)]
    pub acceptance_hours: Option<u32>,
    /// How many hours before its end the requester is reminded, up to five times (default: 24 once).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = "crate::validate::reminder_hours"))]
    #[schema(max_items = 5)]
    pub reminder_hours: Option<Vec<u32>>,
    /// The priority of each impact and urgency (default: that of ITIL 4).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = "crate::validate::priority_matrix"))]
    #[schema(value_type = Option<Vec<Vec<u8>>>)]
    pub priority_matrix: Option<PriorityMatrix>,
}

/// Changes a project's settings, for what happens from now on: what is promised stays promised. What
/// is absent stays.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Tecnologías de la información", "acceptance_window": "not_before_service_day_end"}))]
pub struct UpdateProject {
    /// The name people read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 120), custom(function = "crate::validate::name"))]
    #[schema(min_length = 1, max_length = 120, pattern = r"\S")]
    pub name: Option<String>,
    /// IANA time zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 60))]
    #[schema(max_length = 60)]
    pub time_zone: Option<String>,
    /// How the acceptance window is counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acceptance_window: Option<AcceptanceWindow>,
    /// Its length, in hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 1, max = 720))]
    #[schema(minimum = 1, maximum = 720)]
    pub acceptance_hours: Option<u32>,
    /// How many hours before its end the requester is reminded, up to five times; none for never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = "crate::validate::reminder_hours"))]
    #[schema(max_items = 5)]
    pub reminder_hours: Option<Vec<u32>>,
    /// The priority of each impact and urgency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = "crate::validate::priority_matrix"))]
    #[schema(value_type = Option<Vec<Vec<u8>>>)]
    pub priority_matrix: Option<PriorityMatrix>,
}
