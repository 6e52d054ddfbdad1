//! Conversations of chats: the first message registers a case, those after it are added to its comments,
//! and once it is closed the next is a new case that goes on where it ended.

use super::delivery::{self, begin, incoming};
use super::markdown::{cut, escaped, link, one_line};
use super::model::{Delivery, Source};
use super::{proof, store};
use crate::error::Result;
use crate::http::{Answer, Work};
use crate::ids::{TicketId, UserId};
use crate::text::say;
use crate::tickets::{self, Ticket};
use crate::{auth, people};
use chrono::TimeDelta;
use contract::inbound::{ChatMessage, ChatReceipt};
use contract::reference::Reference;
use contract::tickets::{AddComment, Kind, RegisterTicket, Status, Visibility};
use serde::Deserialize;
use serde_json::Map;
use std::fmt::Write;
use std::sync::Arc;
use uuid::Uuid;

/// A message that took longer to come says when it was written.
const LATE: TimeDelta = TimeDelta::minutes(10);

/// What is read of the answer to a registration.
#[derive(Debug, Deserialize)]
struct Registered {
    id: Uuid,
    number: String,
}

/// Takes a message, once.
pub(super) fn take(
    work: &mut Work<'_>,
    delivery: &Delivery,
    message: &ChatMessage,
) -> Result<Answer<ChatReceipt>> {
    let source = begin(work, delivery)?;
    let conversation = proof::unreadable(&[&message.conversation]);
    let key = proof::unreadable(&[&message.conversation, &message.message_id]);
    if let Some(ticket) = store::message(work.connection, source.id, &key)? {
        let number = tickets::load(work.connection, ticket)?.number;
        return answer(work, delivery, number, false);
    }
    let known = store::conversation(work.connection, source.id, &conversation)?;
    let last = match known {
        Some(ticket) => {
            let ticket = delivery::survivor(work, ticket)?.unwrap_or(ticket);
            Some(tickets::lock(work.connection, ticket)?)
        }
        None => None,
    };
    let author = match &message.author.email {
        Some(address) => people::with_address(work.connection, Some(source.project), address)?,
        None => None,
    };
    let (ticket, number, registered) = match last {
        Some(ticket) if ticket.status != Status::Closed => {
            add(work, &source, &ticket, message, author)?;
            (ticket.id, ticket.number, false)
        }
        last => {
            let after = last.map(|ticket| ticket.id);
            let Registered { id, number } = register(work, &source, message, author, after)?;
            (TicketId(id), number, true)
        }
    };
    store::keep_message(work.connection, source.id, &key, ticket, work.now)?;
    if known.is_some() {
        store::move_conversation(work.connection, source.id, &conversation, ticket, work.now)?;
    } else {
        store::keep_conversation(work.connection, source.id, &conversation, ticket, work.now)?;
    }
    answer(work, delivery, number, registered)
}

/// Registers a case: for whoever wrote, if the project knows them, else for the source's account.
fn register(
    work: &mut Work<'_>,
    source: &Source,
    message: &ChatMessage,
    author: Option<UserId>,
    after: Option<TicketId>,
) -> Result<Registered> {
    let first = message.text.lines().map(one_line).find(|line| !line.is_empty());
    let first = first.unwrap_or_else(|| source.name.clone());
    let body = RegisterTicket {
        project: Some(source.project.0.into()),
        // Whoever opens it says what it is (activity 6); until then the shorter promise holds.
        kind: Kind::Incident,
        subject: cut(&first, 120),
        description: said(work, source, message, author.is_none()),
        service: source.service.map(|service| service.0.into()),
        information_system: None,
        component: None,
        asset: None,
        impact: None,
        urgency: None,
        channel: None,
        requester: author.map(|author| author.0.into()),
        fields: Map::new(),
        tags: Vec::new(),
        follow_up_of: None,
        confidential: false,
    };
    let incoming = incoming(work, source, after)?;
    tickets::register_from(work, body, incoming)?.read()
}

/// Adds a message to the comments of a case: as its requester's own, if that is who wrote.
fn add(
    work: &mut Work<'_>,
    source: &Source,
    ticket: &Ticket,
    message: &ChatMessage,
    author: Option<UserId>,
) -> Result<()> {
    let requester = match author.filter(|author| *author == ticket.requester) {
        Some(author) => auth::active_caller(work.connection, author)?,
        None => None,
    };
    let body = said(work, source, message, requester.is_none());
    let comment = AddComment { body, visibility: Some(Visibility::Public), shared_with_provider: false };
    let reference: Reference = ticket.id.0.into();
    let Some(requester) = requester else {
        return tickets::comment_on(work, &reference, comment).map(drop);
    };
    let account = std::mem::replace(&mut work.caller, Arc::new(requester));
    let outcome = tickets::comment_on(work, &reference, comment);
    // By whom it came is the audit log's to know.
    work.caller = account;
    outcome.map(drop)
}

/// What was written, in Markdown; with the name of whoever wrote it, if nothing else tells who it was.
fn said(work: &Work<'_>, source: &Source, message: &ChatMessage, named: bool) -> String {
    let locale = work.caller.locale;
    let mut text = String::new();
    if named {
        let address = message.author.email.as_deref().map(|address| format!(" ({})", escaped(address)));
        let author = format!("{}{}", escaped(&message.author.name), address.unwrap_or_default());
        let blanks = [("author", author), ("source", escaped(&source.name))];
        let _ = writeln!(text, "{}\n", say(locale, "chat-author", &blanks));
    }
    text.push_str(message.text.trim());
    for address in &message.attachments {
        let name = address.rsplit('/').find(|part| !part.is_empty()).unwrap_or(address);
        if let Some(link) = link(&escaped(&cut(name, 100)), address) {
            let _ = write!(text, "\n\n{} {link}", say(locale, "chat-attachment", &[]));
        }
    }
    if let Some(at) = message.at.filter(|at| *at < work.now - LATE) {
        let at = at.format("%Y-%m-%d %H:%M UTC").to_string();
        let _ = write!(text, "\n\n{}", say(locale, "chat-written", &[("at", at)]));
    }
    cut(&text, 19_500)
}

fn answer(
    work: &mut Work<'_>,
    delivery: &Delivery,
    number: String,
    registered: bool,
) -> Result<Answer<ChatReceipt>> {
    let place = format!("/api/v1/tickets/{number}");
    let receipt = ChatReceipt { link: delivery::link(delivery, &number), ticket: number, registered };
    if registered {
        return Answer::created(place, &receipt);
    }
    work.on(place);
    Answer::ok(&receipt)
}
