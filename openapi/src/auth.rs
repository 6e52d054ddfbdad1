//! Signing in, who the caller is, and what they prove it by.

mod api_keys;
mod password;
mod second_factor;
mod sessions;

pub use api_keys::*;
pub use password::*;
pub use second_factor::*;
pub use sessions::*;

use crate::patch::present;
use crate::privacy::PrivacyState;
use crate::reference::{NamedRef, PersonRef};
use crate::words::words;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

words! {
    /// What a person is to a project (TC-PD-15 §3 and the column "Responsable" of §6).
    Role {
        /// Usuario: whoever reports incidents and asks for services.
        Requester = "requester",
        /// Agente de soporte, level 1.
        Agent = "agent",
        /// Especialista, level 2.
        Specialist = "specialist",
        /// Proveedor, level 3: a third party, fenced to their own tickets.
        Provider = "provider",
        /// Oficina de Tecnologías de la Información: supervises and controls the service.
        Supervisor = "supervisor",
        /// Administrador de la mesa de servicio.
        Admin = "admin",
    }

    /// What a person must do before anything else.
    Duty {
        /// Choose a password of their own: `PUT /me/password`.
        ChangePassword = "change_password",
        /// Add a second factor: `POST /me/second-factor`.
        EnrolSecondFactor = "enrol_second_factor",
        /// Accept the notice on personal data: `POST /me/privacy-acceptance`.
        AcceptNotice = "accept_notice",
    }

    /// What an account is for.
    UserKind {
        /// Somebody, who signs in.
        Person = "person",
        /// A program, which comes by API keys and never signs in.
        Service = "service",
    }

    /// Who vouches for an account, or for a role that somebody has.
    AccountSource {
        /// The desk itself.
        Local = "local",
        /// The directory (LDAP or Active Directory).
        Directory = "directory",
        /// An OpenID Connect provider.
        Oidc = "oidc",
    }

    /// The languages people read.
    Locale {
        /// Spanish.
        Es = "es",
        /// English.
        En = "en",
    }
}

/// The user name and password of the person's computer (TC-PD-15 activity 2).
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"username": "agent", "password": "mesa-demo"}))]
pub struct LoginRequest {
    /// Not sensitive to case.
    #[validate(length(min = 1, max = 100))]
    pub username: String,
    /// Sent once, never stored or logged.
    #[validate(length(min = 1, max = 1000))]
    pub password: String,
    /// A code of the second factor, or a recovery code; wanted when `second_factor_required` is
    /// answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 40))]
    #[schema(min_length = 1, max_length = 40)]
    pub code: Option<String>,
}

/// A fresh access token. The refresh token travels apart, in an `HttpOnly` cookie.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AccessToken {
    /// To be sent as `Authorization: Bearer …`.
    pub access_token: String,
    /// Always `Bearer`.
    pub token_type: String,
    /// Seconds until it expires.
    pub expires_in: u32,
    /// Who has signed in.
    pub user: Me,
}

/// Somebody else who vouches for people: a button of the sign-in page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SignInProvider {
    /// For `GET /auth/oidc/login`.
    pub id: String,
    /// The name people know it by.
    pub name: String,
}

/// At which provider to sign in, and where to go then.
#[derive(Clone, Debug, Serialize, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OidcLogin {
    /// The provider's id, of `GET /auth/providers`.
    #[validate(length(max = 40))]
    #[param(max_length = 40)]
    pub provider: String,
    /// A path of the desk; its first page when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 1000))]
    #[param(max_length = 1000)]
    pub return_to: Option<String>,
    /// Who is expected to sign in there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 255))]
    #[param(max_length = 255)]
    pub login_hint: Option<String>,
}

/// What a provider sends a browser back with. It may send more, which means nothing here.
#[derive(Clone, Debug, Default, Serialize, Deserialize, IntoParams, Validate)]
#[into_params(parameter_in = Query)]
pub struct OidcCallback {
    /// To be exchanged for what the provider says about the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 8000))]
    #[param(max_length = 8000)]
    pub code: Option<String>,
    /// As it was sent there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 200))]
    #[param(max_length = 200)]
    pub state: Option<String>,
    /// Why there is no code (RFC 6749 §4.1.2.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 200))]
    #[param(max_length = 200)]
    pub error: Option<String>,
    /// The provider that answers (RFC 9207).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 1000))]
    #[param(max_length = 1000)]
    pub iss: Option<String>,
}

/// The caller.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Me {
    /// The person's id.
    pub id: Uuid,
    /// The name they sign in with.
    pub username: String,
    /// The name others read.
    pub display_name: String,
    /// Where notices go.
    pub email: Option<String>,
    /// Telephone or extension.
    pub phone: Option<String>,
    /// The part of the organisation they work in.
    pub area: Option<String>,
    /// Where they sit, as the directory has it.
    pub office: Option<String>,
    /// The language they read.
    pub locale: Locale,
    /// The company they work for, for providers.
    pub provider: Option<NamedRef>,
    /// What they are, in each project they belong to.
    pub memberships: Vec<Membership>,
    /// The groups they work in.
    pub groups: Vec<NamedRef>,
    /// Whether their password is kept here, and not in the organisation's directory.
    pub has_password: bool,
    /// Whether signing in takes a second factor.
    pub second_factor: bool,
    /// What they must do before anything else; until then all else is refused with 403.
    pub duties: Vec<Duty>,
    /// The administrator who acts in the person's place, for support.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub impersonator: Option<PersonRef>,
    /// How they stand to the notice on personal data.
    pub privacy: PrivacyState,
    /// Rises with every change; sent as `ETag` and wanted as `If-Match`.
    pub version: i64,
}

impl Me {
    /// Whether the person has one of the roles in any project.
    #[must_use]
    pub fn has_any_role(&self, roles: &[Role]) -> bool {
        self.memberships.iter().any(|membership| membership.roles.iter().any(|role| roles.contains(role)))
    }
}

/// The roles of a person in a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Membership {
    /// The project.
    pub project: NamedRef,
    /// One or more.
    pub roles: Vec<Role>,
}

/// What people may change about themselves; a field that is absent stays, null clears it.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"locale": "en", "phone": null}))]
pub struct UpdateMe {
    /// The language they read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<Locale>,
    /// Telephone or extension, at most 40 characters.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 40), custom(function = "crate::validate::visible"))]
    #[schema(value_type = Option<String>, max_length = 40)]
    pub phone: Option<Option<String>>,
    /// The part of the organisation they work in, at most 120 characters.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 120), custom(function = "crate::validate::visible"))]
    #[schema(value_type = Option<String>, max_length = 120)]
    pub area: Option<Option<String>>,
}
