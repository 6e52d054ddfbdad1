//! Telling people of an entry of a timeline, and showing them what they were told. `templates.rs` is of
//! how letters are worded.

pub(super) mod templates;

use super::compose::{self, Desk};
use super::rules::audience::{self, Circle};
use super::store::{self, NewNotice};
use crate::auth::{self, Caller};
use crate::db::{DbConnection, page};
use crate::error::Result;
use crate::ids::{EventId, NoticeId, TicketId, UserId};
use crate::live::feed::Happened;
use crate::tickets::{self, Event, Ticket};
use crate::{people, sla};
use chrono::{DateTime, TimeDelta, Utc};
use contract::auth::Role;
use contract::notifications::{NoticeFilter, Notices};
use contract::page::Page;
use contract::tickets::Action;

/// What happened longer ago is told in the bell, but nobody gets a letter of it any more.
const NEWS: TimeDelta = TimeDelta::days(1);

/// Writes the notices and letters of an entry; what is to be passed on to those who follow the feed.
pub(super) fn tell(
    connection: &mut DbConnection,
    desk: &Desk,
    event: EventId,
    now: DateTime<Utc>,
) -> Result<Option<Happened>> {
    let Some((ticket, event)) = tickets::entry(connection, event)? else { return Ok(None) };
    if event.action == Action::Confidential && ticket.confidential {
        forget_strangers(connection, &ticket)?;
    }
    let circle = circle(connection, &ticket, &event)?;
    let happened = audience::Happened {
        action: event.action,
        visibility: event.visibility,
        satisfied: event.details.get("satisfied").and_then(serde_json::Value::as_bool).unwrap_or_default(),
    };
    for (person, kind) in audience::audience(happened, &circle) {
        if !may_know(connection, person, &ticket, &event)? {
            continue;
        }
        let ways = store::ways(connection, person, kind)?;
        let notice = NewNotice { user: person, ticket: ticket.id, event: event.id, kind, now };
        let Some(notice) = store::insert_notice(connection, &notice, ways.in_app)? else { continue };
        if ways.by_mail && now - event.at < NEWS && desk.sends_mail() {
            let not_before = if audience::is_work(&person, &circle) {
                sla::next_service_instant(connection, ticket.calendar, now)?
            } else {
                now
            };
            compose::write(connection, desk, &ticket, &event, (person, kind, notice), not_before, now)?;
        }
    }
    Ok(Some(Happened { event: event.id, ticket: ticket.id, project: ticket.project, at: event.at }))
}

/// Whether a person is still there and may see the ticket, and the entry if it is for the desk only.
fn may_know(connection: &mut DbConnection, person: UserId, ticket: &Ticket, event: &Event) -> Result<bool> {
    let known = who_sees(connection, person, ticket)?;
    Ok(known.is_some_and(|caller| tickets::may_read(&caller, ticket, event)))
}

/// A person, if they are still there and may see the ticket.
fn who_sees(connection: &mut DbConnection, person: UserId, ticket: &Ticket) -> Result<Option<Caller>> {
    let Some(caller) = auth::active_caller(connection, person)? else { return Ok(None) };
    let visible = tickets::visible_among(connection, &caller, &[ticket.id])?;
    Ok((!visible.is_empty()).then_some(caller))
}

/// Of a case that has become confidential nobody keeps a notice, or gets a letter that still waits, who
/// may not know of it any more.
fn forget_strangers(connection: &mut DbConnection, ticket: &Ticket) -> Result<()> {
    for person in store::told_of(connection, ticket.id)? {
        if who_sees(connection, person, ticket)?.is_none() {
            store::forget_of(connection, person, ticket.id)?;
        }
    }
    Ok(())
}

fn circle(connection: &mut DbConnection, ticket: &Ticket, event: &Event) -> Result<Circle<UserId>> {
    let mut watchers = tickets::watchers(connection, ticket.id)?;
    watchers.push(ticket.registered_by);
    watchers.retain(|person| *person != ticket.requester);
    let group = match ticket.group {
        Some(group) => people::members_of(connection, group)?,
        None => Vec::new(),
    };
    Ok(Circle {
        actor: event.actor,
        requester: Some(ticket.requester),
        assignee: ticket.assignee,
        group,
        watchers,
        stewards: people::with_role(connection, ticket.project, &[Role::Supervisor, Role::Admin])?,
    })
}

/// A page of a person's notices, but for those of cases that they may not see any more.
pub(super) fn notices(
    connection: &mut DbConnection,
    caller: &Caller,
    filter: &NoticeFilter,
    before: Option<NoticeId>,
) -> Result<Notices> {
    let limit = page::limit(filter.limit);
    let only_unread = filter.unread.unwrap_or_default();
    let rows = store::list(connection, caller.id, only_unread, before, limit)?;
    let Page { items, next_cursor, total: _ } = page::page(rows, limit, None, |(_, notice)| notice.id);
    let about: Vec<TicketId> = items.iter().map(|(ticket, _)| *ticket).collect();
    let visible = tickets::visible_among(connection, caller, &about)?;
    let seen = items.into_iter().filter(|(ticket, _)| visible.contains(ticket));
    Ok(Notices {
        items: seen.map(|(_, notice)| notice).collect(),
        next_cursor,
        unread: store::unread(connection, caller.id)?,
    })
}
