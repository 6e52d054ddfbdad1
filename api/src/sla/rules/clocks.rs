//! The clocks of a ticket, derived from its events.
//!
//! A clock is a target and a list of [`Mark`]s; nothing is counted up as time goes by, so nothing
//! can be forgotten when a priority, an agreement or a calendar changes, and any past moment can
//! be asked for by giving it as `now`. The caller chooses the marks:
//!
//! - attention: [`Started`](Mark::Started) at registration, [`Stopped`](Mark::Stopped) when an
//!   agent opens the ticket, never paused (TC-PD-15 §7.2);
//! - resolution: started at registration, stopped at resolution, [`Restarted`](Mark::Restarted)
//!   when the requester reopens, [`Paused`](Mark::Paused) for those reasons only that the
//!   agreement names.
//!
//! An instant that was reached is late one moment later: what runs out at 17:00:00 is met by a
//! stop at 17:00:00 and breached at 17:00:01, although no service time passes in the evening.

mod acceptance;
mod explanation;
mod life;

use chrono::{DateTime, TimeDelta, Utc};

pub use acceptance::{ACCEPTANCE_HOURS, AcceptanceWindow, acceptance_due};
pub use explanation::{Explained, Explanation, explain};

use self::life::{Life, Phase};
use super::service_hours::ServiceHours;

/// How much service time there is, and when to warn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// Service time until the clock is due, in minutes.
    pub minutes: u32,
    /// The share of the target after which to warn, in percent; more than 100 counts as 100.
    pub warning_percent: u8,
}

/// A step of a clock's life and when it was taken.
///
/// Marks are given in the order in which they happened. One that makes no sense where it stands
/// (a pause of a stopped clock, a second start) changes nothing, and an instant before the mark's
/// predecessor's (replicas whose clocks differ) counts as that predecessor's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// The clock began to run.
    Started(DateTime<Utc>),
    /// The clock was put on hold, or is so for another reason from now on.
    Paused {
        /// When.
        at: DateTime<Utc>,
        /// What the ticket waits for.
        reason: String,
        /// Who paused it; `None` for the system.
        by: Option<String>,
    },
    /// The clock ran on after a pause.
    Resumed(DateTime<Utc>),
    /// What the clock measures was achieved.
    Stopped(DateTime<Utc>),
    /// It turned out not to be achieved: the clock runs on with the time it had, and the time it
    /// stood still is not counted.
    Restarted(DateTime<Utc>),
}

/// What the marks of a clock amount to at a given moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// The target, in minutes of service time.
    pub target_minutes: u32,
    /// When the warning share is, or was, used up. As for `due_at`, a stopped clock keeps the one
    /// that applied and a paused one has it only if it has passed.
    pub warn_at: Option<DateTime<Utc>>,
    /// When the target is, or was, used up. After a pause it is computed anew from what remains.
    /// `None` before the start, while paused (nothing is due, unless it is breached already) and
    /// where the calendar has no service time ahead.
    pub due_at: Option<DateTime<Utc>>,
    /// When the clock stopped, as it truly was, within service hours or not.
    pub stopped_at: Option<DateTime<Utc>>,
    /// The service time used until the stop or now, in whole seconds.
    pub service_seconds: i64,
    /// How the clock stands.
    pub state: ClockState,
}

/// How a clock stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClockState {
    /// Time is left, more than what one warns of; also a clock that has not started.
    Running,
    /// Time is left, but the warning share is used up.
    Warning,
    /// On hold, with time left.
    Paused,
    /// Stopped in time.
    Met,
    /// The due instant passed while the clock ran. It stays so, paused, stopped or restarted.
    Breached,
}

/// What `marks` make of `target` as of `now`. Marks later than `now` are not looked at.
#[must_use]
pub fn derive(hours: &ServiceHours, target: Target, marks: &[Mark], now: DateTime<Utc>) -> Clock {
    let life = Life::read(marks, now);
    let warn_at = life.used_up_at(hours, target.warning());
    let due_at = life.used_up_at(hours, target.service());
    Clock {
        target_minutes: target.minutes,
        warn_at,
        due_at,
        stopped_at: life.stopped_at(),
        service_seconds: life.service(hours).num_seconds(),
        state: match life.phase {
            _ if life.has_passed(due_at) => ClockState::Breached,
            Phase::Stopped => ClockState::Met,
            Phase::Paused { .. } => ClockState::Paused,
            _ if warn_at.is_some_and(|warn_at| warn_at <= now) => ClockState::Warning,
            Phase::Unstarted | Phase::Running => ClockState::Running,
        },
    }
}

impl Target {
    fn service(self) -> TimeDelta {
        TimeDelta::minutes(self.minutes.into())
    }

    fn warning(self) -> TimeDelta {
        let percent = i64::from(self.warning_percent.min(100));
        TimeDelta::milliseconds(i64::from(self.minutes) * 60_000 / 100 * percent)
    }
}

impl Mark {
    /// When the step was taken.
    #[must_use]
    pub fn at(&self) -> DateTime<Utc> {
        match self {
            Self::Started(at)
            | Self::Paused { at, .. }
            | Self::Resumed(at)
            | Self::Stopped(at)
            | Self::Restarted(at) => *at,
        }
    }
}

#[cfg(test)]
mod tests;
