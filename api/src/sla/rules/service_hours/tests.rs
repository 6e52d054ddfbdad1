mod clock_changes;
mod properties;
mod week;

use chrono::TimeDelta;
use chrono_tz::{America, Asia};

use super::super::examples::{bogota, date, desk, every_day, never, opening, utc};
use super::*;

const CASES: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/service_hours.csv"));

/// The kinds of an explanation and how long each lasts, in minutes.
fn summary(intervals: &[Interval]) -> Vec<(Why, i64)> {
    intervals.iter().map(|interval| (interval.why.clone(), interval.length().num_minutes())).collect()
}

fn holiday(name: &str) -> Why {
    Why::Holiday(name.to_owned())
}

#[test]
fn the_sixty_checked_cases() {
    let hours = desk();
    let mut cases = 0;
    for line in CASES.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let [registered_at, minutes, due_at, until, seconds] = fields[..] else {
            panic!("five fields expected: {line}");
        };
        let (from, until) = (utc(registered_at), utc(until));
        let due = hours.due(from, minutes.parse().expect("minutes"));
        assert_eq!(due, Some(utc(due_at)), "due: {line}");
        let elapsed = hours.elapsed(from, until).num_seconds();
        assert_eq!(elapsed, seconds.parse::<i64>().expect("seconds"), "elapsed: {line}");
        cases += 1;
    }
    assert_eq!(cases, 60);
}

#[test]
fn the_incident_of_a_friday_afternoon_before_a_holiday() {
    let due = desk().due(bogota("2026-11-13 16:30"), 60);

    assert_eq!(due, Some(bogota("2026-11-17 08:00")));
}

#[test]
fn the_same_incident_before_an_ordinary_monday() {
    let due = desk().due(bogota("2026-11-06 16:30"), 60);

    assert_eq!(due, Some(bogota("2026-11-09 08:00")));
}

#[test]
fn time_that_runs_out_at_closing_is_due_at_closing() {
    let hours = desk();

    let exactly = hours.due(bogota("2026-11-06 16:30"), 30);
    let a_minute_more = hours.due(bogota("2026-11-06 16:30"), 31);

    assert_eq!(exactly, Some(bogota("2026-11-06 17:00")));
    assert_eq!(a_minute_more, Some(bogota("2026-11-09 07:31")));
}

#[test]
fn the_instant_of_closing_is_outside_and_that_of_opening_inside() {
    let hours = desk();
    let closing = bogota("2026-11-06 17:00");
    let opening = bogota("2026-11-09 07:30");
    let second = TimeDelta::seconds(1);

    assert_eq!(hours.elapsed(closing - second, closing), second);
    assert_eq!(hours.elapsed(closing, opening), TimeDelta::zero());
    assert_eq!(hours.elapsed(opening, opening + second), second);
}

#[test]
fn no_minutes_are_due_at_the_first_instant_that_counts() {
    let hours = desk();

    for (from, due) in [
        ("2026-11-06 12:00", "2026-11-06 12:00"),
        ("2026-11-06 07:30", "2026-11-06 07:30"),
        ("2026-11-06 06:00", "2026-11-06 07:30"),
        ("2026-11-06 17:00", "2026-11-09 07:30"),
    ] {
        assert_eq!(hours.due(bogota(from), 0), Some(bogota(due)), "{from}");
    }
}

#[test]
fn a_calendar_without_service_time_ahead_is_never_due() {
    let noon = bogota("2026-11-06 12:00");

    assert_eq!(never().due(noon, 0), None);
    assert_eq!(never().due(noon, 60), None);
    assert_eq!(never().next_service_day_end(noon), None);
    assert_eq!(desk().due(noon, u32::MAX), None);
}

#[test]
fn the_ends_of_time_have_an_answer() {
    let (first, last) = (DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC);
    for time_zone in [America::Bogota, Asia::Tokyo] {
        let hours = every_day(time_zone, 9 * 60, 17 * 60);
        let two_days = TimeDelta::days(2);
        assert!(hours.due(first, 60).is_some());
        assert!(hours.elapsed(first, first + two_days) >= TimeDelta::hours(8));
        assert_eq!(hours.due(last, 60), None);
        assert!(hours.elapsed(last - two_days, last) >= TimeDelta::hours(8));
        assert_eq!(hours.elapsed(last, last), TimeDelta::zero());
    }
}

#[test]
fn service_time_is_looked_for_five_years_ahead_and_no_further() {
    let noon = bogota("2026-11-06 12:00");
    let closed_for = |days| ServiceHours {
        holidays: noon.date_naive().iter_days().take(days).map(|date| (date, "Cierre".to_owned())).collect(),
        ..desk()
    };

    assert!(closed_for(4 * 366).due(noon, 60).is_some());
    assert!(closed_for(4 * 366).next_service_day_end(noon).is_some());
    assert_eq!(closed_for(6 * 366).due(noon, 60), None);
    assert_eq!(closed_for(6 * 366).next_service_day_end(noon), None);
}

