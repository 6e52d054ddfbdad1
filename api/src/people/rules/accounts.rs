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
}

/// Whether they may do it at all.
#[must_use]
pub fn permits(standing: Standing, action: UserAction) -> bool {
    let Standing { active, own, within_reach, ordinary } = standing;
    within_reach
        && match action {
            UserAction::Activate | UserAction::Deactivate => true,
            // One's own is changed by whoever knows the present one.
            UserAction::SetPassword => !own,
            UserAction::Impersonate => !own && active && ordinary,
        }
}

/// What they may do and would change something.
#[must_use]
pub fn allowed(standing: Standing) -> Vec<UserAction> {
    let fits = |action: UserAction| match action {
        UserAction::Activate => !standing.active,
        UserAction::Deactivate => standing.active,
        UserAction::SetPassword | UserAction::Impersonate => true,
    };
    let may = |action: &UserAction| permits(standing, *action) && fits(*action);
    UserAction::ALL.iter().copied().filter(may).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use UserAction::{Activate, Deactivate, Impersonate, SetPassword};

    const ORDINARY: Standing = Standing { active: true, own: false, within_reach: true, ordinary: true };

    #[test]
    fn what_may_be_done_depends_on_whose_account_it_is() {
        for (standing, expected) in [
            (ORDINARY, &[Deactivate, SetPassword, Impersonate][..]),
            (Standing { ordinary: false, ..ORDINARY }, &[Deactivate, SetPassword]),
            (Standing { active: false, ..ORDINARY }, &[Activate, SetPassword]),
            (Standing { own: true, ordinary: false, ..ORDINARY }, &[Deactivate]),
            (Standing { within_reach: false, ..ORDINARY }, &[]),
            (Standing { within_reach: false, active: false, ordinary: false, own: false }, &[]),
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
