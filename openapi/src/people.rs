//! People, their groups, and provider companies: who can be put in charge of a ticket, and how
//! administrators keep their accounts.

mod groups;
mod import;
mod on_call;
mod users;

pub use groups::{
    CreateGroup, CreateProvider, Group, GroupDetail, GroupFilter, GroupMember, Provider, SetMembers,
    UpdateGroup, UpdateProvider,
};
pub use import::{ImportFilter, ImportOutcome};
pub use on_call::{CreateOnCall, OnCall};
pub use users::{
    CreateUser, DeactivateUser, GrantRoles, ReassignTo, SetPassword, SetRoles, UpdateUser, User, UserAction,
};

use crate::auth::{Membership, Role, UserKind};
use crate::words::words;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

words! {
    /// Whose people a list is of.
    PeopleScope {
        /// Of a project, for whoever works at its desk.
        Project = "project",
        /// Of the whole desk, for administrators.
        Desk = "desk",
    }
}

/// A person of a project, as the desk sees them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Person {
    /// The person's id.
    pub id: Uuid,
    /// Whether the account is a person's, or a program's.
    pub kind: UserKind,
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
    /// Their roles in the project; of the whole desk, in any project.
    pub roles: Vec<Role>,
    /// Whether they may sign in.
    pub active: bool,
    /// Of the whole desk: their roles, project by project.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub memberships: Option<Vec<Membership>>,
}

/// Which people to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PeopleFilter {
    /// Key or id of the project; the caller's first one when absent, or all with `scope=desk`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(max_length = 100)]
    pub project: Option<String>,
    /// Whose people: those of a project (default), or of the whole desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(inline)]
    pub scope: Option<PeopleScope>,
    /// Part of the name, user name or mail, without regard to accents and case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 100))]
    #[param(max_length = 100)]
    pub q: Option<String>,
    /// Only people with this role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(inline)]
    pub role: Option<Role>,
    /// With `scope=desk`: only the accounts of people, or only those of programs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(inline)]
    pub kind: Option<UserKind>,
    /// With `scope=desk`: only those who may sign in, or only those who may not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
    /// Whether to count them all (`total`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<bool>,
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
