//! What is known of a mail: who has sent it, and which case it answers.

use super::Desk;
use crate::auth::permissions::{Permission, RegisterTickets};
use crate::auth::{self, Caller};
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::ids::{ProjectId, TicketId, UserId};
use crate::inbound::mail::message::Report;
use crate::inbound::mail::model::Mail;
use crate::inbound::mail::rules::audience::{Answering, Reader};
use crate::inbound::mail::rules::decision::{Answered, Facts};
use crate::inbound::mail::store;
use crate::notifications::{self, Letter};
use crate::people;
use crate::tickets::{self, Eyes, Ticket};
use contract::auth::Role;
use contract::tickets::Status;
use std::sync::Arc;
use uuid::Uuid;

/// Who has something to do in the cases that they may see.
const STAFF: &[Role] = &[Role::Agent, Role::Specialist, Role::Provider, Role::Supervisor, Role::Admin];

/// What is known of a mail.
pub(super) struct Known {
    /// What decides.
    pub(super) facts: Facts<TicketId>,
    /// The person who has the sender's address.
    pub(super) sender: Option<Arc<Caller>>,
    /// The case that it answers.
    pub(super) ticket: Option<Ticket>,
    /// The letter that it answers, or that came back.
    pub(super) letter: Option<Letter>,
    /// Which letter about the case it answers.
    pub(super) answering: Answering,
}

/// Gathers it. `counted` of the mails of the last hour are this one itself.
pub(super) fn gather(connection: &mut DbConnection, desk: &Desk, mail: &Mail, counted: u32) -> Result<Known> {
    let sender = match mail.sender.as_str() {
        "" => None,
        address => people::with_address(connection, None, address)?,
    };
    let sender = match sender {
        Some(person) => auth::active_caller(connection, person)?.map(Arc::new),
        None => None,
    };
    let returned = returned(connection, mail)?;
    let of_a_letter = returned.is_some();
    let refers_to = match &returned {
        Some(letter) => vec![letter.message_id.clone()],
        None => mail.refers_to(),
    };
    let letter = match returned {
        Some(letter) => Some(letter),
        None => notifications::letter_of(connection, &refers_to)?,
    };
    let marked = if of_a_letter { None } else { marked(connection, desk, mail, sender.as_deref())? };
    let by_mark = marked.is_some();
    let ticket = match marked {
        Some(ticket) => Some(ticket),
        None => referred(connection, desk, &refers_to, letter.as_ref())?,
    };
    let ticket = ticket.map(|ticket| surviving(connection, ticket)).transpose()?;
    let (answered, answering) = match &ticket {
        Some(ticket) => (
            Some(answered(connection, ticket, by_mark, sender.as_deref())?),
            answering(connection, letter.as_ref(), ticket)?,
        ),
        None => (None, Answering::Unknown),
    };
    let project = match &ticket {
        Some(ticket) if ticket.status == Status::Closed => ticket.project,
        _ => desk.inbox.project,
    };
    let facts = Facts {
        wholeness: mail.wholeness,
        nature: mail.nature,
        own: is_own(desk, &mail.sender),
        proven: mail.proven,
        of_a_letter,
        known_sender: sender.is_some(),
        may_register: sender.as_ref().is_some_and(|sender| may_register(sender, project)),
        lately: store::lately(connection, &mail.sender, desk.now)?.saturating_sub(counted),
        answered,
    };
    Ok(Known { facts, sender, ticket, letter, answering })
}

/// The letter that came back, as a report says it: by the letter's own id, and by the address to which it
/// went. All else may be known to whoever has any letter about the case.
fn returned(connection: &mut DbConnection, mail: &Mail) -> Result<Option<Letter>> {
    let Some(Report { message_id: Some(message_id), recipient: Some(recipient), .. }) = &mail.report else {
        return Ok(None);
    };
    let letter = notifications::letter_of(connection, std::slice::from_ref(message_id))?;
    Ok(letter.filter(|letter| letter.recipient.to_lowercase() == *recipient))
}

fn may_register(sender: &Caller, project: ProjectId) -> bool {
    sender.is_any_in(project, RegisterTickets::ROLES)
}

fn is_own(desk: &Desk, sender: &str) -> bool {
    let from = desk.config.mail.as_ref().map(|mail| mail.from.email.to_string());
    let named = desk.config.reply_to.as_ref().is_some_and(|to| to.is(sender));
    named || from.is_some_and(|from| from.eq_ignore_ascii_case(sender))
}

