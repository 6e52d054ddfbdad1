//! What tickets say of people: found for a copy, and taken out.

use super::rows::TicketRow;
use crate::db::DbConnection;
use crate::db::dialect::PerEngine;
use crate::db::prepared::IdAmong;
use crate::db::schema::{
    attachments, confidential_reads, ticket_events, ticket_readers, ticket_watchers, tickets,
};
use crate::db::search;
use crate::db::types::{Document, Instant, Word};
use crate::error::Result;
use crate::ids::{AttachmentId, EventId, ProjectId, TicketId, UserId};
use crate::tickets::model::Ticket;
use crate::tickets::rules::redaction;
use chrono::{DateTime, Utc};
use contract::tickets::{Action, Change, Status};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};
use serde_json::{Map, Value};

/// Some of the tickets that a person has asked for, in order of id.
pub fn requested_by(
    connection: &mut DbConnection,
    person: UserId,
    projects: Option<&[ProjectId]>,
    after: Option<TicketId>,
    limit: i64,
) -> Result<Vec<Ticket>> {
    let mut query = tickets::table
        .filter(tickets::requester_id.eq(person))
        .order(tickets::id)
        .limit(limit)
        .select(TicketRow::as_select())
        .into_boxed();
    if let Some(projects) = projects {
        query = query.filter(IdAmong::new(tickets::project_id, projects));
    }
    if let Some(after) = after {
        query = query.filter(tickets::id.gt(after));
    }
    Ok(query.load(connection)?.into_iter().map(Ticket::from).collect())
}

/// Whether a person has open tickets, as their requester or in charge of them.
pub fn has_open(connection: &mut DbConnection, person: UserId) -> Result<bool> {
    let open = tickets::table
        .filter(tickets::status.ne(Word(Status::Closed)))
        .filter(tickets::requester_id.eq(person).or(tickets::assignee_id.eq(Some(person)).assume_not_null()))
        .select(tickets::id)
        .first::<TicketId>(connection)
        .optional()?;
    Ok(open.is_some())
}

