//! Every query on people, groups and providers.

use super::model::{Group, NewPerson, Person, Provider};
use crate::db::DbConnection;
use crate::db::dialect::Both;
use crate::db::prepared::IdAmong;
use crate::db::schema::{group_members, groups, memberships, providers, users};
use crate::db::search::fold;
use crate::db::types::{Instant, Word};
use crate::error::Result;
use crate::ids::{GroupId, ProjectId, ProviderId, UserId};
use chrono::{DateTime, Utc};
use contract::auth::{AccountSource, Role};
use contract::people as wire;
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

type GroupRow = (GroupId, i32, Option<ProviderId>);

fn group((id, level, provider): GroupRow) -> Group {
    Group { id, level: u8::try_from(level).unwrap_or_default(), provider }
}

/// A group of the project by key or id.
pub fn find_group(
    connection: &mut DbConnection,
    project: ProjectId,
    reference: &Reference,
) -> Result<Option<Group>> {
    let query = groups::table
        .filter(groups::project_id.eq(project))
        .select((groups::id, groups::level, groups::provider_id))
        .into_boxed();
    let query = match reference.id() {
        Some(id) => query.filter(groups::id.eq(GroupId(id))),
        None => query.filter(groups::key.eq(reference.as_str().to_owned())),
    };
    Ok(query.first::<GroupRow>(connection).optional()?.map(group))
}

/// The group that takes what nobody is named for: the project's first of that level by key.
pub fn default_group(connection: &mut DbConnection, project: ProjectId, level: u8) -> Result<Option<Group>> {
    let first = groups::table
        .filter(groups::project_id.eq(project).and(groups::level.eq(i32::from(level))))
        .order(groups::key)
        .select((groups::id, groups::level, groups::provider_id))
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
                .and(group_members::user_id.eq(person)),
        )
        .order(groups::key)
        .select((groups::id, groups::level, groups::provider_id))
        .first::<GroupRow>(connection)
        .optional()?;
    Ok(first.map(group))
}

/// A provider of the project by key or id.
pub fn find_provider(
    connection: &mut DbConnection,
    project: ProjectId,
    reference: &Reference,
) -> Result<Option<Provider>> {
    let query = providers::table.filter(providers::project_id.eq(project)).select(providers::id).into_boxed();
    let query = match reference.id() {
        Some(id) => query.filter(providers::id.eq(ProviderId(id))),
        None => query.filter(providers::key.eq(reference.as_str().to_owned())),
    };
    Ok(query.first(connection).optional()?.map(|id| Provider { id }))
}

/// How people are shown beside what they do.
pub fn names(connection: &mut DbConnection, ids: &[UserId]) -> Result<HashMap<UserId, PersonRef>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = users::table
        .filter(IdAmong::new(users::id, ids))
        .select((users::id, users::display_name))
        .load::<(UserId, String)>(connection)?;
    Ok(rows.into_iter().map(|(id, display_name)| (id, PersonRef { id: id.0, display_name })).collect())
}

/// How groups are shown beside other things.
pub fn named_groups(connection: &mut DbConnection, ids: &[GroupId]) -> Result<HashMap<GroupId, NamedRef>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = groups::table
        .filter(IdAmong::new(groups::id, ids))
        .select((groups::id, groups::key, groups::name))
        .load::<(GroupId, String, String)>(connection)?;
    Ok(rows.into_iter().map(|(id, key, name)| (id, NamedRef { id: id.0, key, name })).collect())
}

/// How providers are shown beside other things.
pub fn named_providers(
    connection: &mut DbConnection,
    ids: &[ProviderId],
) -> Result<HashMap<ProviderId, NamedRef>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = providers::table
        .filter(IdAmong::new(providers::id, ids))
        .select((providers::id, providers::key, providers::name))
        .load::<(ProviderId, String, String)>(connection)?;
    Ok(rows.into_iter().map(|(id, key, name)| (id, NamedRef { id: id.0, key, name })).collect())
}

/// The providers of a project, by name.
pub fn providers_of(connection: &mut DbConnection, project: ProjectId) -> Result<Vec<NamedRef>> {
    let rows = providers::table
        .filter(providers::project_id.eq(project))
        .order(providers::name)
        .select((providers::id, providers::key, providers::name))
        .load::<(ProviderId, String, String)>(connection)?;
    Ok(rows.into_iter().map(|(id, key, name)| NamedRef { id: id.0, key, name }).collect())
}

