//! Who is calling and what they may do.
//!
//! A person signs in (`http.rs`, `service.rs`) and gets a short-lived access token
//! (`tokens.rs`) and a rotating refresh cookie (`sessions.rs`). Each request that carries the
//! token becomes a [`Caller`]; a handler that needs a permission says so in its signature by
//! [`Require`]. Which role holds which permission is the table in `permissions.rs`.
//!
//! Where accounts come from is behind [`service::authenticate`]: today local accounts with
//! Argon2id; a directory or an OpenID provider is another arm there.

mod caller;
pub mod http;
pub mod password;
pub mod permissions;
mod service;
mod sessions;
mod store;
mod throttle;
pub mod tokens;

pub use caller::{Caller, Require, SignedIn};
pub use sessions::{
    forget_all as forget_sessions, forget_expired as forget_expired_sessions, of_person as sessions_of,
};
pub use store::{caller_by_id, me};
pub use throttle::forget_expired as forget_expired_failures;
