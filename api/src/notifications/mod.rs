//! Who is told of what: notices in the bell, and letters.
//!
//! Each entry of a ticket's timeline leaves a row in the outbox ([`crate::jobs::outbox`]), in its own
//! transaction. [`tell_all`] takes the rows away, asks `rules/audience.rs` who is to be told, leaves out
//! those who may not see the ticket or do not want to know, and writes notices and letters in the same
//! transaction. [`send_due`] sends the letters.
//!
//! Others may ask how many are unread ([`unread`]) and who was told of an entry ([`told_by`]), copy what is
//! kept of a person ([`kept_of`]), take it out ([`forget_person`], [`forget_ticket`]), and remove what is
//! old ([`forget_old`]).

mod compose;
pub mod http;
mod jobs;
mod rules;
mod service;
mod store;
mod templates;

pub use jobs::{KEPT_DAYS, forget_old, send_due, tell_all};
pub use store::{Kept, KeptLetter, KeptNotice, forget_person, forget_ticket, kept_of, told_by, unread};
