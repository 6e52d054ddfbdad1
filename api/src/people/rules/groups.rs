//! Who may be in a group.

use contract::auth::Role;

/// Whether somebody may be in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorksThere {
    /// They may.
    Yes,
    /// They do not work in its project at its level.
    NotInProject,
    /// They work for another company than the group's.
    OtherCompany,
}

/// Whether somebody with these roles in a group's project works in a group of this level. Whoever
/// works for the company that the group names (or for any, when it names none) is `of_its_company`.
#[must_use]
pub fn works_in(level: u8, roles: &[Role], of_its_company: bool) -> WorksThere {
    let wanted: &[Role] =
        if level == 3 { &[Role::Provider] } else { &[Role::Agent, Role::Specialist, Role::Admin] };
    if !roles.iter().any(|role| wanted.contains(role)) {
        WorksThere::NotInProject
    } else if level == 3 && !of_its_company {
        WorksThere::OtherCompany
    } else {
        WorksThere::Yes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_desk_is_in_the_first_two_levels_and_companies_in_the_third() {
        use WorksThere::{NotInProject, OtherCompany, Yes};
        for (level, role, of_its_company, expected) in [
            (1, Role::Agent, true, Yes),
            (1, Role::Specialist, true, Yes),
            (2, Role::Admin, false, Yes),
            (1, Role::Requester, true, NotInProject),
            (2, Role::Supervisor, true, NotInProject),
            (2, Role::Provider, true, NotInProject),
            (3, Role::Provider, true, Yes),
            (3, Role::Provider, false, OtherCompany),
            (3, Role::Specialist, true, NotInProject),
        ] {
            assert_eq!(works_in(level, &[role], of_its_company), expected, "{role} at {level}");
        }
        assert_eq!(works_in(1, &[], true), NotInProject);
    }
}
