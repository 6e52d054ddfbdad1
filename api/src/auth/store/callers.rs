//! Whoever calls, with all that tells what they may do.

use super::has_second_factor;
use crate::auth::{Caller, duties};
use crate::db::DbConnection;
use crate::db::dialect::PerEngine;
use crate::db::prepared::Fixed;
use crate::db::schema::{privacy_acceptances, privacy_notices, sessions, users};
use crate::db::types::Word;
use crate::error::{Error, Result};
use crate::ids::{GroupId, ProjectId, ProviderId, SessionId, UserId};
use contract::auth::{Duty, Locale, Role, UserKind};
use diesel::prelude::*;
use diesel::sql_types::Text;
use serde::Deserialize;
use uuid::Uuid;

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

/// What somebody is and where they work: with the row of `users`, so that one question tells all of it.
/// Lists in a row are JSON.
#[derive(Deserialize)]
pub(in crate::auth) struct Standing {
    roles: Vec<(Uuid, Role)>,
    groups: Vec<Uuid>,
}

/// The expression that a [`Standing`] is read from.
pub(in crate::auth) const fn standing() -> PerEngine<Fixed<Text>, Fixed<Text>> {
    PerEngine {
        postgres: Fixed::text(
            "json_build_object(\
             'roles', (SELECT coalesce(json_agg(json_build_array(memberships.project_id, memberships.role)), '[]') \
             FROM memberships WHERE memberships.user_id = users.id), \
             'groups', (SELECT coalesce(json_agg(group_members.group_id), '[]') \
             FROM group_members WHERE group_members.user_id = users.id))::text",
        ),
        sqlite: Fixed::text(
            "json_object(\
             'roles', json((SELECT json_group_array(json_array(hex(memberships.project_id), memberships.role)) \
             FROM memberships WHERE memberships.user_id = users.id)), \
             'groups', json((SELECT json_group_array(hex(group_members.group_id)) \
             FROM group_members WHERE group_members.user_id = users.id)))",
        ),
    }
}

impl Standing {
    /// Reads what [`standing`] gave.
    pub(in crate::auth) fn read(json: &str) -> Result<Self> {
        serde_json::from_str(json).map_err(Error::internal)
    }
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
            standing(),
        ))
        .first::<(String, Option<ProviderId>, (bool, bool), bool, String)>(connection)
        .optional()?;
    let Some((display_name, provider, (local, must_change), accepted, standing)) = found else {
        return Ok(None);
    };
    let person = person(user, display_name, provider, Standing::read(&standing)?, locale);
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
        .select((users::display_name, users::provider_id, standing()))
        .first::<(String, Option<ProviderId>, String)>(connection)
        .optional()?;
    let Some((display_name, provider, standing)) = found else { return Ok(None) };
    let person = person(user, display_name, provider, Standing::read(&standing)?, locale);
    // The notice is the person's to accept; what the administrator does, they accept for themselves.
    let duties = admin.duties.iter().copied().filter(|duty| *duty != Duty::AcceptNotice).collect();
    let impersonated = Caller { impersonator: Some(admin.id), session: Some(session), duties, ..person };
    Ok(Some(impersonated).filter(|person| admin.may_impersonate(&person.roles)))
}

/// A person on whose behalf the system itself acts: for demo data.
pub fn caller_by_id(connection: &mut DbConnection, user: UserId) -> Result<Caller> {
    let (display_name, provider, standing) = users::table
        .find(user)
        .select((users::display_name, users::provider_id, standing()))
        .first::<(String, Option<ProviderId>, String)>(connection)?;
    Ok(person(user, display_name, provider, Standing::read(&standing)?, Locale::Es))
}

/// A person as they would call by a session, unless they were deactivated: for what is done on their
/// behalf. Programs are nobody.
pub fn active_caller(connection: &mut DbConnection, user: UserId) -> Result<Option<Caller>> {
    let found = users::table
        .filter(users::id.eq(user).and(users::active.eq(true)))
        .filter(users::kind.eq(Word(UserKind::Person)))
        .select((users::display_name, users::provider_id, users::locale, standing()))
        .first::<(String, Option<ProviderId>, Word<Locale>, String)>(connection)
        .optional()?;
    let Some((display_name, provider, locale, standing)) = found else { return Ok(None) };
    Ok(Some(person(user, display_name, provider, Standing::read(&standing)?, locale.0)))
}

/// The same of a person or a program: for what comes in in its name.
pub fn active_account(connection: &mut DbConnection, user: UserId) -> Result<Option<Caller>> {
    let found = users::table
        .filter(users::id.eq(user).and(users::active.eq(true)))
        .select((users::display_name, users::provider_id, users::locale, standing()))
        .first::<(String, Option<ProviderId>, Word<Locale>, String)>(connection)
        .optional()?;
    let Some((display_name, provider, locale, standing)) = found else { return Ok(None) };
    Ok(Some(person(user, display_name, provider, Standing::read(&standing)?, locale.0)))
}

/// A person or a service account, by nothing yet.
pub(in crate::auth) fn person(
    user: UserId,
    display_name: String,
    provider: Option<ProviderId>,
    standing: Standing,
    locale: Locale,
) -> Caller {
    let Standing { roles, groups } = standing;
    Caller {
        id: user,
        display_name,
        provider,
        roles: roles.into_iter().map(|(project, role)| (ProjectId(project), role)).collect(),
        groups: groups.into_iter().map(GroupId).collect(),
        locale,
        impersonator: None,
        session: None,
        api_key: None,
        fence: None,
        duties: Vec::new(),
    }
}
