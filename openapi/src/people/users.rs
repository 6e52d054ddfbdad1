//! Accounts, as administrators keep them.

use crate::auth::{Locale, Membership, Role, UserKind};
use crate::patch::present;
use crate::reference::{NamedRef, Reference};
use crate::words::words;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

words! {
    /// What an administrator may do to an account besides changing its data.
    UserAction {
        /// Let them sign in again.
        Activate = "activate",
        /// Let them sign in no more.
        Deactivate = "deactivate",
        /// Give them a password for one sign-in.
        SetPassword = "set_password",
        /// Act in their place for a quarter of an hour.
        Impersonate = "impersonate",
        /// Take off a second factor of which they have lost both the app and the recovery codes.
        ResetSecondFactor = "reset_second_factor",
        /// Make, list and revoke the API keys of a program's account.
        ManageApiKeys = "manage_api_keys",
        /// See where a person is signed in and which API keys they have made, and end the one and the other.
        RevokeAccess = "revoke_access",
        /// Take out of it what says whose it is, at their request and for ever.
        Anonymise = "anonymise",
    }
}

/// An account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct User {
    /// The person's id.
    pub id: Uuid,
    /// Whether it is a person's, or a program's.
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
    /// The language they read.
    pub locale: Locale,
    /// The company they work for, for providers.
    pub provider: Option<NamedRef>,
    /// Whether they may sign in.
    pub active: bool,
    /// Whether they have a password that this desk keeps, rather than one of a directory.
    pub has_password: bool,
    /// Whether signing in takes a second factor.
    pub second_factor: bool,
    /// Their roles, project by project.
    pub memberships: Vec<Membership>,
    /// The groups they work in.
    pub groups: Vec<NamedRef>,
    /// How many tickets that are not closed are in their charge.
    pub open_tickets: i64,
    /// When the account was made.
    #[serde(with = "crate::rfc3339")]
    pub created_at: DateTime<Utc>,
    /// What the caller may do to the account.
    pub allowed_actions: Vec<UserAction>,
    /// Rises with every change; sent as `ETag` and wanted as `If-Match`.
    pub version: i64,
}

/// The roles somebody gets in a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct GrantRoles {
    /// Key or id of a project that the caller administers.
    pub project: Reference,
    /// One or more.
    #[validate(length(min = 1, max = 6), custom(function = "crate::validate::roles"))]
    #[schema(min_items = 1, max_items = 6)]
    pub roles: Vec<Role>,
}

/// Makes an account. Without a password of this desk's own, they sign in by whatever else it knows.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"username": "lgarcia", "display_name": "Laura García", "email": "lgarcia@example.org",
    "memberships": [{"project": "TIC", "roles": ["agent"]}]}))]
pub struct CreateUser {
    /// Whose it is: a person's (default), or a program's, which has no password and comes by API keys
    /// alone (`POST /users/{user}/api-keys`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<UserKind>,
    /// The name they sign in with: 2 to 60 letters, figures and `.`, `_`, `-`, `@`; not sensitive to case.
    #[validate(custom(function = "crate::validate::username"))]
    #[schema(min_length = 2, max_length = 60)]
    pub username: String,
    /// The name people read.
    #[validate(length(min = 1, max = 120), custom(function = "crate::validate::name"))]
    #[schema(min_length = 1, max_length = 120, pattern = r"\S")]
    pub display_name: String,
    /// Where notices go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(email, length(max = 200))]
    #[schema(max_length = 200)]
    pub email: Option<String>,
    /// Telephone or extension.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 40), custom(function = "crate::validate::visible"))]
    #[schema(max_length = 40)]
    pub phone: Option<String>,
    /// The part of the organisation they work in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 120), custom(function = "crate::validate::visible"))]
    #[schema(max_length = 120)]
    pub area: Option<String>,
    /// The language they read (default `es`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<Locale>,
    /// A password for the first sign-in: 8 to 1000 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 8, max = 1_000))]
    #[schema(min_length = 8, max_length = 1_000)]
    pub password: Option<String>,
    /// Key or id of the company they work for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<Reference>,
    /// Their roles, project by project.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[validate(length(max = 50), nested)]
    #[schema(max_items = 50)]
    pub memberships: Vec<GrantRoles>,
    /// Keys or ids of the groups they work in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[validate(length(max = 50))]
    #[schema(max_items = 50)]
    pub groups: Vec<Reference>,
}

/// Changes what an account says of a person; a field that is absent stays, null clears it.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"display_name": "Laura García Díaz", "phone": null}))]
pub struct UpdateUser {
    /// The name people read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 120), custom(function = "crate::validate::name"))]
    #[schema(min_length = 1, max_length = 120, pattern = r"\S")]
    pub display_name: Option<String>,
    /// Where notices go. Only by whoever administers all of the person's projects.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[validate(email, length(max = 200))]
    #[schema(value_type = Option<String>, max_length = 200)]
    pub email: Option<Option<String>>,
    /// Telephone or extension.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 40), custom(function = "crate::validate::visible"))]
    #[schema(value_type = Option<String>, max_length = 40)]
    pub phone: Option<Option<String>>,
    /// The part of the organisation they work in.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 120), custom(function = "crate::validate::visible"))]
    #[schema(value_type = Option<String>, max_length = 120)]
    pub area: Option<Option<String>>,
    /// The language they read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<Locale>,
    /// Key or id of the company they work for, of a project that the caller administers.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, max_length = 100)]
    pub provider: Option<Option<Reference>>,
}

/// Says what somebody is in a project from now on. Who no longer works there leaves its groups, and
/// their open tickets return to the group in charge.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"project": "TIC", "roles": ["agent", "requester"]}))]
pub struct SetRoles {
    /// Key or id of a project that the caller administers.
    pub project: Reference,
    /// All of their roles in it; none takes them out of the project.
    #[validate(length(max = 6), custom(function = "crate::validate::roles"))]
    #[schema(max_items = 6)]
    pub roles: Vec<Role>,
}

/// Lets somebody sign in no more: their sessions end, and their open tickets go to somebody else.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reassign_to": {"group": "n1"}}))]
pub struct DeactivateUser {
    /// Who takes their open tickets over. When absent, and for tickets that are not for whom it
    /// names, these return to the group in charge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reassign_to: Option<ReassignTo>,
}

/// Who takes tickets over: a person or a group, one of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"assignee": "agent2"}))]
pub struct ReassignTo {
    /// User name or id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<Reference>,
    /// Key or id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Reference>,
}

/// Gives somebody a password for one sign-in, after which they choose their own. Their sessions end.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"password": "cambie-esta-clave-hoy"}))]
pub struct SetPassword {
    /// 8 to 1000 characters; never stored or logged.
    #[validate(length(min = 8, max = 1_000))]
    #[schema(min_length = 8, max_length = 1_000)]
    pub password: String,
}
