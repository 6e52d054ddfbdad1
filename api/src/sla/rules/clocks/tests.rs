mod acceptance;
mod explanation;
mod properties;
mod traps;

use chrono::TimeDelta;

use super::super::examples::{bogota, desk, never};
use super::*;

const HOUR: Target = Target { minutes: 60, warning_percent: 75 };
const DAY: Target = Target { minutes: 570, warning_percent: 75 };

fn started(at: &str) -> Mark {
    Mark::Started(bogota(at))
}

fn paused(at: &str) -> Mark {
    Mark::Paused { at: bogota(at), reason: "third_party".to_owned(), by: Some("Ana".to_owned()) }
}

fn resumed(at: &str) -> Mark {
    Mark::Resumed(bogota(at))
}

fn stopped(at: &str) -> Mark {
    Mark::Stopped(bogota(at))
}

fn restarted(at: &str) -> Mark {
    Mark::Restarted(bogota(at))
}

fn clock(target: Target, marks: &[Mark], now: &str) -> Clock {
    derive(&desk(), target, marks, bogota(now))
}

fn state(target: Target, marks: &[Mark], now: &str) -> ClockState {
    clock(target, marks, now).state
}

#[test]
fn a_running_clock_says_when_it_warns_and_is_due() {
    let clock = clock(HOUR, &[started("2026-11-13 16:30")], "2026-11-13 16:40");

    let expected = Clock {
        target_minutes: 60,
        warn_at: Some(bogota("2026-11-17 07:45")),
        due_at: Some(bogota("2026-11-17 08:00")),
        stopped_at: None,
        service_seconds: 600,
        state: ClockState::Running,
    };
    assert_eq!(clock, expected);
}

#[test]
fn it_warns_at_the_share_and_is_breached_one_moment_after_the_due_instant() {
    let marks = [started("2026-11-12 09:00")];

    for (now, expected) in [
        ("2026-11-12 09:00", ClockState::Running),
        ("2026-11-12 09:44:59", ClockState::Running),
        ("2026-11-12 09:45", ClockState::Warning),
        ("2026-11-12 10:00", ClockState::Warning),
        ("2026-11-12 10:00:01", ClockState::Breached),
        ("2026-11-12 23:00", ClockState::Breached),
    ] {
        assert_eq!(state(HOUR, &marks, now), expected, "{now}");
    }
}

#[test]
fn a_stop_at_the_due_instant_is_in_time_and_one_a_second_later_is_not() {
    let in_time = [started("2026-11-12 09:00"), stopped("2026-11-12 10:00")];
    let too_late = [started("2026-11-12 09:00"), stopped("2026-11-12 10:00:01")];

    let (met, breached) =
        (clock(HOUR, &in_time, "2026-11-20 10:00"), clock(HOUR, &too_late, "2026-11-20 10:00"));

    assert_eq!(met.state, ClockState::Met);
    assert_eq!(met.due_at, Some(bogota("2026-11-12 10:00")));
    assert_eq!(met.stopped_at, Some(bogota("2026-11-12 10:00")));
    assert_eq!(met.service_seconds, 3600);
    assert_eq!(breached.state, ClockState::Breached);
    assert_eq!(breached.due_at, Some(bogota("2026-11-12 10:00")));
    assert_eq!(breached.service_seconds, 3601);
}

#[test]
fn time_that_runs_out_at_closing_is_breached_in_the_evening() {
    let opened_in_time = [started("2026-11-12 16:00"), stopped("2026-11-12 17:00")];
    let opened_at_night = [started("2026-11-12 16:00"), stopped("2026-11-12 20:00")];

    assert_eq!(state(HOUR, &opened_in_time, "2026-11-13 09:00"), ClockState::Met);
    let late = clock(HOUR, &opened_at_night, "2026-11-13 09:00");
    assert_eq!(late.state, ClockState::Breached);
    assert_eq!(late.due_at, Some(bogota("2026-11-12 17:00")));
    assert_eq!(late.service_seconds, 3600);
}

#[test]
fn nothing_is_due_while_paused_and_the_rest_is_due_after_it() {
    let marks = [started("2026-11-12 09:00"), paused("2026-11-12 09:20"), resumed("2026-11-12 15:00")];

    let on_hold = clock(HOUR, &marks, "2026-11-12 14:00");
    let running = clock(HOUR, &marks, "2026-11-12 15:00");

    assert_eq!(on_hold.state, ClockState::Paused);
    assert_eq!((on_hold.warn_at, on_hold.due_at), (None, None));
    assert_eq!(on_hold.service_seconds, 20 * 60);
    assert_eq!(running.state, ClockState::Running);
    assert_eq!(running.warn_at, Some(bogota("2026-11-12 15:25")));
    assert_eq!(running.due_at, Some(bogota("2026-11-12 15:40")));
    assert_eq!(running.service_seconds, 20 * 60);
}

