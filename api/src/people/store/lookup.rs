//! Who and what a name stands for, and how they are shown beside other things.

use crate::db::DbConnection;
use crate::db::names::{self, Named};
use crate::db::schema::{group_members, groups, memberships, providers, users};
use crate::db::search::fold;
use crate::db::types::Word;
use crate::error::Result;
use crate::ids::{GroupId, ProjectId, ProviderId, UserId};
use crate::people::model::{Group, Person, Provider};
use contract::auth::Role;
use contract::reference::{NamedRef, PersonRef, Reference};
use diesel::prelude::*;
use std::collections::HashMap;

/// An active person by user name or id, with their roles in the project.
pub fn find_person(
    connection: &mut DbConnection,
    project: ProjectId,
    reference: &Reference,
) -> Result<Option<Person>> {
    let query =
        users::table.filter(users::active.eq(true)).select((users::id, users::provider_id)).into_boxed();
    let query = match reference.id() {
        Some(id) => query.filter(users::id.eq(UserId(id))),
        None => query.filter(users::username.eq(fold(reference.as_str()))),
    };
    let Some((id, provider)) = query.first::<(UserId, Option<ProviderId>)>(connection).optional()? else {
        return Ok(None);
    };
    let roles = memberships::table
        .filter(memberships::user_id.eq(id).and(memberships::project_id.eq(project)))
        .select(memberships::role)
        .load::<Word<Role>>(connection)?;
    Ok(Some(Person { id, provider, roles: roles.into_iter().map(|role| role.0).collect() }))
}

/// The id of anybody with an account, in use or not.
pub fn find_anybody(connection: &mut DbConnection, reference: &Reference) -> Result<Option<UserId>> {
    let query = users::table.select(users::id).into_boxed();
    let query = match reference.id() {
        Some(id) => query.filter(users::id.eq(UserId(id))),
        None => query.filter(users::username.eq(fold(reference.as_str()))),
    };
    Ok(query.first(connection).optional()?)
}

type GroupRow = (GroupId, i32, Option<ProviderId>, bool);

fn group((id, level, provider, active): GroupRow) -> Group {
    Group { id, level: u8::try_from(level).unwrap_or_default(), provider, active }
}

/// A group of the project by key or id, in use or not.
pub fn find_group(
    connection: &mut DbConnection,
    project: ProjectId,
    reference: &Reference,
) -> Result<Option<Group>> {
    let query = groups::table
        .filter(groups::project_id.eq(project))
        .select((groups::id, groups::level, groups::provider_id, groups::active))
        .into_boxed();
    let query = match reference.id() {
        Some(id) => query.filter(groups::id.eq(GroupId(id))),
        None => query.filter(groups::key.eq(reference.as_str().to_owned())),
    };
    Ok(query.first::<GroupRow>(connection).optional()?.map(group))
}

/// The group that takes what nobody is named for: the project's first of that level by key, of those
/// in use.
pub fn default_group(connection: &mut DbConnection, project: ProjectId, level: u8) -> Result<Option<Group>> {
    let first = groups::table
        .filter(groups::project_id.eq(project).and(groups::level.eq(i32::from(level))))
        .filter(groups::active.eq(true))
        .order(groups::key)
        .select((groups::id, groups::level, groups::provider_id, groups::active))
        .first::<GroupRow>(connection)
        .optional()?;
    Ok(first.map(group))
}

/// The first group of that level that a person works in.
pub fn group_of_person(
    connection: &mut DbConnection,
    project: ProjectId,
    person: UserId,
    level: u8,
) -> Result<Option<Group>> {
    let first = groups::table
        .inner_join(group_members::table.on(group_members::group_id.eq(groups::id)))
        .filter(
            groups::project_id
                .eq(project)
                .and(groups::level.eq(i32::from(level)))
                .and(group_members::user_id.eq(person))
                .and(groups::active.eq(true)),
        )
        .order(groups::key)
        .select((groups::id, groups::level, groups::provider_id, groups::active))
        .first::<GroupRow>(connection)
        .optional()?;
    Ok(first.map(group))
}

/// A provider of the project by key or id, if tickets may be put in its charge.
pub fn find_provider(
    connection: &mut DbConnection,
    project: ProjectId,
    reference: &Reference,
) -> Result<Option<Provider>> {
    let query = providers::table
        .filter(providers::project_id.eq(project).and(providers::active.eq(true)))
        .select(providers::id)
        .into_boxed();
    let query = match reference.id() {
        Some(id) => query.filter(providers::id.eq(ProviderId(id))),
        None => query.filter(providers::key.eq(reference.as_str().to_owned())),
    };
    Ok(query.first(connection).optional()?.map(|id| Provider { id }))
}

/// How people are shown beside what they do.
pub fn names(connection: &mut DbConnection, ids: &[UserId]) -> Result<HashMap<UserId, PersonRef>> {
    let names = names::of(connection, PEOPLE, ids)?;
    let person = |NamedRef { id, key: _, name }| PersonRef { id, display_name: name };
    Ok(names.into_iter().map(|(id, name)| (id, person(name))).collect())
}

/// How groups are shown beside other things.
pub fn named_groups(connection: &mut DbConnection, ids: &[GroupId]) -> Result<HashMap<GroupId, NamedRef>> {
    names::of(connection, GROUPS, ids)
}

/// How providers are shown beside other things.
pub fn named_providers(
    connection: &mut DbConnection,
    ids: &[ProviderId],
) -> Result<HashMap<ProviderId, NamedRef>> {
    names::of(connection, PROVIDERS, ids)
}

/// Where the names of people are. They are not shown with their user names.
pub const PEOPLE: Named = Named::by("users", "''", "display_name");

/// Where the names of groups are.
pub const GROUPS: Named = Named::with_key("groups");

/// Where the names of providers are.
pub const PROVIDERS: Named = Named::with_key("providers");
