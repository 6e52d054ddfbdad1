//! What comes to the desk by other ways than the API: mails ([`mail`]), and what other programs tell.
//!
//! Alerts of monitoring systems become incidents, conversations of chats become cases. Each comes by a
//! source that an administrator has made (`sources.rs`) and proves by a signature, a secret or an API key
//! that it does (`proof.rs`); what comes is registered in the name of the source's account by what tickets
//! give others. `monitoring/` and `chat/` each know their shapes and say what becomes of them; `rules/`
//! decides which alerts are one incident.

mod chat;
mod delivery;
pub mod http;
mod jobs;
pub mod mail;
mod markdown;
mod model;
mod monitoring;
mod proof;
mod rules;
mod sources;
mod store;

pub use jobs::forget_old;
