//! Stakeholders as services know them.

use crate::ids::{ProjectId, ServiceId, StakeholderId, UserId};
use chrono::{DateTime, Utc};
use contract::stakeholders::{Degree, Occasion};

/// Somebody who has a stake in a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stakeholder {
    /// Its id.
    pub(super) id: StakeholderId,
    /// The project whose incidents it is about.
    pub(super) project: ProjectId,
    /// The service; none for the whole project.
    pub(super) service: Option<ServiceId>,
    /// Who it is.
    pub(super) who: Who,
    /// How much it matters to them.
    pub(super) interest: Degree,
    /// How much they can bring about.
    pub(super) influence: Degree,
    /// What they are told of.
    pub(super) told_of: Vec<Occasion>,
    /// Of incidents of this priority, and of all that are more urgent.
    pub(super) from_priority: u8,
    /// When it was entered.
    pub(super) created_at: DateTime<Utc>,
    /// When it was last changed.
    pub(super) updated_at: DateTime<Utc>,
    /// Rises with every change.
    pub(super) version: i64,
}

/// Who a stakeholder is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// A person.
    Person(UserId),
    /// All the people of an area.
    Area(String),
}

impl Who {
    /// The person, if it is one.
    pub(super) const fn person(&self) -> Option<UserId> {
        match self {
            Self::Person(person) => Some(*person),
            Self::Area(_) => None,
        }
    }

    /// The area, if it is one.
    pub(super) fn area(&self) -> Option<&str> {
        match self {
            Self::Person(_) => None,
            Self::Area(area) => Some(area),
        }
    }
}
