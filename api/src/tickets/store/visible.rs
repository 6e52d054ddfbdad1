//! Which tickets a caller may see (`domain.md` §1): the desk and the supervisor all of their
//! projects; specialists what has come to them; providers what is in their company's charge;
//! everybody their own.
//!
//! Of a confidential ticket only those concerned know that it exists: its requester, whoever
//! registered it, whoever is in charge, those named as its readers, and the administrators of its
//! project, who have to find somebody for it. All but the last are in `ticket_readers`.

use crate::auth::Caller;
use crate::db::dialect::Mostly;
use crate::db::prepared::{Fixed, IdAmong};
use crate::db::schema::{ticket_readers, ticket_watchers, tickets};
use crate::db::{DbConnection, MultiBackend};
use crate::error::Result;
use crate::ids::{ProjectId, TicketId};
use contract::auth::Role;
use diesel::prelude::*;
use diesel::sql_types::Bool;

/// A condition on `tickets`.
pub(super) type Condition = Box<dyn BoxableExpression<tickets::table, MultiBackend, SqlType = Bool>>;

/// The confidential tickets of the caller's projects among whose readers they are: a query by itself, and
/// a piece of others.
macro_rules! readable {
    ($caller:expr) => {
        ticket_readers::table
            .filter(ticket_readers::user_id.eq($caller.id))
            .filter(IdAmong::new(ticket_readers::project_id, &$caller.projects_as(Role::ALL)))
            .select(ticket_readers::ticket_id)
    };
}

/// Who sees everything of a project that is not confidential.
const SEEING_ALL: &[Role] = &[Role::Agent, Role::Supervisor, Role::Admin];

/// The condition that a ticket is for this caller's eyes.
pub(super) fn to(caller: &Caller) -> Condition {
    Box::new(by_role(caller, None).and(discreetly(caller)))
}

/// The same for a list. Whoever is named a reader of nothing, as most are, has just their own, which
/// the engines find by an index.
pub(super) fn listed_to(connection: &mut DbConnection, caller: &Caller) -> Result<Condition> {
    let named = named_in(connection, caller)?;
    Ok(Box::new(by_role(caller, Some(&named)).and(discreetly(caller))))
}

/// The same, but for confidential tickets of which the caller may not know: see [`hidden_from`].
/// `named` are the tickets of [`named_in`], if they have been asked for.
pub(super) fn by_role(caller: &Caller, named: Option<&[TicketId]>) -> Condition {
    let all = caller.projects_as(SEEING_ALL);
    let beyond = |roles: &[Role]| beyond(caller, &all, roles);
    let mut conditions: Vec<Condition> = Vec::new();
    match all.as_slice() {
        [] => {}
        // Equality lets the engines walk an index in order.
        [one] => conditions.push(in_project(*one)),
        many => conditions.push(Box::new(tickets::project_id.eq_any(many.to_vec()))),
    }
    let specialist = beyond(&[Role::Specialist]);
    if !specialist.is_empty() {
        let watched = ticket_watchers::table
            .filter(ticket_watchers::user_id.eq(caller.id))
            .select(ticket_watchers::ticket_id);
        let in_groups = tickets::group_id.eq_any(caller.groups.clone()).assume_not_null();
        let came_to_them = in_groups
            .or(tickets::id.eq_any(watched))
            .and(tickets::level.ge(2))
            .or(tickets::assignee_id.eq(Some(caller.id)).assume_not_null());
        conditions.push(Box::new(tickets::project_id.eq_any(specialist).and(came_to_them)));
    }
    let provider = beyond(&[Role::Provider]);
    if let (false, Some(company)) = (provider.is_empty(), caller.provider) {
        conditions.push(Box::new(
            tickets::project_id
                .eq_any(provider)
                .and(tickets::provider_id.eq(Some(company)).assume_not_null()),
        ));
    }
    if !beyond(Role::ALL).is_empty() {
        conditions.push(Box::new(tickets::requester_id.eq(caller.id)));
        // Whoever is named may read what their role alone would not show them.
        match named {
            None => conditions.push(is_reader(caller)),
            Some([]) => {}
            Some(some) => conditions.push(Box::new(IdAmong::new(tickets::id, some))),
        }
    }
    let nothing: Condition = Box::new(Fixed::new("1 = 0"));
    let theirs: Condition =
        conditions.into_iter().reduce(|one, other| Box::new(one.or(other))).unwrap_or(nothing);
    match &caller.fence {
        // Their own cases of other projects are none of the key's.
        Some(projects) => Box::new(theirs.and(tickets::project_id.eq_any(projects.clone()))),
        None => theirs,
    }
}

