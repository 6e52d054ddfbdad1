//! Whoever calls, with all that tells what they may do.

use super::has_second_factor;
use crate::auth::{Caller, duties};
use crate::db::DbConnection;
use crate::db::schema::{group_members, memberships, privacy_acceptances, privacy_notices, sessions, users};
use crate::db::types::Word;
use crate::error::Result;
use crate::ids::{GroupId, ProjectId, ProviderId, SessionId, UserId};
use contract::auth::{Duty, Locale, Role, UserKind};
use diesel::prelude::*;

/// Whether a person has accepted the notice in force, one than which none is newer: a piece of the query
/// that every request begins with.
macro_rules! accepted_notice {
    ($user:expr) => {
        diesel::dsl::exists(privacy_acceptances::table.filter(privacy_acceptances::user_id.eq($user)).filter(
            diesel::dsl::not(diesel::dsl::exists(
                privacy_notices::table.filter(privacy_notices::version.gt(privacy_acceptances::version)),
            )),
        ))
    };
}

/// The person behind a token, unless they were deactivated or the session has ended.
pub(in crate::auth) fn caller(
    connection: &mut DbConnection,
    user: UserId,
    session: SessionId,
    locale: Locale,
    required: &[Role],
) -> Result<Option<Caller>> {
    let found = users::table
        .inner_join(sessions::table.on(sessions::user_id.eq(users::id)))
        .filter(users::id.eq(user).and(users::active.eq(true)))
        .filter(sessions::id.eq(session).and(sessions::revoked_at.is_null()))
        .select((
            users::display_name,
            users::provider_id,
            (users::password_hash.is_not_null(), users::must_change_password),
            accepted_notice!(user),
        ))
        .first::<(String, Option<ProviderId>, (bool, bool), bool)>(connection)
        .optional()?;
    let Some((display_name, provider, (local, must_change), accepted)) = found else { return Ok(None) };
    let person = person(connection, user, display_name, provider, locale)?;
    let must_have = local && person.is_any(required);
    let enrol = must_have && !has_second_factor(connection, user)?;
    let duties = duties(local && must_change, enrol, !accepted);
    Ok(Some(Caller { session: Some(session), duties, ..person }))
}

/// The person in whose place an administrator acts by their own session. What let them begin must
/// still hold: see [`Caller::may_impersonate`].
pub(in crate::auth) fn impersonated(
    connection: &mut DbConnection,
    user: UserId,
    (admin, session): (UserId, SessionId),
    locale: Locale,
    required: &[Role],
) -> Result<Option<Caller>> {
    let Some(admin) = caller(connection, admin, session, locale, required)? else { return Ok(None) };
    let found = users::table
        .filter(users::id.eq(user).and(users::active.eq(true)))
        .select((users::display_name, users::provider_id))
        .first::<(String, Option<ProviderId>)>(connection)
        .optional()?;
    let Some((display_name, provider)) = found else { return Ok(None) };
    let person = person(connection, user, display_name, provider, locale)?;
    // The notice is the person's to accept; what the administrator does, they accept for themselves.
    let duties = admin.duties.iter().copied().filter(|duty| *duty != Duty::AcceptNotice).collect();
    let impersonated = Caller { impersonator: Some(admin.id), session: Some(session), duties, ..person };
    Ok(Some(impersonated).filter(|person| admin.may_impersonate(&person.roles)))
}

/// A person on whose behalf the system itself acts: for demo data.
pub fn caller_by_id(connection: &mut DbConnection, user: UserId) -> Result<Caller> {
    let (display_name, provider) =
        users::table.find(user).select((users::display_name, users::provider_id)).first(connection)?;
    person(connection, user, display_name, provider, Locale::Es)
}

/// A person as they would call by a session, unless they were deactivated: for what is done on their
/// behalf. Programs are nobody.
pub fn active_caller(connection: &mut DbConnection, user: UserId) -> Result<Option<Caller>> {
    let found = users::table
        .filter(users::id.eq(user).and(users::active.eq(true)))
        .filter(users::kind.eq(Word(UserKind::Person)))
        .select((users::display_name, users::provider_id, users::locale))
        .first::<(String, Option<ProviderId>, Word<Locale>)>(connection)
        .optional()?;
    let Some((display_name, provider, locale)) = found else { return Ok(None) };
    person(connection, user, display_name, provider, locale.0).map(Some)
}

/// The same of a person or a program: for what comes in in its name.
pub fn active_account(connection: &mut DbConnection, user: UserId) -> Result<Option<Caller>> {
    let found = users::table
        .filter(users::id.eq(user).and(users::active.eq(true)))
        .select((users::display_name, users::provider_id, users::locale))
        .first::<(String, Option<ProviderId>, Word<Locale>)>(connection)
        .optional()?;
    let Some((display_name, provider, locale)) = found else { return Ok(None) };
    person(connection, user, display_name, provider, locale.0).map(Some)
}

/// A person or a service account, by nothing yet.
pub(in crate::auth) fn person(
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
    Ok(Caller {
        id: user,
        display_name,
        provider,
        roles,
        groups,
        locale,
        impersonator: None,
        session: None,
        api_key: None,
        fence: None,
        duties: Vec::new(),
    })
}
