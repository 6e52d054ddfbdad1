//! "¿Por qué venció?": every interval of a clock's life and whether it counted.

use chrono::{DateTime, TimeDelta, Utc};

use super::life::{Life, Phase, Span};
use super::{Mark, Target};
use crate::sla::rules::service_hours::{Interval, ServiceHours, Why};

/// A stretch of a clock's life: from `from` to just before `until`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// The first instant of the stretch.
    pub from: DateTime<Utc>,
    /// The first instant after it.
    pub until: DateTime<Utc>,
    /// Whether it counted, and if not, why.
    pub why: Explanation,
    /// Service time counted from the start of the clock to the end of this stretch, in whole
    /// seconds; that of the last stretch is the clock's `service_seconds`.
    pub counted_seconds: i64,
    /// Whether the stretch lies after the due instant of a breached clock. None straddles it.
    pub late: bool,
}

/// Why a stretch counted, or did not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Explanation {
    /// The clock ran within service hours.
    Counted,
    /// The clock ran, but outside service hours.
    Closed,
    /// The clock ran, but on a holiday of this name.
    Holiday(String),
    /// The clock was on hold.
    Paused {
        /// What the ticket waited for.
        reason: String,
        /// Who paused it; `None` for the system.
        by: Option<String>,
    },
    /// The clock stood still between a stop and a restart: resolved, then reopened.
    Stopped,
}

/// A stretch before it is known what was counted by then: from, until, why.
type Stretch = (DateTime<Utc>, DateTime<Utc>, Explanation);

/// Explains what [`derive`](super::derive) answers for the same arguments: the clock's life from
/// its start to its stop or `now`, in order and without gaps.
#[must_use]
pub fn explain(hours: &ServiceHours, target: Target, marks: &[Mark], now: DateTime<Utc>) -> Vec<Explained> {
    let life = Life::read(marks, now);
    let due_at = life.used_up_at(hours, target.service());
    let mut counted = TimeDelta::zero();
    life.spans
        .iter()
        .flat_map(|span| explain_span(hours, span))
        .flat_map(|stretch| split_at(stretch, due_at))
        .map(|(from, until, why)| {
            if why == Explanation::Counted {
                counted += until - from;
            }
            Explained {
                from,
                until,
                why,
                counted_seconds: counted.num_seconds(),
                late: due_at.is_some_and(|due_at| from >= due_at),
            }
        })
        .collect()
}

fn explain_span(hours: &ServiceHours, span: &Span) -> Vec<Stretch> {
    let why = match &span.phase {
        Phase::Running => {
            return hours
                .intervals(span.from, span.until)
                .into_iter()
                .map(|Interval { from, until, why }| (from, until, why.into()))
                .collect();
        }
        Phase::Paused { reason, by } => Explanation::Paused { reason: reason.clone(), by: by.clone() },
        Phase::Stopped => Explanation::Stopped,
        Phase::Unstarted => return Vec::new(),
    };
    if span.from < span.until { vec![(span.from, span.until, why)] } else { Vec::new() }
}

fn split_at((from, until, why): Stretch, instant: Option<DateTime<Utc>>) -> Vec<Stretch> {
    match instant {
        Some(instant) if from < instant && instant < until => {
            vec![(from, instant, why.clone()), (instant, until, why)]
        }
        _ => vec![(from, until, why)],
    }
}

impl From<Why> for Explanation {
    fn from(why: Why) -> Self {
        match why {
            Why::Open => Self::Counted,
            Why::Closed => Self::Closed,
            Why::Holiday(name) => Self::Holiday(name),
        }
    }
}
