//! Accounts: listed, made, imported, and each in detail.

mod access;
mod account;
mod anonymise;
mod deactivate;
mod details;
mod import;
mod list;
mod new;
mod password;
mod picker;
mod program;
mod reset_factor;
mod roles;
mod stand_in;

pub(super) use account::PersonPage;
pub(super) use import::ImportPage;
pub(super) use list::PeoplePage;
pub(super) use new::NewPersonPage;
pub(super) use picker::MemberPicker;
