//! Comments, files and watchers: additions that nobody's version can be in the way of.

use super::{Entry, allow, history, save};
use crate::error::{Error, Result};
use crate::http::{Answer, Work};
use crate::ids::ProviderId;
use crate::tickets::model::{Attachment, Ticket};
use crate::tickets::rules::machine::Step;
use crate::tickets::{present, store};
use contract::reference::Reference;
use contract::tickets as wire;
use contract::tickets::{Action, AddComment, PauseReason, Visibility};

/// Adds to the conversation. When the ticket waits for its requester and they write, the wait is over.
pub fn comment(work: &mut Work<'_>, reference: &Reference, body: AddComment) -> Result<Answer<wire::Event>> {
    comment_quoting(work, reference, body, None)
}

/// The same, of what came by mail: with what it quotes of earlier ones beside it.
pub fn comment_quoting(
    work: &mut Work<'_>,
    reference: &Reference,
    body: AddComment,
    quoted: Option<String>,
) -> Result<Answer<wire::Event>> {
    let mut ticket = store::for_update(work.connection, &work.caller, reference)?;
    allow(work, &ticket, Action::Comment)?;
    let visibility = visibility(work, &ticket, body.visibility)?;
    let shared_with =
        if body.shared_with_provider { Some(provider_to_tell(&ticket, visibility)?) } else { None };
    let mut entry = Entry::of(Step::Plain(Action::Comment));
    entry.visible_to(visibility).shared_with(shared_with).note(body.body).quoting(quoted);
    let event = history::event(work, &ticket, &ticket, entry)?;
    store::append(work.connection, event.clone())?;
    ticket.updated_at = work.now;
    let answers = ticket.requester == work.caller.id
        && ticket.pending.is_some_and(|pending| pending.reason == PauseReason::Requester);
    if answers {
        let before = ticket.clone();
        ticket.pending = None;
        save(work, &before, &mut ticket, Entry::of(Step::Plain(Action::Resume)))?;
    } else {
        store::update(work.connection, &ticket)?;
    }
    let location = format!("/api/v1/tickets/{}/events/{}", ticket.number, event.id);
    let eyes = present::eyes(&work.caller, &ticket);
    let shown = present::events(work.connection, (work.caller.id, eyes), vec![(event, ticket.number)])?;
    let shown = shown.first().ok_or_else(|| Error::internal("an event is gone"))?;
    Answer::created(location, shown)
}

/// Notes a file whose bytes have been stored under its id.
pub fn attach(
    work: &mut Work<'_>,
    reference: &Reference,
    file: Attachment,
    asked: Option<Visibility>,
) -> Result<Answer<wire::Attachment>> {
    let mut ticket = store::for_update(work.connection, &work.caller, reference)?;
    allow(work, &ticket, Action::Attach)?;
    let visibility = visibility(work, &ticket, asked)?;
    let file = Attachment {
        ticket: ticket.id,
        visibility,
        uploaded_by: work.caller.id,
        uploaded_at: work.now,
        ..file
    };
    store::insert_attachment(work.connection, &file)?;
    let mut entry = Entry::of(Step::Plain(Action::Attach));
    entry
        .visible_to(visibility)
        .detail("file_name", file.file_name.clone())
        .detail("attachment", file.id.to_string());
    let event = history::event(work, &ticket, &ticket, entry)?;
    store::append(work.connection, event)?;
    ticket.updated_at = work.now;
    store::update(work.connection, &ticket)?;
    let location = format!("/api/v1/tickets/{}/attachments/{}", ticket.number, file.id);
    let shown = present::attachments(work.connection, &ticket, vec![file])?;
    let shown = shown.first().ok_or_else(|| Error::internal("an attachment is gone"))?;
    Answer::created(location, shown)
}

/// The caller wants to be told of what happens to a ticket they may see.
pub fn watch(work: &mut Work<'_>, reference: &Reference) -> Result<Answer<()>> {
    let ticket = store::find(work.connection, &work.caller, reference)?;
    work.in_project(ticket.project);
    store::watch(work.connection, ticket.id, work.caller.id)?;
    Ok(Answer::nothing())
}

/// The caller wants to be told no more.
pub fn unwatch(work: &mut Work<'_>, reference: &Reference) -> Result<Answer<()>> {
    let ticket = store::find(work.connection, &work.caller, reference)?;
    work.in_project(ticket.project);
    store::unwatch(work.connection, ticket.id, work.caller.id)?;
    Ok(Answer::nothing())
}

/// With whom an internal note is shared: the company in charge. Everything else is theirs to read anyway.
fn provider_to_tell(ticket: &Ticket, visibility: Visibility) -> Result<ProviderId> {
    if visibility != Visibility::Internal {
        return Err(Error::field("shared_with_provider", "not_internal"));
    }
    ticket.provider.ok_or_else(|| Error::field("shared_with_provider", "no_provider"))
}

/// Internal notes are for those who read them.
fn visibility(work: &Work<'_>, ticket: &Ticket, asked: Option<Visibility>) -> Result<Visibility> {
    match asked {
        Some(Visibility::Internal) if !present::eyes(&work.caller, ticket).internal() => {
            Err(Error::field("visibility", "visibility"))
        }
        asked => Ok(asked.unwrap_or(Visibility::Public)),
    }
}
