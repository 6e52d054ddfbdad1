//! One ticket at a time.

use super::rows::{TicketRow, Written};
use super::{readers, visible};
use crate::auth::Caller;
use crate::db::DbConnection;
use crate::db::dialect::{Both, for_update as locked};
use crate::db::prepared::IdAmong;
use crate::db::schema::{ticket_events, ticket_links, ticket_watchers, tickets};
use crate::db::types::{Instant, Word};
use crate::error::{Error, Result};
use crate::ids::{TicketId, UserId};
use crate::tickets::model::{Link, Ticket};
use chrono::{DateTime, Utc};
use contract::auth::Role;
use contract::reference::Reference;
use contract::tickets::{Action, Relation};
use diesel::prelude::*;
use std::collections::HashSet;

/// A ticket by id or number, if the caller may see it.
pub fn find(connection: &mut DbConnection, caller: &Caller, reference: &Reference) -> Result<Ticket> {
    let query = tickets::table.filter(visible::to(caller)).select(TicketRow::as_select()).into_boxed();
    let query = match reference.id() {
        Some(id) => query.filter(tickets::id.eq(TicketId(id))),
        None => query.filter(tickets::number.eq(reference.as_str().to_uppercase())),
    };
    Ok(query.first(connection)?.into())
}

/// The same, to be changed: nobody else changes it until this transaction ends.
pub fn for_update(connection: &mut DbConnection, caller: &Caller, reference: &Reference) -> Result<Ticket> {
    let query = tickets::table.select(tickets::id).into_boxed();
    let query = match reference.id() {
        Some(id) => query.filter(tickets::id.eq(TicketId(id))),
        None => query.filter(tickets::number.eq(reference.as_str().to_uppercase())),
    };
    let id: TicketId = query.first(connection)?;
    hold(connection, id)?;
    find(connection, caller, &id.0.into())
}

/// The tickets among those named, by id or number, that the caller may see: one for each name.
pub fn identified(
    connection: &mut DbConnection,
    caller: &Caller,
    references: &[Reference],
) -> Result<Vec<TicketId>> {
    let ids: Vec<TicketId> = references.iter().filter_map(Reference::id).map(TicketId).collect();
    let by_number = references.iter().filter(|reference| reference.id().is_none());
    let numbers: Vec<String> = by_number.map(|reference| reference.as_str().to_uppercase()).collect();
    let visible = tickets::table.filter(visible::to(caller)).select(tickets::id);
    let mut found = visible.filter(tickets::id.eq_any(ids)).load(connection)?;
    let visible = tickets::table.filter(visible::to(caller)).select(tickets::id);
    found.extend(visible.filter(tickets::number.eq_any(numbers)).load::<TicketId>(connection)?);
    Ok(found)
}

/// Those of some tickets that the caller may see.
pub fn visible_among(
    connection: &mut DbConnection,
    caller: &Caller,
    ids: &[TicketId],
) -> Result<Vec<TicketId>> {
    let visible = tickets::table.filter(visible::to(caller)).select(tickets::id);
    Ok(visible.filter(tickets::id.eq_any(ids.to_vec())).load(connection)?)
}

/// A ticket as it is, on nobody's behalf.
pub fn load(connection: &mut DbConnection, id: TicketId) -> Result<Ticket> {
    Ok(tickets::table.find(id).select(TicketRow::as_select()).first(connection)?.into())
}

/// A ticket by its number, on nobody's behalf.
pub fn numbered(connection: &mut DbConnection, number: &str) -> Result<Option<Ticket>> {
    let query = tickets::table.filter(tickets::number.eq(number.to_uppercase()));
    Ok(query.select(TicketRow::as_select()).first(connection).optional()?.map(Ticket::from))
}

/// Some tickets as they are, on nobody's behalf.
pub fn load_many(connection: &mut DbConnection, ids: &[TicketId]) -> Result<Vec<Ticket>> {
    let rows = tickets::table
        .filter(tickets::id.eq_any(ids.to_vec()))
        .select(TicketRow::as_select())
        .load::<TicketRow>(connection)?;
    Ok(rows.into_iter().map(Ticket::from).collect())
}

/// A ticket to be changed on nobody's behalf.
pub fn lock(connection: &mut DbConnection, id: TicketId) -> Result<Ticket> {
    hold(connection, id)?;
    Ok(tickets::table.find(id).select(TicketRow::as_select()).first(connection)?.into())
}

fn hold(connection: &mut DbConnection, id: TicketId) -> Result<()> {
    let _: TicketId = locked!(tickets::table.find(id).select(tickets::id)).get_result(connection)?;
    Ok(())
}

