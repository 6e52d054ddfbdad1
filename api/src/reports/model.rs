//! What is counted, before it is shown.

use super::rules::buckets::Hourly;
use super::rules::period::Period;
use crate::ids::{ProjectId, ServiceId};
use chrono::{DateTime, TimeDelta, Utc};
use contract::reference::NamedRef;
use contract::tickets::{Channel, Kind, Status};
use std::collections::BTreeMap;

/// The bounds of the ages of the backlog, in days of 24 hours: TC-PD-15 leaves them open, these
/// are the desk's.
pub(super) const AGES: [u32; 4] = [1, 3, 7, 30];

/// Of which tickets, and when.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    /// Of which projects, by key.
    pub(super) projects: Vec<(ProjectId, NamedRef)>,
    /// In which days.
    pub(super) period: Period,
    /// As seen when.
    pub(super) now: DateTime<Utc>,
}

impl Scope {
    /// Of projects in a period as seen now.
    pub(super) fn new(projects: Vec<(ProjectId, NamedRef)>, period: Period, now: DateTime<Utc>) -> Self {
        Self { projects, period, now }
    }

    /// The ids of its projects.
    pub(super) fn ids(&self) -> Vec<ProjectId> {
        self.projects.iter().map(|(id, _)| *id).collect()
    }

    /// The instant so many days ago.
    pub(super) fn days_ago(&self, days: u32) -> DateTime<Utc> {
        self.now - TimeDelta::days(days.into())
    }
}

/// Everything that a summary counts.
#[derive(Clone, Debug)]
pub(super) struct Counts {
    /// What was registered in the period, by kind and channel.
    pub(super) registered: Vec<Registered>,
    /// The same by hour.
    pub(super) registered_by_hour: Vec<Hourly>,
    /// The services with most of it, most first.
    pub(super) services: Vec<(ServiceId, i64)>,
    /// Service time until attention, of what has been attended.
    pub(super) attention: Attended,
    /// What was resolved in the period, by hour.
    pub(super) resolved: Vec<Resolved>,
    /// What is unresolved now, by status.
    pub(super) backlog: Vec<Unresolved>,
    /// Answers given in the period, by what they say.
    pub(super) answers: Vec<Answers>,
}

/// What was registered of one kind by one channel.
#[derive(Clone, Copy, Debug)]
pub(super) struct Registered {
    pub(super) kind: Kind,
    pub(super) channel: Channel,
    pub(super) all: i64,
    pub(super) escalated: i64,
    pub(super) ever_resolved: i64,
    pub(super) reopened: i64,
    pub(super) rejected: i64,
    pub(super) attention: Kept,
    pub(super) resolution: Kept,
}

/// Whether a time was kept.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Kept {
    /// In how many cases it was promised.
    pub(super) promised: i64,
    /// In how many it was kept.
    pub(super) met: i64,
    /// In how many it was not.
    pub(super) breached: i64,
}

impl std::iter::Sum for Kept {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, one| Self {
            promised: sum.promised + one.promised,
            met: sum.met + one.met,
            breached: sum.breached + one.breached,
        })
    }
}

/// Service time until attention.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Attended {
    /// Of how many cases.
    pub(super) cases: i64,
    /// In all, in seconds.
    pub(super) seconds: i64,
}

/// What was resolved in one hour.
#[derive(Clone, Copy, Debug)]
pub(super) struct Resolved {
    pub(super) hour: i64,
    pub(super) all: i64,
    pub(super) at_level_1: i64,
    pub(super) answered: i64,
    pub(super) accepted: i64,
    pub(super) auto_accepted: i64,
}

/// What is unresolved in one status.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unresolved {
    pub(super) status: Status,
    pub(super) all: i64,
    pub(super) unassigned: i64,
    pub(super) pending: i64,
    /// By age: up to each of [`AGES`], and beyond the last.
    pub(super) by_age: [i64; AGES.len() + 1],
}

/// Answers that say the same.
#[derive(Clone, Copy, Debug)]
pub(super) struct Answers {
    pub(super) satisfied: bool,
    pub(super) score: Option<i32>,
    pub(super) all: i64,
}

/// Answers to the survey of a project that say the same to its questions.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) project: ProjectId,
    pub(super) satisfied: bool,
    /// By question.
    pub(super) scores: BTreeMap<String, u8>,
    pub(super) all: i64,
    /// How many say something in words too.
    pub(super) in_words: i64,
}
