//! Who may know of a confidential ticket, and when each last read it.

use crate::db::DbConnection;
use crate::db::dialect::Both;
use crate::db::schema::{confidential_reads, memberships, ticket_links, ticket_readers, ticket_watchers};
use crate::db::types::{Instant, Word};
use crate::error::Result;
use crate::ids::{TicketId, UserId};
use crate::tickets::model::Ticket;
use chrono::{DateTime, TimeDelta, Utc};
use contract::auth::Role;
use contract::tickets::Relation;
use diesel::prelude::*;

/// One entry in the audit log tells of all that a person reads of a ticket for so long.
const READING: TimeDelta = TimeDelta::hours(1);

/// Those who are concerned by the ticket as it is: they need not be named.
fn concerned(ticket: &Ticket) -> Vec<UserId> {
    [Some(ticket.requester), Some(ticket.registered_by), ticket.assignee].into_iter().flatten().collect()
}

/// Those concerned may know of the ticket. Run whenever it is stored: whoever is put in charge is a
/// reader from then on.
pub(super) fn admit_concerned(connection: &mut DbConnection, ticket: &Ticket) -> Result<()> {
    admit(connection, ticket, &concerned(ticket))
}

fn admit(connection: &mut DbConnection, ticket: &Ticket, people: &[UserId]) -> Result<()> {
    for person in people {
        let row = (
            ticket_readers::ticket_id.eq(ticket.id),
            ticket_readers::user_id.eq(person),
            ticket_readers::project_id.eq(ticket.project),
        );
        Both(diesel::insert_into(ticket_readers::table).values(row).on_conflict_do_nothing())
            .execute(connection)?;
    }
    Ok(())
}

/// Names the readers of a ticket, in place of those named before. Whoever may no longer know of it is
/// no longer told of what happens to it.
pub fn name_readers(connection: &mut DbConnection, ticket: &Ticket, people: &[UserId]) -> Result<()> {
    forget_readers(connection, ticket.id)?;
    admit_concerned(connection, ticket)?;
    admit(connection, ticket, people)?;
    let readers =
        ticket_readers::table.filter(ticket_readers::ticket_id.eq(ticket.id)).select(ticket_readers::user_id);
    let admins = memberships::table
        .filter(memberships::project_id.eq(ticket.project).and(memberships::role.eq(Word(Role::Admin))))
        .select(memberships::user_id);
    diesel::delete(
        ticket_watchers::table
            .filter(ticket_watchers::ticket_id.eq(ticket.id))
            .filter(ticket_watchers::user_id.ne_all(readers))
            .filter(ticket_watchers::user_id.ne_all(admins)),
    )
    .execute(connection)?;
    Ok(())
}

/// The ticket is not confidential: nobody need be named.
pub fn forget_readers(connection: &mut DbConnection, ticket: TicketId) -> Result<()> {
    diesel::delete(ticket_readers::table.filter(ticket_readers::ticket_id.eq(ticket))).execute(connection)?;
    Ok(())
}

/// Who is named as a reader of a confidential ticket, besides those concerned.
pub fn readers(connection: &mut DbConnection, ticket: &Ticket) -> Result<Vec<UserId>> {
    if !ticket.confidential {
        return Ok(Vec::new());
    }
    Ok(ticket_readers::table
        .filter(ticket_readers::ticket_id.eq(ticket.id))
        .filter(ticket_readers::user_id.ne_all(concerned(ticket)))
        .order(ticket_readers::user_id)
        .select(ticket_readers::user_id)
        .load(connection)?)
}

/// The tickets that were merged into one: what is said of who may know of it holds for them too.
pub fn merged_into(connection: &mut DbConnection, ticket: TicketId) -> Result<Vec<TicketId>> {
    let merged = ticket_links::to_id.eq(ticket).and(ticket_links::relation.eq(Word(Relation::DuplicateOf)));
    Ok(ticket_links::table.filter(merged).select(ticket_links::from_id).load(connection)?)
}

/// Whether a ticket was merged into another.
pub fn is_merged(connection: &mut DbConnection, ticket: TicketId) -> Result<bool> {
    Ok(survivor(connection, ticket)?.is_some())
}

/// The ticket that one was merged into, if it was.
pub fn survivor(connection: &mut DbConnection, ticket: TicketId) -> Result<Option<TicketId>> {
    let merged = ticket_links::from_id.eq(ticket).and(ticket_links::relation.eq(Word(Relation::DuplicateOf)));
    // What had gone into the merged one is known to have gone into the last.
    let found = ticket_links::table.filter(merged).order(ticket_links::to_id.desc());
    Ok(found.select(ticket_links::to_id).first::<TicketId>(connection).optional()?)
}

/// Which of these tickets a person has not read within the hour.
pub fn unrecorded(
    connection: &mut DbConnection,
    tickets: &[TicketId],
    person: UserId,
    now: DateTime<Utc>,
) -> Result<Vec<TicketId>> {
    if tickets.is_empty() {
        return Ok(Vec::new());
    }
    let recent = confidential_reads::table
        .filter(confidential_reads::user_id.eq(person))
        .filter(confidential_reads::ticket_id.eq_any(tickets.to_vec()))
        .filter(confidential_reads::read_at.gt(Instant::from(now - READING)))
        .select(confidential_reads::ticket_id)
        .load::<TicketId>(connection)?;
    Ok(tickets.iter().copied().filter(|ticket| !recent.contains(ticket)).collect())
}

/// Notes that a person reads a confidential ticket; false when they have read it within the hour.
pub fn note_reading(
    connection: &mut DbConnection,
    ticket: TicketId,
    person: UserId,
    now: DateTime<Utc>,
) -> Result<bool> {
    let row = (
        confidential_reads::ticket_id.eq(ticket),
        confidential_reads::user_id.eq(person),
        confidential_reads::read_at.eq(Instant::from(now)),
    );
    let first = Both(diesel::insert_into(confidential_reads::table).values(row).on_conflict_do_nothing())
        .execute(connection)?;
    if first == 1 {
        return Ok(true);
    }
    let long_ago = confidential_reads::read_at.le(Instant::from(now - READING));
    let again = diesel::update(confidential_reads::table.find((ticket, person)).filter(long_ago))
        .set(confidential_reads::read_at.eq(Instant::from(now)))
        .execute(connection)?;
    Ok(again == 1)
}
