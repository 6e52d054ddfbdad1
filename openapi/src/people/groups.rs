//! Groups of people and provider companies.

use crate::patch::present;
use crate::reference::{NamedRef, Reference};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

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
    /// Whether tickets may be put in its charge.
    pub active: bool,
    /// How many people are in it.
    pub member_count: i64,
}

/// A group with the people in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct GroupDetail {
    /// The group.
    #[serde(flatten)]
    pub group: Group,
    /// Its project.
    pub project: NamedRef,
    /// Who is in it, by name.
    pub members: Vec<GroupMember>,
    /// How many tickets that are not closed are in its charge.
    pub open_tickets: i64,
    /// Rises with every change; sent as `ETag` and wanted as `If-Match`.
    pub version: i64,
}

/// Somebody in a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct GroupMember {
    /// The person's id.
    pub id: Uuid,
    /// The name they sign in with.
    pub username: String,
    /// The name people read.
    pub display_name: String,
    /// Whether they may sign in.
    pub active: bool,
}

/// Whose groups or providers to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct GroupFilter {
    /// Key or id of the project; the caller's first one when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 100))]
    #[param(max_length = 100)]
    pub project: Option<String>,
    /// Whether to list those that are no longer used as well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inactive: Option<bool>,
}

/// Makes a group.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"project": "TIC", "key": "n2-bases-de-datos", "name": "Bases de datos", "level": 2, "members": ["specialist"]}))]
pub struct CreateGroup {
    /// Key or id of a project that the caller administers.
    pub project: Reference,
    /// Its short name, unique in the project: small letters, figures, `.`, `_` and `-`.
    #[validate(custom(function = "crate::validate::key"))]
    #[schema(pattern = "^[a-z0-9][a-z0-9._-]{0,59}$")]
    pub key: String,
    /// The name people read.
    #[validate(length(min = 1, max = 120), custom(function = "crate::validate::name"))]
    #[schema(min_length = 1, max_length = 120, pattern = r"\S")]
    pub name: String,
    /// 1 the desk, 2 specialists, 3 a provider's people.
    #[validate(range(min = 1, max = 3))]
    #[schema(minimum = 1, maximum = 3)]
    pub level: u8,
    /// The company whose people they are, at level 3.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<Reference>,
    /// User names or ids of who is in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[validate(length(max = 500))]
    #[schema(max_items = 500)]
    pub members: Vec<Reference>,
}

/// Changes a group; a field that is absent stays, null clears it.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Bases de datos e integración"}))]
pub struct UpdateGroup {
    /// The name people read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 120), custom(function = "crate::validate::name"))]
    #[schema(min_length = 1, max_length = 120, pattern = r"\S")]
    pub name: Option<String>,
    /// Its level; only while no open ticket is in its charge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 1, max = 3))]
    #[schema(minimum = 1, maximum = 3)]
    pub level: Option<u8>,
    /// The company whose people they are; only while no open ticket is in its charge.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, max_length = 100)]
    pub provider: Option<Option<Reference>>,
    /// Whether tickets may be put in its charge; not to be ended while an open one is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
}

/// Says who is in a group from now on.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"members": ["specialist", "specialist2"]}))]
pub struct SetMembers {
    /// User names or ids of people who work in the group's project.
    #[validate(length(max = 500))]
    #[schema(max_items = 500)]
    pub members: Vec<Reference>,
}

/// A provider company of a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Provider {
    /// The company's id.
    pub id: Uuid,
    /// Its short, unique name.
    pub key: String,
    /// The name people read.
    pub name: String,
    /// Whether tickets may be put in its charge.
    pub active: bool,
    /// Rises with every change; sent as `ETag` and wanted as `If-Match`.
    pub version: i64,
}

/// Makes a provider company.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"project": "TIC", "key": "impresoras-sas", "name": "Impresoras S. A. S."}))]
pub struct CreateProvider {
    /// Key or id of a project that the caller administers.
    pub project: Reference,
    /// Its short name, unique in the project: small letters, figures, `.`, `_` and `-`.
    #[validate(custom(function = "crate::validate::key"))]
    #[schema(pattern = "^[a-z0-9][a-z0-9._-]{0,59}$")]
    pub key: String,
    /// The name people read.
    #[validate(length(min = 1, max = 120), custom(function = "crate::validate::name"))]
    #[schema(min_length = 1, max_length = 120, pattern = r"\S")]
    pub name: String,
}

/// Changes a provider company. What is absent stays.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Impresoras y Redes S. A. S."}))]
pub struct UpdateProvider {
    /// The name people read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 120), custom(function = "crate::validate::name"))]
    #[schema(min_length = 1, max_length = 120, pattern = r"\S")]
    pub name: Option<String>,
    /// Whether tickets may be put in its charge; not to be ended while an open one is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
}
