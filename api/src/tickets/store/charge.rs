//! What is in somebody's charge.

use crate::db::DbConnection;
use crate::db::schema::tickets;
use crate::db::types::Word;
use crate::error::Result;
use crate::ids::{GroupId, ProjectId, ProviderId, TicketId, UserId};
use contract::tickets::Status;
use diesel::prelude::*;

/// How many tickets that are not closed are in a person's charge.
pub fn in_charge_of_person(connection: &mut DbConnection, person: UserId) -> Result<i64> {
    Ok(tickets::table
        .filter(tickets::assignee_id.eq(Some(person)).and(tickets::status.ne(Word(Status::Closed))))
        .count()
        .get_result(connection)?)
}

/// How many tickets that are not closed are in a group's charge.
pub fn in_charge_of_group(connection: &mut DbConnection, group: GroupId) -> Result<i64> {
    Ok(tickets::table
        .filter(tickets::group_id.eq(Some(group)).and(tickets::status.ne(Word(Status::Closed))))
        .count()
        .get_result(connection)?)
}

/// How many tickets that are not closed are in a company's charge.
pub fn in_charge_of_provider(connection: &mut DbConnection, provider: ProviderId) -> Result<i64> {
    Ok(tickets::table
        .filter(tickets::provider_id.eq(Some(provider)).and(tickets::status.ne(Word(Status::Closed))))
        .count()
        .get_result(connection)?)
}

/// The tickets in a person's charge that are not closed, of a project or of all, oldest first.
pub fn of_assignee(
    connection: &mut DbConnection,
    person: UserId,
    project: Option<ProjectId>,
) -> Result<Vec<TicketId>> {
    let query = tickets::table
        .filter(tickets::assignee_id.eq(Some(person)).and(tickets::status.ne(Word(Status::Closed))))
        .order(tickets::id)
        .select(tickets::id)
        .into_boxed();
    let query = match project {
        Some(project) => query.filter(tickets::project_id.eq(project)),
        None => query,
    };
    Ok(query.load(connection)?)
}
