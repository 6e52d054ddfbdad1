//! Two tickets of one case become one.

use super::steps::end;
use super::{Entry, act, history};
use crate::error::{Conflict, Error, Result};
use crate::http::{Answer, Work};
use crate::tickets::model::Closure;
use crate::tickets::rules::machine::Step;
use crate::tickets::store;
use contract::reference::Reference;
use contract::tickets::{Action, ClosureReason, MergeTicket, Status, Ticket as Shown};

/// Closes a ticket as a duplicate. Its watchers watch the survivor, and its timeline and files
/// are reachable from there.
pub fn merge(work: &mut Work<'_>, duplicate: &Reference, body: &MergeTicket) -> Result<Answer<Shown>> {
    // In one order, or whoever merges the other way round would wait for this as this for them.
    store::hold_all(work.connection, &work.caller, &[duplicate.clone(), body.into.clone()])?;
    act(work, duplicate, Step::Plain(Action::Merge), |work, ticket, entry| {
        let survivor =
            store::for_update(work.connection, &work.caller, &body.into).map_err(|error| match error {
                Error::NotFound => Error::field("into", "unknown_reference"),
                other => other,
            })?;
        if survivor.id == ticket.id || survivor.project != ticket.project || survivor.status == Status::Closed
            // Who may read one of the two would learn of the other.
            || survivor.confidential
        {
            return Err(Error::Conflict(Conflict::CannotMerge));
        }
        store::merge_links(work.connection, ticket.id, survivor.id)?;
        store::watchers_to(work.connection, ticket.id, survivor.id)?;
        let mut told = Entry::of(Step::Plain(Action::Merge));
        told.detail("merged", ticket.number.clone());
        let event = history::event(work, &survivor, &survivor, told)?;
        store::append(work.connection, event)?;
        entry.detail("into", survivor.number.clone());
        end(
            work,
            ticket,
            Closure { reason: ClosureReason::Duplicate, note: Some(survivor.number), redirected_to: None },
        );
        Ok(())
    })
}
