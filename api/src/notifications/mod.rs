//! Who is told of what: notices in the bell, and letters.
//!
//! Each entry of a ticket's timeline leaves a row in the outbox ([`crate::jobs::outbox`]), in its own
//! transaction. [`tell_all`] takes the rows away, asks `rules/audience.rs` who is to be told, leaves out
//! those who may not see the ticket or do not want to know, and writes notices and letters in the same
//! transaction, or puts them with others for a summary ([`write_digests`]). [`send_due`] sends the letters. Their templates are in `api/templates/mail`; a project may
//! have its own (`templates.rs`), which say what `said.rs` knows.
//!
//! Others may ask how many are unread ([`unread`]) and who was told of an entry ([`told_by`]), copy what is kept of a person ([`kept_of`]), take it out ([`forget_person`],
//! [`forget_ticket`]), remove what is old ([`forget_old`]), find the letter that a mail answers
//! ([`letter_of`]), note that one came back ([`came_back`]), and tell a project's administrators
//! what concerns its settings ([`tell_administrators`]).

mod administrators;
mod compose;
pub mod http;
mod jobs;
mod rules;
mod said;
mod sample;
mod service;
mod store;
mod templates;

pub use administrators::{Concern, tell_administrators};
pub use compose::Desk;
pub use jobs::{KEPT_DAYS, forget_old, send_due, tell_all, write_digests};
pub use store::{
    Kept, KeptDeskNotice, KeptLetter, KeptNotice, Letter, came_back, forget_person, forget_ticket, kept_of,
    letter_of, told_by, unread,
};
