//! Somebody leaves, or comes back.

use super::users::{answer, keeps_an_admin, permit, shown_user};
use crate::auth;
use crate::error::{Error, Result};
use crate::http::{Answer, Work};
use crate::ids::UserId;
use crate::people::store;
use crate::projects;
use crate::tickets::{self, Heir};
use contract::auth::Role;
use contract::people::{DeactivateUser, ReassignTo, User, UserAction};
use contract::reference::Reference;

/// Lets somebody sign in no more. Their sessions end, and what is in their charge goes to their heir.
/// Each project they administer keeps another administrator.
pub(in crate::people) fn deactivate(
    work: &mut Work<'_>,
    reference: &Reference,
    body: DeactivateUser,
) -> Result<Answer<User>> {
    let mut administers = store::account(work.connection, reference)?.projects_as(Role::Admin);
    administers.sort_unstable();
    for project in &administers {
        projects::hold(work.connection, *project)?;
    }
    let mut account = store::locked_account(work.connection, reference)?;
    permit(work, &account, UserAction::Deactivate)?;
    let before = shown_user(work.connection, &work.caller, account.clone())?;
    if !account.active {
        return Answer::versioned(before.version, &before);
    }
    for project in administers {
        keeps_an_admin(work, project, &account)?;
    }
    let heir = heir(work, account.id, body.reassign_to)?;
    account.active = false;
    store::update_account(work.connection, &account, work.now)?;
    auth::end_sessions(work.connection, account.id, None, work.now)?;
    tickets::hand_over(work, account.id, None, &heir)?;
    answer(work, &account, &before)
}

/// Lets somebody sign in again.
pub(in crate::people) fn activate(work: &mut Work<'_>, reference: &Reference) -> Result<Answer<User>> {
    let mut account = store::locked_account(work.connection, reference)?;
    permit(work, &account, UserAction::Activate)?;
    let before = shown_user(work.connection, &work.caller, account.clone())?;
    if account.active {
        return Answer::versioned(before.version, &before);
    }
    account.active = true;
    store::update_account(work.connection, &account, work.now)?;
    answer(work, &account, &before)
}

/// Who takes over; somebody or something that there is, and not whoever leaves.
fn heir(work: &mut Work<'_>, leaver: UserId, named: Option<ReassignTo>) -> Result<Heir> {
    let own = work.caller.projects_as(&[Role::Admin]);
    let Some(ReassignTo { assignee, group }) = named else { return Ok(Heir::TheirGroups) };
    match (assignee, group) {
        (Some(person), None) => {
            let field = "reassign_to.assignee";
            let mut known = None;
            for project in own {
                let found = store::find_person(work.connection, project, &person)?;
                known = known.or(found.filter(|person| !person.roles.is_empty()));
            }
            let known = known.ok_or_else(|| Error::field(field, "unknown_reference"))?;
            if known.id == leaver {
                return Err(Error::field(field, "other_person"));
            }
            Ok(Heir::Person(known.id.0.into()))
        }
        (None, Some(group)) => match store::group(work.connection, &own, &group) {
            Ok(found) if found.active => Ok(Heir::Group(found.id.0.into())),
            Ok(_) | Err(Error::NotFound) => Err(Error::field("reassign_to.group", "unknown_reference")),
            Err(error) => Err(error),
        },
        _ => Err(Error::field("reassign_to", "one_of")),
    }
}
