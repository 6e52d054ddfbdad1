//! Who may know of a case. Confidential ones are for those concerned, whoever they name, and the
//! project's administrators.

use super::steps::known;
use super::{Entry, act, save};
use crate::error::{Conflict, Error, Result};
use crate::http::{Answer, Work};
use crate::ids::{TicketId, UserId};
use crate::people;
use crate::tickets::model::Ticket;
use crate::tickets::rules::machine::Step;
use crate::tickets::{present, store};
use contract::reference::Reference;
use contract::tickets::{Action, SetConfidential, Ticket as Shown};
use serde_json::json;

/// Makes a case confidential, or no longer, and names its readers. The same holds for the cases that
/// were merged into it: they are read through it.
pub fn set_confidential(
    work: &mut Work<'_>,
    ticket: &Reference,
    body: SetConfidential,
) -> Result<Answer<Shown>> {
    let SetConfidential { confidential, readers, note } = body;
    if !confidential && readers.as_ref().is_some_and(|readers| !readers.is_empty()) {
        return Err(Error::field("readers", "not_confidential"));
    }
    // It is closed, but what it says is read, and kept, through the survivor.
    let found = store::find(work.connection, &work.caller, ticket)?;
    if store::is_merged(work.connection, found.id)? {
        return Err(Error::Conflict(Conflict::Merged));
    }
    act(work, ticket, Step::Plain(Action::Confidential), |work, ticket, entry| {
        let before = store::readers(work.connection, ticket)?;
        let named = match readers {
            _ if !confidential => Vec::new(),
            None => before.clone(),
            Some(references) => people_named(work, ticket, references)?,
        };
        let told = json!({ "confidential": ticket.confidential, "readers": ids(&before) });
        entry.note(note.clone());
        reserve(work, ticket, confidential, &before, &named, entry)?;
        // Whoever is in charge is so of what was merged into it too.
        let all: Vec<UserId> = named.iter().copied().chain(ticket.assignee).collect();
        for merged in store::merged_into(work.connection, ticket.id)? {
            reserve_merged(work, merged, confidential, &all, note.clone())?;
        }
        let now = json!({ "confidential": confidential, "readers": ids(&named) });
        work.changed(&told, &now);
        Ok(())
    })
}

fn reserve(
    work: &mut Work<'_>,
    ticket: &mut Ticket,
    confidential: bool,
    before: &[UserId],
    named: &[UserId],
    entry: &mut Entry,
) -> Result<()> {
    ticket.confidential = confidential;
    entry.changed("readers", names(work, before)?, names(work, named)?);
    if confidential {
        store::name_readers(work.connection, ticket, named)
    } else {
        store::forget_readers(work.connection, ticket.id)
    }
}

fn reserve_merged(
    work: &mut Work<'_>,
    merged: TicketId,
    confidential: bool,
    named: &[UserId],
    note: Option<String>,
) -> Result<()> {
    let mut ticket = store::lock(work.connection, merged)?;
    let (before, read) = (ticket.clone(), store::readers(work.connection, &ticket)?);
    let mut entry = Entry::of(Step::Plain(Action::Confidential));
    entry.note(note);
    reserve(work, &mut ticket, confidential, &read, named, &mut entry)?;
    save(work, &before, &mut ticket, entry)
}

/// People of the ticket's project.
fn people_named(work: &mut Work<'_>, ticket: &Ticket, references: Vec<Reference>) -> Result<Vec<UserId>> {
    let mut named = Vec::new();
    for reference in references {
        let person = known("readers", people::find_person(work.connection, ticket.project, &reference)?)?;
        if person.roles.is_empty() {
            return Err(Error::field("readers", "not_in_project"));
        }
        named.push(person.id);
    }
    named.sort_unstable();
    named.dedup();
    Ok(named)
}

fn names(work: &mut Work<'_>, people: &[UserId]) -> Result<Option<String>> {
    let names = present::by_name(people::names(work.connection, people)?.into_values());
    let names: Vec<String> = names.into_iter().map(|person| person.display_name).collect();
    Ok((!names.is_empty()).then(|| names.join(", ")))
}

fn ids(people: &[UserId]) -> Vec<String> {
    people.iter().map(ToString::to_string).collect()
}
