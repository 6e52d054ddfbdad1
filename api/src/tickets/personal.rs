//! What tickets say of a person, for the slice `privacy`: a copy of it, and taking it out. What
//! happened, when, and all that is measured stays as it was.

use super::model::{Eyes, Ticket};
use super::store::{self, Whose};
use super::{files::Files, present};
use crate::auth;
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::ids::{AttachmentId, ProjectId, TicketId, UserId};
use crate::surveys;
use crate::text::say;
use chrono::{DateTime, Utc};
use contract::auth::Locale;
use contract::tickets as wire;
use serde::Serialize;
use std::path::PathBuf;

pub use store::{files_to_remove, forget_files, has_open, to_redact};

/// Entries of one case that are copied.
const MOST_EVENTS: i64 = 10_000;

/// A case that a person has asked for, as they may read it.
#[derive(Clone, Debug, Serialize)]
pub struct Copied {
    /// The case.
    pub ticket: wire::Ticket,
    /// What was said and done, as far as it is theirs to read.
    pub events: Vec<wire::Event>,
    /// Its files.
    pub files: Vec<wire::Attachment>,
}

/// Some of the cases that a person has asked for, of some projects or all, after one.
pub fn copied(
    connection: &mut DbConnection,
    person: UserId,
    projects: Option<&[ProjectId]>,
    after: Option<TicketId>,
    limit: i64,
    now: DateTime<Utc>,
) -> Result<Vec<Copied>> {
    let themselves = auth::caller_by_id(connection, person)?;
    let tickets = store::requested_by(connection, person, projects, after, limit)?;
    tickets
        .iter()
        .map(|ticket| {
            let of = [ticket.id];
            let events = store::events(connection, &of, Eyes::Public, None, MOST_EVENTS)?;
            let files = store::attachments(connection, &of, false)?;
            Ok(Copied {
                ticket: present::ticket(connection, &themselves, ticket, now)?,
                events: present::events(connection, (person, Eyes::Public), events)?,
                files: present::attachments(connection, ticket, files)?,
            })
        })
        .collect()
}

/// Where the bytes of a file are.
#[must_use]
pub fn bytes_of(files: &Files, file: &wire::Attachment) -> PathBuf {
    files.path(AttachmentId(file.id))
}

/// Removes a file that nothing refers to.
pub async fn remove_bytes(files: &Files, file: AttachmentId) {
    files.remove(file).await;
}

/// What was taken out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Redacted {
    /// Of how many cases.
    pub tickets: i64,
    /// Of how many entries of their timelines.
    pub events: i64,
    /// Files that nothing refers to any more.
    pub files: Vec<AttachmentId>,
}

/// Takes out what a person wrote in the cases they asked for.
pub fn redact_texts_of(
    connection: &mut DbConnection,
    person: UserId,
    now: DateTime<Utc>,
) -> Result<Redacted> {
    const BATCH: i64 = 100;
    let mark = mark();
    let (mut all, mut after) = (Redacted::default(), None);
    loop {
        let tickets = store::requested_by(connection, person, None, after, BATCH)?;
        let Some(last) = tickets.last() else { return Ok(all) };
        after = Some(last.id);
        for ticket in &tickets {
            store::redact_case(connection, ticket, &mark)?;
            all.events += store::redact_events(connection, ticket.id, Whose::Of(person), &mark, now)?;
            all.files.extend(store::remove_files(connection, ticket.id, Some(person))?);
            surveys::redact(connection, ticket.id, None)?;
            all.tickets += 1;
        }
    }
}

/// A person is named nowhere in tickets any more, and signs no mail; `other` stands in place of their name,
/// unless somebody else has the same.
pub fn forget_person(
    connection: &mut DbConnection,
    person: UserId,
    renamed: Option<(&str, &str)>,
    now: DateTime<Utc>,
) -> Result<()> {
    store::forget_person(connection, person)?;
    store::forget_quotes(connection, person, now)?;
    match renamed {
        Some((name, other)) => store::rename_in_history(connection, name, other, now),
        None => Ok(()),
    }
}

/// A closed case no longer says whose it was: its words, files and people are taken out, but for the
/// documented solution and those of the desk who worked on it. Read again under a lock, since two
/// replicas may be at it.
pub fn redact_closed(
    connection: &mut DbConnection,
    ticket: TicketId,
    nameless: UserId,
    now: DateTime<Utc>,
) -> Result<Redacted> {
    let ticket: Ticket = store::lock(connection, ticket)?;
    if ticket.closed_at.is_none() {
        return Err(Error::internal("an open ticket is not made anonymous"));
    }
    if ticket.requester == nameless {
        // Another replica was faster.
        return Ok(Redacted::default());
    }
    let mark = mark();
    store::redact_case(connection, &ticket, &mark)?;
    let whose = Whose::All { person: ticket.requester, nameless };
    let events = store::redact_events(connection, ticket.id, whose, &mark, now)?;
    let files = store::remove_files(connection, ticket.id, None)?;
    surveys::redact(connection, ticket.id, Some(nameless))?;
    store::forget_people(connection, &ticket, nameless, now)?;
    Ok(Redacted { tickets: 1, events, files })
}

/// What stands in place of what was taken out. It is kept in the desk's language.
fn mark() -> String {
    say(Locale::Es, "redacted", &[])
}
