//! Use cases that change tickets. Each is a few lines: which step of the procedure it is, and
//! what it changes; [`act`] does what they all have in common.

mod bulk;
mod clocks;
mod confidential;
mod conversation;
mod handover;
mod history;
mod merge;
mod notes;
pub mod register;
mod solve;
mod steps;
mod targets;
pub mod timers;

pub use bulk::{Command, each_once};
pub use clocks::{derived, explain};
pub use confidential::set_confidential;
pub use conversation::{attach, comment, comment_quoting, unwatch, watch};
pub use handover::{Heir, hand_over};
pub use history::Entry;
pub use merge::merge;
pub use notes::note_on;
pub use register::register;
pub use solve::{close, resolve, survey, verify};
pub use steps::{accept, assign, cancel, classify, diagnose, escalate, open, pause, reject, resume, work};

use super::model::Ticket;
use super::rules::machine::{self, Refusal, Step};
use super::{present, store};
use crate::error::{Error, Result, WrongState};
use crate::http::{Answer, Work};
use contract::reference::Reference;
use contract::tickets as wire;
use contract::tickets::Action;

/// One step of the procedure: loads the ticket for the caller, tells what its clocks have been
/// waiting to tell, asks the machine, applies `change`, stores the ticket with its new entry of
/// the timeline, and answers with the whole ticket.
fn act(
    work: &mut Work<'_>,
    reference: &Reference,
    step: Step,
    change: impl FnOnce(&mut Work<'_>, &mut Ticket, &mut Entry) -> Result<()>,
) -> Result<Answer<wire::Ticket>> {
    let mut ticket = store::for_update(work.connection, &work.caller, reference)?;
    work.if_match.check(ticket.version)?;
    allow(work, &ticket, step.action())?;
    timers::announce(work.connection, &mut ticket, work.now)?;
    let before = ticket.clone();
    let mut entry = Entry::of(step);
    ticket.status = machine::after(ticket.status, step);
    change(work, &mut ticket, &mut entry)?;
    save(work, &before, &mut ticket, entry)?;
    answer(work, &ticket)
}

/// Refuses what the machine refuses: 403 when it is not for them, 409 when it is not the time.
fn allow(work: &mut Work<'_>, ticket: &Ticket, action: Action) -> Result<()> {
    let handed_on = !store::handed_on(work.connection, &work.caller, &[ticket.id])?.is_empty();
    let (situation, standing) = (ticket.situation(work.now), ticket.standing(&work.caller, handed_on));
    machine::check(&situation, action, &standing).map_err(|refusal| match refusal {
        Refusal::NotTheirs => Error::Forbidden,
        Refusal::NotNow => Error::WrongState(Box::new(WrongState {
            number: ticket.number.clone(),
            status: ticket.status,
            pending: ticket.pending.is_some(),
            action,
            allowed: machine::allowed(&situation, &standing),
        })),
    })
}

/// Stores a changed ticket and what was done to it.
fn save(work: &mut Work<'_>, before: &Ticket, ticket: &mut Ticket, entry: Entry) -> Result<()> {
    let event = history::event(work, before, ticket, entry)?;
    ticket.version += 1;
    ticket.updated_at = work.now;
    store::append(work.connection, event)?;
    clocks::refresh(work.connection, before, ticket, work.now)?;
    store::update(work.connection, ticket)
}

fn answer(work: &mut Work<'_>, ticket: &Ticket) -> Result<Answer<wire::Ticket>> {
    // A provider, or a specialist who handed it on, may have put it out of their own sight.
    let shown = present::ticket(work.connection, &work.caller, ticket, work.now)?;
    Answer::versioned(ticket.version, &shown)
}
