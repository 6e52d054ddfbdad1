//! What is done with a mail, in the sender's name or in the desk's own.

use super::facts::{self, Known};
use super::{Desk, Kept};
use crate::audit;
use crate::auth::Caller;
use crate::db::DbConnection;
use crate::error::Result;
use crate::http::{Origin, Work};
use crate::ids::{EventId, ProjectId, TicketId};
use crate::inbound::mail::model::Mail;
use crate::inbound::mail::rules::audience::audience;
use crate::inbound::mail::rules::decision::Decision;
use crate::inbound::mail::store::Outcome;
use crate::inbound::markdown::escaped;
use crate::notifications;
use crate::text::say;
use crate::tickets::{self, Ticket};
use contract::auth::Locale;
use contract::inbound::{InboundMailState, QuarantineReason};
use contract::reference::Reference;
use contract::tickets as wire;
use contract::tickets::{AddComment, Channel, Kind, RegisterTicket, Visibility};
use std::sync::Arc;

/// The longest text of a case or a comment, in characters.
const LONGEST_TEXT: usize = 20_000;

/// The longest subject of a case, in characters.
const LONGEST_SUBJECT: usize = 200;

/// Characters of an automatic answer that are noted.
const LONGEST_NOTE: usize = 4_000;

/// Delivery states of a letter that is not lost (RFC 3464 §2.3.3).
const NOT_LOST: [&str; 4] = ["delayed", "delivered", "relayed", "expanded"];

/// Does what was decided.
pub(super) fn act(
    connection: &mut DbConnection,
    desk: &Desk,
    mail: &Mail,
    known: &Known,
    decision: Decision<TicketId>,
    kept: Kept,
) -> Result<Outcome> {
    let person = known.sender.as_ref().map(|sender| sender.id);
    let outcome =
        |state, ticket, event| Outcome { state, reason: None, person, ticket, event, handled: None };
    match (decision, &known.sender, &known.ticket) {
        (Decision::Quarantine(reason, ticket), ..) => {
            Ok(Outcome { reason: Some(reason), ..outcome(InboundMailState::Quarantined, ticket, None) })
        }
        // Of whom it tells that they have to do with the case is not for everybody who reads the tray.
        (Decision::Ignore, ..) => {
            Ok(outcome(InboundMailState::Ignored, known.ticket.as_ref().map(|ticket| ticket.id), None))
        }
        (Decision::Note(_), _, Some(ticket)) => {
            let event = note(connection, desk, mail, known, ticket)?;
            let state = if event.is_some() { InboundMailState::Noted } else { InboundMailState::Ignored };
            Ok(outcome(state, Some(ticket.id), event))
        }
        (Decision::Comment(_), Some(sender), Some(ticket)) => {
            let Some(visibility) = audience(facts::reader(sender, ticket), known.answering) else {
                let waits = outcome(InboundMailState::Quarantined, Some(ticket.id), None);
                return Ok(Outcome { reason: Some(QuarantineReason::Internal), ..waits });
            };
            let internal = visibility == Visibility::Internal;
            let mut work = work(connection, desk, sender);
            let said = Said { text: mail.body.clone(), mail, kept, internal };
            let event = comment(&mut work, ticket.id, said)?;
            let path = format!("/api/v1/tickets/{}", ticket.number);
            record(connection, desk, sender, ticket.project, &path)?;
            Ok(outcome(InboundMailState::Commented, Some(ticket.id), Some(event)))
        }
        (Decision::Register, Some(sender), _) => {
            let mut work = work(connection, desk, sender);
            let case = Case { kind: desk.inbox.kind, project: desk.inbox.project, follows: None };
            let said = Said { text: mail.body.clone(), mail, kept, internal: false };
            let (ticket, number) = register(&mut work, case, None, said)?;
            let path = format!("/api/v1/tickets/{number}");
            record(connection, desk, sender, desk.inbox.project, &path)?;
            Ok(outcome(InboundMailState::Registered, Some(ticket), None))
        }
        (Decision::FollowUp(_), Some(sender), Some(earlier)) => {
            let mut work = work(connection, desk, sender);
            let case = Case { kind: earlier.kind, project: earlier.project, follows: Some(earlier.id) };
            let said = Said { text: mail.body.clone(), mail, kept, internal: false };
            let (ticket, number) = register(&mut work, case, None, said)?;
            let path = format!("/api/v1/tickets/{number}");
            record(connection, desk, sender, earlier.project, &path)?;
            Ok(outcome(InboundMailState::Registered, Some(ticket), None))
        }
        (Decision::Note(_) | Decision::Comment(_) | Decision::Register | Decision::FollowUp(_), ..) => {
            Ok(Outcome {
                reason: Some(QuarantineReason::Failed),
                ..outcome(InboundMailState::Quarantined, None, None)
            })
        }
    }
}

/// Work in the sender's name, by mail.
pub(super) fn work<'a>(connection: &'a mut DbConnection, desk: &Desk, sender: &Arc<Caller>) -> Work<'a> {
    let mut work = Work::in_the_name_of(connection, Arc::clone(sender), desk.now);
    work.origin.channel = Some(Channel::Email);
    work
}

/// The audit log knows what was done by mail in somebody's name.
fn record(
    connection: &mut DbConnection,
    desk: &Desk,
    sender: &Caller,
    project: ProjectId,
    object: &str,
) -> Result<()> {
    let origin = Origin::default();
    let entry = audit::Entry::of(sender, desk.now, "inbound_mail", object, &origin);
    audit::record(connection, &audit::Entry { project: Some(project), ..entry })
}