/// The first closed tickets of a project that were closed before an instant and still say whose they were.
pub fn to_redact(
    connection: &mut DbConnection,
    project: ProjectId,
    before: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<TicketId>> {
    Ok(tickets::table
        .filter(tickets::project_id.eq(project).and(tickets::redacted_at.is_null()))
        .filter(tickets::closed_at.lt(Instant::from(before)))
        .order(tickets::closed_at)
        .limit(limit)
        .select(tickets::id)
        .load(connection)?)
}

/// The first files of a project whose tickets were closed before an instant, each with its ticket.
pub fn files_to_remove(
    connection: &mut DbConnection,
    project: ProjectId,
    before: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<AttachmentId>> {
    Ok(attachments::table
        .inner_join(tickets::table.on(tickets::id.eq(attachments::ticket_id)))
        .filter(tickets::project_id.eq(project))
        .filter(tickets::closed_at.lt(Instant::from(before)))
        .order(attachments::id)
        .limit(limit)
        .select(attachments::id)
        .load(connection)?)
}

/// Takes the requester's words out of a ticket itself.
pub fn redact_case(connection: &mut DbConnection, ticket: &Ticket, mark: &str) -> Result<()> {
    let solution = ticket.details.solution.as_deref().unwrap_or("");
    diesel::update(tickets::table.find(ticket.id))
        .set((
            tickets::subject.eq(mark),
            tickets::description.eq(mark),
            tickets::fields.eq(Document(Map::new())),
            tickets::closure_note.eq(ticket
                .closure
                .as_ref()
                .and_then(|closure| closure.note.as_ref())
                .map(|_| mark)),
            tickets::search_text.eq(search::indexed(&[ticket.number.as_str(), solution])),
            tickets::version.eq(ticket.version + 1),
        ))
        .execute(connection)?;
    Ok(())
}

/// A closed ticket no longer says whose it was: somebody nameless stands in the requester's place.
pub fn forget_people(
    connection: &mut DbConnection,
    ticket: &Ticket,
    nameless: UserId,
    now: DateTime<Utc>,
) -> Result<()> {
    let registered_by =
        if ticket.registered_by == ticket.requester { nameless } else { ticket.registered_by };
    diesel::update(tickets::table.find(ticket.id))
        .set((
            tickets::requester_id.eq(nameless),
            tickets::registered_by_id.eq(registered_by),
            tickets::redacted_at.eq(Some(Instant::from(now))),
        ))
        .execute(connection)?;
    diesel::delete(ticket_watchers::table.filter(ticket_watchers::ticket_id.eq(ticket.id)))
        .execute(connection)?;
    diesel::delete(ticket_readers::table.filter(ticket_readers::ticket_id.eq(ticket.id)))
        .execute(connection)?;
    diesel::delete(confidential_reads::table.filter(confidential_reads::ticket_id.eq(ticket.id)))
        .execute(connection)?;
    Ok(())
}

/// A person watches nothing, reads nothing confidential, and has read nothing.
pub fn forget_person(connection: &mut DbConnection, person: UserId) -> Result<()> {
    diesel::delete(ticket_watchers::table.filter(ticket_watchers::user_id.eq(person))).execute(connection)?;
    diesel::delete(confidential_reads::table.filter(confidential_reads::user_id.eq(person)))
        .execute(connection)?;
    // Whose confidential cases they were stays on record, by an id that says nothing.
    let concerned = tickets::table
        .filter(tickets::requester_id.eq(person).or(tickets::registered_by_id.eq(person)))
        .select(tickets::id);
    diesel::delete(
        ticket_readers::table
            .filter(ticket_readers::user_id.eq(person))
            .filter(ticket_readers::ticket_id.ne_all(concerned)),
    )
    .execute(connection)?;
    Ok(())
}

/// An entry with its words.
#[derive(Queryable, Selectable)]
#[diesel(table_name = ticket_events)]
struct WordsRow {
    id: EventId,
    action: Word<Action>,
    actor_id: Option<UserId>,
    note: Option<String>,
    quoted: Option<String>,
    details: Document<Map<String, Value>>,
}

/// Whose entries of a ticket are changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Those of one person.
    Of(UserId),
    /// All; one person's get somebody nameless as their actor.
    All {
        /// Whose.
        person: UserId,
        /// Who stands in their place.
        nameless: UserId,
    },
}

/// Takes the words out of entries of a ticket; how many had any.
pub fn redact_events(
    connection: &mut DbConnection,
    ticket: TicketId,
    whose: Whose,
    mark: &str,
    now: DateTime<Utc>,
) -> Result<i64> {
    let mut query = ticket_events::table
        .filter(ticket_events::ticket_id.eq(ticket))
        .select(WordsRow::as_select())
        .into_boxed();
    if let Whose::Of(person) = whose {
        query = query.filter(ticket_events::actor_id.eq(Some(person)));
    }
    let mut redacted = 0;
    for row in query.load::<WordsRow>(connection)? {
        let WordsRow { id, action, actor_id, note, quoted, details } = row;
        let (before, mut after) = (details.0, Map::new());
        after.extend(before.clone().into_iter().filter(|(name, _)| !redaction::is_written(name)));
        let taken = note.is_some() && !redaction::keeps_note(action.0);
        redacted += i64::from(taken || quoted.is_some() || after != before);
        let note = if taken { Some(mark.to_owned()) } else { note };
        let actor = match whose {
            Whose::All { person, nameless } if actor_id == Some(person) => Some(nameless),
            _ => actor_id,
        };
        diesel::update(ticket_events::table.find(id))
            .set((
                ticket_events::actor_id.eq(actor),
                ticket_events::address.eq(None::<String>),
                ticket_events::note.eq(note),
                ticket_events::quoted.eq(None::<String>),
                ticket_events::details.eq(Document(after)),
                ticket_events::redacted_at.eq(Some(Instant::from(now))),
            ))
            .execute(connection)?;
    }
    // Mails of others quote the same words.
    let quotes = ticket_events::ticket_id.eq(ticket).and(ticket_events::quoted.is_not_null());
    let others = diesel::update(ticket_events::table.filter(quotes))
        .set((
            ticket_events::quoted.eq(None::<String>),
            ticket_events::redacted_at.eq(Some(Instant::from(now))),
        ))
        .execute(connection)?;
    Ok(redacted + i64::try_from(others).unwrap_or(i64::MAX))
}

/// Takes out what mails quoted in a person's cases, and in mails of theirs, with their signatures.
pub fn forget_quotes(connection: &mut DbConnection, person: UserId, now: DateTime<Utc>) -> Result<()> {
    let theirs = tickets::table.filter(tickets::requester_id.eq(person)).select(tickets::id);
    let of_theirs = ticket_events::ticket_id
        .eq_any(theirs)
        .or(ticket_events::actor_id.eq(Some(person)).assume_not_null());
    diesel::update(ticket_events::table.filter(ticket_events::quoted.is_not_null()).filter(of_theirs))
        .set((
            ticket_events::quoted.eq(None::<String>),
            ticket_events::redacted_at.eq(Some(Instant::from(now))),
        ))
        .execute(connection)?;
    Ok(())
}

/// Replaces a name in what the history says has changed. It reads the whole history: this is seldom done.
pub fn rename_in_history(
    connection: &mut DbConnection,
    name: &str,
    other: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let sought = format!("%{}%", name.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
    let mentions = PerEngine {
        postgres: sql::<Bool>("CAST(ticket_events.changes AS text) LIKE ")
            .bind::<Text, _>(sought.clone())
            .sql(""),
        sqlite: sql::<Bool>("ticket_events.changes LIKE ").bind::<Text, _>(sought).sql(" ESCAPE '\\'"),
    };
    let rows = ticket_events::table
        .filter(mentions)
        .select((ticket_events::id, ticket_events::changes))
        .load::<(EventId, Document<Vec<Change>>)>(connection)?;
    for (id, changes) in rows {
        let renamed = redaction::renamed(&changes.0, name, other);
        if renamed != changes.0 {
            diesel::update(ticket_events::table.find(id))
                .set((
                    ticket_events::changes.eq(Document(renamed)),
                    ticket_events::redacted_at.eq(Some(Instant::from(now))),
                ))
                .execute(connection)?;
        }
    }
    Ok(())
}

/// Forgets files of a ticket, of one person or all; their ids, so that their bytes can go too.
pub fn remove_files(
    connection: &mut DbConnection,
    ticket: TicketId,
    of: Option<UserId>,
) -> Result<Vec<AttachmentId>> {
    let mut query =
        attachments::table.filter(attachments::ticket_id.eq(ticket)).select(attachments::id).into_boxed();
    if let Some(person) = of {
        query = query.filter(attachments::uploaded_by_id.eq(person));
    }
    let files = query.load::<AttachmentId>(connection)?;
    forget_files(connection, &files)?;
    Ok(files)
}

/// Forgets files.
pub fn forget_files(connection: &mut DbConnection, files: &[AttachmentId]) -> Result<()> {
    diesel::delete(attachments::table.filter(attachments::id.eq_any(files.to_vec()))).execute(connection)?;
    Ok(())
}
