//! Telling people of an entry of a timeline, and showing them what they were told. `templates.rs` is of
//! how letters are worded.

pub(super) mod templates;

use super::compose::{self, Addressee, Desk, Gathered};
use super::rules::audience::{self, Circle};
use super::rules::leaving::{self, Leaving, Letter};
use super::rules::major;
use super::store::{self, NewNotice, Told};
use crate::audit;
use crate::auth::{self, Caller};
use crate::db::{DbConnection, page};
use crate::error::Result;
use crate::http::Origin;
use crate::ids::{EventId, NoticeId, ProjectId, ServiceId, TicketId, UserId};
use crate::live::feed::Happened;
use crate::tickets::{self, Event, Ticket};
use crate::{catalog, people, sla, stakeholders};
use chrono::{DateTime, TimeDelta, Utc};
use contract::auth::Role;
use contract::notifications::{Notice, NoticeFilter, NoticeKind, Notices};
use contract::page::Page;
use contract::stakeholders::Occasion;
use contract::tickets::{Action, Kind};

/// What happened longer ago is told in the bell, but nobody gets a letter of it any more.
const NEWS: TimeDelta = TimeDelta::days(1);

/// Under which the audit log has letters to whoever is on call.
const TOLD_ON_CALL: &str = "told_on_call";

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
    let next_service = sla::next_service_instant(connection, ticket.details.calendar, now)?;
    let circle = circle(connection, &ticket, &event, (next_service > now).then_some(now))?;
    let happened = audience::Happened {
        action: event.action,
        visibility: event.visibility,
        satisfied: event.details.get("satisfied").and_then(serde_json::Value::as_bool).unwrap_or_default(),
        survives: event.details.contains_key("merged"),
        urgent: leaving::is_urgent(ticket.priority),
    };
    for (person, kind) in audience::audience(happened, &circle) {
        let Some(may_open) = may_hear(connection, person, kind, &ticket, &event)? else { continue };
        let ways = store::ways(connection, person, kind)?;
        let notice = NewNotice { user: person, ticket: ticket.id, event: event.id, kind, now };
        let Some(notice) = store::insert_notice(connection, &notice, ways.in_app)? else { continue };
        if !ways.by_mail || now - event.at >= NEWS || !desk.sends_mail() {
            continue;
        }
        let (digest, hour) = store::digest(connection, person)?;
        let work = audience::is_work(&person, &circle);
        let on_call = circle.on_call.contains(&person);
        let not_before =
            match leaving::leaving(Letter { kind, work, on_call, priority: ticket.priority, digest }) {
                Leaving::AtOnce => now,
                Leaving::InServiceHours => next_service,
                Leaving::OnCall => {
                    record_on_call(connection, &ticket, person, now)?;
                    now
                }
                Leaving::Gathered => {
                    let end = leaving::period_end(digest, hour, now);
                    let due_at = if work {
                        sla::next_service_instant(connection, ticket.details.calendar, end)?
                    } else {
                        end
                    };
                    store::gather(connection, notice, person, due_at)?;
                    continue;
                }
            };
        let addressee = Addressee { person, kind, notice, may_open };
        compose::write(connection, desk, &ticket, &event, addressee, not_before, now)?;
    }
    Ok(Some(Happened { event: event.id, ticket: ticket.id, project: ticket.project, at: event.at }))
}

/// Puts on record that somebody got a letter of work outside service hours, since they are on call
/// (Ley 2191 de 2022): among their own acts, and for administrators to read.
fn record_on_call(
    connection: &mut DbConnection,
    ticket: &Ticket,
    person: UserId,
    now: DateTime<Utc>,
) -> Result<()> {
    let (object, origin) = (format!("/api/v1/tickets/{}", ticket.number), Origin::default());
    let word = audit::Entry::word(now, Some(person), TOLD_ON_CALL, &object, &origin);
    audit::record(connection, &audit::Entry { project: Some(ticket.project), ..word })
}

/// Writes the letter of somebody whose period has ended; whether there was anything left to say. What they
/// may not know of any more is left out, and what another replica is writing is left to it.
pub(super) fn write_digest(
    connection: &mut DbConnection,
    desk: &Desk,
    person: UserId,
    now: DateTime<Utc>,
) -> Result<bool> {
    let mut gathered = Vec::new();
    for (kind, event) in store::take_gathered(connection, person, now)? {
        let Some((ticket, event)) = tickets::entry(connection, event)? else { continue };
        if may_know(connection, person, &ticket, &event)? {
            gathered.push(Gathered { kind, ticket, note: event.note, at: event.at });
        }
    }
    if gathered.is_empty() {
        return Ok(false);
    }
    compose::write_digest(connection, desk, person, &gathered, now)?;
    Ok(true)
}

