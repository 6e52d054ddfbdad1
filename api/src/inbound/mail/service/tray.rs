//! The tray of mails: how they are shown, and what agents decide of those in quarantine.

use super::Kept;
use super::act::{self, Case, Said};
use super::facts;
use crate::auth::{self, Caller};
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::http::{Answer, Work};
use crate::ids::{InboundMailId, ProjectId, UserId};
use crate::inbound::mail::model::Mail;
use crate::inbound::mail::rules::audience::{Reader, audience};
use crate::inbound::mail::store::{self, Outcome, Row};
use crate::text::say;
use crate::tickets::{self, Ticket};
use crate::{notifications, people, projects};
use contract::inbound::{
    AcceptInboundMail, InboundMail, InboundMailDetail, InboundMailState, QuarantineReason,
};
use contract::reference::Reference;
use contract::tickets::{Channel, Kind, Visibility};
use std::sync::Arc;

/// Mails as lists show them.
pub(in crate::inbound::mail) fn shown(
    connection: &mut DbConnection,
    rows: Vec<(Row, Option<String>)>,
) -> Result<Vec<InboundMail>> {
    let people: Vec<UserId> =
        rows.iter().flat_map(|(row, _)| row.user_id.into_iter().chain(row.handled_by_id)).collect();
    let people = people::names(connection, &people)?;
    let named: Vec<ProjectId> = rows.iter().map(|(row, _)| row.project_id).collect();
    let named = projects::named(connection, &named)?;
    rows.into_iter()
        .map(|(row, ticket)| {
            let project = named.get(&row.project_id).cloned();
            Ok(InboundMail {
                id: row.id.0,
                project: project.ok_or_else(|| Error::internal("a mail of no project"))?,
                state: row.state.0,
                reason: row.reason.map(|reason| reason.0),
                sender: row.sender,
                sender_name: row.sender_name,
                person: row.user_id.and_then(|person| people.get(&person).cloned()),
                subject: row.subject,
                files: row.files,
                size_bytes: row.size_bytes,
                sent_at: row.sent_at.map(crate::db::types::Instant::utc),
                received_at: row.received_at.utc(),
                ticket,
                handled_by: row.handled_by_id.and_then(|person| people.get(&person).cloned()),
                handled_at: row.handled_at.map(crate::db::types::Instant::utc),
            })
        })
        .collect()
}

/// A mail in full.
pub(in crate::inbound::mail) fn shown_in_full(
    connection: &mut DbConnection,
    caller: &Caller,
    id: InboundMailId,
) -> Result<InboundMailDetail> {
    let (row, ticket) = store::one(connection, caller, id)?;
    let recipients = row.recipients.split(' ').filter(|address| !address.is_empty());
    let recipients = recipients.map(str::to_owned).collect();
    let (message_id, mailbox) = (row.message_id.clone(), row.mailbox.clone());
    let (body, folded) = (row.body.clone(), row.folded.clone());
    let mail = shown(connection, vec![(row, ticket)])?.pop().ok_or(Error::NotFound)?;
    Ok(InboundMailDetail { mail, recipients, message_id, mailbox, body, folded })
}

