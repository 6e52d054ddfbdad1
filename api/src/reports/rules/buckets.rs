//! Counts by hour, gathered into the days, weekdays and hours of the day of Bogotá.
//!
//! Engines count by whole hours of UTC, which are whole hours in Bogotá too. What a weekday or an
//! hour of the day is there, is decided here, once for both.

use super::ZONE;
use chrono::{DateTime, Datelike, NaiveDate, Timelike};
use std::collections::BTreeMap;

/// Something counted in an hour of UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hourly {
    /// Which hour: so many of them after 1970-01-01T00:00Z.
    pub hour: i64,
    /// How many.
    pub count: i64,
}

/// The same counts, in three ways.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// By day, without those on which there was nothing.
    pub days: BTreeMap<NaiveDate, i64>,
    /// By weekday, Monday first.
    pub weekdays: [i64; 7],
    /// By hour of the day.
    pub hours: [i64; 24],
}

/// Gathers counts by hour.
#[must_use]
pub fn gathered(counts: &[Hourly]) -> Gathered {
    let mut all = Gathered::default();
    for Hourly { hour, count } in counts {
        let Some(instant) = DateTime::from_timestamp(hour * 3_600, 0) else { continue };
        let local = instant.with_timezone(&ZONE);
        *all.days.entry(local.date_naive()).or_default() += count;
        let weekday = local.weekday().num_days_from_monday() as usize;
        all.weekdays.iter_mut().skip(weekday).take(1).for_each(|sum| *sum += count);
        all.hours.iter_mut().skip(local.hour() as usize).take(1).for_each(|sum| *sum += count);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_is_on_the_day_that_it_is_in_bogota() {
        let hour =
            |text: &str| text.parse::<DateTime<chrono::Utc>>().expect("a sound instant").timestamp() / 3_600;
        // Sunday 23:00, Monday 0:00 and 9:00 in Bogotá.
        let counts = [("2026-11-09T04:00:00Z", 1), ("2026-11-09T05:00:00Z", 2), ("2026-11-09T14:00:00Z", 4)]
            .map(|(text, count)| Hourly { hour: hour(text), count });
        let Gathered { days, weekdays, hours } = gathered(&counts);
        let days: Vec<(String, i64)> =
            days.into_iter().map(|(day, count)| (day.to_string(), count)).collect();
        assert_eq!(days, [("2026-11-08".to_owned(), 1), ("2026-11-09".to_owned(), 6)]);
        assert_eq!(weekdays, [6, 0, 0, 0, 0, 0, 1]);
        assert_eq!((hours[23], hours[0], hours[9], hours.iter().sum::<i64>()), (1, 2, 4, 7));
    }
}