/// Holds those of some tickets that the caller may see, until this transaction ends: in the order that
/// everybody does who needs several.
pub fn hold_all(connection: &mut DbConnection, caller: &Caller, references: &[Reference]) -> Result<()> {
    let mut ids = identified(connection, caller, references)?;
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().try_for_each(|id| hold(connection, id))
}

/// Those of some tickets that a specialist has handed on: they go on having to do with them.
pub fn handed_on(
    connection: &mut DbConnection,
    caller: &Caller,
    ids: &[TicketId],
) -> Result<HashSet<TicketId>> {
    if !caller.is_any(&[Role::Specialist]) {
        return Ok(HashSet::new());
    }
    let theirs = ticket_events::table
        .filter(IdAmong::new(ticket_events::ticket_id, ids))
        .filter(ticket_events::actor_id.eq(Some(caller.id)).assume_not_null())
        .filter(ticket_events::action.eq(Word(Action::Escalate)))
        .select(ticket_events::ticket_id);
    Ok(theirs.load::<TicketId>(connection)?.into_iter().collect())
}

/// Stores a new ticket.
pub fn insert(connection: &mut DbConnection, ticket: &Ticket) -> Result<()> {
    let values = Written::from(ticket);
    match connection {
        DbConnection::Pg(postgres) => {
            diesel::insert_into(tickets::table).values(values).execute(postgres)?;
        }
        DbConnection::Sqlite(sqlite) => {
            let row = free_row(sqlite, ticket.registered_at)?;
            diesel::insert_into(tickets::table).values((values, tickets::row.eq(row))).execute(sqlite)?;
        }
    }
    if ticket.confidential { readers::admit_concerned(connection, ticket) } else { Ok(()) }
}

/// SQLite's rows are numbered by their instant of registration in microseconds, or by the next free
/// number, so that full text finds tickets in that order (see `words.rs`).
fn free_row(sqlite: &mut SqliteConnection, registered_at: DateTime<Utc>) -> Result<i64> {
    let instant = registered_at.timestamp_micros();
    let taken = tickets::table.filter(tickets::row.eq(instant)).count().get_result::<i64>(sqlite)?;
    if taken == 0 {
        return Ok(instant);
    }
    let behind = diesel::alias!(tickets as behind);
    let next = behind.filter(behind.field(tickets::row).eq(tickets::row + 1));
    let last_of_those_together = tickets::table
        .filter(tickets::row.ge(instant).and(diesel::dsl::not(diesel::dsl::exists(next))))
        .select(tickets::row)
        .order(tickets::row)
        .first::<i64>(sqlite)?;
    Ok(last_of_those_together + 1)
}

/// Stores a changed ticket that this transaction has locked.
pub fn update(connection: &mut DbConnection, ticket: &Ticket) -> Result<()> {
    let changed =
        diesel::update(tickets::table.find(ticket.id)).set(Written::from(ticket)).execute(connection)?;
    if changed != 1 {
        return Err(Error::internal("a locked ticket is gone"));
    }
    if ticket.confidential { readers::admit_concerned(connection, ticket) } else { Ok(()) }
}

/// The first tickets that time has something in store for at `now`.
pub fn due(connection: &mut DbConnection, now: DateTime<Utc>, most: i64) -> Result<Vec<TicketId>> {
    let query = tickets::table
        .filter(tickets::timer_at.lt(Instant::from(now)))
        .order(tickets::timer_at)
        .limit(most)
        .select(tickets::id);
    Ok(query.load(connection)?)
}

/// The next ticket in order of id, for walks over all of them.
pub fn next_after(connection: &mut DbConnection, id: Option<TicketId>) -> Result<Option<TicketId>> {
    let query = tickets::table.order(tickets::id).select(tickets::id).into_boxed();
    let query = match id {
        Some(id) => query.filter(tickets::id.gt(id)),
        None => query,
    };
    Ok(query.first(connection).optional()?)
}

/// Tells a person of what happens to a ticket from now on.
pub fn watch(connection: &mut DbConnection, ticket: TicketId, person: UserId) -> Result<()> {
    let row = (ticket_watchers::ticket_id.eq(ticket), ticket_watchers::user_id.eq(person));
    Both(diesel::insert_into(ticket_watchers::table).values(row).on_conflict_do_nothing())
        .execute(connection)?;
    Ok(())
}

/// Tells them no more.
pub fn unwatch(connection: &mut DbConnection, ticket: TicketId, person: UserId) -> Result<()> {
    diesel::delete(ticket_watchers::table.find((ticket, person))).execute(connection)?;
    Ok(())
}

/// Whether a person is told.
pub fn is_watching(connection: &mut DbConnection, ticket: TicketId, person: UserId) -> Result<bool> {
    let found = ticket_watchers::table
        .find((ticket, person))
        .select(ticket_watchers::user_id)
        .first::<UserId>(connection)
        .optional()?;
    Ok(found.is_some())
}

