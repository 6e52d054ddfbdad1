//! What is read for all listeners at once.

use super::message;
use crate::auth::Caller;
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::{EventId, TicketId, UserId};
use crate::live::feed;
use crate::notifications;
use crate::presence::{self, Present, Snapshot};
use crate::tickets::{self, Event, Ticket};
use chrono::{DateTime, Utc};
use contract::events::TicketNews;
use std::collections::{HashMap, HashSet};

/// How many entries are read at a time, and how far behind somebody may be who wants to go on.
pub(super) const MOST: i64 = 500;

/// What is new.
pub struct News {
    /// Behind which position of the feed it begins.
    pub(super) after: i64,
    /// And with which it ends.
    pub(super) until: i64,
    /// What happened, in its order.
    pub(super) entries: Vec<Entry>,
    /// Who was told of any of it.
    pub(super) told: HashSet<UserId>,
    /// Where people came or left, or began or ceased to write.
    pub(super) moves: Vec<Move>,
    presence: Snapshot,
}

impl News {
    /// The position of the feed with which it ends.
    #[must_use]
    pub fn end(&self) -> i64 {
        self.until
    }

    /// Whether something that happened behind a position might be for a caller who knows what was before.
    /// What nobody has read for all might be for anybody.
    #[must_use]
    pub fn might_tell(&self, caller: &Caller, position: i64) -> bool {
        let read = self.after <= position;
        self.until > position && (!read || might_concern(caller, &self.entries, &[]))
    }
}

/// An entry of a timeline, in its place.
pub(super) struct Entry {
    pub(super) position: i64,
    ticket: Ticket,
    event: Event,
}

/// Who was at a case, and who is.
pub(super) struct Move {
    ticket: Ticket,
    before: Vec<Present>,
    now: Vec<Present>,
}

/// Reads what is new; the first time, where things stand.
pub fn read_news(connection: &mut DbConnection, before: Option<&News>, now: DateTime<Utc>) -> Result<News> {
    let presence = presence::there(connection, now)?;
    let Some(before) = before else {
        let end = feed::end(connection)?;
        let (entries, told, moves) = (Vec::new(), HashSet::new(), Vec::new());
        return Ok(News { after: end, until: end, entries, told, moves, presence });
    };
    let (until, entries) = read_entries(connection, before.until)?;
    let about = distinct(entries.iter().map(|entry| entry.ticket.id));
    let events: Vec<EventId> = entries.iter().map(|entry| entry.event.id).collect();
    let told =
        if events.is_empty() { HashSet::new() } else { notifications::told_by(connection, &about, &events)? };
    let moves = moves(connection, &before.presence, &presence)?;
    Ok(News { after: before.until, until, entries, told, moves, presence })
}

/// The entries behind a position, [`MOST`] of them, and where they end.
pub(super) fn read_entries(connection: &mut DbConnection, after: i64) -> Result<(i64, Vec<Entry>)> {
    let changes = feed::after(connection, after, None, MOST)?;
    let Some(last) = changes.last() else { return Ok((after, Vec::new())) };
    let until = last.position;
    let places: HashMap<EventId, i64> =
        changes.iter().map(|change| (change.what.event, change.position)).collect();
    let ids: Vec<EventId> = changes.iter().map(|change| change.what.event).collect();
    let entry =
        |(ticket, event): (Ticket, Event)| Some(Entry { position: *places.get(&event.id)?, ticket, event });
    let mut entries: Vec<Entry> = tickets::entries(connection, &ids)?.into_iter().filter_map(entry).collect();
    entries.sort_by_key(|entry| entry.position);
    Ok((until, entries))
}

fn moves(connection: &mut DbConnection, before: &Snapshot, now: &Snapshot) -> Result<Vec<Move>> {
    let moved = |ticket: &TicketId| before.get(ticket) != now.get(ticket);
    let moved = distinct(before.keys().chain(now.keys()).copied().filter(moved));
    if moved.is_empty() {
        return Ok(Vec::new());
    }
    let people = |all: &Snapshot, ticket: &Ticket| all.get(&ticket.id).cloned().unwrap_or_default();
    let tickets = tickets::load_many(connection, &moved)?.into_iter();
    Ok(tickets
        .map(|ticket| Move { before: people(before, &ticket), now: people(now, &ticket), ticket })
        .collect())
}

fn distinct(ids: impl Iterator<Item = TicketId>) -> Vec<TicketId> {
    let mut ids: Vec<TicketId> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// Whether any of it might be for this caller.
pub(super) fn might_concern(caller: &Caller, entries: &[Entry], moves: &[Move]) -> bool {
    entries.iter().any(|entry| tickets::might_see(caller, &entry.ticket))
        || moves.iter().any(|one| tickets::might_see(caller, &one.ticket))
}

/// What of it is for this caller, written down.
pub(super) fn told_to(
    connection: &mut DbConnection,
    caller: &Caller,
    entries: &[Entry],
    moves: &[Move],
) -> Result<String> {
    let about = entries.iter().map(|entry| &entry.ticket).chain(moves.iter().map(|one| &one.ticket));
    let about = distinct(about.filter(|ticket| tickets::might_see(caller, ticket)).map(|ticket| ticket.id));
    let mut text = String::new();
    if about.is_empty() {
        return Ok(text);
    }
    let visible = tickets::visible_among(connection, caller, &about)?;
    for Entry { position, ticket, event } in entries {
        if visible.contains(&ticket.id) && tickets::may_read(caller, ticket, event) {
            let news = TicketNews {
                id: ticket.id.0,
                number: ticket.number.clone(),
                action: event.action,
                version: ticket.version,
                position: *position,
            };
            message::push(&mut text, "ticket", Some(*position), &news)?;
        }
    }
    for Move { ticket, before, now } in moves.iter().filter(|one| visible.contains(&one.ticket.id)) {
        let there = presence::shown(caller, ticket, now);
        // What others do there may not be theirs to see.
        if there != presence::shown(caller, ticket, before)
            && let Some(there) = there
        {
            message::push(&mut text, "presence", None, &there)?;
        }
    }
    Ok(text)
}
