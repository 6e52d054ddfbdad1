//! The administration: accounts, groups, providers, projects, personal data, webhooks, and the audit log. What may be done to
//! an account is what its `allowed_actions` say.

mod audit;
mod fields;
mod groups;
mod head;
mod nav;
mod pages;
mod people;
mod privacy;
mod projects;
mod providers;
mod webhooks;

pub(crate) use nav::AdminNav;
pub(crate) use pages::AdminPages;
