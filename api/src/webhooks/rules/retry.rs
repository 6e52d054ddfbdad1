//! When to try again, and when to give up.

use chrono::{DateTime, TimeDelta, Utc};

/// Seconds to wait after each failed try, as Standard Webhooks suggests; after the last it is given up.
const WAITS: [i64; 7] = [5, 5 * 60, 30 * 60, 2 * 3600, 5 * 3600, 10 * 3600, 10 * 3600];

/// A webhook at which nothing has arrived for so long is switched off.
const PATIENCE: TimeDelta = TimeDelta::days(5);

/// The answer that nobody is there any more (RFC 9110 §15.5.11).
const GONE: u16 = 410;

/// What an answer's status means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// It has arrived.
    Delivered,
    /// Nobody is there, and nobody will be.
    Gone,
    /// It has not arrived.
    Failed,
}

/// What a status means; without one, no answer came.
#[must_use]
pub fn meaning(status: Option<u16>) -> Meaning {
    match status {
        Some(200..=299) => Meaning::Delivered,
        Some(GONE) => Meaning::Gone,
        _ => Meaning::Failed,
    }
}

/// When to try again what has failed once more after `attempts` failed tries; never after the last.
#[must_use]
pub fn next_try(attempts: i32, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let seconds = WAITS.get(usize::try_from(attempts).ok()?)?;
    Some(now + TimeDelta::seconds(*seconds))
}

/// Whether nothing has arrived for too long.
#[must_use]
pub fn is_hopeless(failing_since: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now - failing_since >= PATIENCE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_tried_for_about_a_day() {
        let now = DateTime::UNIX_EPOCH;
        assert_eq!(next_try(0, now), Some(now + TimeDelta::seconds(5)));
        assert_eq!(next_try(6, now), Some(now + TimeDelta::hours(10)));
        assert_eq!(next_try(7, now), None);
        assert_eq!(next_try(-1, now), None);
        let all: i64 = WAITS.iter().sum();
        assert!((24 * 3600..30 * 3600).contains(&all), "{all} seconds");
    }

    #[test]
    fn only_a_2xx_has_arrived() {
        for delivered in [200, 201, 202, 204, 299] {
            assert_eq!(meaning(Some(delivered)), Meaning::Delivered, "{delivered}");
        }
        for failed in [100, 199, 300, 301, 302, 307, 308, 400, 404, 409, 411, 429, 500, 503] {
            assert_eq!(meaning(Some(failed)), Meaning::Failed, "{failed}");
        }
        assert_eq!(meaning(Some(410)), Meaning::Gone);
        assert_eq!(meaning(None), Meaning::Failed);
    }

    #[test]
    fn hope_ends_after_five_days() {
        let since = DateTime::UNIX_EPOCH;
        assert!(!is_hopeless(since, since + PATIENCE - TimeDelta::seconds(1)));
        assert!(is_hopeless(since, since + PATIENCE));
    }
}
