//! Accounts: made and changed, roles given and taken.

use super::groups::place;
use super::{administered, company, named, written};
use crate::auth::{self, Caller, NewPassword};
use crate::db::DbConnection;
use crate::error::{Conflict, Error, Result};
use crate::http::{Answer, Work};
use crate::ids::ProjectId;
use crate::people::model::{Account, NewPerson};
use crate::people::rules::{self, Standing};
use crate::people::store;
use crate::{privacy, projects, tickets};
use contract::auth::{Locale, Me, Role, UserKind};
use contract::people as wire;
use contract::people::{CreateUser, SetRoles, UpdateUser, User, UserAction};
use contract::reference::Reference;

/// Makes an account, with what it is in each project and the groups it works in.
pub(in crate::people) fn create(
    work: &mut Work<'_>,
    body: CreateUser,
    password: Option<&NewPassword>,
) -> Result<Answer<User>> {
    let account = make(work, body, password)?;
    if let Some(project) = account.only_project() {
        work.in_project(project);
    }
    let user = shown_user(work.connection, &work.caller, account)?;
    work.changed(&None::<()>, &user);
    let location = format!("/api/v1/users/{}", user.id);
    Ok(Answer::versioned(user.version, &user)?.at(location))
}

/// The account itself. A password that somebody else has chosen is good for one sign-in; a program has
/// none.
pub(super) fn make(work: &mut Work<'_>, body: CreateUser, password: Option<&NewPassword>) -> Result<Account> {
    let CreateUser {
        kind,
        username,
        display_name,
        email,
        phone,
        area,
        locale,
        password: _,
        provider,
        memberships,
        groups,
    } = body;
    let is_program = kind == Some(UserKind::Service);
    if is_program && password.is_some() {
        return Err(Error::field("password", "no_password"));
    }
    let own = work.caller.projects_as(&[Role::Admin]);
    let provider = provider.map(|reference| company(work, &own, &reference)).transpose()?;
    if provider.is_none() && memberships.iter().any(|given| given.roles.contains(&Role::Provider)) {
        return Err(Error::field("provider", "company"));
    }
    let (email, phone, area) = (written(email), written(phone), written(area));
    let new = NewPerson {
        username: username.trim(),
        display_name: display_name.trim(),
        email: email.as_deref(),
        phone: phone.as_deref(),
        area: area.as_deref(),
        locale: locale.unwrap_or(Locale::Es),
        password_hash: None,
        provider,
    };
    let id = store::create_person(work.connection, &new, work.now)?;
    if let Some(password) = password {
        auth::set_password(work.connection, id, password, true, None, work.now)?;
    }
    if is_program {
        auth::make_service_account(work.connection, id, work.now)?;
    }
    let mut places: Vec<ProjectId> = Vec::new();
    for (index, given) in memberships.into_iter().enumerate() {
        let field = format!("memberships.{index}.project");
        let project = administered(work, &given.project, &field)?.id;
        if places.contains(&project) {
            return Err(Error::field(&field, "duplicate_role"));
        }
        store::set_roles(work.connection, id, project, &given.roles)?;
        places.push(project);
    }
    let account = store::account(work.connection, &id.0.into())?;
    for (index, reference) in groups.iter().enumerate() {
        let outcome = place(work, &places, reference, &account);
        outcome.map_err(|error| named(error, &format!("groups.{index}")))?;
    }
    Ok(account)
}

/// Changes what an account says of a person.
pub(in crate::people) fn update(
    work: &mut Work<'_>,
    reference: &Reference,
    version: i64,
    body: UpdateUser,
) -> Result<Answer<User>> {
    let mut account = current(work, reference, version)?;
    let before = shown_user(work.connection, &work.caller, account.clone())?;
    let UpdateUser { display_name, email, phone, area, locale, provider } = body;
    if let Some(name) = display_name {
        name.trim().clone_into(&mut account.display_name);
    }
    if let Some(email) = email.map(written).filter(|email| *email != account.email) {
        // Whoever reads somebody's mail may be let in by it.
        if !work.caller.administers_all_of(&account.memberships) {
            return Err(Error::Forbidden);
        }
        account.email = email;
    }
    if let Some(phone) = phone {
        account.phone = written(phone);
    }
    if let Some(area) = area {
        account.area = written(area);
    }
    account.locale = locale.unwrap_or(account.locale);
    if let Some(provider) = provider {
        change_company(work, &mut account, provider.as_ref())?;
    }
    store::update_account(work.connection, &account, work.now)?;
    answer(work, &account, &before)
}

/// Puts somebody in another company's service. The present one must be of a project that the
/// administrator answers for.
fn change_company(work: &mut Work<'_>, account: &mut Account, to: Option<&Reference>) -> Result<()> {
    let own = work.caller.projects_as(&[Role::Admin]);
    let to = to.map(|reference| company(work, &own, reference)).transpose()?;
    if to == account.provider {
        return Ok(());
    }
    if let Some(present) = account.provider {
        let project = store::project_of_provider(work.connection, present)?;
        if !own.contains(&project) {
            return Err(Error::Forbidden);
        }
    }
    if to.is_none() && !account.projects_as(Role::Provider).is_empty() {
        return Err(Error::field("provider", "company"));
    }
    account.provider = to;
    Ok(())
}

