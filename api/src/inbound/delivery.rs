//! What every delivery has in common: whose it is, that it comes once, and what its cases have from their
//! source.

use super::model::{Delivery, Source};
use super::store;
use crate::error::{Conflict, Error, Result};
use crate::http::Work;
use crate::ids::TicketId;
use crate::people;
use crate::tickets::{self, Incoming};
use contract::auth::Role;

/// The source of a delivery. Nothing else comes in by it until this transaction ends, so that what comes
/// at once is taken one after the other.
pub(super) fn begin(work: &mut Work<'_>, delivery: &Delivery) -> Result<Source> {
    let source = store::locked(work.connection, delivery.source)?;
    work.in_project(source.project);
    work.origin.channel = Some(source.channel.of_tickets());
    if !source.active {
        return Err(Error::SourceInactive);
    }
    if !work.caller.is_any_in(source.project, &[Role::Agent, Role::Admin]) {
        return Err(Error::Forbidden);
    }
    if let Some(id) = &delivery.webhook_id
        && !store::is_new(work.connection, source.id, id, work.now)?
    {
        return Err(Error::Conflict(Conflict::Replayed));
    }
    store::note_use(work.connection, source.id, work.now)?;
    Ok(source)
}

/// What a case has from its source, and of which it goes on.
pub(super) fn incoming(work: &mut Work<'_>, source: &Source, after: Option<TicketId>) -> Result<Incoming> {
    let group = match source.group {
        Some(group) => people::find_group(work.connection, source.project, &group.0.into())?,
        None => None,
    };
    Ok(Incoming { group: group.filter(|group| group.active).map(|group| group.id), after, quoted: None })
}

/// The case that one was merged into, if it was and the account in whose name this comes may see it.
pub(super) fn survivor(work: &mut Work<'_>, ticket: TicketId) -> Result<Option<TicketId>> {
    let Some(survivor) = tickets::survivor(work.connection, ticket)? else { return Ok(None) };
    let seen = tickets::visible_among(work.connection, &work.caller, &[survivor])?;
    Ok(seen.first().copied())
}

/// Where people see a case.
pub(super) fn link(delivery: &Delivery, number: &str) -> String {
    format!("{}/tickets/{number}", delivery.public_url)
}
