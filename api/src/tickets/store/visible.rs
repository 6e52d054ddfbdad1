//! Which tickets a caller may see (`domain.md` §1): the desk and the supervisor all of their
//! projects; specialists what has come to them; providers what is in their company's charge;
//! everybody their own.

use crate::auth::Caller;
use crate::db::MultiBackend;
use crate::db::dialect::Mostly;
use crate::db::prepared::Fixed;
use crate::db::schema::{ticket_watchers, tickets};
use crate::ids::ProjectId;
use contract::auth::Role;
use diesel::prelude::*;
use diesel::sql_types::Bool;

/// A condition on `tickets`.
pub(super) type Condition = Box<dyn BoxableExpression<tickets::table, MultiBackend, SqlType = Bool>>;

/// The condition that a ticket is for this caller's eyes.
pub(super) fn to(caller: &Caller) -> Condition {
    let all = caller.projects_as(&[Role::Agent, Role::Supervisor, Role::Admin]);
    let beyond = |roles: &[Role]| {
        let mut projects = caller.projects_as(roles);
        projects.retain(|project| !all.contains(project));
        projects
    };
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

/// The condition that a ticket is of a project: most are of one.
pub(super) fn in_project(project: ProjectId) -> Condition {
    Box::new(Mostly(tickets::project_id.eq(project)))
}