/// Whether a person is to hear of an entry, and if so, whether they may open the case. Of a major incident
/// those hear too who belong to its project and may not open it, unless it is confidential.
fn may_hear(
    connection: &mut DbConnection,
    person: UserId,
    kind: NoticeKind,
    ticket: &Ticket,
    event: &Event,
) -> Result<Option<bool>> {
    if kind != NoticeKind::Major {
        return Ok(may_know(connection, person, ticket, event)?.then_some(true));
    }
    if who_sees(connection, person, ticket)?.is_some() {
        return Ok(Some(true));
    }
    let Some(caller) = auth::active_caller(connection, person)? else { return Ok(None) };
    Ok(may_know_of(&caller, ticket.project, ticket.confidential).then_some(false))
}

/// Whether somebody who may not open a case may know of it as a major incident.
fn may_know_of(caller: &Caller, project: ProjectId, confidential: bool) -> bool {
    !confidential && caller.is_any_in(project, Role::ALL)
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

/// Everybody who has to do with a ticket; `outside` service hours, whoever is on call then as well.
fn circle(
    connection: &mut DbConnection,
    ticket: &Ticket,
    event: &Event,
    outside: Option<DateTime<Utc>>,
) -> Result<Circle<UserId>> {
    let mut watchers = tickets::watchers(connection, ticket.id)?;
    watchers.push(ticket.registered_by);
    watchers.retain(|person| *person != ticket.requester);
    let group = match ticket.group {
        Some(group) => people::members_of(connection, group)?,
        None => Vec::new(),
    };
    let on_call = match outside {
        Some(now) => on_call(connection, ticket, now)?,
        None => Vec::new(),
    };
    let stakeholders = match major::occasion(event.action, ticket.kind) {
        Some(occasion) => stakeholders(connection, ticket, occasion)?,
        None => Vec::new(),
    };
    Ok(Circle {
        actor: event.actor,
        requester: Some(ticket.requester),
        assignee: ticket.assignee,
        group,
        watchers,
        stewards: people::with_role(connection, ticket.project, &[Role::Supervisor, Role::Admin])?,
        on_call,
        stakeholders,
    })
}

/// Who has a stake in the service of an incident, and is to be told of something that happened to it. That
/// there is one they are told once, however often it is classified.
fn stakeholders(connection: &mut DbConnection, ticket: &Ticket, occasion: Occasion) -> Result<Vec<UserId>> {
    let (project, service, priority) = (ticket.project, ticket.service, ticket.priority);
    let mut people = stakeholders::concerned(connection, project, service, priority, occasion)?;
    if occasion == Occasion::Registered && !people.is_empty() {
        let told = store::told_as(connection, ticket.id, NoticeKind::Major)?;
        people.retain(|person| !told.contains(person));
    }
    Ok(people)
}

/// Who is on call for a case. What nobody has taken up yet is the first group's of its level.
fn on_call(connection: &mut DbConnection, ticket: &Ticket, now: DateTime<Utc>) -> Result<Vec<UserId>> {
    let group = match ticket.group {
        Some(group) => Some(group),
        None => people::default_group(connection, ticket.project, ticket.level)?.map(|group| group.id),
    };
    group.map_or_else(|| Ok(Vec::new()), |group| people::on_call(connection, group, now))
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
    let Page { items, next_cursor, total: _ } = page::page(rows, limit, None, |row| row.notice.id);
    let about: Vec<TicketId> = items.iter().map(|row| row.ticket).collect();
    let visible = tickets::visible_among(connection, caller, &about)?;
    let services: Vec<ServiceId> =
        items.iter().filter(|row| !visible.contains(&row.ticket)).filter_map(|row| row.service).collect();
    let services = catalog::named_services(connection, &services)?;
    let shown = |row: Told| -> Option<Notice> {
        let Told { ticket, project, service, priority, confidential, action, notice } = row;
        let is_major = notice.kind == NoticeKind::Major;
        // It was one as they were told of it, whatever it has been classified as since.
        let occasion = if is_major { major::occasion(action, Kind::Incident) } else { None };
        // What was said may be for fewer than the case is.
        let notice = Notice { occasion, note: notice.note.filter(|_| !is_major), ..notice };
        if visible.contains(&ticket) {
            return Some(notice);
        }
        if !is_major || !may_know_of(caller, project, confidential) {
            return None;
        }
        let service = service.and_then(|service| services.get(&service));
        let service = service.map(|service| service.name.as_str());
        let subject = compose::outline(caller.locale, service, priority);
        Some(Notice { subject, may_open: false, actor: None, ..notice })
    };
    let desk = if before.is_none() {
        let administered = caller.projects_as(&[Role::Admin]);
        store::desk_notices_of(connection, caller.id, &administered, only_unread)?
    } else {
        Vec::new()
    };
    Ok(Notices {
        items: items.into_iter().filter_map(shown).collect(),
        desk,
        next_cursor,
        unread: store::unread(connection, caller.id)?,
    })
}
