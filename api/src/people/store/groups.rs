//! Groups and provider companies: listed, made, and changed.

use super::lookup::named_providers;
use crate::db::DbConnection;
use crate::db::dialect::for_update;
use crate::db::schema::{group_members, groups, providers, users};
use crate::error::{Error, Result};
use crate::ids::{GroupId, ProjectId, ProviderId, UserId};
use crate::people::model::{GroupSettings, ProviderSettings};
use contract::people as wire;
use contract::people::GroupMember;
use contract::reference::Reference;
use diesel::dsl::count_star;
use diesel::prelude::*;
use std::collections::HashMap;

#[derive(Queryable, Selectable)]
#[diesel(table_name = groups)]
struct GroupRow {
    id: GroupId,
    project_id: ProjectId,
    key: String,
    name: String,
    level: i32,
    provider_id: Option<ProviderId>,
    active: bool,
    version: i64,
}

impl From<GroupRow> for GroupSettings {
    fn from(row: GroupRow) -> Self {
        let GroupRow { id, project_id, key, name, level, provider_id, active, version } = row;
        let level = u8::try_from(level).unwrap_or_default();
        Self { id, project: project_id, key, name, level, provider: provider_id, active, version }
    }
}

/// The groups of a project, by level and name.
pub(in crate::people) fn groups_of(
    connection: &mut DbConnection,
    project: ProjectId,
    inactive: bool,
) -> Result<Vec<wire::Group>> {
    let mut query = groups::table
        .filter(groups::project_id.eq(project))
        .order((groups::level, groups::name))
        .select(GroupRow::as_select())
        .into_boxed();
    if !inactive {
        query = query.filter(groups::active.eq(true));
    }
    let rows = query.load(connection)?;
    shown_groups(connection, rows.into_iter().map(GroupSettings::from).collect())
}

/// Groups as clients see them.
pub(in crate::people) fn shown_groups(
    connection: &mut DbConnection,
    groups: Vec<GroupSettings>,
) -> Result<Vec<wire::Group>> {
    let companies: Vec<ProviderId> = groups.iter().filter_map(|group| group.provider).collect();
    let companies = named_providers(connection, &companies)?;
    let ids: Vec<GroupId> = groups.iter().map(|group| group.id).collect();
    let counts: HashMap<GroupId, i64> = group_members::table
        .filter(group_members::group_id.eq_any(ids))
        .group_by(group_members::group_id)
        .select((group_members::group_id, count_star()))
        .load::<(GroupId, i64)>(connection)?
        .into_iter()
        .collect();
    let shown = |group: GroupSettings| {
        let GroupSettings { id, project: _, key, name, level, provider, active, version: _ } = group;
        wire::Group {
            id: id.0,
            key,
            name,
            level,
            provider: provider.and_then(|provider| companies.get(&provider).cloned()),
            active,
            member_count: counts.get(&id).copied().unwrap_or_default(),
        }
    };
    Ok(groups.into_iter().map(shown).collect())
}

/// A group by id, or by key in one of the projects.
pub(in crate::people) fn group(
    connection: &mut DbConnection,
    projects: &[ProjectId],
    reference: &Reference,
) -> Result<GroupSettings> {
    let query =
        groups::table.filter(groups::project_id.eq_any(projects)).select(GroupRow::as_select()).into_boxed();
    let query = match reference.id() {
        Some(id) => query.filter(groups::id.eq(GroupId(id))),
        None => query.filter(groups::key.eq(reference.as_str().to_owned())),
    };
    Ok(query.order(groups::id).first(connection)?.into())
}

/// The same, to be changed.
pub(in crate::people) fn locked_group(
    connection: &mut DbConnection,
    projects: &[ProjectId],
    reference: &Reference,
) -> Result<GroupSettings> {
    let found = group(connection, projects, reference)?;
    let _: GroupId = for_update!(groups::table.find(found.id).select(groups::id)).get_result(connection)?;
    group(connection, projects, &found.id.0.into())
}

/// Stores a changed group that this transaction has locked, as its next version.
pub(in crate::people) fn update_group(connection: &mut DbConnection, group: &GroupSettings) -> Result<()> {
    diesel::update(groups::table.find(group.id))
        .set((
            groups::name.eq(&group.name),
            groups::level.eq(i32::from(group.level)),
            groups::provider_id.eq(group.provider),
            groups::active.eq(group.active),
            groups::version.eq(group.version + 1),
        ))
        .execute(connection)?;
    Ok(())
}

/// Who is in a group, by name.
pub(in crate::people) fn members(connection: &mut DbConnection, group: GroupId) -> Result<Vec<GroupMember>> {
    let rows = group_members::table
        .inner_join(users::table.on(users::id.eq(group_members::user_id)))
        .filter(group_members::group_id.eq(group))
        .order((users::search_text, users::id))
        .select((users::id, users::username, users::display_name, users::active))
        .load::<(UserId, String, String, bool)>(connection)?;
    let member = |(id, username, display_name, active): (UserId, String, String, bool)| GroupMember {
        id: id.0,
        username,
        display_name,
        active,
    };
    Ok(rows.into_iter().map(member).collect())
}

