use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::sla::rules::examples::{any_hours, any_instant};

fn any_target() -> impl Strategy<Value = Target> {
    (0_u32..10_000, 0_u8..=120).prop_map(|(minutes, warning_percent)| Target { minutes, warning_percent })
}

/// A start and up to eight more marks in any order, sensible or not, hours or days apart.
fn any_marks() -> impl Strategy<Value = Vec<Mark>> {
    let step = (0_u8..4, 0_i64..5 * 86_400_000);
    (any_instant(), vec(step, 0..8)).prop_map(|(start, steps)| {
        let mut at = start;
        let mut marks = vec![Mark::Started(at)];
        for (kind, milliseconds) in steps {
            at += TimeDelta::milliseconds(milliseconds);
            marks.push(match kind {
                0 => Mark::Paused { at, reason: "requester".to_owned(), by: None },
                1 => Mark::Resumed(at),
                2 => Mark::Stopped(at),
                _ => Mark::Restarted(at),
            });
        }
        marks
    })
}

/// How long after the start one looks, in milliseconds.
fn any_age() -> impl Strategy<Value = TimeDelta> {
    (0_i64..60 * 86_400_000).prop_map(TimeDelta::milliseconds)
}

fn length(stretch: &Explained) -> TimeDelta {
    stretch.until - stretch.from
}

fn counted(stretches: &[Explained]) -> TimeDelta {
    stretches.iter().filter(|stretch| stretch.why == Explanation::Counted).map(length).sum()
}

proptest! {
    #[test]
    fn an_explanation_covers_the_life_of_the_clock(
        hours in any_hours(),
        target in any_target(),
        marks in any_marks(),
        age in any_age(),
    ) {
        let start = marks[0].at();
        let now = start + age;
        let clock = derive(&hours, target, &marks, now);

        let mut reached = start;
        for stretch in explain(&hours, target, &marks, now) {
            prop_assert_eq!(stretch.from, reached);
            prop_assert!(stretch.from < stretch.until);
            reached = stretch.until;
        }
        prop_assert_eq!(reached, clock.stopped_at.unwrap_or(now));
    }

    #[test]
    fn what_an_explanation_counts_is_what_the_clock_shows(
        hours in any_hours(),
        target in any_target(),
        marks in any_marks(),
        age in any_age(),
    ) {
        let now = marks[0].at() + age;
        let clock = derive(&hours, target, &marks, now);
        let explained = explain(&hours, target, &marks, now);

        prop_assert_eq!(counted(&explained).num_seconds(), clock.service_seconds);
        let last = explained.last().map_or(0, |stretch| stretch.counted_seconds);
        prop_assert_eq!(last, clock.service_seconds);
    }

    #[test]
    fn what_is_late_is_what_ran_beyond_the_target(
        hours in any_hours(),
        target in any_target(),
        marks in any_marks(),
        age in any_age(),
    ) {
        let now = marks[0].at() + age;
        let clock = derive(&hours, target, &marks, now);
        let (late, in_time): (Vec<_>, Vec<_>) = explain(&hours, target, &marks, now)
            .into_iter()
            .partition(|stretch| stretch.late);

        if clock.state == ClockState::Breached {
            prop_assert_eq!(counted(&in_time), target.service());
            prop_assert_eq!(late.first().map(|stretch| stretch.from), clock.due_at);
        } else {
            prop_assert!(counted(&in_time) <= target.service());
            prop_assert!(late.is_empty());
        }
    }

    #[test]
    fn as_time_goes_by_a_breach_remains_and_none_begins_while_paused(
        hours in any_hours(),
        target in any_target(),
        marks in any_marks(),
        age in any_age(),
        more in any_age(),
    ) {
        let now = marks[0].at() + age;
        let before = derive(&hours, target, &marks, now);
        let after = derive(&hours, target, &marks, now + more);
        let same_marks_later = marks.iter().filter(|mark| mark.at() <= now).cloned();
        let untouched = derive(&hours, target, &same_marks_later.collect::<Vec<_>>(), now + more);

        prop_assert!(after.service_seconds >= before.service_seconds);
        match before.state {
            ClockState::Breached => {
                prop_assert_eq!(after.state, ClockState::Breached);
                prop_assert_eq!(after.due_at, before.due_at);
            }
            ClockState::Paused => {
                prop_assert_eq!(before.due_at, None);
                prop_assert_eq!(untouched, before);
            }
            ClockState::Met => prop_assert_eq!(untouched, before),
            ClockState::Running | ClockState::Warning => {
                prop_assert_eq!(untouched.due_at, before.due_at);
            }
        }
    }

    #[test]
    fn resuming_is_never_a_breach_in_itself(
        hours in any_hours(),
        target in any_target(),
        marks in any_marks(),
        pause in any_age(),
    ) {
        let last = marks[marks.len() - 1].at();
        let mut marks = marks;
        let resumed_at = last + pause;
        if derive(&hours, target, &marks, last).state == ClockState::Paused {
            marks.push(Mark::Resumed(resumed_at));
            let clock = derive(&hours, target, &marks, resumed_at);
            prop_assert_ne!(clock.state, ClockState::Breached);
            prop_assert!(clock.due_at.is_none_or(|due_at| due_at >= resumed_at));
        }
    }

    #[test]
    fn an_untouched_clock_is_due_when_its_calendar_says(
        hours in any_hours(),
        target in any_target(),
        start in any_instant(),
        age in any_age(),
    ) {
        let now = start + age;
        let clock = derive(&hours, target, &[Mark::Started(start)], now);

        prop_assert_eq!(clock.due_at, hours.due(start, target.minutes));
        prop_assert_eq!(clock.service_seconds, hours.elapsed(start, now).num_seconds());
        let is_late = clock.due_at.is_some_and(|due_at| due_at < now);
        prop_assert_eq!(clock.state == ClockState::Breached, is_late);
    }
}
