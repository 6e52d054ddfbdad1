//! Every query on people, groups and providers.

mod accounts;
mod contacts;
mod erasure;
mod groups;
mod lists;
mod lookup;
mod rota;

pub use accounts::{add_member, create_person, grant};
pub use contacts::{contact, members_of, of_area, stay_who_they_are, with_address, with_role};
pub use erasure::{anonymise, hold_person, is_last_admin, nameless, projects_of};
pub use groups::{create_group, create_provider};
pub use lookup::{
    GROUPS, PEOPLE, PROVIDERS, default_group, find_anybody, find_group, find_person, find_provider,
    group_of_person, named_groups, named_providers, names,
};
pub use rota::on_call;

pub(super) use accounts::{
    account, groups_with, has_another_admin, leave_groups, locked_account, mark, owner, set_roles, undo,
    update_account,
};
pub(super) use groups::{
    group, groups_of, locked_group, locked_provider, members, project_of_provider, provider, providers_of,
    set_members, shown_groups, update_group, update_provider,
};
pub(super) use lists::{count, list, memberships_of, of_project};
pub(super) use rota::{delete_on_call, insert_on_call, is_on_call_within, on_call_from, one_on_call};