/// Stores who is in a group, instead of who was.
pub(in crate::people) fn set_members(
    connection: &mut DbConnection,
    group: GroupId,
    members: &[UserId],
) -> Result<()> {
    diesel::delete(group_members::table.filter(group_members::group_id.eq(group))).execute(connection)?;
    members.iter().try_for_each(|member| super::accounts::add_member(connection, group, *member))
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = providers)]
struct ProviderRow {
    id: ProviderId,
    project_id: ProjectId,
    key: String,
    name: String,
    active: bool,
    version: i64,
}

impl From<ProviderRow> for ProviderSettings {
    fn from(row: ProviderRow) -> Self {
        let ProviderRow { id, project_id, key, name, active, version } = row;
        Self { id, project: project_id, key, name, active, version }
    }
}

impl From<ProviderSettings> for wire::Provider {
    fn from(provider: ProviderSettings) -> Self {
        let ProviderSettings { id, project: _, key, name, active, version } = provider;
        Self { id: id.0, key, name, active, version }
    }
}

/// The providers of a project, by name.
pub(in crate::people) fn providers_of(
    connection: &mut DbConnection,
    project: ProjectId,
    inactive: bool,
) -> Result<Vec<wire::Provider>> {
    let mut query = providers::table
        .filter(providers::project_id.eq(project))
        .order((providers::name, providers::id))
        .select(ProviderRow::as_select())
        .into_boxed();
    if !inactive {
        query = query.filter(providers::active.eq(true));
    }
    Ok(query.load(connection)?.into_iter().map(|row| ProviderSettings::from(row).into()).collect())
}

/// A provider by id, or by key in one of the projects.
pub(in crate::people) fn provider(
    connection: &mut DbConnection,
    projects: &[ProjectId],
    reference: &Reference,
) -> Result<ProviderSettings> {
    let query = providers::table
        .filter(providers::project_id.eq_any(projects))
        .select(ProviderRow::as_select())
        .into_boxed();
    let query = match reference.id() {
        Some(id) => query.filter(providers::id.eq(ProviderId(id))),
        None => query.filter(providers::key.eq(reference.as_str().to_owned())),
    };
    Ok(query.order(providers::id).first(connection)?.into())
}

/// The same, to be changed.
pub(in crate::people) fn locked_provider(
    connection: &mut DbConnection,
    projects: &[ProjectId],
    reference: &Reference,
) -> Result<ProviderSettings> {
    let found = provider(connection, projects, reference)?;
    let _: ProviderId =
        for_update!(providers::table.find(found.id).select(providers::id)).get_result(connection)?;
    provider(connection, projects, &found.id.0.into())
}

/// Stores a changed provider that this transaction has locked, as its next version.
pub(in crate::people) fn update_provider(
    connection: &mut DbConnection,
    provider: &ProviderSettings,
) -> Result<()> {
    diesel::update(providers::table.find(provider.id))
        .set((
            providers::name.eq(&provider.name),
            providers::active.eq(provider.active),
            providers::version.eq(provider.version + 1),
        ))
        .execute(connection)?;
    Ok(())
}

/// The project of a provider.
pub(in crate::people) fn project_of_provider(
    connection: &mut DbConnection,
    provider: ProviderId,
) -> Result<ProjectId> {
    let project =
        providers::table.find(provider).select(providers::project_id).first(connection).optional()?;
    project.ok_or_else(|| Error::internal("a provider of nobody"))
}

/// Makes a provider company.
pub fn create_provider(
    connection: &mut DbConnection,
    project: ProjectId,
    key: &str,
    name: &str,
) -> Result<ProviderId> {
    let id = ProviderId::fresh();
    diesel::insert_into(providers::table)
        .values((
            providers::id.eq(id),
            providers::project_id.eq(project),
            providers::key.eq(key),
            providers::name.eq(name),
        ))
        .execute(connection)?;
    Ok(id)
}

/// Makes a group.
pub fn create_group(
    connection: &mut DbConnection,
    project: ProjectId,
    key: &str,
    name: &str,
    level: u8,
    provider: Option<ProviderId>,
) -> Result<GroupId> {
    let id = GroupId::fresh();
    diesel::insert_into(groups::table)
        .values((
            groups::id.eq(id),
            groups::project_id.eq(project),
            groups::key.eq(key),
            groups::name.eq(name),
            groups::level.eq(i32::from(level)),
            groups::provider_id.eq(provider),
        ))
        .execute(connection)?;
    Ok(id)
}
