//! Every query on accounts that signing in needs.

use super::Caller;
use crate::db::DbConnection;
use crate::db::dialect::for_update;
use crate::db::schema::{
    audit_log, group_members, groups, memberships, projects, providers, sessions, users,
};
use crate::db::types::{Instant, Word};
use crate::error::{Error, Result};
use crate::ids::{AuditId, GroupId, ProjectId, ProviderId, SessionId, UserId};
use chrono::{DateTime, Utc};
use contract::auth::{Locale, Me, Membership, Role, UpdateMe};
use contract::reference::NamedRef;
use diesel::prelude::*;

/// What checking a password needs.
#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = users)]
pub(super) struct Account {
    pub(super) id: UserId,
    pub(super) password_hash: Option<String>,
    pub(super) active: bool,
}

/// The account with this user name, folded.
pub(super) fn account(connection: &mut DbConnection, username: &str) -> Result<Option<Account>> {
    Ok(users::table
        .filter(users::username.eq(username))
        .select(Account::as_select())
        .first(connection)
        .optional()?)
}

/// Whether somebody has failed to sign in under this name, folded, since an instant.
pub(super) fn has_failed(
    connection: &mut DbConnection,
    username: &str,
    since: DateTime<Utc>,
) -> Result<bool> {
    let failure = audit_log::table
        .filter(audit_log::object.eq(username).and(audit_log::operation.eq("sign_in_failed")))
        .filter(audit_log::at.gt(Instant::from(since)))
        .select(audit_log::id)
        .first::<AuditId>(connection)
        .optional()?;
    Ok(failure.is_some())
}

/// The person behind a token, unless they were deactivated or the session has ended.
pub(super) fn caller(
    connection: &mut DbConnection,
    user: UserId,
    session: SessionId,
    locale: Locale,
) -> Result<Option<Caller>> {
    let found = users::table
        .inner_join(sessions::table.on(sessions::user_id.eq(users::id)))
        .filter(users::id.eq(user).and(users::active.eq(true)))
        .filter(sessions::id.eq(session).and(sessions::revoked_at.is_null()))
        .select((users::display_name, users::provider_id))
        .first::<(String, Option<ProviderId>)>(connection)
        .optional()?;
    let Some((display_name, provider)) = found else { return Ok(None) };
    person(connection, user, display_name, provider, locale).map(Some)
}

/// A person on whose behalf the system itself acts: for demo data.
pub fn caller_by_id(connection: &mut DbConnection, user: UserId) -> Result<Caller> {
    let (display_name, provider) =
        users::table.find(user).select((users::display_name, users::provider_id)).first(connection)?;
    person(connection, user, display_name, provider, Locale::Es)
}

fn person(
    connection: &mut DbConnection,
    user: UserId,
    display_name: String,
    provider: Option<ProviderId>,
    locale: Locale,
) -> Result<Caller> {
    let roles = memberships::table
        .filter(memberships::user_id.eq(user))
        .select((memberships::project_id, memberships::role))
        .load::<(ProjectId, Word<Role>)>(connection)?;
    let groups = group_members::table
        .filter(group_members::user_id.eq(user))
        .select(group_members::group_id)
        .load::<GroupId>(connection)?;
    let roles = roles.into_iter().map(|(project, role)| (project, role.0)).collect();
    Ok(Caller { id: user, display_name, provider, roles, groups, locale, impersonator: None, api_key: None })
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = users)]
struct Profile {
    id: UserId,
    username: String,
    display_name: String,
    email: Option<String>,
    phone: Option<String>,
    area: Option<String>,
    office: Option<String>,
    locale: Word<Locale>,
    provider_id: Option<ProviderId>,
    version: i64,
}

/// The person as they see themselves.
pub(super) fn me(connection: &mut DbConnection, user: UserId) -> Result<Me> {
    let profile = users::table.find(user).select(Profile::as_select()).first(connection)?;
    let Profile { id, username, display_name, email, phone, area, office, locale, provider_id, version } =
        profile;
    let provider = match provider_id {
        Some(provider) => Some(named(
            providers::table
                .find(provider)
                .select((providers::id, providers::key, providers::name))
                .first(connection)?,
        )),
        None => None,
    };
    let groups = groups::table
        .inner_join(group_members::table.on(group_members::group_id.eq(groups::id)))
        .filter(group_members::user_id.eq(user))
        .order(groups::name)
        .select((groups::id, groups::key, groups::name))
        .load::<(GroupId, String, String)>(connection)?;
    let memberships = own_memberships(connection, user)?;
    Ok(Me {
        id: id.0,
        username,
        display_name,
        email,
        phone,
        area,
        office,
        locale: locale.0,
        provider,
        memberships,
        groups: groups.into_iter().map(|(id, key, name)| NamedRef { id: id.0, key, name }).collect(),
        version,
    })
}

fn own_memberships(connection: &mut DbConnection, user: UserId) -> Result<Vec<Membership>> {
    let rows = memberships::table
        .inner_join(projects::table.on(projects::id.eq(memberships::project_id)))
        .filter(memberships::user_id.eq(user))
        .order((projects::key, memberships::role))
        .select((projects::id, projects::key, projects::name, memberships::role))
        .load::<(ProjectId, String, String, Word<Role>)>(connection)?;
    let mut memberships: Vec<Membership> = Vec::new();
    for (id, key, name, role) in rows {
        match memberships.last_mut().filter(|last| last.project.id == id.0) {
            Some(same) => same.roles.push(role.0),
            None => memberships
                .push(Membership { project: NamedRef { id: id.0, key, name }, roles: vec![role.0] }),
        }
    }
    Ok(memberships)
}

fn named((id, key, name): (ProviderId, String, String)) -> NamedRef {
    NamedRef { id: id.0, key, name }
}

#[derive(AsChangeset)]
#[diesel(table_name = users)]
#[expect(clippy::option_option, reason = "absent stays, null clears")]
struct ProfileChange {
    locale: Option<Word<Locale>>,
    phone: Option<Option<String>>,
    area: Option<Option<String>>,
    version: i64,
    updated_at: Instant,
}

/// Changes the profile if it is still at `version`.
pub(super) fn update_me(
    connection: &mut DbConnection,
    user: UserId,
    version: i64,
    change: UpdateMe,
    now: DateTime<Utc>,
) -> Result<()> {
    let current: i64 = for_update!(users::table.find(user).select(users::version)).get_result(connection)?;
    if current != version {
        return Err(Error::Stale);
    }
    let UpdateMe { locale, phone, area } = change;
    let change =
        ProfileChange { locale: locale.map(Word), phone, area, version: version + 1, updated_at: now.into() };
    diesel::update(users::table.find(user)).set(change).execute(connection)?;
    Ok(())
}
