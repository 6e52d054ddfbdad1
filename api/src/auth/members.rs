//! The roles and groups that come to a person from outside, each with its source.

use super::grants::Grant;
use crate::db::DbConnection;
use crate::db::dialect::Both;
use crate::db::schema::{group_members, groups, memberships, projects};
use crate::db::types::Word;
use crate::error::Result;
use crate::ids::{GroupId, ProjectId, UserId};
use contract::auth::{AccountSource, Role};
use diesel::prelude::*;

/// Makes a person what the grants say, as far as that comes from this source.
pub(super) fn become_of(
    connection: &mut DbConnection,
    person: UserId,
    source: AccountSource,
    grants: &[Grant],
) -> Result<()> {
    let (mut roles, mut circles) = (Vec::new(), Vec::new());
    for grant in grants {
        let project: Option<ProjectId> = projects::table
            .filter(projects::key.eq(&grant.project))
            .select(projects::id)
            .first(connection)
            .optional()?;
        let Some(project) = project else {
            log::warn!("a group gives a role in the project {}, which is not there", grant.project);
            continue;
        };
        roles.push((project, grant.role));
        let Some(key) = &grant.group else { continue };
        let group: Option<GroupId> = groups::table
            .filter(groups::project_id.eq(project).and(groups::key.eq(key)))
            .select(groups::id)
            .first(connection)
            .optional()?;
        match group {
            Some(group) => circles.push(group),
            None => log::warn!("a group leads to the group {key} of {}, which is not there", grant.project),
        }
    }
    set_roles(connection, person, source, &roles)?;
    set_groups(connection, person, source, &circles)
}

fn set_roles(
    connection: &mut DbConnection,
    person: UserId,
    source: AccountSource,
    wanted: &[(ProjectId, Role)],
) -> Result<()> {
    let held = memberships::table
        .filter(memberships::user_id.eq(person).and(memberships::source.eq(Word(source))))
        .select((memberships::project_id, memberships::role))
        .load::<(ProjectId, Word<Role>)>(connection)?;
    for (project, role) in held {
        if !wanted.contains(&(project, role.0)) {
            diesel::delete(memberships::table.find((person, project, role))).execute(connection)?;
        }
    }
    for (project, role) in wanted {
        // One that was given here is there already, and stays one that was given here.
        let row = (
            memberships::user_id.eq(person),
            memberships::project_id.eq(*project),
            memberships::role.eq(Word(*role)),
            memberships::source.eq(Word(source)),
        );
        Both(diesel::insert_into(memberships::table).values(row).on_conflict_do_nothing())
            .execute(connection)?;
    }
    Ok(())
}

fn set_groups(
    connection: &mut DbConnection,
    person: UserId,
    source: AccountSource,
    wanted: &[GroupId],
) -> Result<()> {
    let held = group_members::table
        .filter(group_members::user_id.eq(person).and(group_members::source.eq(Word(source))))
        .select(group_members::group_id)
        .load::<GroupId>(connection)?;
    for group in held {
        if !wanted.contains(&group) {
            diesel::delete(group_members::table.find((group, person))).execute(connection)?;
        }
    }
    for group in wanted {
        let row = (
            group_members::group_id.eq(*group),
            group_members::user_id.eq(person),
            group_members::source.eq(Word(source)),
        );
        Both(diesel::insert_into(group_members::table).values(row).on_conflict_do_nothing())
            .execute(connection)?;
    }
    Ok(())
}

/// Whether a person has a role in any project.
pub(super) fn belongs_somewhere(connection: &mut DbConnection, person: UserId) -> Result<bool> {
    let some = memberships::table
        .filter(memberships::user_id.eq(person))
        .select(memberships::user_id)
        .first::<UserId>(connection)
        .optional()?;
    Ok(some.is_some())
}

/// A person's roles as `project:role`, in order.
pub(super) fn roles_of(connection: &mut DbConnection, person: UserId) -> Result<Vec<String>> {
    let rows = memberships::table
        .inner_join(projects::table.on(projects::id.eq(memberships::project_id)))
        .filter(memberships::user_id.eq(person))
        .order((projects::key, memberships::role))
        .select((projects::key, memberships::role))
        .load::<(String, Word<Role>)>(connection)?;
    Ok(rows.into_iter().map(|(project, role)| format!("{project}:{}", role.0)).collect())
}

/// The keys of the groups a person works in, in order.
pub(super) fn groups_of(connection: &mut DbConnection, person: UserId) -> Result<Vec<String>> {
    Ok(groups::table
        .inner_join(group_members::table.on(group_members::group_id.eq(groups::id)))
        .filter(group_members::user_id.eq(person))
        .order(groups::key)
        .select(groups::key)
        .load(connection)?)
}
