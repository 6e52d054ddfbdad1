//! Who is calling and what they may do.
//!
//! A person signs in (`http.rs`, `service.rs`) and gets a short-lived access token
//! (`tokens.rs`) and a rotating refresh cookie (`sessions.rs`). Each request that carries the
//! token becomes a [`Caller`]; a handler that needs a permission says so in its signature by
//! [`Require`]. Which role holds which permission is the table in `permissions.rs`.
//!
//! Where accounts come from is behind [`service::authenticate`]: local accounts with Argon2id first,
//! then those of a [`directory`]. People of an OpenID provider come in by [`oidc`].

mod accounts;
mod api_keys;
mod caller;
mod client;
pub mod directory;
mod grants;
pub mod http;
mod keys;
mod limits;
mod members;
pub mod oidc;
pub mod password;
mod password_change;
pub mod permissions;
mod policy;
mod second_factor;
mod service;
mod sessions;
mod store;
mod throttle;
pub mod tokens;

use caller::duties;
pub use caller::{Caller, Credential, InPerson, Known, Require, SignedIn, count_source};
pub use grants::{Grant, GroupRoles};
pub use keys::{Keys, SecretOf};
pub use limits::{Limits, Visitor};
pub use password_change::{NewPassword, prepare as prepare_password, set as set_password};
pub use policy::Owner;
pub use second_factor::remove as remove_second_factor;
pub use service::impersonate;
pub use sessions::{
    end_all as end_sessions, forget_all as forget_sessions, forget_expired as forget_expired_sessions,
    of_person as sessions_of,
};
pub use store::{active_account, active_caller, caller_by_id, has_second_factor, make_service_account, me};
pub use throttle::forget_expired as forget_expired_failures;
