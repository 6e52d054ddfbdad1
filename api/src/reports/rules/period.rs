//! Which days a report is about, and which instants they begin and end at.

use super::ZONE;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeZone, Utc};

/// How many days a report has at most: a leap year.
const MOST_DAYS: i64 = 366;

/// How many days it has when nothing is said.
const USUAL_DAYS: u64 = 30;

/// Whole days, the first and the last included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Its first instant.
    pub starts_at: DateTime<Utc>,
    /// The first instant after it.
    pub ends_at: DateTime<Utc>,
}

/// Why a period is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsound {
    /// It ends before it begins.
    Backwards,
    /// It has more than 366 days, or days that no calendar has.
    TooLong,
}

/// The period between two days, by default the 30 days up to today.
pub fn asked(from: Option<NaiveDate>, to: Option<NaiveDate>, now: DateTime<Utc>) -> Result<Period, Unsound> {
    let to = to.unwrap_or_else(|| now.with_timezone(&ZONE).date_naive());
    let usual = || to.checked_sub_days(Days::new(USUAL_DAYS - 1));
    let from = from.or_else(usual).ok_or(Unsound::TooLong)?;
    if to < from {
        return Err(Unsound::Backwards);
    }
    if (to - from).num_days() >= MOST_DAYS {
        return Err(Unsound::TooLong);
    }
    let next = to.succ_opt().ok_or(Unsound::TooLong)?;
    let (starts_at, ends_at) = begin(from).zip(begin(next)).ok_or(Unsound::TooLong)?;
    Ok(Period { from, to, starts_at, ends_at })
}

impl Period {
    /// Its days, in order, each with its first instant and the first after it.
    pub fn days(self) -> impl Iterator<Item = (NaiveDate, DateTime<Utc>, DateTime<Utc>)> {
        let day = |date: NaiveDate| Some((date, begin(date)?, begin(date.succ_opt()?)?));
        self.from.iter_days().take_while(move |date| *date <= self.to).filter_map(day)
    }
}

/// The first instant of a day within the four centuries in which dates make sense here.
fn begin(day: NaiveDate) -> Option<DateTime<Utc>> {
    let sensible = NaiveDate::from_ymd_opt(1900, 1, 1)?..NaiveDate::from_ymd_opt(2300, 1, 1)?;
    if !sensible.contains(&day) {
        return None;
    }
    ZONE.from_local_datetime(&day.and_time(NaiveTime::MIN)).earliest().map(|instant| instant.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a sound day")
    }

    fn now() -> DateTime<Utc> {
        // Still the evening of the tenth in Bogotá.
        "2026-11-11T03:00:00Z".parse().expect("a sound instant")
    }

    #[test]
    fn by_default_the_thirty_days_up_to_today_in_bogota() {
        let period = asked(None, None, now()).expect("sound");
        assert_eq!((period.from, period.to), (day("2026-10-12"), day("2026-11-10")));
        assert_eq!(period.starts_at.to_rfc3339(), "2026-10-12T05:00:00+00:00");
        assert_eq!(period.ends_at.to_rfc3339(), "2026-11-11T05:00:00+00:00");
        assert_eq!(period.days().count(), 30);
        assert!(period.days().zip(period.days().skip(1)).all(|((_, _, end), (_, start, _))| end == start));
    }

    #[test]
    fn one_end_may_be_left_out() {
        let since = asked(Some(day("2026-11-01")), None, now()).expect("sound");
        assert_eq!(since.to, day("2026-11-10"));
        let until = asked(None, Some(day("2026-03-01")), now()).expect("sound");
        assert_eq!(until.from, day("2026-01-31"));
    }

    #[test]
    fn a_period_has_between_one_day_and_a_leap_year() {
        let days = |from: &str, to: &str| {
            asked(Some(day(from)), Some(day(to)), now()).map(|period| period.days().count())
        };
        assert_eq!(days("2026-11-10", "2026-11-10"), Ok(1));
        assert_eq!(days("2024-01-01", "2024-12-31"), Ok(366));
        assert_eq!(days("2024-01-01", "2025-01-01"), Err(Unsound::TooLong));
        assert_eq!(days("2026-11-10", "2026-11-09"), Err(Unsound::Backwards));
        assert_eq!(days("9000-01-01", "9000-01-02"), Err(Unsound::TooLong));
        assert_eq!(asked(None, Some(NaiveDate::MIN), now()), Err(Unsound::TooLong));
        assert_eq!(asked(Some(NaiveDate::MAX), Some(NaiveDate::MAX), now()), Err(Unsound::TooLong));
    }
}
