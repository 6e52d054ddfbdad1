//! What an administrator may do to an account. Accounts are the whole desk's, and roles are a
//! project's: whatever lets somebody sign in as another asks that the administrator could do by their
//! own account all that the other can.

use contract::people::UserAction;

/// What an account is to an administrator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Standing {
    /// Whether it may sign in.
    pub active: bool,
    /// Whether it is their own.
    pub own: bool,
    /// Whether they administer every project in which it is anything.
    pub within_reach: bool,
    /// Whether it administers no project itself, but is something in one.
    pub ordinary: bool,
    /// Whether it is something in a project that they administer.
    pub known: bool,
    /// Whether it administers a project that they do not.
    pub beyond: bool,
    /// Whether it is a program's, and nobody signs in to it.
    pub program: bool,
    /// Whether it has a second factor.
    pub second_factor: bool,
    /// Whether it no longer says whose it was.
    pub anonymous: bool,
}

/// Whether they may do it at all.
#[must_use]
pub fn permits(standing: Standing, action: UserAction) -> bool {
    let Standing { active, own, within_reach, ordinary, known, beyond, program, anonymous, .. } = standing;
    !anonymous
        && match action {
            UserAction::Activate | UserAction::Deactivate => within_reach,
            // One's own is changed by whoever knows the present one.
            UserAction::SetPassword | UserAction::Anonymise => within_reach && !own && !program,
            UserAction::Impersonate => within_reach && !own && active && ordinary && !program,
            UserAction::ResetSecondFactor => known && !beyond,
            UserAction::ManageApiKeys => known && program,
            UserAction::RevokeAccess => known && !beyond && !program,
        }
}

/// What they may do and would change something.
#[must_use]
pub fn allowed(standing: Standing) -> Vec<UserAction> {
    let fits = |action: UserAction| match action {
        UserAction::Activate => !standing.active,
        UserAction::Deactivate => standing.active,
        UserAction::ResetSecondFactor => standing.second_factor,
        // One's own are in one's profile.
        UserAction::RevokeAccess => !standing.own,
        UserAction::SetPassword
        | UserAction::Impersonate
        | UserAction::ManageApiKeys
        | UserAction::Anonymise => true,
    };
    let may = |action: &UserAction| permits(standing, *action) && fits(*action);
    UserAction::ALL.iter().copied().filter(may).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use UserAction::{
        Activate, Anonymise, Deactivate, Impersonate, ManageApiKeys, ResetSecondFactor, RevokeAccess,
        SetPassword,
    };

    const ORDINARY: Standing = Standing {
        active: true,
        own: false,
        within_reach: true,
        ordinary: true,
        known: true,
        beyond: false,
        program: false,
        second_factor: false,
        anonymous: false,
    };

    #[test]
    fn what_may_be_done_depends_on_whose_account_it_is() {
        for (standing, expected) in [
            (ORDINARY, &[Deactivate, SetPassword, Impersonate, RevokeAccess, Anonymise][..]),
            (Standing { ordinary: false, ..ORDINARY }, &[Deactivate, SetPassword, RevokeAccess, Anonymise]),
            (Standing { active: false, ..ORDINARY }, &[Activate, SetPassword, RevokeAccess, Anonymise]),
            (Standing { own: true, ordinary: false, ..ORDINARY }, &[Deactivate]),
            (Standing { within_reach: false, ..ORDINARY }, &[RevokeAccess]),
            (Standing { within_reach: false, beyond: true, active: false, ordinary: false, ..ORDINARY }, &[]),
            (Standing { program: true, ..ORDINARY }, &[Deactivate, ManageApiKeys]),
            (Standing { program: true, within_reach: false, ..ORDINARY }, &[ManageApiKeys]),
            (Standing { program: true, within_reach: false, known: false, ..ORDINARY }, &[]),
            (
                Standing { second_factor: true, ..ORDINARY },
                &[Deactivate, SetPassword, Impersonate, ResetSecondFactor, RevokeAccess, Anonymise],
            ),
            (
                Standing { second_factor: true, within_reach: false, ..ORDINARY },
                &[ResetSecondFactor, RevokeAccess],
            ),
            (Standing { second_factor: true, within_reach: false, beyond: true, ..ORDINARY }, &[]),
            (Standing { anonymous: true, active: false, ..ORDINARY }, &[]),
        ] {
            assert_eq!(allowed(standing), expected, "{standing:?}");
        }
    }

    #[test]
    fn what_changes_nothing_is_no_offence() {
        assert!(permits(ORDINARY, Activate));
        assert!(!allowed(ORDINARY).contains(&Activate));
    }
}
