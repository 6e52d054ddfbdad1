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
mod caller;
pub mod directory;
mod grants;
pub mod http;
mod members;
pub mod oidc;
pub mod password;
pub mod permissions;
mod service;
mod sessions;
mod store;
mod throttle;
pub mod tokens;

pub use caller::{Caller, Require, SignedIn};
pub use grants::{Grant, GroupRoles};
pub use sessions::forget_expired as forget_expired_sessions;
pub use store::caller_by_id;
pub use throttle::forget_expired as forget_expired_failures;
