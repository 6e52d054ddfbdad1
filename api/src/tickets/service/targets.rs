//! Who takes a ticket over: a group, a person or a provider, of the right level.

use super::steps::known;
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::http::Work;
use crate::ids::{GroupId, ProjectId, ProviderId, UserId};
use crate::people::{self, Group, Person};
use crate::tickets::model::Ticket;
use contract::auth::Role;
use contract::reference::Reference;

/// Who is to be in charge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) group: Option<GroupId>,
    pub(super) assignee: Option<UserId>,
    pub(super) provider: Option<ProviderId>,
}

/// Whom an escalation to `level` goes to. With nobody named, the project's group of that level.
pub(super) fn of_level(
    connection: &mut DbConnection,
    project: ProjectId,
    level: u8,
    group: Option<Reference>,
    assignee: Option<Reference>,
    provider: Option<Reference>,
) -> Result<Target> {
    let mut target = Target::default();
    if let Some(reference) = provider {
        let provider = known("provider", people::find_provider(connection, project, &reference)?)?;
        if level != 3 {
            return Err(Error::field("provider", "wrong_level"));
        }
        target.provider = Some(provider.id);
    }
    if let Some(reference) = group {
        let group = known("group", people::find_group(connection, project, &reference)?.filter(in_use))?;
        if group.level != level {
            return Err(Error::field("group", "wrong_level"));
        }
        target.group = Some(group.id);
        target.provider = target.provider.or(group.provider);
    }
    if let Some(reference) = assignee {
        let person = known("assignee", people::find_person(connection, project, &reference)?)?;
        let fits = if level == 3 {
            works_for_a_provider(&person)
        } else {
            person.roles.iter().any(|role| matches!(role, Role::Specialist | Role::Admin))
        };
        if !fits || (target.provider.is_some() && person.provider != target.provider) {
            return Err(Error::field("assignee", "wrong_level"));
        }
        target.assignee = Some(person.id);
        target.provider = if level == 3 { person.provider } else { None };
        if target.group.is_none() {
            target.group =
                people::group_of_person(connection, project, person.id, level)?.map(|group| group.id);
        }
    }
    if target == Target::default() {
        let group = people::default_group(connection, project, level)?
            .ok_or_else(|| Error::field("group", "target_required"))?;
        target = Target { group: Some(group.id), assignee: None, provider: group.provider };
    }
    if level == 3 && target.provider.is_none() {
        return Err(Error::field("provider", "target_required"));
    }
    Ok(target)
}

/// Puts somebody else of the ticket's level in charge. A provider's people choose among their own.
pub(super) fn reassign(
    work: &mut Work<'_>,
    ticket: &mut Ticket,
    group: Option<Reference>,
    assignee: Option<Reference>,
) -> Result<()> {
    if group.is_none() && assignee.is_none() {
        return Err(Error::field("assignee", "target_required"));
    }
    let as_provider = !work.caller.is_any_in(ticket.project, &[Role::Agent, Role::Specialist, Role::Admin]);
    if let Some(reference) = group {
        let group = people::find_group(work.connection, ticket.project, &reference)?.filter(in_use);
        let group = known("group", group)?;
        if group.level != ticket.level || (as_provider && group.provider != ticket.provider) {
            return Err(Error::field("group", "wrong_level"));
        }
        (ticket.group, ticket.assignee) = (Some(group.id), None);
        ticket.provider = if group.level == 3 { group.provider.or(ticket.provider) } else { None };
    }
    if let Some(reference) = assignee {
        let person = known("assignee", people::find_person(work.connection, ticket.project, &reference)?)?;
        let of_the_desk =
            person.roles.iter().any(|role| matches!(role, Role::Agent | Role::Specialist | Role::Admin));
        let of_the_provider =
            works_for_a_provider(&person) && ticket.level == 3 && person.provider == ticket.provider;
        if !of_the_provider && (as_provider || !of_the_desk) {
            return Err(Error::field("assignee", "not_in_project"));
        }
        ticket.assignee = Some(person.id);
    }
    Ok(())
}

fn in_use(group: &Group) -> bool {
    group.active
}

fn works_for_a_provider(person: &Person) -> bool {
    person.provider.is_some() && person.roles.contains(&Role::Provider)
}