/// Who is told.
pub fn watchers(connection: &mut DbConnection, ticket: TicketId) -> Result<Vec<UserId>> {
    Ok(ticket_watchers::table
        .filter(ticket_watchers::ticket_id.eq(ticket))
        .order(ticket_watchers::user_id)
        .select(ticket_watchers::user_id)
        .load(connection)?)
}

/// Who watches one ticket watches the other too.
pub fn watchers_to(connection: &mut DbConnection, from: TicketId, to: TicketId) -> Result<()> {
    let people = ticket_watchers::table
        .filter(ticket_watchers::ticket_id.eq(from))
        .select(ticket_watchers::user_id)
        .load::<UserId>(connection)?;
    for person in people {
        watch(connection, to, person)?;
    }
    Ok(())
}

/// Notes that two tickets belong together.
pub fn insert_link(
    connection: &mut DbConnection,
    from: TicketId,
    relation: Relation,
    to: TicketId,
) -> Result<()> {
    let row = (
        ticket_links::from_id.eq(from),
        ticket_links::relation.eq(Word(relation)),
        ticket_links::to_id.eq(to),
    );
    Both(diesel::insert_into(ticket_links::table).values(row).on_conflict_do_nothing())
        .execute(connection)?;
    Ok(())
}

/// `duplicate`, and all that had gone into it before, are now duplicates of `survivor`.
pub fn merge_links(connection: &mut DbConnection, duplicate: TicketId, survivor: TicketId) -> Result<()> {
    let earlier = ticket_links::table
        .filter(ticket_links::to_id.eq(duplicate).and(ticket_links::relation.eq(Word(Relation::DuplicateOf))))
        .select(ticket_links::from_id)
        .load::<TicketId>(connection)?;
    for merged in earlier.into_iter().chain([duplicate]) {
        insert_link(connection, merged, Relation::DuplicateOf, survivor)?;
    }
    Ok(())
}

/// A ticket, and those merged into it that the caller may see as well: nobody reads another
/// person's case through their own.
pub fn with_merged(
    connection: &mut DbConnection,
    caller: &Caller,
    ticket: TicketId,
) -> Result<Vec<TicketId>> {
    let merged = ticket_links::table
        .filter(ticket_links::to_id.eq(ticket).and(ticket_links::relation.eq(Word(Relation::DuplicateOf))))
        .select(ticket_links::from_id);
    let mut all = tickets::table
        .filter(visible::to(caller))
        .filter(tickets::id.eq_any(merged))
        .select(tickets::id)
        .load::<TicketId>(connection)?;
    all.push(ticket);
    Ok(all)
}

/// The tickets that belong with one, without those of which the caller may not know.
pub fn links(connection: &mut DbConnection, caller: &Caller, ticket: TicketId) -> Result<Vec<Link>> {
    let from = ticket_links::table
        .inner_join(tickets::table.on(tickets::id.eq(ticket_links::to_id)))
        .filter(ticket_links::from_id.eq(ticket))
        .order(tickets::number)
        .select((ticket_links::relation, tickets::id, tickets::number))
        .load::<(Word<Relation>, TicketId, String)>(connection)?;
    let to = ticket_links::table
        .inner_join(tickets::table.on(tickets::id.eq(ticket_links::from_id)))
        .filter(ticket_links::to_id.eq(ticket))
        .order(tickets::number)
        .select((ticket_links::relation, tickets::id, tickets::number))
        .load::<(Word<Relation>, TicketId, String)>(connection)?;
    let forwards =
        from.into_iter().map(|(relation, ticket, number)| Link { relation: relation.0, ticket, number });
    let backwards = to.into_iter().map(|(relation, ticket, number)| Link {
        relation: reverse(relation.0),
        ticket,
        number,
    });
    let all: Vec<Link> = forwards.chain(backwards).collect();
    if all.is_empty() {
        return Ok(all);
    }
    let linked: Vec<TicketId> = all.iter().map(|link| link.ticket).collect();
    let known = tickets::table
        .filter(tickets::id.eq_any(linked))
        .filter(visible::discreetly(caller))
        .select(tickets::id)
        .load::<TicketId>(connection)?;
    Ok(all.into_iter().filter(|link| known.contains(&link.ticket)).collect())
}

fn reverse(relation: Relation) -> Relation {
    match relation {
        Relation::DuplicateOf => Relation::DuplicatedBy,
        Relation::DuplicatedBy => Relation::DuplicateOf,
        Relation::FollowUpOf => Relation::FollowedUpBy,
        Relation::FollowedUpBy => Relation::FollowUpOf,
    }
}
