//! Service time of very many spans: the calendar is walked once, not once for each.

use super::{Interval, ServiceHours};
use chrono::{DateTime, TimeDelta, Utc};
use std::ops::Range;

/// The openings of a time, with the service time before each.
#[derive(Debug, Clone)]
pub struct Tally {
    openings: Vec<(DateTime<Utc>, DateTime<Utc>, TimeDelta)>,
}

impl Tally {
    /// Of what `hours` have between two instants; what is asked of it lies between them.
    #[must_use]
    pub fn of(hours: &ServiceHours, time: Range<DateTime<Utc>>) -> Self {
        let mut before = TimeDelta::zero();
        let opening = |open: Interval| {
            let started = before;
            before += open.length();
            (open.from, open.until, started)
        };
        Self { openings: hours.open_pieces(time.start, time.end).map(opening).collect() }
    }

    /// The service time between two instants, as [`ServiceHours::elapsed`] tells it.
    #[must_use]
    pub fn elapsed(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> TimeDelta {
        (self.before(until) - self.before(from)).max(TimeDelta::zero())
    }

    fn before(&self, instant: DateTime<Utc>) -> TimeDelta {
        let begun = self.openings.partition_point(|(from, ..)| *from < instant);
        match begun.checked_sub(1).and_then(|last| self.openings.get(last)) {
            Some((from, until, before)) => *before + (instant.min(*until) - *from),
            None => TimeDelta::zero(),
        }
    }
}