/// Whether the caller sees all that one project has, and nothing else: [`by_role`] is one equality then.
pub(super) fn is_all_of_one_project(caller: &Caller) -> bool {
    let all = caller.projects_as(SEEING_ALL);
    all.len() == 1 && caller.fence.is_none() && beyond(caller, &all, Role::ALL).is_empty()
}

/// The caller's projects in some roles without those of which they see everything.
fn beyond(caller: &Caller, all: &[ProjectId], roles: &[Role]) -> Vec<ProjectId> {
    let mut projects = caller.projects_as(roles);
    projects.retain(|project| !all.contains(project));
    projects
}

/// The tickets whose readers the caller is named among, if their roles alone might not show them.
pub(super) fn named_in(connection: &mut DbConnection, caller: &Caller) -> Result<Vec<TicketId>> {
    let all = caller.projects_as(SEEING_ALL);
    if beyond(caller, &all, Role::ALL).is_empty() {
        return Ok(Vec::new());
    }
    Ok(readable!(caller).load(connection)?)
}

/// The condition that a ticket is not confidential, or is so for others than this caller.
pub(super) fn discreetly(caller: &Caller) -> Condition {
    let administered = caller.projects_as(&[Role::Admin]);
    if caller.projects_as(Role::ALL) == administered {
        return Box::new(Fixed::new("1 = 1"));
    }
    let concerned = tickets::requester_id
        .eq(caller.id)
        .or(tickets::registered_by_id.eq(caller.id))
        .or(tickets::assignee_id.eq(Some(caller.id)).assume_not_null())
        .or(is_reader(caller));
    let known: Condition = match administered.as_slice() {
        [] => Box::new(concerned),
        _ => Box::new(concerned.or(tickets::project_id.eq_any(administered))),
    };
    Box::new(Fixed::new("NOT tickets.confidential").or(known))
}

/// The confidential tickets of the caller's projects of which they may not know. They are few; so a
/// count takes them away from what it counts by indexes alone.
pub fn hidden_from(connection: &mut DbConnection, caller: &Caller) -> Result<Vec<TicketId>> {
    let mut projects = caller.projects_as(Role::ALL);
    let administered = caller.projects_as(&[Role::Admin]);
    projects.retain(|project| !administered.contains(project));
    if projects.is_empty() {
        return Ok(Vec::new());
    }
    let hidden = tickets::table
        // The very word of the partial index, so that the engines can take it.
        .filter(Fixed::new("tickets.confidential"))
        .filter(IdAmong::new(tickets::project_id, &projects))
        .filter(tickets::requester_id.ne(caller.id).and(tickets::registered_by_id.ne(caller.id)))
        .filter(
            tickets::assignee_id.is_null().or(tickets::assignee_id.ne(Some(caller.id)).assume_not_null()),
        )
        .filter(diesel::dsl::not(is_reader(caller)))
        .select(tickets::id);
    Ok(hidden.load(connection)?)
}

/// The condition that a ticket is confidential and the caller is among those who may know of it.
fn is_reader(caller: &Caller) -> Condition {
    Box::new(tickets::id.eq_any(readable!(caller)))
}

/// The condition that a ticket is of a project: most are of one.
pub(super) fn in_project(project: ProjectId) -> Condition {
    Box::new(Mostly(tickets::project_id.eq(project)))
}
