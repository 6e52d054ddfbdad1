//! Accounts: made, read to be changed, and changed.

use crate::auth::Owner;
use crate::db::DbConnection;
use crate::db::dialect::{Both, for_update};
use crate::db::schema::{group_members, groups, memberships, users};
use crate::db::search::fold;
use crate::db::types::{Instant, Word};
use crate::error::Result;
use crate::ids::{GroupId, ProjectId, ProviderId, UserId};
use crate::people::model::{Account, NewPerson};
use chrono::{DateTime, Utc};
use contract::auth::{AccountSource, Locale, Role, UserKind};
use contract::reference::{NamedRef, Reference};
use diesel::prelude::*;

#[derive(Queryable, Selectable)]
#[diesel(table_name = users)]
struct Row {
    id: UserId,
    kind: Word<UserKind>,
    username: String,
    display_name: String,
    email: Option<String>,
    phone: Option<String>,
    area: Option<String>,
    locale: Word<Locale>,
    provider_id: Option<ProviderId>,
    active: bool,
    password_hash: Option<String>,
    created_at: Instant,
    version: i64,
}

/// Makes an account. User names are folded, so that "José" and "jose" are one.
pub fn create_person(
    connection: &mut DbConnection,
    person: &NewPerson<'_>,
    now: DateTime<Utc>,
) -> Result<UserId> {
    let id = UserId::fresh();
    let search_text = searchable(person.display_name, person.username, person.email);
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

/// An account by user name or id.
pub(in crate::people) fn account(connection: &mut DbConnection, reference: &Reference) -> Result<Account> {
    let query = users::table.select(Row::as_select()).into_boxed();
    let query = match reference.id() {
        Some(id) => query.filter(users::id.eq(UserId(id))),
        None => query.filter(users::username.eq(fold(reference.as_str()))),
    };
    let Row {
        id,
        kind,
        username,
        display_name,
        email,
        phone,
        area,
        locale,
        provider_id,
        active,
        password_hash,
        created_at,
        version,
    } = query.first(connection)?;
    let memberships = memberships::table
        .filter(memberships::user_id.eq(id))
        .select((memberships::project_id, memberships::role))
        .load::<(ProjectId, Word<Role>)>(connection)?;
    Ok(Account {
        id,
        kind: kind.0,
        username,
        display_name,
        email,
        phone,
        area,
        locale: locale.0,
        provider: provider_id,
        active,
        has_password: password_hash.is_some(),
        created_at: created_at.utc(),
        version,
        memberships: memberships.into_iter().map(|(project, role)| (project, role.0)).collect(),
    })
}

/// The same, to be changed: nobody else changes it until this transaction ends.
pub(in crate::people) fn locked_account(
    connection: &mut DbConnection,
    reference: &Reference,
) -> Result<Account> {
    let Account { id, .. } = account(connection, reference)?;
    let _: UserId = for_update!(users::table.find(id).select(users::id)).get_result(connection)?;
    account(connection, &id.0.into())
}

/// Stores what was changed of a locked account, except its roles, and makes it the next version.
pub(in crate::people) fn update_account(
    connection: &mut DbConnection,
    account: &Account,
    now: DateTime<Utc>,
) -> Result<()> {
    let Account { id, username, display_name, email, phone, area, locale, provider, active, version, .. } =
        account;
    diesel::update(users::table.find(*id))
        .set((
            users::display_name.eq(display_name),
            users::email.eq(email),
            users::phone.eq(phone),
            users::area.eq(area),
            users::locale.eq(Word(*locale)),
            users::provider_id.eq(*provider),
            users::active.eq(*active),
            users::search_text.eq(searchable(display_name, username, email.as_deref())),
            users::version.eq(version + 1),
            users::updated_at.eq(Instant::from(now)),
        ))
        .execute(connection)?;
    Ok(())
}

/// Whose password it is to be.
pub(in crate::people) fn owner(connection: &mut DbConnection, reference: &Reference) -> Result<Owner> {
    let Account { username, display_name, email, .. } = account(connection, reference)?;
    Ok(Owner { username, display_name, email })
}

/// Stores what somebody is in a project, instead of what they were.
pub(in crate::people) fn set_roles(
    connection: &mut DbConnection,
    person: UserId,
    project: ProjectId,
    roles: &[Role],
) -> Result<()> {
    let theirs =
        memberships::table.filter(memberships::user_id.eq(person).and(memberships::project_id.eq(project)));
    diesel::delete(theirs).execute(connection)?;
    roles.iter().try_for_each(|role| grant(connection, person, project, *role))
}

/// Whether somebody else who may sign in administers the project; no program does.
pub(in crate::people) fn has_another_admin(
    connection: &mut DbConnection,
    project: ProjectId,
    person: UserId,
) -> Result<bool> {
    let another = memberships::table
        .inner_join(users::table.on(users::id.eq(memberships::user_id)))
        .filter(memberships::project_id.eq(project).and(memberships::role.eq(Word(Role::Admin))))
        .filter(users::active.eq(true).and(users::kind.eq(Word(UserKind::Person))))
        .filter(users::id.ne(person))
        .select(users::id)
        .first::<UserId>(connection)
        .optional()?;
    Ok(another.is_some())
}

/// The groups that somebody works in, by name.
pub(in crate::people) fn groups_with(connection: &mut DbConnection, person: UserId) -> Result<Vec<NamedRef>> {
    let rows = groups::table
        .inner_join(group_members::table.on(group_members::group_id.eq(groups::id)))
        .filter(group_members::user_id.eq(person))
        .order(groups::name)
        .select((groups::id, groups::key, groups::name))
        .load::<(GroupId, String, String)>(connection)?;
    Ok(rows.into_iter().map(|(id, key, name)| NamedRef { id: id.0, key, name }).collect())
}

/// Takes somebody out of the groups of a project.
pub(in crate::people) fn leave_groups(
    connection: &mut DbConnection,
    person: UserId,
    project: ProjectId,
) -> Result<()> {
    let of_project = groups::table.filter(groups::project_id.eq(project)).select(groups::id);
    let theirs = group_members::table
        .filter(group_members::user_id.eq(person))
        .filter(group_members::group_id.eq_any(of_project));
    diesel::delete(theirs).execute(connection)?;
    Ok(())
}

/// Adds a person to a group.
pub fn add_member(connection: &mut DbConnection, group: GroupId, user: UserId) -> Result<()> {
    let row = (group_members::group_id.eq(group), group_members::user_id.eq(user));
    Both(diesel::insert_into(group_members::table).values(row).on_conflict_do_nothing())
        .execute(connection)?;
    Ok(())
}

/// Marks a point of the transaction to which [`undo`] goes back.
pub(in crate::people) fn mark(connection: &mut DbConnection) -> Result<()> {
    diesel::sql_query("SAVEPOINT before_people").execute(connection)?;
    Ok(())
}

/// Undoes what was done since [`mark`].
pub(in crate::people) fn undo(connection: &mut DbConnection) -> Result<()> {
    diesel::sql_query("ROLLBACK TO SAVEPOINT before_people").execute(connection)?;
    Ok(())
}

/// What a list of people finds them by.
fn searchable(display_name: &str, username: &str, email: Option<&str>) -> String {
    fold(&[display_name, username, email.unwrap_or("")].join(" "))
}
