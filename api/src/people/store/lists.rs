//! Lists of people.

use crate::db::DbConnection;
use crate::db::schema::{memberships, projects, users};
use crate::db::search::fold;
use crate::db::types::Word;
use crate::error::Result;
use crate::ids::{ProjectId, UserId};
use contract::auth::{Membership, Role, UserKind};
use contract::people as wire;
use contract::people::PeopleFilter;
use contract::reference::NamedRef;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use uuid::Uuid;

/// Where a person stands in the order of names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::people) struct PersonKey(String, Uuid);

#[derive(Queryable, Selectable)]
#[diesel(table_name = users)]
struct PersonRow {
    id: UserId,
    kind: Word<UserKind>,
    username: String,
    display_name: String,
    email: Option<String>,
    phone: Option<String>,
    area: Option<String>,
    office: Option<String>,
    active: bool,
    search_text: String,
}

impl PersonRow {
    fn shown(self, roles: Vec<Role>, memberships: Option<Vec<Membership>>) -> wire::Person {
        let Self { id, kind, username, display_name, email, phone, area, office, active, search_text: _ } =
            self;
        wire::Person {
            id: id.0,
            kind: kind.0,
            username,
            display_name,
            email,
            phone,
            area,
            office,
            roles,
            active,
            memberships,
        }
    }
}

/// Active people of a project whose name, user name or mail contains `q`, by name.
pub(in crate::people) fn of_project(
    connection: &mut DbConnection,
    project: ProjectId,
    q: Option<&str>,
    role: Option<Role>,
    limit: i64,
) -> Result<Vec<wire::Person>> {
    let members = memberships::table
        .filter(memberships::project_id.eq(project).and(memberships::role.eq_any(words(role))))
        .select(memberships::user_id);
    let mut query = users::table
        .filter(users::active.eq(true))
        .filter(users::id.eq_any(members))
        .order(users::search_text)
        .limit(limit)
        .select(PersonRow::as_select())
        .into_boxed();
    if let Some(pattern) = pattern(q) {
        query = query.filter(users::search_text.like(pattern).escape('\\'));
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
    let shown = |row: PersonRow| {
        let theirs = roles.remove(&row.id).unwrap_or_default();
        row.shown(theirs, None)
    };
    Ok(rows.into_iter().map(shown).collect())
}

type People<'a> = users::BoxedQuery<'a, crate::db::MultiBackend>;

/// People of the whole desk, or of one project, by name: one more than `limit`, after `after`, each
/// with where they stand in that order.
pub(in crate::people) fn list(
    connection: &mut DbConnection,
    filter: &PeopleFilter,
    project: Option<ProjectId>,
    after: Option<PersonKey>,
    limit: i64,
) -> Result<Vec<(PersonKey, wire::Person)>> {
    let mut query = narrowed(filter, project).order((users::search_text, users::id)).limit(limit + 1);
    if let Some(PersonKey(text, id)) = after {
        let behind = users::search_text.eq(text.clone()).and(users::id.gt(UserId(id)));
        query = query.filter(users::search_text.gt(text).or(behind));
    }
    let rows = query.select(PersonRow::as_select()).load(connection)?;
    let ids: Vec<UserId> = rows.iter().map(|row| row.id).collect();
    let mut memberships = memberships_of(connection, &ids)?;
    let shown = |row: PersonRow| {
        let theirs = memberships.remove(&row.id).unwrap_or_default();
        let roles = Role::ALL.iter().copied();
        let roles = roles.filter(|role| theirs.iter().any(|membership| membership.roles.contains(role)));
        let roles = roles.collect();
        (PersonKey(row.search_text.clone(), row.id.0), row.shown(roles, Some(theirs)))
    };
    Ok(rows.into_iter().map(shown).collect())
}

/// How many those are in all.
pub(in crate::people) fn count(
    connection: &mut DbConnection,
    filter: &PeopleFilter,
    project: Option<ProjectId>,
) -> Result<i64> {
    Ok(narrowed(filter, project).count().get_result(connection)?)
}

fn narrowed<'a>(filter: &PeopleFilter, project: Option<ProjectId>) -> People<'a> {
    let mut query = users::table.into_boxed();
    if let Some(kind) = filter.kind {
        query = query.filter(users::kind.eq(Word(kind)));
    }
    if let Some(active) = filter.active {
        query = query.filter(users::active.eq(active));
    }
    if let Some(pattern) = pattern(filter.q.as_deref()) {
        query = query.filter(users::search_text.like(pattern).escape('\\'));
    }
    let with_role = memberships::table.filter(memberships::role.eq_any(words(filter.role)));
    match project {
        Some(project) => {
            let members = with_role.filter(memberships::project_id.eq(project)).select(memberships::user_id);
            query = query.filter(users::id.eq_any(members));
        }
        None if filter.role.is_some() => {
            query = query.filter(users::id.eq_any(with_role.select(memberships::user_id)));
        }
        None => {}
    }
    query
}

/// What people are, project by project.
pub(in crate::people) fn memberships_of(
    connection: &mut DbConnection,
    people: &[UserId],
) -> Result<HashMap<UserId, Vec<Membership>>> {
    let rows = memberships::table
        .inner_join(projects::table.on(projects::id.eq(memberships::project_id)))
        .filter(memberships::user_id.eq_any(people))
        .order((projects::key, memberships::role))
        .select((memberships::user_id, projects::id, projects::key, projects::name, memberships::role))
        .load::<(UserId, ProjectId, String, String, Word<Role>)>(connection)?;
    let mut all: HashMap<UserId, Vec<Membership>> = HashMap::new();
    for (person, id, key, name, role) in rows {
        let theirs = all.entry(person).or_default();
        match theirs.last_mut().filter(|last| last.project.id == id.0) {
            Some(same) => same.roles.push(role.0),
            None => {
                theirs.push(Membership { project: NamedRef { id: id.0, key, name }, roles: vec![role.0] });
            }
        }
    }
    Ok(all)
}

/// The role that is wanted, or all.
fn words(role: Option<Role>) -> Vec<Word<Role>> {
    role.map_or_else(|| Role::ALL.to_vec(), |role| vec![role]).into_iter().map(Word).collect()
}

/// What a name must be like to contain `q`.
fn pattern(q: Option<&str>) -> Option<String> {
    let q = q.map(str::trim).filter(|q| !q.is_empty())?;
    Some(containing(q))
}

/// What LIKE finds a text by, whatever else stands around it, with `\` as the escape.
pub(super) fn containing(text: &str) -> String {
    let text = fold(text).replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    format!("%{text}%")
}
