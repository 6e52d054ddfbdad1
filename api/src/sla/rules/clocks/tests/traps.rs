//! What sank other desks, one test each (design/traps.md, "Clocks").

use super::*;
use crate::sla::rules::examples::every_day;

#[test]
fn pause_time_survives_a_change_of_priority_or_agreement() {
    let marks = [started("2026-11-09 08:00"), paused("2026-11-09 09:00"), resumed("2026-11-11 09:00")];
    let now = "2026-11-11 09:30";

    let before = clock(DAY, &marks, now);
    let after = clock(Target { minutes: 240, ..DAY }, &marks, now);

    assert_eq!(before.service_seconds, 90 * 60);
    assert_eq!(after.service_seconds, 90 * 60);
    assert_eq!(after.due_at, Some(bogota("2026-11-11 12:00")));
    assert_eq!(after.state, ClockState::Running);
}

#[test]
fn nothing_is_breached_while_pending_however_long() {
    let marks = [started("2026-11-09 08:00"), paused("2026-11-09 08:59")];

    for now in ["2026-11-09 09:00:01", "2026-11-20 12:00", "2028-11-20 12:00"] {
        let clock = clock(HOUR, &marks, now);
        assert_eq!(clock.state, ClockState::Paused, "{now}");
        assert_eq!(clock.due_at, None, "{now}");
    }
}

#[test]
fn leaving_pending_does_not_breach_at_once() {
    let marks = [started("2026-11-09 08:00"), paused("2026-11-09 08:59"), resumed("2026-11-20 12:00")];

    for (now, expected) in [
        ("2026-11-20 12:00", ClockState::Warning),
        ("2026-11-20 12:01", ClockState::Warning),
        ("2026-11-20 12:01:01", ClockState::Breached),
    ] {
        let clock = clock(HOUR, &marks, now);
        assert_eq!(clock.state, expected, "{now}");
        assert_eq!(clock.due_at, Some(bogota("2026-11-20 12:01")), "{now}");
    }
}

#[test]
fn a_pause_at_the_very_due_instant_is_no_breach_until_the_clock_runs_again() {
    let marks = [started("2026-11-12 09:00"), paused("2026-11-12 10:00"), resumed("2026-11-12 15:00")];

    for (now, expected) in [
        ("2026-11-12 12:00", ClockState::Paused),
        ("2026-11-12 15:00", ClockState::Warning),
        ("2026-11-12 15:00:01", ClockState::Breached),
    ] {
        assert_eq!(state(HOUR, &marks, now), expected, "{now}");
    }
}

#[test]
fn leaving_pending_outside_service_hours_leaves_the_rest_for_the_next_day() {
    let marks = [started("2026-11-12 08:00"), paused("2026-11-12 08:40"), resumed("2026-11-13 19:00")];

    let clock = clock(HOUR, &marks, "2026-11-14 10:00");

    assert_eq!(clock.due_at, Some(bogota("2026-11-17 07:50")));
    assert_eq!(clock.state, ClockState::Running);
}

#[test]
fn the_time_a_reopened_ticket_stood_solved_is_neither_counted_nor_pending() {
    let marks = [
        started("2026-11-09 08:00"),
        paused("2026-11-09 09:00"),
        resumed("2026-11-09 10:00"),
        stopped("2026-11-09 11:00"),
        restarted("2026-11-11 08:00"),
    ];
    let now = bogota("2026-11-11 08:30");

    let clock = derive(&desk(), DAY, &marks, now);
    let explained = explain(&desk(), DAY, &marks, now);

    assert_eq!(clock.service_seconds, (60 + 60 + 30) * 60);
    assert_eq!(clock.due_at, Some(bogota("2026-11-11 15:30")));
    assert_eq!(clock.stopped_at, None);
    assert_eq!(clock.state, ClockState::Running);
    let solved: Vec<_> = explained
        .iter()
        .filter(|stretch| stretch.why == Explanation::Stopped)
        .map(|stretch| (stretch.from, stretch.until))
        .collect();
    assert_eq!(solved, [(bogota("2026-11-09 11:00"), bogota("2026-11-11 08:00"))]);
    let pending: TimeDelta = explained
        .iter()
        .filter(|stretch| matches!(stretch.why, Explanation::Paused { .. }))
        .map(|stretch| stretch.until - stretch.from)
        .sum();
    assert_eq!(pending, TimeDelta::hours(1));
}

#[test]
fn a_target_of_days_is_service_days_and_not_24_hours_each() {
    let three_days = Target { minutes: 3 * 570, ..DAY };

    let clock = clock(three_days, &[started("2026-11-12 12:00")], "2026-11-15 12:00");

    assert_eq!(clock.due_at, Some(bogota("2026-11-18 12:00")));
    assert_eq!(clock.service_seconds, (5 * 60 + 570) * 60);
}

#[test]
fn attention_outside_hours_keeps_its_true_instant_beside_its_measure() {
    let marks = [started("2026-11-14 10:00"), stopped("2026-11-14 10:07:42")];

    let clock = clock(HOUR, &marks, "2026-11-18 10:00");

    assert_eq!(clock.stopped_at, Some(bogota("2026-11-14 10:07:42")));
    assert_eq!(clock.service_seconds, 0);
    assert_eq!(clock.state, ClockState::Met);
    assert_eq!(clock.due_at, Some(bogota("2026-11-17 08:30")));
}

#[test]
fn no_second_is_lost_at_midnight() {
    let around_the_clock = every_day(chrono_tz::America::Bogota, 0, 24 * 60);
    let marks = [started("2026-11-13 23:30")];

    let clock = derive(&around_the_clock, HOUR, &marks, bogota("2026-11-14 00:20"));

    assert_eq!(clock.service_seconds, 50 * 60);
    assert_eq!(clock.due_at, Some(bogota("2026-11-14 00:30")));
}

#[test]
fn two_holidays_on_one_monday_are_one_day_off_that_names_both() {
    let marks = [started("2025-06-27 16:30")];
    let now = bogota("2025-07-01 07:45");

    let clock = derive(&desk(), HOUR, &marks, now);
    let explained = explain(&desk(), HOUR, &marks, now);

    assert_eq!(clock.due_at, Some(bogota("2025-07-01 08:00")));
    let holidays: Vec<_> = explained
        .into_iter()
        .filter(|stretch| matches!(stretch.why, Explanation::Holiday(_)))
        .map(|stretch| (stretch.until - stretch.from, stretch.why))
        .collect();
    let both = "Sagrado Corazón de Jesús / San Pedro y San Pablo".to_owned();
    assert_eq!(holidays, [(TimeDelta::hours(24), Explanation::Holiday(both))]);
}
