//! A person asks to be forgotten. What identifies them goes; what happened stays, beside an id that
//! says nothing. The audit log, which knows people by their ids alone, stays whole.

use super::store;
use crate::db::DbConnection;
use crate::error::{Conflict, Error, Result};
use crate::http::{Answer, Work};
use crate::ids::{ProjectId, UserId};
use crate::text::say;
use crate::tickets::personal;
use crate::{auth, drafts, http, inbound, notifications, people, presence, projects, stakeholders};
use contract::auth::{Locale, Role};
use contract::privacy::{AnonymisePerson, AnonymisedPerson};
use serde_json::json;

/// Makes a person anonymous, for ever.
pub(super) fn anonymise(
    work: &mut Work<'_>,
    person: UserId,
    body: AnonymisePerson,
) -> Result<Answer<AnonymisedPerson>> {
    let AnonymisePerson { reason, redact_texts } = body;
    let theirs = people::projects_of(work.connection, person)?.ok_or(Error::NotFound)?;
    let administered = work.caller.projects_as(&[Role::Admin]);
    known_to(&administered, &theirs)?;
    // It is the same person in all of their projects.
    if !theirs.iter().all(|project| administered.contains(project)) {
        return Err(Error::Forbidden);
    }
    // So that two administrators of a project are not forgotten, or do not leave, at once.
    for project in &theirs {
        projects::hold(work.connection, *project)?;
    }
    // What they are at this instant ends first, and whatever refers to them afterwards finds them gone.
    people::hold_person(work.connection, person)?;
    if store::is_anonymous(work.connection, person)? {
        return Err(Error::Conflict(Conflict::Anonymised));
    }
    if personal::has_open(work.connection, person)? {
        return Err(Error::Conflict(Conflict::OpenTickets));
    }
    if people::is_last_admin(work.connection, person)? {
        return Err(Error::Conflict(Conflict::LastAdmin));
    }
    let (now, by) = (work.now, work.caller.id);
    // As long as they have the address that they wrote from.
    let mails = inbound::mail::forget_person(work.connection, person)?;
    store::discard_files(work.connection, &mails, now)?;
    let number = store::record_erasure(work.connection, person, by, reason.trim(), now)?;
    let display_name = say(Locale::Es, "anonymous-person", &[("number", number.to_string())]);
    let known = people::anonymise(work.connection, person, number, &display_name, now)?;
    let renamed = known.as_deref().map(|known| (known, display_name.as_str()));
    personal::forget_person(work.connection, person, renamed, now)?;
    notifications::forget_person(work.connection, person)?;
    drafts::forget_person(work.connection, person)?;
    presence::forget_person(work.connection, person)?;
    stakeholders::forget_person(work.connection, person)?;
    auth::forget_sessions(work.connection, person)?;
    http::forget_answers_to(work.connection, person)?;
    store::forget_addresses(work.connection, person)?;
    let redacted = if redact_texts {
        personal::redact_texts_of(work.connection, person, now)?
    } else {
        personal::Redacted::default()
    };
    store::discard_files(work.connection, &redacted.files, now)?;
    work.changed(
        &json!({ "anonymised": false }),
        &json!({ "anonymised": true, "texts_redacted": redact_texts }),
    );
    Answer::ok(&AnonymisedPerson {
        id: person.0,
        display_name,
        anonymised_at: now,
        tickets_redacted: redacted.tickets,
        files_removed: i64::try_from(redacted.files.len()).unwrap_or(i64::MAX),
    })
}

/// The projects in which an administrator answers for a person; 404 when there is none. Whoever belongs
/// to no project any more is any administrator's.
pub(super) fn projects_in_common(
    connection: &mut DbConnection,
    administered: &[ProjectId],
    person: UserId,
) -> Result<Vec<ProjectId>> {
    let theirs = people::projects_of(connection, person)?.ok_or(Error::NotFound)?;
    known_to(administered, &theirs)?;
    Ok(administered.iter().copied().filter(|project| theirs.is_empty() || theirs.contains(project)).collect())
}

fn known_to(administered: &[ProjectId], theirs: &[ProjectId]) -> Result<()> {
    let known = theirs.is_empty() || theirs.iter().any(|project| administered.contains(project));
    if known { Ok(()) } else { Err(Error::NotFound) }
}
