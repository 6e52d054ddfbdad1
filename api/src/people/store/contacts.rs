//! Who is to be told, and how to reach them.

use crate::db::DbConnection;
use crate::db::dialect::PerEngine;
use crate::db::prepared::Fixed;
use crate::db::schema::{group_members, memberships, users};
use crate::db::search::fold;
use crate::db::types::Word;
use crate::error::Result;
use crate::ids::{GroupId, ProjectId, UserId};
use crate::people::model::Contact;
use contract::auth::{Locale, Role, UserKind};
use diesel::prelude::*;
use std::collections::BTreeSet;

/// Who works in a group, of those whose account is in use.
pub fn members_of(connection: &mut DbConnection, group: GroupId) -> Result<Vec<UserId>> {
    Ok(group_members::table
        .inner_join(users::table.on(users::id.eq(group_members::user_id)))
        .filter(group_members::group_id.eq(group).and(users::active.eq(true)))
        .order(users::id)
        .select(users::id)
        .load(connection)?)
}

/// Who has one of the roles in a project, each once.
pub fn with_role(connection: &mut DbConnection, project: ProjectId, roles: &[Role]) -> Result<Vec<UserId>> {
    let roles: Vec<Word<Role>> = roles.iter().copied().map(Word).collect();
    let mut people = memberships::table
        .filter(memberships::project_id.eq(project).and(memberships::role.eq_any(roles)))
        .order(memberships::user_id)
        .select(memberships::user_id)
        .load::<UserId>(connection)?;
    people.dedup();
    Ok(people)
}

/// Who is of an area and belongs to a project, of those whose account is in use. Areas are known by their
/// names, without regard to case and accents.
pub fn of_area(connection: &mut DbConnection, project: ProjectId, area: &str) -> Result<Vec<UserId>> {
    let wanted = fold(area.trim());
    let members = memberships::table.filter(memberships::project_id.eq(project)).select(memberships::user_id);
    let known = users::table
        .filter(users::active.eq(true).and(users::area.is_not_null()))
        .filter(users::id.eq_any(members))
        .order(users::id)
        .select((users::id, users::area))
        .load::<(UserId, Option<String>)>(connection)?;
    let is_of_it = |area: Option<&str>| area.is_some_and(|area| fold(area.trim()) == wanted);
    Ok(known.into_iter().filter(|(_, area)| is_of_it(area.as_deref())).map(|(id, _)| id).collect())
}

/// People of whom something is about to be written stay who they are until this transaction ends: nobody
/// is made anonymous between the reading of their name and the keeping of a letter that says it.
pub fn stay_who_they_are(connection: &mut DbConnection, people: &[UserId]) -> Result<()> {
    if matches!(connection, DbConnection::Sqlite(_)) {
        // Nobody else writes meanwhile.
        return Ok(());
    }
    // Each once and in one order, so that two who do this do not wait for each other.
    for person in people.iter().copied().collect::<BTreeSet<UserId>>() {
        let found = || users::table.find(person).select(users::id);
        let _: UserId =
            PerEngine { postgres: found().for_key_share(), sqlite: found() }.get_result(connection)?;
    }
    Ok(())
}

/// How to reach a person.
pub fn contact(connection: &mut DbConnection, person: UserId) -> Result<Contact> {
    let (display_name, email, locale) = users::table
        .find(person)
        .select((users::display_name, users::email, users::locale))
        .first::<(String, Option<String>, Word<Locale>)>(connection)?;
    Ok(Contact { display_name, email, locale: locale.0 })
}

/// Who has an address, in whatever case it is written, of all people or of those of a project; nobody when
/// several do. Programs are nobody. Letters beyond ASCII, which hardly an address has, are compared as the
/// engine does it.
pub fn with_address(
    connection: &mut DbConnection,
    project: Option<ProjectId>,
    address: &str,
) -> Result<Option<UserId>> {
    // As the index `users_by_email` has it, on both engines.
    let is_theirs = Fixed::about("lower(users.email) = lower(?)", address.trim().to_lowercase());
    let mut theirs = users::table
        .filter(is_theirs)
        .filter(users::active.eq(true).and(users::kind.eq(Word(UserKind::Person))))
        .select(users::id)
        .limit(2)
        .into_boxed();
    if let Some(project) = project {
        let members =
            memberships::table.filter(memberships::project_id.eq(project)).select(memberships::user_id);
        theirs = theirs.filter(users::id.eq_any(members));
    }
    match theirs.load::<UserId>(connection)?.as_slice() {
        [one] => Ok(Some(*one)),
        _ => Ok(None),
    }
}
