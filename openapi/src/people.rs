//! Who can be put in charge of a ticket: people, their groups, and provider companies.

use crate::auth::Role;
use crate::reference::NamedRef;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// A person of a project, as the desk sees them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Person {
    /// The person's id.
    pub id: Uuid,
    /// The name they sign in with.
    pub username: String,
    /// The name people read.
    pub display_name: String,
    /// Where notices go.
    pub email: Option<String>,
    /// Telephone or extension.
    pub phone: Option<String>,
    /// The part of the organisation they work in.
    pub area: Option<String>,
    /// Where they sit, as the directory has it.
    pub office: Option<String>,
    /// Their roles in the project.
    pub roles: Vec<Role>,
}

/// A group works at one level: 1 the desk, 2 specialists, 3 a provider's people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Group {
    /// The group's id.
    pub id: Uuid,
    /// Its short, unique name.
    pub key: String,
    /// The name people read.
    pub name: String,
    /// 1, 2 or 3.
    #[schema(minimum = 1, maximum = 3)]
    pub level: u8,
    /// The company whose people they are, at level 3.
    pub provider: Option<NamedRef>,
}

/// Which people to list.
#[derive(Clone, Debug, Default, Serialize, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PeopleFilter {
    /// Key or id of the project; the caller's first one when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(max_length = 100)]
    pub project: Option<String>,
    /// Part of the name, user name or mail, without regard to accents and case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 100))]
    #[param(max_length = 100)]
    pub q: Option<String>,
    /// Only people with this role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(inline)]
    pub role: Option<Role>,
    /// At most this many (1–200, default 50).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u16>,
}