/// What a mail says in a case.
pub(super) struct Said<'a> {
    /// In Markdown.
    pub(super) text: String,
    /// The mail.
    pub(super) mail: &'a Mail,
    /// Its files.
    pub(super) kept: Kept,
    /// Whether it is for the desk alone.
    pub(super) internal: bool,
}

/// Of what kind a new case is, of which project, and which closed one it takes up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Case {
    pub(super) kind: Kind,
    pub(super) project: ProjectId,
    pub(super) follows: Option<TicketId>,
}

/// Adds a mail to a case.
pub(super) fn comment(work: &mut Work<'_>, ticket: TicketId, said: Said<'_>) -> Result<EventId> {
    let reference = Reference::from(ticket.0);
    let (body, cut) = text(&said.text);
    let visibility = said.internal.then_some(Visibility::Internal);
    let body = AddComment { body, visibility, shared_with_provider: false };
    let quoted = quoted(said.mail);
    let event: wire::Event = tickets::quoting_comment_on(work, &reference, body, quoted)?.read()?;
    add_rest(work, ticket, said.kept, visibility, cut)?;
    Ok(EventId(event.id))
}

/// Makes a mail a case, of whoever works or of somebody else; its id and number.
pub(super) fn register(
    work: &mut Work<'_>,
    case: Case,
    requester: Option<Reference>,
    said: Said<'_>,
) -> Result<(TicketId, String)> {
    let (description, cut) = text(&said.text);
    let subject = match said.mail.subject.trim() {
        "" => say(Locale::Es, "inbound-no-subject", &[]),
        subject => subject.chars().take(LONGEST_SUBJECT).collect(),
    };
    let body = RegisterTicket {
        project: Some(case.project.0.into()),
        kind: case.kind,
        subject,
        description,
        service: None,
        information_system: None,
        component: None,
        asset: None,
        impact: None,
        urgency: None,
        channel: None,
        requester,
        fields: serde_json::Map::new(),
        tags: Vec::new(),
        follow_up_of: case.follows.map(|earlier| earlier.0.into()),
        confidential: false,
    };
    let incoming = tickets::Incoming { quoted: quoted(said.mail), ..tickets::Incoming::default() };
    let registered: wire::Ticket = tickets::register_from(work, body, incoming)?.read()?;
    let id = TicketId(registered.summary.id);
    add_rest(work, id, said.kept, None, cut)?;
    Ok((id, registered.summary.number))
}

/// Adds the files of a mail to a case, and notes what is not in it.
fn add_rest(
    work: &mut Work<'_>,
    ticket: TicketId,
    kept: Kept,
    visibility: Option<Visibility>,
    cut: bool,
) -> Result<()> {
    let reference = Reference::from(ticket.0);
    for file in kept.files {
        tickets::attach_to(work, &reference, file.unplaced(), visibility)?;
    }
    let mut notes = Vec::new();
    if cut {
        notes.push(say(Locale::Es, "inbound-text-cut", &[]));
    }
    if !kept.refused.is_empty() {
        notes.push(say(Locale::Es, "inbound-files-refused", &[("names", kept.refused.join(", "))]));
    }
    if !notes.is_empty() {
        let ticket = tickets::load(work.connection, ticket)?;
        tickets::note_on(work.connection, &ticket, Channel::Email, notes.join("\n\n"), work.now)?;
    }
    Ok(())
}

/// What fits, and whether something was left out.
fn text(text: &str) -> (String, bool) {
    let text = text.trim();
    if text.is_empty() {
        return (say(Locale::Es, "inbound-no-text", &[]), false);
    }
    match text.char_indices().nth(LONGEST_TEXT) {
        Some((end, _)) => (text[..end].to_owned(), true),
        None => (text.to_owned(), false),
    }
}

/// What a mail quotes, and its signature: as much as a text may have.
fn quoted(mail: &Mail) -> Option<String> {
    let quoted = mail.folded.as_deref()?.trim();
    (!quoted.is_empty()).then(|| quoted.chars().take(LONGEST_TEXT).collect())
}

/// Notes an automatic answer, or that a letter came back; nothing for a letter that may still arrive.
fn note(
    connection: &mut DbConnection,
    desk: &Desk,
    mail: &Mail,
    known: &Known,
    ticket: &Ticket,
) -> Result<Option<EventId>> {
    let Some(report) = &mail.report else {
        let about = say(Locale::Es, "inbound-automatic", &[("sender", mail.sender.clone())]);
        let said: String = mail.body.trim().chars().take(LONGEST_NOTE).collect();
        let note = format!("{about}\n\n{said}");
        return tickets::note_on(connection, ticket, Channel::Email, note, desk.now).map(Some);
    };
    let state = report.action.as_deref().unwrap_or("failed").trim().to_ascii_lowercase();
    if NOT_LOST.contains(&state.as_str()) {
        return Ok(None);
    }
    // What decides has seen to it that there is one.
    let Some(letter) = &known.letter else { return Ok(None) };
    let what: String = report.what.as_deref().unwrap_or("?").chars().take(LONGEST_NOTE).collect();
    notifications::came_back(connection, &letter.message_id, &what, desk.now)?;
    let (recipient, what) = (escaped(&letter.recipient), escaped(&what));
    let status = report.status.as_ref().map(|status| format!(" ({status})")).unwrap_or_default();
    let note =
        say(Locale::Es, "inbound-returned", &[("recipient", recipient), ("status", status), ("what", what)]);
    tickets::note_on(connection, ticket, Channel::Email, note, desk.now).map(Some)
}
