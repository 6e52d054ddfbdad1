//! People, their groups, and provider companies.
//!
//! Others may find who can be put in charge of a ticket, learn names to show, and (the command
//! line, the demo and a new project) make accounts and groups, and make people anonymous who ask for
//! it. Administrators keep accounts, groups and providers by the use cases of `service/`; `rules/`
//! says what they may do to whom.

pub mod http;
mod model;
mod rules;
mod service;
mod store;

pub use model::{Contact, Group, NewPerson, Person, Provider};
pub use store::{
    GROUPS, PEOPLE, PROVIDERS, add_member, anonymise, contact, create_group, create_person, create_provider,
    default_group, find_anybody, find_group, find_person, find_provider, grant, group_of_person, hold_person,
    is_last_admin, members_of, named_groups, named_providers, nameless, names, of_area, on_call, projects_of,
    stay_who_they_are, with_address, with_role,
};