/// Says what somebody is in a project. A project keeps an administrator.
pub(in crate::people) fn set_roles(
    work: &mut Work<'_>,
    reference: &Reference,
    version: i64,
    body: &SetRoles,
) -> Result<Answer<User>> {
    let project = administered(work, &body.project, "project")?.id;
    // So that two administrators do not take the role from each other at once.
    projects::hold(work.connection, project)?;
    let account = current(work, reference, version)?;
    let before = shown_user(work.connection, &work.caller, account.clone())?;
    let had = account.roles_in(project);
    if had.contains(&Role::Admin) && !body.roles.contains(&Role::Admin) {
        keeps_an_admin(work, project, &account)?;
    }
    if body.roles.contains(&Role::Provider) && account.provider.is_none() {
        return Err(Error::field("roles", "company"));
    }
    store::set_roles(work.connection, account.id, project, &body.roles)?;
    let works = |roles: &[Role]| roles.iter().any(|role| !matches!(role, Role::Requester | Role::Supervisor));
    if works(&had) && !works(&body.roles) {
        store::leave_groups(work.connection, account.id, project)?;
        tickets::hand_over(work, account.id, Some(project), &tickets::Heir::TheirGroups)?;
    }
    store::update_account(work.connection, &account, work.now)?;
    work.in_project(project);
    answer(work, &account, &before)
}

/// Gives somebody a password for one sign-in; whoever is signed in by another is signed out.
pub(in crate::people) fn set_password(
    work: &mut Work<'_>,
    reference: &Reference,
    new: &NewPassword,
) -> Result<Answer<()>> {
    let account = store::locked_account(work.connection, reference)?;
    permit(work, &account, UserAction::SetPassword)?;
    auth::set_password(work.connection, account.id, new, true, None, work.now)?;
    store::update_account(work.connection, &account, work.now)?;
    Ok(Answer::nothing())
}

/// The person in whose place the administrator is to act.
pub(in crate::people) fn stand_in(work: &mut Work<'_>, reference: &Reference) -> Result<Answer<Me>> {
    let account = store::account(work.connection, reference)?;
    permit(work, &account, UserAction::Impersonate)?;
    Answer::ok(&auth::me(work.connection, account.id, &[])?)
}

/// Refuses what the administrator may not do to an account.
pub(super) fn permit(work: &mut Work<'_>, account: &Account, action: UserAction) -> Result<()> {
    let standing = standing(work.connection, &work.caller, account)?;
    if rules::permits(standing, action) { Ok(()) } else { Err(Error::Forbidden) }
}

/// Refuses to leave a project without an administrator who may sign in.
pub(super) fn keeps_an_admin(work: &mut Work<'_>, project: ProjectId, without: &Account) -> Result<()> {
    if store::has_another_admin(work.connection, project, without.id)? {
        Ok(())
    } else {
        Err(Error::Conflict(Conflict::LastAdmin))
    }
}

/// An account to be changed, if it still is as the client has seen it.
fn current(work: &mut Work<'_>, reference: &Reference, version: i64) -> Result<Account> {
    let account = store::locked_account(work.connection, reference)?;
    if account.version == version { Ok(account) } else { Err(Error::Stale) }
}

/// What became of a changed account, for the client and for the audit log.
pub(super) fn answer(work: &mut Work<'_>, account: &Account, before: &User) -> Result<Answer<User>> {
    let account = store::account(work.connection, &account.id.0.into())?;
    let user = shown_user(work.connection, &work.caller, account)?;
    work.changed(before, &user);
    Answer::versioned(user.version, &user)
}

/// An account as administrators see it.
pub(in crate::people) fn shown_user(
    connection: &mut DbConnection,
    caller: &Caller,
    account: Account,
) -> Result<wire::User> {
    let standing = standing(connection, caller, &account)?;
    let (allowed_actions, second_factor) = (rules::allowed(standing), standing.second_factor);
    let open_tickets = tickets::in_charge_of_person(connection, account.id)?;
    let groups = store::groups_with(connection, account.id)?;
    let memberships =
        store::memberships_of(connection, &[account.id])?.remove(&account.id).unwrap_or_default();
    let Account {
        id,
        kind,
        username,
        display_name,
        email,
        phone,
        area,
        locale,
        provider,
        active,
        has_password,
        created_at,
        version,
        memberships: _,
    } = account;
    let provider = match provider {
        Some(provider) => store::named_providers(connection, &[provider])?.remove(&provider),
        None => None,
    };
    Ok(wire::User {
        id: id.0,
        kind,
        username,
        display_name,
        email,
        phone,
        area,
        locale,
        provider,
        active,
        has_password,
        second_factor,
        memberships,
        groups,
        open_tickets,
        created_at,
        allowed_actions,
        version,
    })
}

fn standing(connection: &mut DbConnection, caller: &Caller, account: &Account) -> Result<Standing> {
    let own = caller.projects_as(&[Role::Admin]);
    let administered = account.projects_as(Role::Admin);
    Ok(Standing {
        active: account.active,
        own: account.id == caller.id,
        within_reach: caller.administers_all_of(&account.memberships),
        ordinary: caller.may_impersonate(&account.memberships),
        known: account.memberships.iter().any(|(project, _)| own.contains(project)),
        beyond: administered.iter().any(|project| !own.contains(project)),
        program: account.kind == UserKind::Service,
        second_factor: auth::has_second_factor(connection, account.id)?,
        anonymous: privacy::is_anonymous(connection, account.id)?,
    })
}
