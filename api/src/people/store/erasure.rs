//! People who ask to be forgotten: what identifies them is taken out of their account.

use super::accounts::has_another_admin;
use crate::db::DbConnection;
use crate::db::dialect::{Both, for_update};
use crate::db::schema::{group_members, memberships, on_call, users};
use crate::db::search::fold;
use crate::db::types::{Instant, Word};
use crate::error::Result;
use crate::ids::{ProjectId, UserId};
use chrono::{DateTime, Utc};
use contract::auth::{Locale, Role};
use diesel::prelude::*;

/// The user name of the account that stands in place of people in old cases.
const NAMELESS: &str = "persona-anonimizada";

/// The projects that a person belongs to, each once; nothing when there is no such person.
pub fn projects_of(connection: &mut DbConnection, person: UserId) -> Result<Option<Vec<ProjectId>>> {
    let found = users::table.find(person).select(users::id).first::<UserId>(connection).optional()?;
    if found.is_none() {
        return Ok(None);
    }
    let mut projects = memberships::table
        .filter(memberships::user_id.eq(person))
        .order(memberships::project_id)
        .select(memberships::project_id)
        .load::<ProjectId>(connection)?;
    projects.dedup();
    Ok(Some(projects))
}

/// Holds a person: whoever changes them, or writes what refers to them, waits until this transaction ends.
pub fn hold_person(connection: &mut DbConnection, person: UserId) -> Result<()> {
    let _: UserId = for_update!(users::table.find(person).select(users::id)).get_result(connection)?;
    Ok(())
}

/// Whether a project would be without an administrator if it were not for this person.
pub fn is_last_admin(connection: &mut DbConnection, person: UserId) -> Result<bool> {
    let administered = memberships::table
        .filter(memberships::user_id.eq(person).and(memberships::role.eq(Word(Role::Admin))))
        .select(memberships::project_id)
        .load::<ProjectId>(connection)?;
    for project in administered {
        if !has_another_admin(connection, project, person)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Takes out of an account what says whose it is, and closes it. Returns the name people read before,
/// unless somebody else has the same.
pub fn anonymise(
    connection: &mut DbConnection,
    person: UserId,
    number: i32,
    display_name: &str,
    now: DateTime<Utc>,
) -> Result<Option<String>> {
    let (known, version): (String, i64) =
        for_update!(users::table.find(person).select((users::display_name, users::version)))
            .get_result(connection)?;
    let username = format!("{NAMELESS}-{number}");
    diesel::update(users::table.find(person))
        .set((
            users::username.eq(&username),
            users::display_name.eq(display_name),
            users::email.eq(None::<String>),
            users::phone.eq(None::<String>),
            (
                users::area.eq(None::<String>),
                users::office.eq(None::<String>),
                users::external_id.eq(None::<String>),
            ),
            users::password_hash.eq(None::<String>),
            users::active.eq(false),
            users::search_text.eq(fold(&format!("{display_name} {username}"))),
            users::version.eq(version + 1),
            users::updated_at.eq(Instant::from(now)),
        ))
        .execute(connection)?;
    diesel::delete(memberships::table.filter(memberships::user_id.eq(person))).execute(connection)?;
    diesel::delete(group_members::table.filter(group_members::user_id.eq(person))).execute(connection)?;
    diesel::delete(on_call::table.filter(on_call::user_id.eq(person))).execute(connection)?;
    let namesakes =
        users::table.filter(users::display_name.eq(&known)).count().get_result::<i64>(connection)?;
    Ok((namesakes == 0).then_some(known))
}

/// The account that stands in place of people in old cases: it belongs to nothing, and nobody can sign
/// in with it.
pub fn nameless(connection: &mut DbConnection, display_name: &str, now: DateTime<Utc>) -> Result<UserId> {
    let row = (
        users::id.eq(UserId::fresh()),
        users::username.eq(NAMELESS),
        users::display_name.eq(display_name),
        users::locale.eq(Word(Locale::Es)),
        users::active.eq(false),
        users::search_text.eq(fold(display_name)),
        users::version.eq(1_i64),
        users::created_at.eq(Instant::from(now)),
        users::updated_at.eq(Instant::from(now)),
    );
    Both(diesel::insert_into(users::table).values(row).on_conflict_do_nothing()).execute(connection)?;
    Ok(users::table.filter(users::username.eq(NAMELESS)).select(users::id).first(connection)?)
}