#[test]
fn less_than_no_time_is_due_as_no_time_is() {
    let noon = bogota("2026-11-06 12:00");

    let due = desk().due_after(noon, TimeDelta::minutes(-10));

    assert_eq!(due, Some(noon));
}

#[test]
fn years_are_walked_day_by_day_without_counting_nights_and_weekends() {
    let from = bogota("2024-01-01 00:00");
    let until = bogota("2031-01-01 00:00");
    let service_days = from
        .date_naive()
        .iter_days()
        .take_while(|date| *date < until.date_naive())
        .filter(|date| date.weekday().num_days_from_monday() < 5)
        .filter(|date| !desk().holidays.contains_key(date))
        .count();

    let elapsed = desk().elapsed(from, until);

    assert_eq!(elapsed, TimeDelta::minutes(570) * i32::try_from(service_days).expect("few"));
}

#[test]
fn nothing_elapses_backwards() {
    let (monday, friday) = (bogota("2026-11-09 12:00"), bogota("2026-11-13 12:00"));

    assert_eq!(desk().elapsed(friday, monday), TimeDelta::zero());
    assert_eq!(desk().elapsed(friday, friday), TimeDelta::zero());
    assert_eq!(desk().intervals(friday, monday), []);
    assert_eq!(desk().intervals(friday, friday), []);
}

#[test]
fn a_span_over_a_long_weekend_is_explained_without_gaps() {
    let intervals = desk().intervals(bogota("2026-11-13 16:30"), bogota("2026-11-17 08:00"));

    let expected = [
        ("2026-11-13 16:30", Why::Open),
        ("2026-11-13 17:00", Why::Closed),
        ("2026-11-16 00:00", holiday("Independencia de Cartagena")),
        ("2026-11-17 00:00", Why::Closed),
        ("2026-11-17 07:30", Why::Open),
    ];
    let begun: Vec<_> = intervals.iter().map(|interval| (interval.from, interval.why.clone())).collect();
    assert_eq!(begun, expected.map(|(from, why)| (bogota(from), why)));
    assert_eq!(intervals[4].until, bogota("2026-11-17 08:00"));
}

#[test]
fn neighbouring_holidays_stay_apart_and_days_of_one_name_are_one() {
    let mut hours = desk();
    for day in ["2026-12-29", "2026-12-30", "2026-12-31"] {
        hours.holidays.insert(date(day), "Cierre de año".to_owned());
    }

    let holy_week = hours.intervals(bogota("2026-04-02 00:00"), bogota("2026-04-04 00:00"));
    let year_end = hours.intervals(bogota("2026-12-29 00:00"), bogota("2027-01-02 00:00"));

    let day = 24 * 60;
    assert_eq!(summary(&holy_week), [(holiday("Jueves Santo"), day), (holiday("Viernes Santo"), day)]);
    assert_eq!(summary(&year_end), [(holiday("Cierre de año"), 3 * day), (holiday("Año Nuevo"), day)]);
}

#[test]
fn a_service_around_the_clock_has_no_hole_at_midnight() {
    let hours = every_day(America::Bogota, 0, 24 * 60);
    let (from, until) = (bogota("2026-11-13 16:30"), bogota("2026-11-17 08:00"));

    assert_eq!(hours.elapsed(from, until), until - from);
    assert_eq!(summary(&hours.intervals(from, until)).len(), 1);
    assert_eq!(hours.due(bogota("2026-11-13 23:30"), 60), Some(bogota("2026-11-14 00:30")));
}

#[test]
fn the_end_of_the_next_service_day() {
    for (instant, end) in [
        ("2026-11-05 18:00", "2026-11-06 17:00"),
        ("2026-11-06 06:00", "2026-11-09 17:00"),
        ("2026-11-06 17:30", "2026-11-09 17:00"),
        ("2026-11-13 10:00", "2026-11-17 17:00"),
        ("2026-11-15 10:00", "2026-11-17 17:00"),
    ] {
        assert_eq!(desk().next_service_day_end(bogota(instant)), Some(bogota(end)), "{instant}");
    }

    let with_a_lunch_break = ServiceHours {
        week: Week::new(std::array::from_fn(|_| vec![opening(8 * 60, 12 * 60), opening(13 * 60, 18 * 60)]))
            .expect("a week"),
        ..desk()
    };
    assert_eq!(
        with_a_lunch_break.next_service_day_end(bogota("2026-11-05 18:00")),
        Some(bogota("2026-11-06 18:00"))
    );
}
