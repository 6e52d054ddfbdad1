//! Mails that come to the desk. A new one becomes a case, an answer a comment of its case, a letter that
//! came back a note at the case it was about; what nobody can be held to waits in quarantine for an agent.
//!
//! 1. `fetch.rs`: a task for each mailbox takes what nobody has seen, one after another;
//! 2. `message/`: what a mail says;
//! 3. `service/`: what is known of it, and what is done, in one transaction;
//! 4. `rules/`: what is to be done, as a pure function;
//! 5. `http.rs`: the tray of those in quarantine.
//!
//! A mail is marked as seen only when what became of it is committed. One that is fetched again is known
//! by its `Message-ID`; one that cannot be fetched is in the way of no other (`stuck.rs`). All of it is kept as
//! it came, for [`KEPT_DAYS`].
//!
//! Others may start the tasks ([`start`]) or fetch once ([`fetch_all`]), ask which mails of a person a
//! letter answers ([`answered_in`]), copy what is kept of a person ([`kept_of`]), take it out
//! ([`forget_person`], [`forget_ticket`]), remove what is old ([`forget_old`]), and keep no more than so many
//! bytes of each project ([`kept_somewhere`], [`make_room`]).

mod fetch;
pub mod http;
pub mod message;
mod model;
mod rules;
mod service;
mod store;
mod stuck;

pub use fetch::{Fetching, fetch_all, start};
pub use store::{
    KEPT_DAYS, KeptMail, answered_in, forget_old, forget_person, forget_ticket, kept_of, kept_somewhere,
    make_room,
};
