//! Tickets as clients see them.

use super::model::{Attachment, ClockDue, Event, Eyes, Link, Listed, Ticket};
use super::rules::machine;
use super::rules::timers::Announced;
use super::store;
use crate::auth::Caller;
use crate::db::{DbConnection, names};
use crate::error::Result;
use crate::ids::{TicketId, UserId};
use crate::{catalog, people, projects};
use chrono::{DateTime, Utc};
use contract::auth::Role;
use contract::reference::{NamedRef, PersonRef};
use contract::sla::{Acceptance, Clock, ClockState, Sla};
use contract::tickets as wire;
use std::collections::HashMap;
use std::hash::Hash;
use uuid::Uuid;

/// What a caller is to a ticket's timeline: the desk reads the internal entries too.
#[must_use]
pub fn eyes(caller: &Caller, ticket: &Ticket) -> Eyes {
    let provider = caller.is_any_in(ticket.project, &[Role::Provider]);
    match caller.provider {
        _ if caller
            .is_any_in(ticket.project, &[Role::Agent, Role::Specialist, Role::Supervisor, Role::Admin]) =>
        {
            Eyes::Desk
        }
        Some(company) if provider && ticket.provider == Some(company) => Eyes::Provider(company),
        _ => Eyes::Public,
    }
}

/// One ticket in full.
pub(super) fn ticket(
    connection: &mut DbConnection,
    caller: &Caller,
    ticket: &Ticket,
    now: DateTime<Utc>,
) -> Result<wire::Ticket> {
    let watching = store::is_watching(connection, ticket.id, caller.id)?;
    let handed_on = store::handed_on(connection, caller, &[ticket.id])?;
    let links = store::links(connection, caller, ticket.id)?;
    let readers = store::readers(connection, ticket)?;
    let information_system =
        one(ticket.details.information_system, |ids| catalog::named_information_systems(connection, ids))?;
    let component = one(ticket.details.component, |ids| catalog::named_components(connection, ids))?;
    let asset = one(ticket.details.asset, |ids| catalog::named_assets(connection, ids))?;
    let others = [readers.as_slice(), &[ticket.registered_by]].concat();
    let names = Names::of(connection, std::slice::from_ref(ticket), &others)?;
    Ok(wire::Ticket {
        summary: summary(ticket, &names, caller, handed_on.contains(&ticket.id), now),
        description: ticket.details.description.clone(),
        registered_by: names.person(ticket.registered_by),
        information_system,
        component,
        asset,
        fields: ticket.details.fields.clone(),
        solution: ticket.details.solution.clone(),
        satisfaction: ticket
            .details
            .satisfaction
            .map(|word| wire::Satisfaction { satisfied: word.satisfied, score: word.score }),
        links: links
            .into_iter()
            .map(|Link { relation, ticket, number }| wire::Link { relation, id: ticket.0, number })
            .collect(),
        tags: ticket.details.tags.clone(),
        watching,
        readers: by_name(readers.iter().map(|reader| names.person(*reader))),
    })
}

/// Tickets as lists show them.
pub(super) fn summaries(
    connection: &mut DbConnection,
    caller: &Caller,
    tickets: &[Listed],
    now: DateTime<Utc>,
) -> Result<Vec<wire::TicketSummary>> {
    let names = Names::of(connection, tickets, &[])?;
    let ids: Vec<TicketId> = tickets.iter().map(|ticket| ticket.id).collect();
    let handed_on = store::handed_on(connection, caller, &ids)?;
    let shown = |ticket: &Listed| summary(ticket, &names, caller, handed_on.contains(&ticket.id), now);
    Ok(tickets.iter().map(shown).collect())
}