/// The case in whose address the mail came, if the mark is one that the desk has given to the sender or to
/// somebody who has to do with the case.
fn marked(
    connection: &mut DbConnection,
    desk: &Desk,
    mail: &Mail,
    sender: Option<&Caller>,
) -> Result<Option<Ticket>> {
    let Some(address) = &desk.config.reply_to else { return Ok(None) };
    let Some(marked) = address.read(&mail.recipients) else { return Ok(None) };
    let Some(ticket) = tickets::numbered(connection, &marked.number)? else { return Ok(None) };
    let mut people: Vec<UserId> = sender.map(|sender| sender.id).into_iter().collect();
    people
        .extend([Some(ticket.requester), Some(ticket.registered_by), ticket.assignee].into_iter().flatten());
    people.extend(tickets::watchers(connection, ticket.id)?);
    let given = people.iter().any(|person| desk.keys.is_reply_mark(&marked.mark, ticket.id, *person));
    Ok(given.then_some(ticket))
}

/// The case of the letters or mails that a mail refers to.
fn referred(
    connection: &mut DbConnection,
    desk: &Desk,
    refers_to: &[String],
    letter: Option<&Letter>,
) -> Result<Option<Ticket>> {
    if refers_to.is_empty() {
        return Ok(None);
    }
    // All letters of a case refer to one id, which is the case's own.
    let own = refers_to.iter().find_map(|id| {
        let (id, domain) = id.split_once('@')?;
        let ours = desk.domain.as_deref().is_some_and(|ours| ours.eq_ignore_ascii_case(domain));
        Uuid::parse_str(id).ok().filter(|_| ours).map(TicketId)
    });
    let found = match letter {
        Some(letter) => Some(letter.ticket),
        None => store::ticket_of(connection, desk.inbox.project, refers_to)?,
    };
    for candidate in found.into_iter().chain(own) {
        match tickets::load(connection, candidate) {
            Ok(ticket) => return Ok(Some(ticket)),
            // The id of a letter that is not kept any more.
            Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(None)
}

/// A case that was merged into another goes on there.
fn surviving(connection: &mut DbConnection, ticket: Ticket) -> Result<Ticket> {
    if ticket.status != Status::Closed {
        return Ok(ticket);
    }
    match tickets::survivor(connection, ticket.id)? {
        Some(survivor) => tickets::load(connection, survivor),
        None => Ok(ticket),
    }
}

fn answered(
    connection: &mut DbConnection,
    ticket: &Ticket,
    by_mark: bool,
    sender: Option<&Caller>,
) -> Result<Answered<TicketId>> {
    let (visible, concerned) = match sender {
        None => (false, false),
        Some(sender) => {
            let visible = !tickets::visible_among(connection, sender, &[ticket.id])?.is_empty();
            let named = [Some(ticket.requester), Some(ticket.registered_by), ticket.assignee];
            let concerned = named.contains(&Some(sender.id))
                || sender.is_any_in(ticket.project, STAFF)
                || tickets::watchers(connection, ticket.id)?.contains(&sender.id);
            (visible, concerned)
        }
    };
    let closed = ticket.status == Status::Closed;
    Ok(Answered { ticket: ticket.id, by_mark, visible, concerned, closed })
}

/// Which letter about a case a mail answers: one about another case is none of it.
pub(super) fn answering(
    connection: &mut DbConnection,
    letter: Option<&Letter>,
    ticket: &Ticket,
) -> Result<Answering> {
    let Some(letter) = letter else { return Ok(Answering::Unknown) };
    if letter.internal {
        return Ok(Answering::Internal);
    }
    let of_it =
        letter.ticket == ticket.id || tickets::survivor(connection, letter.ticket)? == Some(ticket.id);
    Ok(if letter.public && of_it { Answering::Public } else { Answering::Unknown })
}

/// Which letters about a case somebody gets.
pub(super) fn reader(person: &Caller, ticket: &Ticket) -> Reader {
    match tickets::eyes(person, ticket) {
        Eyes::Desk => Reader::Desk,
        Eyes::Provider(_) => Reader::Company,
        // Whose company was in charge of it may have letters of that time.
        Eyes::Public if person.is_any_in(ticket.project, &[Role::Provider]) => Reader::Company,
        Eyes::Public => Reader::Everybody,
    }
}
