//! When the scheduler must look at a ticket next. That one instant is stored beside the ticket,
//! so that the scheduler asks only for what is due.

use chrono::{DateTime, TimeDelta, Utc};
use contract::tickets::Status;
use std::fmt;
use std::str::FromStr;

/// How far a clock's bad news has been told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Announced {
    /// Nothing yet.
    Nothing,
    /// That time runs short.
    Warning,
    /// That time has run out.
    Breach,
}

impl Announced {
    /// The word in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Nothing => "none",
            Self::Warning => "warning",
            Self::Breach => "breach",
        }
    }
}

impl fmt::Display for Announced {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Announced {
    type Err = contract::UnknownWord;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        [Self::Nothing, Self::Warning, Self::Breach]
            .into_iter()
            .find(|announced| announced.as_str() == word)
            .ok_or(contract::UnknownWord { vocabulary: "Announced" })
    }
}

/// A clock that has not been stopped, with what was told of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Running {
    /// When its warning is due; none while paused.
    pub warn_at: Option<DateTime<Utc>>,
    /// When it runs out; none while paused.
    pub due_at: Option<DateTime<Utc>>,
    /// How far that has been told.
    pub announced: Announced,
}

impl Running {
    /// What is to be told at `now`, if anything. Whoever comes late to both tells only the breach.
    #[must_use]
    pub fn news(&self, now: DateTime<Utc>) -> Option<Announced> {
        let passed = |instant: Option<DateTime<Utc>>| instant.is_some_and(|instant| instant < now);
        if passed(self.due_at) && self.announced < Announced::Breach {
            Some(Announced::Breach)
        } else if passed(self.warn_at) && self.announced < Announced::Warning {
            Some(Announced::Warning)
        } else {
            None
        }
    }

    /// When there will be something to tell.
    fn next(&self) -> Option<DateTime<Utc>> {
        match self.announced {
            Announced::Nothing => self.warn_at.min(self.due_at).or(self.due_at),
            Announced::Warning => self.due_at,
            Announced::Breach => None,
        }
    }
}

/// Everything about a ticket that time alone can bring about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timers {
    /// Where the ticket is.
    pub status: Status,
    /// The attention clock, until it is opened.
    pub attention: Option<Running>,
    /// The resolution clock, until it is resolved.
    pub resolution: Option<Running>,
    /// When silence counts as acceptance.
    pub acceptance_due_at: Option<DateTime<Utc>>,
    /// When the requester is next reminded of that.
    pub reminder_at: Option<DateTime<Utc>>,
    /// When a wait ends by itself.
    pub pending_until: Option<DateTime<Utc>>,
}

impl Timers {
    /// The first instant at which the scheduler has something to do.
    #[must_use]
    pub fn next(&self) -> Option<DateTime<Utc>> {
        if self.status == Status::Closed {
            return None;
        }
        let clocks = [self.attention, self.resolution].into_iter().flatten().filter_map(|clock| clock.next());
        clocks.chain(self.acceptance_due_at).chain(self.reminder_at).chain(self.pending_until).min()
    }
}

/// When the requester is next reminded that silence will count as acceptance: each of the hours before
/// `due_at` that is still to come, the first of them first. One that is over when a solution is given is left
/// out.
#[must_use]
pub fn next_reminder(due_at: DateTime<Utc>, hours: &[u32], now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    hours.iter().map(|hours| due_at - TimeDelta::hours((*hours).into())).filter(|at| *at > now).min()
}