/// Entries of the timeline. What a mail quoted is for the desk, which may have said it to itself, and for
/// whoever sent the mail.
pub(super) fn events(
    connection: &mut DbConnection,
    (reader, eyes): (UserId, Eyes),
    events: Vec<(Event, String)>,
) -> Result<Vec<wire::Event>> {
    let actors: Vec<UserId> =
        distinct(events.iter().flat_map(|(event, _)| event.actor.into_iter().chain(event.impersonator)));
    let names = people::names(connection, &actors)?;
    let wire = |(event, number): (Event, String)| {
        let Event {
            id,
            ticket: _,
            at,
            actor,
            action,
            activity,
            channel,
            address: _,
            visibility,
            note,
            changes,
            details,
            shared_with,
            impersonator,
            quoted,
        } = event;
        let theirs = eyes.internal() || actor == Some(reader);
        let actor = actor.map(|actor| person(&names, actor));
        let impersonator = impersonator.map(|admin| person(&names, admin));
        wire::Event {
            id: id.0,
            ticket: number,
            at,
            actor,
            impersonator,
            action,
            activity,
            channel,
            visibility,
            shared_with_provider: shared_with.is_some(),
            note,
            quoted: quoted.filter(|_| theirs),
            changes,
            details,
        }
    };
    Ok(events.into_iter().map(wire).collect())
}

/// Attached files.
pub(super) fn attachments(
    connection: &mut DbConnection,
    ticket: &Ticket,
    attachments: Vec<Attachment>,
) -> Result<Vec<wire::Attachment>> {
    let uploaders: Vec<UserId> = distinct(attachments.iter().map(|attachment| attachment.uploaded_by));
    let names = people::names(connection, &uploaders)?;
    let wire = |attachment: Attachment| {
        let Attachment {
            id,
            ticket: _,
            file_name,
            media_type,
            size_bytes,
            sha256,
            visibility,
            uploaded_by,
            uploaded_at,
        } = attachment;
        let href = format!("/api/v1/tickets/{}/attachments/{id}", ticket.number);
        wire::Attachment {
            id: id.0,
            file_name,
            media_type,
            size_bytes,
            sha256,
            visibility,
            uploaded_by: person(&names, uploaded_by),
            uploaded_at,
            href,
        }
    };
    Ok(attachments.into_iter().map(wire).collect())
}

/// The names that are shown beside some tickets, loaded together for a whole page.
struct Names {
    people: HashMap<Uuid, NamedRef>,
    projects: HashMap<Uuid, NamedRef>,
    groups: HashMap<Uuid, NamedRef>,
    providers: HashMap<Uuid, NamedRef>,
    services: HashMap<Uuid, NamedRef>,
}

impl Names {
    /// With those of `others`, who are shown beside them too.
    fn of<D>(connection: &mut DbConnection, tickets: &[Ticket<D>], others: &[UserId]) -> Result<Self> {
        let shown = tickets.iter().flat_map(|ticket| [Some(ticket.requester), ticket.assignee]).flatten();
        let people = distinct(shown.chain(others.iter().copied()).map(|person| person.0));
        let projects = distinct(tickets.iter().map(|ticket| ticket.project.0));
        let groups = distinct(tickets.iter().filter_map(|ticket| ticket.group).map(|group| group.0));
        let providers =
            distinct(tickets.iter().filter_map(|ticket| ticket.provider).map(|provider| provider.0));
        let services = distinct(tickets.iter().filter_map(|ticket| ticket.service).map(|service| service.0));
        let wanted = [
            (people::PEOPLE, people),
            (projects::PROJECTS, projects),
            (people::GROUPS, groups),
            (people::PROVIDERS, providers),
            (catalog::SERVICES, services),
        ];
        let [people, projects, groups, providers, services] = names::of_all(connection, wanted)?;
        Ok(Self { people, projects, groups, providers, services })
    }

    fn person(&self, id: UserId) -> PersonRef {
        let display_name = self.people.get(&id.0).map(|person| person.name.clone()).unwrap_or_default();
        PersonRef { id: id.0, display_name }
    }
}