/// Takes a mail out of quarantine: it becomes a comment of a case, or a new one.
pub(in crate::inbound::mail) fn accept(
    work: &mut Work<'_>,
    id: InboundMailId,
    mail: &Mail,
    kept: Kept,
    kind: Kind,
    body: AcceptInboundMail,
) -> Result<Answer<InboundMailDetail>> {
    let AcceptInboundMail { ticket, requester } = body;
    let row = store::waiting(work.connection, &work.caller, id)?;
    work.in_project(row.project_id);
    work.origin.channel = Some(Channel::Email);
    let claimed = sender(work.connection, &mail.sender)?;
    // In whose name it may be said.
    let unproven = row.reason.is_some_and(|reason| reason.0 == QuarantineReason::Unproven);
    let sender = claimed.clone().filter(|_| mail.proven && !unproven);
    let handled = Some((work.caller.id, work.now));
    let outcome = if let Some(reference) = ticket {
        let ticket = tickets::find(work.connection, &work.caller, &reference)
            .map_err(|_| Error::field("ticket", "unknown_reference"))?;
        let event = said(work, &ticket, claimed.as_deref(), sender.as_ref(), mail, kept)?;
        Outcome {
            state: InboundMailState::Commented,
            reason: None,
            person: sender.map(|sender| sender.id),
            ticket: Some(ticket.id),
            event: Some(event),
            handled,
        }
    } else {
        let chosen = match &requester {
            Some(reference) => Some(
                people::find_person(work.connection, row.project_id, reference)?
                    .ok_or_else(|| Error::field("requester", "unknown_reference"))?
                    .id,
            ),
            None => None,
        };
        let theirs = sender.as_ref().map(|sender| sender.id);
        let whose = chosen.or(theirs);
        let text = if whose.is_some() && whose == theirs { mail.body.clone() } else { quoted(mail) };
        let case = Case { kind, project: row.project_id, follows: None };
        let requester = whose.map(|person| Reference::from(person.0));
        let (ticket, _) = act::register(work, case, requester, Said { text, mail, kept, internal: false })?;
        Outcome {
            state: InboundMailState::Registered,
            reason: None,
            person: whose,
            ticket: Some(ticket),
            event: None,
            handled,
        }
    };
    store::settle(work.connection, id, &outcome)?;
    Answer::ok(&shown_in_full(work.connection, &work.caller, id)?)
}

/// Puts a mail away.
pub(in crate::inbound::mail) fn discard(
    work: &mut Work<'_>,
    id: InboundMailId,
) -> Result<Answer<InboundMailDetail>> {
    let row = store::waiting(work.connection, &work.caller, id)?;
    work.in_project(row.project_id);
    let outcome = Outcome {
        state: InboundMailState::Discarded,
        reason: None,
        person: row.user_id,
        ticket: row.ticket_id,
        event: None,
        handled: Some((work.caller.id, work.now)),
    };
    store::settle(work.connection, id, &outcome)?;
    Answer::ok(&shown_in_full(work.connection, &work.caller, id)?)
}

fn sender(connection: &mut DbConnection, address: &str) -> Result<Option<Arc<Caller>>> {
    let person = if address.is_empty() { None } else { people::with_address(connection, None, address)? };
    Ok(match person {
        Some(person) => auth::active_caller(connection, person)?.map(Arc::new),
        None => None,
    })
}

/// Adds a mail to a case: in the sender's name if they may see it, or else in the name of whoever accepts
/// it, who says whose words they are. What may answer a note for the desk becomes one, whoever `claimed` to
/// have written it.
fn said(
    work: &mut Work<'_>,
    ticket: &Ticket,
    claimed: Option<&Caller>,
    sender: Option<&Arc<Caller>>,
    mail: &Mail,
    kept: Kept,
) -> Result<crate::ids::EventId> {
    let letter = notifications::letter_of(work.connection, &mail.refers_to())?;
    let answering = facts::answering(work.connection, letter.as_ref(), ticket)?;
    let reader = claimed.map_or(Reader::Everybody, |person| facts::reader(person, ticket));
    let heard = audience(reader, answering);
    let internal = heard != Some(Visibility::Public);
    if let Some(sender) = sender
        && heard.is_some()
        && !tickets::visible_among(work.connection, sender, &[ticket.id])?.is_empty()
    {
        let now = work.now;
        let mut theirs = Work::in_the_name_of(work.connection, Arc::clone(sender), now);
        theirs.origin.channel = Some(Channel::Email);
        let said = Said { text: mail.body.clone(), mail, kept, internal };
        return act::comment(&mut theirs, ticket.id, said);
    }
    act::comment(work, ticket.id, Said { text: quoted(mail), mail, kept, internal })
}

/// What a mail says, and who says it.
fn quoted(mail: &Mail) -> String {
    let sender = match &mail.sender_name {
        Some(name) => format!("{name} ({})", mail.sender),
        None => mail.sender.clone(),
    };
    let said = say(contract::auth::Locale::Es, "inbound-from", &[("sender", sender)]);
    format!("{said}\n\n{}", mail.body)
}