/// The groups of a project, by level and name.
pub(super) fn groups_of(connection: &mut DbConnection, project: ProjectId) -> Result<Vec<wire::Group>> {
    let rows = groups::table
        .filter(groups::project_id.eq(project))
        .order((groups::level, groups::name))
        .select((groups::id, groups::key, groups::name, groups::level, groups::provider_id))
        .load::<(GroupId, String, String, i32, Option<ProviderId>)>(connection)?;
    let companies: Vec<ProviderId> = rows.iter().filter_map(|row| row.4).collect();
    let companies = named_providers(connection, &companies)?;
    let wire =
        |(id, key, name, level, provider): (GroupId, String, String, i32, Option<ProviderId>)| wire::Group {
            id: id.0,
            key,
            name,
            level: u8::try_from(level).unwrap_or_default(),
            provider: provider.and_then(|provider| companies.get(&provider).cloned()),
        };
    Ok(rows.into_iter().map(wire).collect())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = users)]
struct PersonRow {
    id: UserId,
    username: String,
    display_name: String,
    email: Option<String>,
    phone: Option<String>,
    area: Option<String>,
    office: Option<String>,
}

/// Active people of a project whose name, user name or mail contains `q`, by name.
pub(super) fn people_of(
    connection: &mut DbConnection,
    project: ProjectId,
    q: Option<&str>,
    role: Option<Role>,
    limit: i64,
) -> Result<Vec<wire::Person>> {
    let wanted: Vec<Word<Role>> =
        role.map_or_else(|| Role::ALL.to_vec(), |role| vec![role]).into_iter().map(Word).collect();
    let members = memberships::table
        .filter(memberships::project_id.eq(project).and(memberships::role.eq_any(wanted)))
        .select(memberships::user_id);
    let mut query = users::table
        .filter(users::active.eq(true))
        .filter(users::id.eq_any(members))
        .order(users::search_text)
        .limit(limit)
        .select(PersonRow::as_select())
        .into_boxed();
    if let Some(q) = q.map(str::trim).filter(|q| !q.is_empty()) {
        query = query.filter(users::search_text.like(format!("%{}%", like(&fold(q)))).escape('\\'));
    }
    let rows = query.load(connection)?;
    let ids: Vec<UserId> = rows.iter().map(|row| row.id).collect();
    let mut roles: HashMap<UserId, Vec<Role>> = HashMap::new();
    let all = memberships::table
        .filter(memberships::project_id.eq(project).and(memberships::user_id.eq_any(&ids)))
        .order(memberships::role)
        .select((memberships::user_id, memberships::role))
        .load::<(UserId, Word<Role>)>(connection)?;
    for (user, role) in all {
        roles.entry(user).or_default().push(role.0);
    }
    let wire = |row: PersonRow| {
        let PersonRow { id, username, display_name, email, phone, area, office } = row;
        wire::Person {
            id: id.0,
            username,
            display_name,
            email,
            phone,
            area,
            office,
            roles: roles.remove(&id).unwrap_or_default(),
        }
    };
    Ok(rows.into_iter().map(wire).collect())
}

/// Text that LIKE takes literally, with `\` as the escape.
fn like(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

/// Makes an account. User names are folded, so that "José" and "jose" are one.
pub fn create_person(
    connection: &mut DbConnection,
    person: &NewPerson<'_>,
    now: DateTime<Utc>,
) -> Result<UserId> {
    let id = UserId::fresh();
    let search_text = fold(&[person.display_name, person.username, person.email.unwrap_or("")].join(" "));
    diesel::insert_into(users::table)
        .values((
            users::id.eq(id),
            users::username.eq(fold(person.username)),
            users::display_name.eq(person.display_name),
            users::email.eq(person.email),
            users::phone.eq(person.phone),
            users::area.eq(person.area),
            users::locale.eq(Word(person.locale)),
            users::password_hash.eq(person.password_hash),
            users::active.eq(true),
            users::provider_id.eq(person.provider),
            users::search_text.eq(search_text),
            users::version.eq(1),
            users::created_at.eq(Instant::from(now)),
            users::updated_at.eq(Instant::from(now)),
        ))
        .execute(connection)?;
    Ok(id)
}

/// Gives a person a role in a project. One that the directory had given becomes one that was given here.
pub fn grant(connection: &mut DbConnection, user: UserId, project: ProjectId, role: Role) -> Result<()> {
    let row = (
        memberships::user_id.eq(user),
        memberships::project_id.eq(project),
        memberships::role.eq(Word(role)),
        memberships::source.eq(Word(AccountSource::Local)),
    );
    Both(
        diesel::insert_into(memberships::table)
            .values(row)
            .on_conflict((memberships::user_id, memberships::project_id, memberships::role))
            .do_update()
            .set(memberships::source.eq(Word(AccountSource::Local))),
    )
    .execute(connection)?;
    Ok(())
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

/// Adds a person to a group.
pub fn add_member(connection: &mut DbConnection, group: GroupId, user: UserId) -> Result<()> {
    diesel::insert_into(group_members::table)
        .values((group_members::group_id.eq(group), group_members::user_id.eq(user)))
        .execute(connection)?;
    Ok(())
}
