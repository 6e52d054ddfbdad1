//! People, their groups, and provider companies.
//!
//! Others may find who can be put in charge of a ticket, learn names to show, and (the command
//! line and the demo) make accounts, and make people anonymous who ask for it.

pub mod http;
mod model;
mod store;

pub use model::{Group, NewPerson, Person, Provider};
pub use store::{
    add_member, anonymise, create_group, create_person, create_provider, default_group, find_group,
    find_person, find_provider, grant, group_of_person, is_last_admin, named_groups, named_providers,
    nameless, names, projects_of, providers_of,
};
