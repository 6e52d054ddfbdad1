//! What becomes of the tickets of somebody who leaves: each is reassigned by an event like any other.

use super::{Entry, clocks, history, targets, timers};
use crate::error::{Error, Result};
use crate::http::Work;
use crate::ids::{ProjectId, UserId};
use crate::people;
use crate::tickets::model::Ticket;
use crate::tickets::rules::machine::{self, Standing, Step};
use crate::tickets::store;
use contract::auth::Role;
use contract::reference::Reference;
use contract::tickets::Action;

/// Who takes over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heir {
    /// A person, where they can be in charge.
    Person(Reference),
    /// A group, where it is of the ticket's level.
    Group(Reference),
    /// The group that each ticket is in.
    TheirGroups,
}

/// Hands over the open tickets of a person, of one project or of all; how many. What its heir cannot
/// take, being of another project or level, returns to its group. A ticket that waits for its
/// requester's word stays with whoever resolved it: see [`vacate_if_gone`].
pub fn hand_over(
    work: &mut Work<'_>,
    from: UserId,
    project: Option<ProjectId>,
    heir: &Heir,
) -> Result<usize> {
    let administrator =
        Standing::Person { roles: vec![Role::Admin], own: false, theirs: false, in_person: true };
    let mut handed = 0;
    for id in store::of_assignee(work.connection, from, project)? {
        let mut ticket = store::lock(work.connection, id)?;
        if machine::check(&ticket.situation(work.now), Action::Assign, &administrator).is_err() {
            continue;
        }
        timers::announce(work.connection, &mut ticket, work.now)?;
        let before = ticket.clone();
        give(work, &mut ticket, heir)?;
        let event = history::of_caller(work, &before, &ticket, Entry::of(Step::Plain(Action::Assign)))?;
        ticket.version += 1;
        ticket.updated_at = work.now;
        store::append(work.connection, event)?;
        clocks::refresh(work.connection, &before, &mut ticket, work.now)?;
        store::update(work.connection, &ticket)?;
        handed += 1;
    }
    Ok(handed)
}

/// Takes a ticket that is open again out of the charge of somebody who has left meanwhile.
pub(super) fn vacate_if_gone(work: &mut Work<'_>, ticket: &mut Ticket) -> Result<()> {
    let Some(assignee) = ticket.assignee else { return Ok(()) };
    let person = people::find_person(work.connection, ticket.project, &assignee.0.into())?;
    let works = person.is_some_and(|person| person.roles.iter().any(|role| *role != Role::Requester));
    if works { Ok(()) } else { return_to_group(work, ticket) }
}

fn give(work: &mut Work<'_>, ticket: &mut Ticket, heir: &Heir) -> Result<()> {
    let given = match heir {
        Heir::Person(person) => targets::reassign(work, ticket, None, Some(person.clone())),
        Heir::Group(group) => targets::reassign(work, ticket, Some(group.clone()), None),
        Heir::TheirGroups => return return_to_group(work, ticket),
    };
    match given {
        Err(Error::Invalid(_)) => return_to_group(work, ticket),
        other => other,
    }
}

fn return_to_group(work: &mut Work<'_>, ticket: &mut Ticket) -> Result<()> {
    ticket.assignee = None;
    if ticket.group.is_none() {
        let group = people::default_group(work.connection, ticket.project, ticket.level)?;
        // A company's ticket is for no other company's people.
        let theirs = group.filter(|group| ticket.level < 3 || group.provider == ticket.provider);
        ticket.group = theirs.map(|group| group.id);
    }
    Ok(())
}
