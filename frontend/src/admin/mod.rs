//! The administration: accounts, groups, providers, projects, stakeholders, sources, webhooks, personal data,
//! letters, and the audit log. What may be done to an account is what its `allowed_actions` say.

mod audit;
mod fields;
mod groups;
mod head;
mod mail;
mod nav;
mod pages;
mod people;
mod privacy;
mod projects;
mod providers;
mod questions;
mod shown_once;
mod sources;
mod stakeholders;
mod webhooks;

pub(crate) use nav::AdminNav;
pub(crate) use pages::AdminPages;
