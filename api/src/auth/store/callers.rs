//! Whoever calls, with all that tells what they may do.

use super::has_second_factor;
use crate::auth::{Caller, duties};
use crate::db::DbConnection;
use crate::db::dialect::PerEngine;
use crate::db::prepared::Fixed;
use crate::db::schema::{privacy_acceptances, privacy_notices, sessions, users};
use crate::db::types::{Document, Word, sql};
use crate::error::Result;
use crate::ids::{GroupId, ProjectId, ProviderId, SessionId, UserId};
use contract::auth::{Duty, Locale, Role, UserKind};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
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
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::auth) struct Standing {
    roles: Vec<(Uuid, Role)>,
    groups: Vec<Uuid>,
}

/// What a [`Caller`] is made of.
#[derive(Queryable)]
pub(in crate::auth) struct Principal {
    id: UserId,
    display_name: String,
    provider: Option<ProviderId>,
    standing: Document<Standing>,
}

impl Principal {
    /// What it is read from, in a query on `users`.
    pub(in crate::auth) const COLUMNS: (
        users::id,
        users::display_name,
        users::provider_id,
        PerEngine<Fixed<sql::Document>, Fixed<sql::Document>>,
    ) = (users::id, users::display_name, users::provider_id, STANDING);

    /// Whose it is, by nothing yet.
    pub(in crate::auth) fn caller(self, locale: Locale) -> Caller {
        let Self { id, display_name, provider, standing: Document(Standing { roles, groups }) } = self;
        Caller {
            id,
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
}

/// The expression that a [`Standing`] is read from.
const STANDING: PerEngine<Fixed<sql::Document>, Fixed<sql::Document>> = PerEngine {
    postgres: Fixed::document(
        "jsonb_build_object(\
         'roles', (SELECT coalesce(jsonb_agg(jsonb_build_array(memberships.project_id, memberships.role)), '[]') \
         FROM memberships WHERE memberships.user_id = users.id), \
         'groups', (SELECT coalesce(jsonb_agg(group_members.group_id), '[]') \
         FROM group_members WHERE group_members.user_id = users.id))",
    ),
    sqlite: Fixed::document(
        "json_object(\
         'roles', json((SELECT json_group_array(json_array(hex(memberships.project_id), memberships.role)) \
         FROM memberships WHERE memberships.user_id = users.id)), \
         'groups', json((SELECT json_group_array(hex(group_members.group_id)) \
         FROM group_members WHERE group_members.user_id = users.id)))",
    ),
};

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
            Principal::COLUMNS,
            (users::password_hash.is_not_null(), users::must_change_password),
            accepted_notice!(user),
        ))
        .first::<(Principal, (bool, bool), bool)>(connection)
        .optional()?;
    let Some((principal, (local, must_change), accepted)) = found else { return Ok(None) };
    let person = principal.caller(locale);
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
        .select(Principal::COLUMNS)
        .first::<Principal>(connection)
        .optional()?;
    let Some(person) = found.map(|principal| principal.caller(locale)) else { return Ok(None) };
    // The notice is the person's to accept; what the administrator does, they accept for themselves.
    let duties = admin.duties.iter().copied().filter(|duty| *duty != Duty::AcceptNotice).collect();
    let impersonated = Caller { impersonator: Some(admin.id), session: Some(session), duties, ..person };
    Ok(Some(impersonated).filter(|person| admin.may_impersonate(&person.roles)))
}

/// A person on whose behalf the system itself acts: for demo data.
pub fn caller_by_id(connection: &mut DbConnection, user: UserId) -> Result<Caller> {
    let principal: Principal = users::table.find(user).select(Principal::COLUMNS).first(connection)?;
    Ok(principal.caller(Locale::Es))
}

/// A person as they would call by a session, unless they were deactivated: for what is done on their
/// behalf. Programs are nobody.
pub fn active_caller(connection: &mut DbConnection, user: UserId) -> Result<Option<Caller>> {
    let found = active(connection, user)?;
    Ok(found.filter(|(kind, _)| *kind == UserKind::Person).map(|(_, caller)| caller))
}

/// The same of a person or a program: for what comes in in its name.
pub fn active_account(connection: &mut DbConnection, user: UserId) -> Result<Option<Caller>> {
    Ok(active(connection, user)?.map(|(_, caller)| caller))
}

fn active(connection: &mut DbConnection, user: UserId) -> Result<Option<(UserKind, Caller)>> {
    let found = users::table
        .filter(users::id.eq(user).and(users::active.eq(true)))
        .select((users::kind, users::locale, Principal::COLUMNS))
        .first::<(Word<UserKind>, Word<Locale>, Principal)>(connection)
        .optional()?;
    Ok(found.map(|(kind, locale, principal)| (kind.0, principal.caller(locale.0))))
}
