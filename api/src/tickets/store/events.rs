//! The timeline, append-only.

use crate::db::DbConnection;
use crate::db::schema::{ticket_events, tickets};
use crate::db::types::{Document, Instant, Word};
use crate::error::Result;
use crate::ids::{EventId, ProviderId, TicketId, UserId};
use crate::jobs::outbox;
use crate::tickets::model::{Event, Eyes, Ticket};
use contract::tickets::{Action, Change, Channel, Visibility};
use diesel::prelude::*;
use serde_json::{Map, Value};
use std::collections::{BTreeSet, HashMap};

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = ticket_events, treat_none_as_default_value = false)]
struct EventRow {
    id: EventId,
    ticket_id: TicketId,
    at: Instant,
    actor_id: Option<UserId>,
    action: Word<Action>,
    activity: Option<i32>,
    channel: Word<Channel>,
    address: Option<String>,
    visibility: Word<Visibility>,
    note: Option<String>,
    changes: Document<Vec<Change>>,
    details: Document<Map<String, Value>>,
    shared_with_id: Option<ProviderId>,
    impersonator_id: Option<UserId>,
    quoted: Option<String>,
}

impl From<Event> for EventRow {
    fn from(event: Event) -> Self {
        let Event {
            id,
            ticket,
            at,
            actor,
            action,
            activity,
            channel,
            address,
            visibility,
            note,
            changes,
            details,
            shared_with,
            impersonator,
            quoted,
        } = event;
        Self {
            id,
            ticket_id: ticket,
            at: at.into(),
            actor_id: actor,
            action: Word(action),
            activity: activity.map(i32::from),
            channel: Word(channel),
            address,
            visibility: Word(visibility),
            note,
            changes: Document(changes),
            details: Document(details),
            shared_with_id: shared_with,
            impersonator_id: impersonator,
            quoted,
        }
    }
}

impl From<EventRow> for Event {
    fn from(row: EventRow) -> Self {
        let EventRow {
            id,
            ticket_id,
            at,
            actor_id,
            action,
            activity,
            channel,
            address,
            visibility,
            note,
            changes,
            details,
            shared_with_id,
            impersonator_id,
            quoted,
        } = row;
        Self {
            id,
            ticket: ticket_id,
            at: at.utc(),
            actor: actor_id,
            action: action.0,
            activity: activity.and_then(|number| u8::try_from(number).ok()),
            channel: channel.0,
            address,
            visibility: visibility.0,
            note,
            changes: changes.0,
            details: details.0,
            shared_with: shared_with_id,
            impersonator: impersonator_id,
            quoted,
        }
    }
}

/// Adds an entry, and notes that it is to be told.
pub fn append(connection: &mut DbConnection, event: Event) -> Result<()> {
    outbox::put(connection, event.id, event.at)?;
    append_untold(connection, event)
}

/// Adds an entry of which nobody is told.
pub fn append_untold(connection: &mut DbConnection, event: Event) -> Result<()> {
    diesel::insert_into(ticket_events::table).values(EventRow::from(event)).execute(connection)?;
    Ok(())
}

/// Keeps of a query what is for somebody's eyes.
macro_rules! for_eyes {
    ($query:expr, $eyes:expr) => {{
        let public = ticket_events::visibility.eq(Word(Visibility::Public));
        match $eyes {
            Eyes::Desk => $query,
            Eyes::Provider(company) => {
                $query.filter(public.or(ticket_events::shared_with_id.eq(Some(company)).assume_not_null()))
            }
            Eyes::Public => $query.filter(public),
        }
    }};
}

/// Up to `limit` entries of some tickets after one, oldest first, with the number of the ticket
/// each happened to, as far as they are for these eyes.
pub fn events(
    connection: &mut DbConnection,
    of: &[TicketId],
    eyes: Eyes,
    after: Option<EventId>,
    limit: i64,
) -> Result<Vec<(Event, String)>> {
    let mut query = ticket_events::table
        .inner_join(tickets::table.on(tickets::id.eq(ticket_events::ticket_id)))
        .order(ticket_events::id)
        .limit(limit)
        .select((EventRow::as_select(), tickets::number))
        .into_boxed();
    query = match of {
        [one] => query.filter(ticket_events::ticket_id.eq(*one)),
        many => query.filter(ticket_events::ticket_id.eq_any(many.to_vec())),
    };
    query = for_eyes!(query, eyes);
    if let Some(after) = after {
        query = query.filter(ticket_events::id.gt(after));
    }
    let rows = query.load::<(EventRow, String)>(connection)?;
    Ok(rows.into_iter().map(|(row, number)| (row.into(), number)).collect())
}

/// One entry of a ticket.
pub fn event(connection: &mut DbConnection, ticket: TicketId, id: EventId, eyes: Eyes) -> Result<Event> {
    let query = ticket_events::table
        .filter(ticket_events::ticket_id.eq(ticket).and(ticket_events::id.eq(id)))
        .select(EventRow::as_select())
        .into_boxed();
    Ok(for_eyes!(query, eyes).first(connection)?.into())
}

/// Every entry of a ticket, oldest first: what its clocks are derived from.
pub fn history(connection: &mut DbConnection, ticket: TicketId) -> Result<Vec<Event>> {
    let rows = ticket_events::table
        .filter(ticket_events::ticket_id.eq(ticket))
        .order(ticket_events::id)
        .select(EventRow::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Event::from).collect())
}

/// An entry with its ticket, if they are still there.
pub fn entry(connection: &mut DbConnection, id: EventId) -> Result<Option<(Ticket, Event)>> {
    let row = ticket_events::table.find(id).select(EventRow::as_select()).first(connection).optional()?;
    let Some(event) = row.map(Event::from) else { return Ok(None) };
    Ok(Some((super::load(connection, event.ticket)?, event)))
}

/// Some entries in their order, each with its ticket as it is now.
pub fn entries(connection: &mut DbConnection, ids: &[EventId]) -> Result<Vec<(Ticket, Event)>> {
    let rows = ticket_events::table
        .filter(ticket_events::id.eq_any(ids.to_vec()))
        .order(ticket_events::id)
        .select(EventRow::as_select())
        .load::<EventRow>(connection)?;
    let about: BTreeSet<TicketId> = rows.iter().map(|row| row.ticket_id).collect();
    let about: Vec<TicketId> = about.into_iter().collect();
    let tickets = super::load_many(connection, &about)?;
    let tickets: HashMap<TicketId, Ticket> = tickets.into_iter().map(|ticket| (ticket.id, ticket)).collect();
    let with_ticket = |row: EventRow| {
        let event = Event::from(row);
        Some((tickets.get(&event.ticket)?.clone(), event))
    };
    Ok(rows.into_iter().filter_map(with_ticket).collect())
}