fn summary<D>(
    ticket: &Ticket<D>,
    names: &Names,
    caller: &Caller,
    handed_on: bool,
    now: DateTime<Utc>,
) -> wire::TicketSummary {
    let allowed_actions = machine::allowed(&ticket.situation(now), &ticket.standing(caller, handed_on));
    wire::TicketSummary {
        id: ticket.id.0,
        number: ticket.number.clone(),
        project: named(&names.projects, ticket.project.0),
        kind: ticket.kind,
        channel: ticket.channel,
        subject: ticket.subject.clone(),
        confidential: ticket.confidential,
        status: ticket.status,
        pending: ticket.pending.map(|pending| wire::Pending {
            since: pending.since,
            reason: pending.reason,
            until: pending.until,
        }),
        level: ticket.level,
        impact: ticket.impact,
        urgency: ticket.urgency,
        priority: ticket.priority,
        requester: names.person(ticket.requester),
        assignee: ticket.assignee.map(|assignee| names.person(assignee)),
        group: ticket.group.map(|group| named(&names.groups, group.0)),
        provider: ticket.provider.map(|provider| named(&names.providers, provider.0)),
        service: ticket.service.map(|service| named(&names.services, service.0)),
        registered_at: ticket.registered_at,
        opened_at: ticket.opened_at,
        resolved_at: ticket.resolved_at,
        closed_at: ticket.closed_at,
        closure: ticket.closure.clone().map(|closure| wire::Closure {
            reason: closure.reason,
            note: closure.note,
            redirected_to: closure.redirected_to,
        }),
        reopen_count: ticket.reopen_count,
        sla: sla(ticket, now),
        allowed_actions,
        version: ticket.version,
        updated_at: ticket.updated_at,
    }
}

/// The clocks as they stand at `now`, from their stored due instants.
pub(super) fn sla<D>(ticket: &Ticket<D>, now: DateTime<Utc>) -> Sla {
    let attention_stopped = ticket.opened_at.or(ticket.closed_at);
    let resolution_stopped = ticket.resolved_at.or(ticket.closed_at);
    Sla {
        attention: clock(&ticket.attention, attention_stopped, false, now),
        resolution: ticket
            .resolution
            .map(|resolution| clock(&resolution, resolution_stopped, ticket.pending.is_some(), now)),
        acceptance: ticket.acceptance_due_at.map(|due_at| Acceptance { due_at }),
    }
}

fn clock(clock: &ClockDue, stopped_at: Option<DateTime<Utc>>, waiting: bool, now: DateTime<Utc>) -> Clock {
    let ClockDue { target_minutes, warn_at, due_at, announced } = *clock;
    let at = stopped_at.unwrap_or(now);
    let passed = |instant: Option<DateTime<Utc>>| instant.is_some_and(|instant| instant < at);
    let state = if announced == Announced::Breach || passed(due_at) {
        ClockState::Breached
    } else if stopped_at.is_some() {
        ClockState::Met
    } else if waiting && due_at.is_none() {
        ClockState::Paused
    } else if passed(warn_at) {
        ClockState::Warning
    } else {
        ClockState::Running
    };
    Clock { target_minutes, warn_at, due_at, stopped_at, state }
}

fn one<Id: Copy + Eq + Hash>(
    id: Option<Id>,
    names: impl FnOnce(&[Id]) -> Result<HashMap<Id, NamedRef>>,
) -> Result<Option<NamedRef>> {
    match id {
        Some(id) => Ok(names(&[id])?.remove(&id)),
        None => Ok(None),
    }
}

/// Foreign keys see to it that the name is there.
fn named(names: &HashMap<Uuid, NamedRef>, id: Uuid) -> NamedRef {
    names.get(&id).cloned().unwrap_or(NamedRef { id, key: String::new(), name: String::new() })
}

/// People in the order of their names.
pub(super) fn by_name(people: impl Iterator<Item = PersonRef>) -> Vec<PersonRef> {
    let mut people: Vec<PersonRef> = people.collect();
    people.sort_by(|one, other| (&one.display_name, one.id).cmp(&(&other.display_name, other.id)));
    people
}

fn person(names: &HashMap<UserId, PersonRef>, id: UserId) -> PersonRef {
    names.get(&id).cloned().unwrap_or(PersonRef { id: id.0, display_name: String::new() })
}

fn distinct<Id: Ord>(ids: impl Iterator<Item = Id>) -> Vec<Id> {
    let mut ids: Vec<Id> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}
