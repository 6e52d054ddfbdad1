//! Activity 3: a case is registered, gets its number, and its attention clock starts.

use super::steps::known;
use super::{Entry, answer, history};
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::http::{Answer, Work};
use crate::ids::{GroupId, TicketId, UserId};
use crate::projects::{self, Project};
use crate::tickets::model::{ClockDue, Details, Ticket};
use crate::tickets::rules::machine::Step;
use crate::tickets::rules::priority::priority;
use crate::tickets::rules::timers::Announced;
use crate::tickets::store;
use crate::{catalog, people, sla};
use chrono::{DateTime, Utc};
use contract::auth::Role;
use contract::tickets::{
    Action, Channel, Impact, RegisterTicket, Relation, Status, Ticket as Shown, Urgency,
};

/// Registers a case by the API: for the caller, or by an agent for somebody else.
pub fn register(work: &mut Work<'_>, body: RegisterTicket) -> Result<Answer<Shown>> {
    register_from(work, body, Incoming::default())
}

/// What decides about a case that comes in by another way, besides what its body says.
#[derive(Clone, Debug, Default)]
pub struct Incoming {
    /// The group of level 1 that has it in charge from the start.
    pub group: Option<GroupId>,
    /// The case of which it goes on, closed or not yet.
    pub after: Option<TicketId>,
    /// What the mail that it was quotes of earlier ones, and its signature.
    pub quoted: Option<String>,
}

/// The same, of a case that comes in by another way.
pub fn register_from(
    work: &mut Work<'_>,
    mut body: RegisterTicket,
    incoming: Incoming,
) -> Result<Answer<Shown>> {
    let project = projects::for_caller(work.connection, &work.caller, body.project.as_ref())?;
    let desk = work.caller.is_any_in(project.id, &[Role::Agent, Role::Admin]);
    let requester = match &body.requester {
        None => work.caller.id,
        Some(reference) => {
            let person = known("requester", people::find_person(work.connection, project.id, reference)?)?;
            if person.id != work.caller.id && !desk {
                return Err(Error::field("requester", "on_behalf"));
            }
            if person.roles.is_empty() {
                return Err(Error::field("requester", "not_in_project"));
            }
            person.id
        }
    };
    if let Some(channel) = work.origin.channel {
        body.channel = Some(channel);
    } else if !desk
        && body.channel.is_some_and(|channel| channel != Channel::Portal && channel != Channel::Api)
    {
        return Err(Error::field("channel", "channel"));
    }
    let closed = match &body.follow_up_of {
        None => None,
        Some(reference) => {
            let earlier = store::find(work.connection, &work.caller, reference)
                .map_err(|_| Error::field("follow_up_of", "unknown_reference"))?;
            if earlier.status != Status::Closed {
                return Err(Error::field("follow_up_of", "not_closed"));
            }
            // What takes up a confidential case tells of it.
            body.confidential |= earlier.confidential;
            Some(earlier.id)
        }
    };
    if let Some(earlier) = incoming.after {
        body.confidential |= store::load(work.connection, earlier)?.confidential;
    }
    let registration = Registration { requester, registered_by: work.caller.id, at: work.now };
    let mut ticket = new(work.connection, &project, body, registration)?;
    ticket.group = incoming.group;
    store::insert(work.connection, &ticket)?;
    for earlier in closed.into_iter().chain(incoming.after) {
        store::insert_link(work.connection, ticket.id, Relation::FollowUpOf, earlier)?;
    }
    let mut entry = Entry::of(Step::Plain(Action::Register));
    entry.came_by(ticket.channel).quoting(incoming.quoted);
    let event = history::event(work, &ticket, &ticket, entry)?;
    store::append(work.connection, event)?;
    store::watch(work.connection, ticket.id, work.caller.id)?;
    if requester != work.caller.id {
        store::watch(work.connection, ticket.id, requester)?;
    }
    let location = format!("/api/v1/tickets/{}", ticket.number);
    Ok(answer(work, &ticket)?.at(location))
}

/// Who registers for whom, and when.
#[derive(Clone, Copy, Debug)]
pub struct Registration {
    /// Whose case it is.
    pub requester: UserId,
    /// Who registers it.
    pub registered_by: UserId,
    /// When.
    pub at: DateTime<Utc>,
}

/// Stores a case without a request behind it: for demo data and loads.
pub fn register_on(
    connection: &mut DbConnection,
    project: &Project,
    body: RegisterTicket,
    registration: Registration,
) -> Result<TicketId> {
    let ticket = new(connection, project, body, registration)?;
    store::insert(connection, &ticket)?;
    let mut entry = Entry::of(Step::Plain(Action::Register));
    entry.came_by(ticket.channel);
    let event = history::by_system(&ticket, entry, registration.at);
    store::append(
        connection,
        crate::tickets::model::Event { actor: Some(registration.registered_by), ..event },
    )?;
    store::watch(connection, ticket.id, registration.registered_by)?;
    Ok(ticket.id)
}

fn new(
    connection: &mut DbConnection,
    project: &Project,
    body: RegisterTicket,
    registration: Registration,
) -> Result<Ticket> {
    let RegisterTicket {
        project: _,
        kind,
        subject,
        description,
        service,
        information_system,
        component,
        asset,
        impact,
        urgency,
        channel,
        requester: _,
        fields,
        tags,
        follow_up_of: _,
        confidential,
    } = body;
    let Registration { requester, registered_by, at } = registration;
    let (impact, urgency) = (impact.unwrap_or(Impact::Medium), urgency.unwrap_or(Urgency::Medium));
    let priority = priority(&project.priority_matrix, impact, urgency);
    let service = service
        .map(|reference| known("service", catalog::find_service(connection, project.id, &reference)?))
        .transpose()?;
    let information_system = information_system
        .map(|reference| {
            known("information_system", catalog::find_information_system(connection, project.id, &reference)?)
        })
        .transpose()?;
    let component = component
        .map(|reference| known("component", catalog::find_component(connection, project.id, &reference)?))
        .transpose()?;
    let asset = asset
        .map(|reference| known("asset", catalog::find_asset(connection, project.id, &reference)?))
        .transpose()?;
    let terms = sla::terms_for(connection, project.id, kind, priority, at)?;
    let start = |target| {
        let clock = sla::derive(&terms.hours, target, &[sla::Mark::Started(at)], at);
        ClockDue {
            target_minutes: clock.target_minutes,
            warn_at: clock.warn_at,
            due_at: clock.due_at,
            announced: Announced::Nothing,
        }
    };
    let number = store::numbers::take(connection, project.id)?;
    let details = Details {
        description,
        information_system,
        component,
        asset,
        fields,
        tags,
        solution: None,
        agreement: terms.agreement,
        calendar: terms.calendar,
        reminder_at: None,
        satisfaction: None,
    };
    Ok(Ticket {
        id: TicketId::fresh(),
        project: project.id,
        number: format!("{}-{number}", project.key),
        kind,
        channel: channel.unwrap_or(Channel::Portal),
        subject: subject.trim().to_owned(),
        status: Status::Registered,
        pending: None,
        level: 1,
        impact,
        urgency,
        priority,
        requester,
        registered_by,
        assignee: None,
        group: None,
        provider: None,
        service,
        closure: None,
        registered_at: at,
        opened_at: None,
        resolved_at: None,
        closed_at: None,
        updated_at: at,
        version: 1,
        reopen_count: 0,
        resolution_count: 0,
        attention: start(terms.attention),
        resolution: terms.resolution.map(start),
        acceptance_due_at: None,
        surveyed_resolution: 0,
        confidential,
        details,
    })
}
