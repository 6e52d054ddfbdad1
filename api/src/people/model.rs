//! Who can be put in charge of a ticket.

use crate::ids::{GroupId, ProjectId, ProviderId, UserId};
use chrono::{DateTime, Utc};
use contract::auth::{Locale, Role, UserKind};

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
    /// Whether tickets may be put in its charge.
    pub active: bool,
}

/// A provider company of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Provider {
    /// Its id.
    pub id: ProviderId,
}

/// An account, as administrators keep it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Account {
    /// Its id.
    pub(super) id: UserId,
    /// Whether it is a person's, or a program's.
    pub(super) kind: UserKind,
    /// The name they sign in with.
    pub(super) username: String,
    /// The name people read.
    pub(super) display_name: String,
    /// Where notices go.
    pub(super) email: Option<String>,
    /// Telephone or extension.
    pub(super) phone: Option<String>,
    /// The part of the organisation they work in.
    pub(super) area: Option<String>,
    /// The language they read.
    pub(super) locale: Locale,
    /// The company they work for.
    pub(super) provider: Option<ProviderId>,
    /// Whether they may sign in.
    pub(super) active: bool,
    /// Whether this desk keeps a password of theirs.
    pub(super) has_password: bool,
    /// When it was made.
    pub(super) created_at: DateTime<Utc>,
    /// Rises with every change.
    pub(super) version: i64,
    /// What they are, project by project.
    pub(super) memberships: Vec<(ProjectId, Role)>,
}

impl Account {
    /// What they are in a project.
    pub(super) fn roles_in(&self, project: ProjectId) -> Vec<Role> {
        self.memberships.iter().filter(|(id, _)| *id == project).map(|(_, role)| *role).collect()
    }

    /// The project they belong to, if it is a single one.
    pub(super) fn only_project(&self) -> Option<ProjectId> {
        let (first, _) = self.memberships.first()?;
        self.memberships.iter().all(|(project, _)| project == first).then_some(*first)
    }

    /// The projects in which they have the role.
    pub(super) fn projects_as(&self, wanted: Role) -> Vec<ProjectId> {
        self.memberships.iter().filter(|(_, role)| *role == wanted).map(|(id, _)| *id).collect()
    }
}

/// A group with its settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct GroupSettings {
    /// Its id.
    pub(super) id: GroupId,
    /// Its project.
    pub(super) project: ProjectId,
    /// Its short name.
    pub(super) key: String,
    /// The name people read.
    pub(super) name: String,
    /// 1, 2 or 3.
    pub(super) level: u8,
    /// The company whose people they are, at level 3.
    pub(super) provider: Option<ProviderId>,
    /// Whether tickets may be put in its charge.
    pub(super) active: bool,
    /// Rises with every change.
    pub(super) version: i64,
}

/// A provider company with its settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ProviderSettings {
    /// Its id.
    pub(super) id: ProviderId,
    /// Its project.
    pub(super) project: ProjectId,
    /// Its short name.
    pub(super) key: String,
    /// The name people read.
    pub(super) name: String,
    /// Whether tickets may be put in its charge.
    pub(super) active: bool,
    /// Rises with every change.
    pub(super) version: i64,
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
