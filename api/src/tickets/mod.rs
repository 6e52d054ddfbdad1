//! Tickets: a case from its registration to its close, by the procedure TC-PD-15 §6.
//!
//! This slice is the pattern for the others. To follow one request, read in this order:
//!
//! 1. `http.rs`: a handler says who may call it and which use case it runs;
//! 2. `service/`: the use case loads, asks the rules, changes, and stores, in one transaction;
//! 3. `rules/`: the procedure itself, as pure functions: `machine.rs` above all;
//! 4. `model.rs`: the ticket as rules and services know it;
//! 5. `store/`: every query on its tables, with what the caller may see built in;
//! 6. `present.rs`: the ticket as clients see it.
//!
//! Others may [`read`] or [`find`] one ticket for a caller, copy and take out what tickets say of a person
//! ([`personal`]), hand over what somebody leaves behind ([`hand_over`]), count what is in somebody's
//! charge, find an entry of a timeline with its ticket ([`entry`], or many by [`entries`]) and who may be
//! told of it ([`visible_among`], [`might_see`], [`may_read`], [`eyes`]), load many at once ([`load_many`]),
//! answer the survey ([`answer_survey`]), run what time brings about
//! ([`run_due`]), rebuild what is derived from the history ([`rebuild`]), forget the words that no ticket
//! has any more ([`forget_lost_words`]), and prepare a new project's numbers ([`make_numbers`]). What comes by
//! other ways than the API is registered ([`register_from`]), said ([`comment_on`], with what it quotes by
//! [`quoting_comment_on`]) and attached ([`attach_to`]) in somebody's name, by the channel that the work's
//! origin names, or noted for the desk ([`note_on`]).

mod export;
mod files;
mod filter;
pub mod http;
mod jobs;
mod model;
pub mod personal;
mod present;
mod readings;
mod rules;
pub mod service;
mod store;

pub use files::{Files, Stored};
pub use jobs::{rebuild, run_due};
pub use model::{Attachment, Event, Eyes, Ticket};
pub use present::eyes;
pub use readings::of_ticket as read;
pub use rules::timers::Announced;
pub use rules::{machine, priority};
pub use service::register::{Incoming, Registration, register_from, register_on};
pub use service::survey as answer_survey;
pub use service::{
    Heir, attach as attach_to, comment as comment_on, comment_quoting as quoting_comment_on, hand_over,
    note_on,
};
pub use store::numbers::make_numbers;
pub use store::{
    entries, entry, find, forget_lost_words, hidden_from, in_charge_of_group, in_charge_of_person,
    in_charge_of_provider, load, load_many, lock, numbered, survivor, visible_among, watchers,
};

use crate::auth::Caller;
use contract::auth::Role;
use contract::tickets::Visibility;

/// Whether somebody who may see a ticket may also read an entry of its timeline.
#[must_use]
pub fn may_read(caller: &Caller, ticket: &Ticket, event: &Event) -> bool {
    event.visibility == Visibility::Public
        || match present::eyes(caller, ticket) {
            Eyes::Desk => true,
            Eyes::Provider(company) => event.shared_with == Some(company),
            Eyes::Public => false,
        }
}

/// Whether somebody might see a ticket, as far as the ticket itself tells: if not, [`visible_among`] need
/// not be asked.
#[must_use]
pub fn might_see(caller: &Caller, ticket: &Ticket) -> bool {
    const BEYOND_THEIR_OWN: &[Role] =
        &[Role::Agent, Role::Specialist, Role::Provider, Role::Supervisor, Role::Admin];
    ticket.requester == caller.id
        || caller.is_any_in(ticket.project, BEYOND_THEIR_OWN)
        // They may be named among its readers.
        || ticket.confidential && caller.is_any_in(ticket.project, Role::ALL)
}
