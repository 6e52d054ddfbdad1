//! How far away an instant is, in words.

use super::Text;
use chrono::{DateTime, Datelike, NaiveDate, SecondsFormat, TimeDelta, Utc};

/// The zone in which people read times. The desk works in one country; its clocks say so themselves.
pub(super) const ZONE: &str = "America/Bogota";

/// How far Colombia is behind UTC, all year, since 1993.
const BEHIND: TimeDelta = TimeDelta::hours(5);

/// What the browser's controls leave out where they write a date and a time: "2030-01-15T20:30". By way of
/// RFC 3339 they are read and written without the code that reads and writes by any pattern, which weighs
/// more than most pages.
const SECONDS: &str = ":00Z";

/// The instant of a date and time in Bogotá, as the browser's controls write it.
pub(crate) fn at_bogota(local: &str) -> Option<DateTime<Utc>> {
    Some(DateTime::parse_from_rfc3339(&format!("{local}{SECONDS}")).ok()?.to_utc() + BEHIND)
}

/// The day it is in Bogotá at an instant.
pub(crate) fn bogota_day(at: DateTime<Utc>) -> NaiveDate {
    (at - BEHIND).date_naive()
}

/// Whether it is the same year in Bogotá at two instants.
pub(super) fn is_same_year(one: DateTime<Utc>, another: DateTime<Utc>) -> bool {
    bogota_day(one).year() == bogota_day(another).year()
}

/// The date and time in Bogotá at an instant, as the browser's controls write it.
pub(crate) fn in_bogota(at: DateTime<Utc>) -> String {
    let mut written = (at - BEHIND).to_rfc3339_opts(SecondsFormat::Secs, true);
    written.truncate(written.len() - SECONDS.len());
    written
}

/// A length of time, cut to what one says aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Distance {
    Moment,
    Minutes(i64),
    Hours { hours: i64, minutes: i64 },
    Days(i64),
}

/// Cuts a number of seconds to what one says aloud: minutes up to two hours, hours and minutes up to
/// twelve, hours up to two days, then days.
pub(crate) const fn distance(seconds: i64) -> Distance {
    let seconds = seconds.abs();
    match seconds {
        0..60 => Distance::Moment,
        60..7_200 if seconds < 3_600 => Distance::Minutes(seconds / 60),
        3_600..43_200 => Distance::Hours { hours: seconds / 3_600, minutes: seconds % 3_600 / 60 },
        43_200..172_800 => Distance::Hours { hours: seconds / 3_600, minutes: 0 },
        _ => Distance::Days(seconds / 86_400),
    }
}

impl Text {
    /// A length of time: "25 min", "2 h 10 min", "3 días".
    pub(crate) fn duration(&self, seconds: i64) -> String {
        match distance(seconds) {
            Distance::Moment => self.say("duration-moment").to_string(),
            Distance::Minutes(minutes) => {
                self.fill("duration-minutes", &[("minutes", minutes.into())]).to_string()
            }
            Distance::Hours { hours, minutes: 0 } => {
                self.fill("duration-hours", &[("hours", hours.into())]).to_string()
            }
            Distance::Hours { hours, minutes } => self
                .fill("duration-hours-minutes", &[("hours", hours.into()), ("minutes", minutes.into())])
                .to_string(),
            Distance::Days(days) => self.fill("duration-days", &[("days", days.into())]).to_string(),
        }
    }

    /// An instant seen from now: "hace 5 min", "en 2 h"; the date when it is more than a week away.
    pub(crate) fn relative(&self, at: DateTime<Utc>, now: DateTime<Utc>) -> String {
        let seconds = (at - now).num_seconds();
        match distance(seconds) {
            Distance::Moment => self.say("time-now").to_string(),
            Distance::Days(days) if days > 7 => self.date(at, now),
            _ => {
                // Beyond an hour the minutes say nothing.
                let coarse = if seconds.abs() < 3_600 { seconds } else { seconds / 3_600 * 3_600 };
                let key = if seconds < 0 { "time-ago" } else { "time-in" };
                self.fill(key, &[("duration", self.duration(coarse).into())]).to_string()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::auth::Locale;

    #[test]
    fn bogota_is_five_hours_behind() {
        let at = at_bogota("2030-01-15T20:30").unwrap();
        assert_eq!(at.to_rfc3339(), "2030-01-16T01:30:00+00:00");
        assert_eq!(in_bogota(at), "2030-01-15T20:30");
        assert_eq!(bogota_day(at).to_string(), "2030-01-15");
        assert_eq!(at_bogota("mañana"), None);
        assert_eq!(at_bogota("2030-01-15T"), None);
        assert_eq!(in_bogota(at + TimeDelta::seconds(59)), "2030-01-15T20:30");
    }

    #[test]
    fn a_year_ends_at_midnight_in_bogota() {
        let last = at_bogota("2026-12-31T23:59").unwrap();
        assert!(is_same_year(last, at_bogota("2026-01-01T00:00").unwrap()));
        assert!(!is_same_year(last, last + TimeDelta::minutes(1)));
        assert!(!is_same_year(last, last - TimeDelta::days(365)));
    }

    #[test]
    fn lengths_are_cut_to_what_one_says() {
        let text = Text::of(Locale::Es);
        let said =
            [30, 90, 3_599, 3_600, 7_800, 50_000, 172_800, 86_400 * 9].map(|seconds| text.duration(seconds));
        assert_eq!(
            said,
            ["menos de 1 min", "1 min", "59 min", "1 h", "2 h 10 min", "13 h", "2 días", "9 días"]
        );
    }

    #[test]
    fn past_and_future_are_told_apart() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let (es, en) = (Text::of(Locale::Es), Text::of(Locale::En));
        assert_eq!(es.relative(now - chrono::TimeDelta::minutes(5), now), "hace 5 min");
        assert_eq!(es.relative(now + chrono::TimeDelta::minutes(125), now), "en 2 h");
        assert_eq!(en.relative(now - chrono::TimeDelta::days(1), now), "24 h ago");
        assert_eq!(en.relative(now, now), "just now");
    }
}
