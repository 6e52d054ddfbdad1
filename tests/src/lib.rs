//! The harness of the tests: a whole desk for each test, with its own database, port and clock,
//! spoken to over HTTP like any other.
//!
//! ```no_run
//! # async fn example() {
//! # use serde_json::json;
//! let desk = tests::Desk::start().await;
//! let agent = desk.sign_in("agent").await;
//! let number = desk.register("requester", json!({"kind": "incident"})).await;
//! let ticket = agent.post(&format!("/tickets/{number}/open"), &json!({})).await.ok(200);
//! assert_eq!(ticket["status"], "in_attention");
//! # }
//! ```
//!
//! `desk.rs` starts it, `database.rs` gives it a database, `cast.rs` the people in it, `person.rs`
//! is how they speak to it, `ear.rs` how they listen, `given.rs` what a test takes for granted, and `contract.rs` checks
//! every answer of every test against `openapi.json`. `directory.rs` is a directory of people who are not
//! at the desk yet, `active_directory.rs` one of Samba's domain controllers, `domain.rs` one that refuses
//! people for a reason, `identity.rs` an OpenID provider, `mail.rs` a mail server, `imap.rs` one of
//! mailboxes, `receiver.rs` a receiver of webhooks. `browser.rs` is for looking at the pages.

pub mod active_directory;
pub mod browser;
pub mod cast;
pub mod contract;
mod database;
mod desk;
pub mod directory;
pub mod domain;
mod ear;
pub mod given;
pub mod identity;
pub mod imap;
pub mod mail;
mod person;
pub mod receiver;

pub use database::TestDatabase;
pub use desk::{BEGINNING, Desk};
pub use ear::{Ear, Message};
pub use person::{Answer, Ask, Person};

/// An instant as it is written in the tests, such as `2026-11-13T21:30:00Z`.
#[must_use]
pub fn instant(text: &str) -> chrono::DateTime<chrono::Utc> {
    text.parse().expect("the test writes a sound instant")
}
