use chrono::{DateTime, Datelike, DurationRound, TimeDelta, Utc};
use proptest::prelude::*;

use super::super::{Interval, ServiceHours, Tally, Week};
use crate::sla::rules::examples::{any_holidays, any_hours, any_instant, any_zone};

/// Up to a little over a year, in milliseconds.
fn any_length() -> impl Strategy<Value = TimeDelta> {
    (0_i64..400 * 86_400_000).prop_map(TimeDelta::milliseconds)
}

/// Counts the minutes whose local time is service time, by looking at each of them.
fn minutes_counted_one_by_one(hours: &ServiceHours, from: DateTime<Utc>, until: DateTime<Utc>) -> i64 {
    let mut counted = 0;
    let mut minute = from;
    while minute < until {
        let local = minute.with_timezone(&hours.time_zone).naive_local();
        let open = hours
            .week
            .openings(local.weekday())
            .iter()
            .any(|opening| opening.from <= local.time() && local.time() < opening.until);
        if open && !hours.holidays.contains_key(&local.date()) {
            counted += 1;
        }
        minute += TimeDelta::minutes(1);
    }
    counted
}

proptest! {
    #[test]
    fn a_tally_tells_what_the_calendar_tells(
        hours in any_hours(),
        from in any_instant(),
        first in any_length(),
        second in any_length(),
    ) {
        let (start, end) = (from + first, from + first + second);
        let tally = Tally::of(&hours, from..end);
        prop_assert_eq!(tally.elapsed(start, end), hours.elapsed(start, end));
        prop_assert_eq!(tally.elapsed(from, start), hours.elapsed(from, start));
        prop_assert_eq!(tally.elapsed(end, start), TimeDelta::zero());
    }

    #[test]
    fn due_and_elapsed_are_inverse(
        hours in any_hours(),
        from in any_instant(),
        minutes in 0_u32..20_000,
    ) {
        if let Some(due) = hours.due(from, minutes) {
            prop_assert!(due >= from);
            prop_assert_eq!(hours.elapsed(from, due), TimeDelta::minutes(minutes.into()));
        }
    }

    #[test]
    fn due_is_the_first_instant_at_which_the_time_has_run_out(
        hours in any_hours(),
        from in any_instant(),
        minutes in 1_u32..20_000,
    ) {
        if let Some(due) = hours.due(from, minutes) {
            let just_before = due - TimeDelta::milliseconds(1);
            prop_assert!(hours.elapsed(from, just_before) < TimeDelta::minutes(minutes.into()));
        }
    }

    #[test]
    fn what_starts_later_or_takes_longer_is_not_due_earlier(
        hours in any_hours(),
        from in any_instant(),
        later in any_length(),
        minutes in 0_u32..10_000,
        more in 0_u32..10_000,
    ) {
        if let Some(longer_due) = hours.due(from, minutes + more) {
            let due = hours.due(from, minutes);
            prop_assert!(due.is_some_and(|due| due <= longer_due));
            if let Some(later_due) = hours.due(from + later, minutes) {
                prop_assert!(due.is_some_and(|due| due <= later_due));
            }
        }
    }

    #[test]
    fn a_target_may_be_run_in_two_parts(
        hours in any_hours(),
        from in any_instant(),
        first in 0_u32..10_000,
        second in 1_u32..10_000,
    ) {
        if let Some(due) = hours.due(from, first + second) {
            let halfway = hours.due(from, first).expect("earlier than the whole");
            prop_assert_eq!(hours.due(halfway, second), Some(due));
        }
    }

    #[test]
    fn elapsed_is_additive_and_never_more_than_real_time(
        hours in any_hours(),
        from in any_instant(),
        first in any_length(),
        second in any_length(),
    ) {
        let (middle, until) = (from + first, from + first + second);
        let whole = hours.elapsed(from, until);
        prop_assert_eq!(whole, hours.elapsed(from, middle) + hours.elapsed(middle, until));
        prop_assert!(whole >= TimeDelta::zero() && whole <= until - from);
    }

    #[test]
    fn intervals_cover_the_span_and_their_open_time_is_what_elapsed(
        hours in any_hours(),
        from in any_instant(),
        length in any_length(),
    ) {
        let until = from + length;
        let intervals = hours.intervals(from, until);

        let mut reached = from;
        for interval in &intervals {
            prop_assert_eq!(interval.from, reached);
            prop_assert!(interval.from < interval.until);
            reached = interval.until;
        }
        prop_assert_eq!(reached, until);
        prop_assert!(intervals.windows(2).all(|pair| pair[0].why != pair[1].why));
        let open: TimeDelta = intervals
            .iter()
            .filter(|interval| interval.is_open())
            .map(Interval::length)
            .sum();
        prop_assert_eq!(open, hours.elapsed(from, until));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// With openings by day, no clock change can make a local time ambiguous, so that looking at
    /// each minute is right in every zone.
    #[test]
    fn elapsed_agrees_with_counting_minute_by_minute(
        time_zone in any_zone(),
        holidays in any_holidays(),
        from in any_instant(),
        minutes in 0_i64..14 * 24 * 60,
    ) {
        let hours = ServiceHours { time_zone, week: Week::office(), holidays };
        let from = from.duration_trunc(TimeDelta::minutes(1)).expect("in range");
        let until = from + TimeDelta::minutes(minutes);
        let counted = minutes_counted_one_by_one(&hours, from, until);
        prop_assert_eq!(hours.elapsed(from, until), TimeDelta::minutes(counted));
    }
}
