//! Who has a stake in a service (Matriz de interesados), and of what they are told: of its major
//! incidents, when they are registered, run late, and have a solution.

use crate::patch::present;
use crate::reference::{NamedRef, PersonRef, Reference};
use crate::words::words;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

words! {
    /// How much somebody has to do with a service.
    Degree {
        /// Much.
        High = "high",
        /// Some.
        Medium = "medium",
        /// Little.
        Low = "low",
    }

    /// What of a major incident stakeholders are told.
    Occasion {
        /// It was registered, or turned out to be that urgent.
        Registered = "registered",
        /// An agreed time ran out.
        Breached = "breached",
        /// It has a solution.
        Resolved = "resolved",
    }
}

/// Somebody who has a stake in a service: a person, or all the people of an area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Stakeholder {
    /// Its id.
    pub id: Uuid,
    /// The project whose incidents it is about.
    pub project: NamedRef,
    /// The service; null for the whole project.
    pub service: Option<NamedRef>,
    /// The person; null when it is an area.
    pub person: Option<PersonRef>,
    /// The area, as accounts have it; null when it is a person.
    pub area: Option<String>,
    /// How much it matters to them.
    pub interest: Degree,
    /// How much they can bring about.
    pub influence: Degree,
    /// What they are told of major incidents; nothing when it is empty.
    pub told_of: Vec<Occasion>,
    /// They are told of incidents of this priority, and of all that are more urgent.
    pub from_priority: u8,
    /// When it was entered.
    #[serde(with = "crate::rfc3339")]
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    #[serde(with = "crate::rfc3339")]
    pub updated_at: DateTime<Utc>,
    /// Rises with every change; sent as `ETag` and wanted as `If-Match`.
    pub version: i64,
}

/// Which stakeholders to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct StakeholderFilter {
    /// Key or id of the project; all that the caller supervises or administers when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 100))]
    #[param(max_length = 100)]
    pub project: Option<String>,
    /// At most this many (1–200, default 50).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u16>,
    /// `next_cursor` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 1_000))]
    #[param(max_length = 1_000)]
    pub cursor: Option<String>,
}

/// Enters somebody who has a stake in a service: a person or an area, one of them.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"project": "TIC", "area": "Talento humano", "interest": "high", "influence": "medium"}))]
pub struct CreateStakeholder {
    /// Key or id of a project that the caller administers.
    pub project: Reference,
    /// Key or id of the service; the whole project when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<Reference>,
    /// User name or id of somebody who belongs to the project.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Reference>,
    /// An area, as accounts have it, without regard to case and accents: everybody of it who belongs to the
    /// project.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 120), custom(function = "crate::validate::name"))]
    #[schema(min_length = 1, max_length = 120, pattern = r"\S")]
    pub area: Option<String>,
    /// How much it matters to them.
    pub interest: Degree,
    /// How much they can bring about.
    pub influence: Degree,
    /// What they are told of major incidents (default: all of it).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 10))]
    #[schema(max_items = 10)]
    pub told_of: Option<Vec<Occasion>>,
    /// They are told of incidents of this priority, and of all that are more urgent (1–5, default 1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 1, max = 5))]
    #[schema(minimum = 1, maximum = 5)]
    pub from_priority: Option<u8>,
}

/// Changes what is said of a stakeholder; a field that is absent stays. Who it is does not change.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"told_of": ["registered", "resolved"], "from_priority": 2}))]
pub struct UpdateStakeholder {
    /// Key or id of the service; null for the whole project.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, max_length = 100)]
    pub service: Option<Option<Reference>>,
    /// How much it matters to them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interest: Option<Degree>,
    /// How much they can bring about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub influence: Option<Degree>,
    /// What they are told of major incidents; nothing when it is empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 10))]
    #[schema(max_items = 10)]
    pub told_of: Option<Vec<Occasion>>,
    /// They are told of incidents of this priority, and of all that are more urgent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 1, max = 5))]
    #[schema(minimum = 1, maximum = 5)]
    pub from_priority: Option<u8>,
}
