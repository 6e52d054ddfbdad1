//! People, their groups, and provider companies.
//!
//! Others may find who can be put in charge of a ticket, learn names to show, and (the command
//! line and the demo) make accounts.

pub mod http;
mod model;
mod store;

pub use model::{Contact, Group, NewPerson, Person, Provider};
pub use store::{
    add_member, contact, create_group, create_person, create_provider, default_group, find_group, find_person,
    find_provider, grant, group_of_person, members, named_groups, named_providers, names, providers_of,
    with_role,
};
