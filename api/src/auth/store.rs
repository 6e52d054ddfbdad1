//! Every query on accounts that signing in needs.

mod callers;
mod profile;

pub(super) use callers::{Principal, caller, impersonated};
pub use callers::{active_account, active_caller, caller_by_id};
pub use profile::me;
pub(super) use profile::{seen_by, update_me};

use super::Caller;
use super::policy::Owner;
use crate::db::DbConnection;
use crate::db::schema::{audit_log, memberships, second_factors, users};
use crate::db::search::fold;
use crate::db::types::{Instant, Word};
use crate::error::{Error, Result};
use crate::ids::{AuditId, ProjectId, UserId};
use chrono::{DateTime, Utc};
use contract::auth::{Role, UserKind};
use contract::reference::Reference;
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
