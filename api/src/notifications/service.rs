//! Telling people of an entry of a timeline.

use super::compose::{self, Desk};
use super::rules::audience::{self, Circle, Happened};
use super::store::{self, NewNotice};
use crate::auth;
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::ids::{EventId, UserId};
use crate::tickets::{self, Event, Ticket};
use crate::{people, sla};
use chrono::{DateTime, TimeDelta, Utc};
use contract::auth::Role;
use contract::reference::Reference;

/// What happened longer ago is told in the bell, but nobody gets a letter of it any more.
const NEWS: TimeDelta = TimeDelta::days(1);

/// Writes the notices and letters of an entry.
pub(super) fn tell(
    connection: &mut DbConnection,
    desk: &Desk,
    event: EventId,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some((ticket, event)) = tickets::entry(connection, event)? else { return Ok(()) };
    let circle = circle(connection, &ticket, &event)?;
    let happened = Happened {
        action: event.action,
        visibility: event.visibility,
        satisfied: event.details.get("satisfied").and_then(serde_json::Value::as_bool).unwrap_or_default(),
    };
    for (person, kind) in audience::audience(&happened, &circle) {
        if !may_know(connection, person, &ticket, &event)? {
            continue;
        }
        let ways = store::ways(connection, person, kind)?;
        let notice = NewNotice { user: person, ticket: ticket.id, event: event.id, kind, at: event.at };
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
    Ok(())
}

/// Whether a person is still there and may see the ticket, and the entry if it is for the desk only.
fn may_know(connection: &mut DbConnection, person: UserId, ticket: &Ticket, event: &Event) -> Result<bool> {
    let Some(caller) = auth::active_caller(connection, person)? else { return Ok(false) };
    match tickets::visible_id(connection, &caller, &Reference(ticket.id.to_string())) {
        Ok(_) => Ok(tickets::may_read(&caller, ticket, event)),
        Err(Error::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}

fn circle(connection: &mut DbConnection, ticket: &Ticket, event: &Event) -> Result<Circle<UserId>> {
    let mut watchers = tickets::watchers(connection, ticket.id)?;
    watchers.push(ticket.registered_by);
    watchers.retain(|person| *person != ticket.requester);
    let group = match ticket.group {
        Some(group) => people::members(connection, group)?,
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
