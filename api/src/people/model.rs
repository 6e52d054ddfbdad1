//! Who can be put in charge of a ticket.

use crate::ids::{GroupId, ProviderId, UserId};
use contract::auth::{Locale, Role};

/// A person, with what they are in one project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: UserId,
    /// The company they work for, for providers.
    pub provider: Option<ProviderId>,
    /// Their roles in the project; none when they do not belong to it.
    pub roles: Vec<Role>,
}

/// A group of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// 1, 2 or 3.
    pub level: u8,
    /// The company whose people they are, at level 3.
    pub provider: Option<ProviderId>,
}

/// A provider company of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Provider {
    /// Its id.
    pub id: ProviderId,
}

/// What making an account takes.
#[derive(Clone, Debug)]
pub struct NewPerson<'a> {
    /// The name they sign in with.
    pub username: &'a str,
    /// The name people read.
    pub display_name: &'a str,
    /// Where notices go.
    pub email: Option<&'a str>,
    /// Telephone or extension.
    pub phone: Option<&'a str>,
    /// The part of the organisation they work in.
    pub area: Option<&'a str>,
    /// The language they read.
    pub locale: Locale,
    /// The hash of their password, for local accounts.
    pub password_hash: Option<&'a str>,
    /// The company they work for, for providers.
    pub provider: Option<ProviderId>,
}

/// How to reach a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// The name people read.
    pub display_name: String,
    /// Where letters go.
    pub email: Option<String>,
    /// The language they read.
    pub locale: Locale,
}