#[test]
fn a_warning_that_was_given_is_kept_while_paused() {
    let marks = [started("2026-11-12 09:00"), paused("2026-11-12 09:50")];

    let clock = clock(HOUR, &marks, "2026-11-12 14:00");

    assert_eq!(clock.state, ClockState::Paused);
    assert_eq!(clock.warn_at, Some(bogota("2026-11-12 09:45")));
    assert_eq!(clock.due_at, None);
}

#[test]
fn a_breached_clock_stays_breached_and_keeps_its_due_instant() {
    let marks = [
        started("2026-11-12 09:00"),
        paused("2026-11-12 10:30"),
        stopped("2026-11-12 12:00"),
        restarted("2026-11-12 14:00"),
    ];

    for now in ["2026-11-12 10:15", "2026-11-12 11:00", "2026-11-12 13:00", "2026-11-12 15:00"] {
        let clock = clock(HOUR, &marks, now);
        assert_eq!(clock.state, ClockState::Breached, "{now}");
        assert_eq!(clock.due_at, Some(bogota("2026-11-12 10:00")), "{now}");
    }
}

#[test]
fn a_clock_may_be_stopped_while_paused() {
    let marks = [started("2026-11-12 09:00"), paused("2026-11-12 09:20"), stopped("2026-11-12 15:00")];

    let clock = clock(HOUR, &marks, "2026-11-13 09:00");

    assert_eq!(clock.state, ClockState::Met);
    assert_eq!(clock.stopped_at, Some(bogota("2026-11-12 15:00")));
    assert_eq!(clock.due_at, Some(bogota("2026-11-12 15:40")));
    assert_eq!(clock.service_seconds, 20 * 60);
}

#[test]
fn a_clock_without_a_start_or_not_yet_started_has_nothing_due() {
    let later = [started("2026-11-12 09:00")];

    for marks in [&[][..], &later[..], &[paused("2026-11-12 07:00")]] {
        let clock = clock(HOUR, marks, "2026-11-12 08:00");
        let expected = Clock {
            target_minutes: 60,
            warn_at: None,
            due_at: None,
            stopped_at: None,
            service_seconds: 0,
            state: ClockState::Running,
        };
        assert_eq!(clock, expected);
    }
}

#[test]
fn a_past_moment_can_be_asked_for() {
    let marks = [started("2026-11-12 09:00"), stopped("2026-11-12 09:30")];

    let before_the_stop = clock(HOUR, &marks, "2026-11-12 09:10");

    assert_eq!(before_the_stop.state, ClockState::Running);
    assert_eq!(before_the_stop.stopped_at, None);
    assert_eq!(before_the_stop.service_seconds, 600);
}

#[test]
fn marks_that_make_no_sense_change_nothing() {
    let sensible = [
        started("2026-11-12 09:00"),
        paused("2026-11-12 09:10"),
        resumed("2026-11-12 09:20"),
        stopped("2026-11-12 09:30"),
    ];
    let [start, pause, resume, stop] = sensible.clone();
    let with_nonsense = [
        resumed("2026-11-12 08:00"),
        stopped("2026-11-12 08:00"),
        start,
        started("2026-11-12 09:05"),
        restarted("2026-11-12 09:05"),
        resumed("2026-11-12 09:05"),
        pause,
        resume,
        stop,
        stopped("2026-11-12 09:40"),
        paused("2026-11-12 09:45"),
        resumed("2026-11-12 09:50"),
    ];

    let now = "2026-11-12 12:00";

    assert_eq!(clock(HOUR, &with_nonsense, now), clock(HOUR, &sensible, now));
}

#[test]
fn a_mark_dated_before_the_one_it_follows_counts_as_of_that_one() {
    let marks = [started("2026-11-12 09:00"), paused("2026-11-12 09:20"), resumed("2026-11-12 09:19:58")];

    let clock = clock(HOUR, &marks, "2026-11-12 09:30");

    assert_eq!(clock.state, ClockState::Running);
    assert_eq!(clock.service_seconds, 30 * 60);
    assert_eq!(clock.due_at, Some(bogota("2026-11-12 10:00")));
}

#[test]
fn the_warning_share_is_exact_and_at_most_the_whole() {
    let marks = [started("2026-11-12 09:00")];
    for (minutes, warning_percent, milliseconds) in
        [(1, 1, 600), (60, 0, 0), (60, 33, 1_188_000), (60, 255, 3_600_000)]
    {
        let target = Target { minutes, warning_percent };
        let warn_at = clock(target, &marks, "2026-11-12 09:00").warn_at;
        let expected = bogota("2026-11-12 09:00") + TimeDelta::milliseconds(milliseconds);
        assert_eq!(warn_at, Some(expected), "{warning_percent} % of {minutes}");
    }
}

#[test]
fn a_calendar_without_service_time_is_never_due() {
    let marks = [started("2026-11-12 09:00"), stopped("2026-11-19 09:00")];

    let running = derive(&never(), HOUR, &marks, bogota("2026-11-18 09:00"));
    let met = derive(&never(), HOUR, &marks, bogota("2026-11-20 09:00"));

    assert_eq!((running.due_at, running.state), (None, ClockState::Running));
    assert_eq!((met.due_at, met.state), (None, ClockState::Met));
}
