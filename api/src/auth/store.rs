//! Every query on accounts that signing in needs.

use super::policy::Owner;
use super::{Caller, duties};
use crate::db::DbConnection;
use crate::db::dialect::for_update;
use crate::db::schema::{
    audit_log, group_members, groups, memberships, privacy_acceptances, privacy_notices, projects, providers,
    second_factors, sessions, users,
};
use crate::db::search::fold;
use crate::db::types::{Instant, Word};
use crate::error::{Error, Result};
use crate::ids::{AuditId, GroupId, ProjectId, ProviderId, SessionId, UserId};
use chrono::{DateTime, Utc};
use contract::auth::{Duty, Locale, Me, Membership, Role, UpdateMe, UserKind};
use contract::privacy::{FIRST_NOTICE, PrivacyState};
use contract::reference::{NamedRef, PersonRef, Reference};
use diesel::dsl::max;
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
        .filter(users::username.eq(username).and(users::kind.eq(Word(UserKind::Person))))
        .select(Account::as_select())
        .first(connection)
        .optional()?)
}

/// The hash of an account's password, if it has one here.
pub(super) fn password_hash(connection: &mut DbConnection, user: UserId) -> Result<Option<String>> {
    Ok(users::table.find(user).select(users::password_hash).first(connection)?)
}

/// Whose password is to be judged.
pub(super) fn owner(connection: &mut DbConnection, user: UserId) -> Result<Owner> {
    let columns = (users::username, users::display_name, users::email);
    let (username, display_name, email) = users::table.find(user).select(columns).first(connection)?;
    Ok(Owner { username, display_name, email })
}

/// Whether an account has a second factor.
pub fn has_second_factor(connection: &mut DbConnection, user: UserId) -> Result<bool> {
    let confirmed = second_factors::table.find(user).filter(second_factors::confirmed_at.is_not_null());
    Ok(diesel::select(diesel::dsl::exists(confirmed)).get_result(connection)?)
}

/// An account that the caller administers, since it belongs to one of their projects.
#[derive(Debug)]
pub(super) struct Governed {
    pub(super) id: UserId,
    pub(super) kind: UserKind,
    /// The projects it belongs to.
    pub(super) projects: Vec<ProjectId>,
    /// Those of them that the caller administers.
    pub(super) administered: Vec<ProjectId>,
    /// Whether the account administers a project that the caller does not.
    pub(super) beyond: bool,
}

/// An account by id or user name, if the caller administers one of its projects.
pub(super) fn governed(
    connection: &mut DbConnection,
    caller: &Caller,
    reference: &Reference,
) -> Result<Governed> {
    let query = users::table.select((users::id, users::kind)).into_boxed();
    let query = match reference.id() {
        Some(id) => query.filter(users::id.eq(UserId(id))),
        None => query.filter(users::username.eq(fold(reference.as_str()))),
    };
    let (id, kind) =
        query.first::<(UserId, Word<UserKind>)>(connection).optional()?.ok_or(Error::NotFound)?;
    let held = memberships::table
        .filter(memberships::user_id.eq(id))
        .order(memberships::project_id)
        .select((memberships::project_id, memberships::role))
        .load::<(ProjectId, Word<Role>)>(connection)?;
    let mut projects: Vec<ProjectId> = held.iter().map(|(project, _)| *project).collect();
    projects.dedup();
    let own = caller.projects_as(&[Role::Admin]);
    let administered: Vec<ProjectId> =
        projects.iter().copied().filter(|project| own.contains(project)).collect();
    if administered.is_empty() {
        return Err(Error::NotFound);
    }
    let beyond = held.iter().any(|(project, role)| role.0 == Role::Admin && !own.contains(project));
    Ok(Governed { id, kind: kind.0, projects, administered, beyond })
}

/// The same, unless it administers a project that the caller does not: for what takes an account's ways in.
pub(super) fn governed_alone(
    connection: &mut DbConnection,
    caller: &Caller,
    reference: &Reference,
) -> Result<Governed> {
    let account = governed(connection, caller, reference)?;
    if account.beyond && account.kind == UserKind::Person { Err(Error::Forbidden) } else { Ok(account) }
}

/// Makes an account one for a program: it has no password, and nobody stays signed in to it.
pub fn make_service_account(connection: &mut DbConnection, user: UserId, now: DateTime<Utc>) -> Result<()> {
    diesel::update(users::table.find(user))
        .set((
            users::kind.eq(Word(UserKind::Service)),
            users::password_hash.eq(None::<String>),
            users::must_change_password.eq(false),
        ))
        .execute(connection)?;
    super::sessions::end_all(connection, user, None, now)?;
    Ok(())
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
pub(super) fn caller(
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
pub(super) fn impersonated(
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
pub(super) fn person(
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

#[derive(Queryable, Selectable)]
#[diesel(table_name = users)]
struct Profile {
    id: UserId,
    kind: Word<UserKind>,
    username: String,
    display_name: String,
    email: Option<String>,
    phone: Option<String>,
    area: Option<String>,
    office: Option<String>,
    locale: Word<Locale>,
    provider_id: Option<ProviderId>,
    password_hash: Option<String>,
    must_change_password: bool,
    version: i64,
}

/// The person as they see themselves; whoever has a role of `required` must have a second factor.
pub fn me(connection: &mut DbConnection, user: UserId, required: &[Role]) -> Result<Me> {
    let profile = users::table.find(user).select(Profile::as_select()).first(connection)?;
    let Profile {
        id,
        kind,
        username,
        display_name,
        email,
        phone,
        area,
        office,
        locale,
        provider_id,
        password_hash,
        must_change_password,
        version,
    } = profile;
    let local = password_hash.is_some();
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
    let second_factor = has_second_factor(connection, user)?;
    let held = memberships.iter().flat_map(|membership| &membership.roles);
    let must_have = local && held.into_iter().any(|role| required.contains(role));
    let privacy = privacy(connection, user)?;
    let asked = kind.0 == UserKind::Person && privacy.is_asked();
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
        has_password: local,
        second_factor,
        duties: duties(local && must_change_password, must_have && !second_factor, asked),
        impersonator: None,
        privacy,
        version,
    })
}

/// The same, as whoever acts in their place sees them.
pub(super) fn seen_by(connection: &mut DbConnection, caller: &Caller, required: &[Role]) -> Result<Me> {
    let me = me(connection, caller.id, required)?;
    let Some(admin) = caller.impersonator else { return Ok(me) };
    let display_name = users::table.find(admin).select(users::display_name).first(connection)?;
    let impersonator = Some(PersonRef { id: admin.0, display_name });
    Ok(Me { impersonator, duties: caller.duties.clone(), ..me })
}

/// Which version of the notice is in force, and which they accepted last.
fn privacy(connection: &mut DbConnection, user: UserId) -> Result<PrivacyState> {
    let published: Option<i32> =
        privacy_notices::table.select(max(privacy_notices::version)).first(connection)?;
    let accepted_version = privacy_acceptances::table
        .filter(privacy_acceptances::user_id.eq(user))
        .select(max(privacy_acceptances::version))
        .first(connection)?;
    Ok(PrivacyState { current_version: published.unwrap_or(FIRST_NOTICE), accepted_version })
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
