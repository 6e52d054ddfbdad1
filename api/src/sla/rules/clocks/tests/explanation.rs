use super::*;

/// What an explanation says, a line a stretch, in the local time of Bogotá.
fn told(marks: &[Mark], target: Target, now: &str) -> Vec<String> {
    explain(&desk(), target, marks, bogota(now))
        .into_iter()
        .map(|stretch| {
            let local = |instant: DateTime<Utc>| {
                instant.with_timezone(&chrono_tz::America::Bogota).format("%a %H:%M").to_string()
            };
            let why = match stretch.why {
                Explanation::Counted => "counted".to_owned(),
                Explanation::Closed => "closed".to_owned(),
                Explanation::Holiday(name) => name,
                Explanation::Paused { reason, by } => {
                    format!("{reason} by {}", by.as_deref().unwrap_or("system"))
                }
                Explanation::Stopped => "stopped".to_owned(),
            };
            let late = if stretch.late { ", late" } else { "" };
            format!(
                "{} to {}: {why}, {} min{late}",
                local(stretch.from),
                local(stretch.until),
                stretch.counted_seconds / 60
            )
        })
        .collect()
}

#[test]
fn why_did_it_breach() {
    let marks = [
        started("2026-11-13 15:00"),
        paused("2026-11-13 15:20"),
        resumed("2026-11-13 16:40"),
        stopped("2026-11-17 08:30"),
    ];

    assert_eq!(
        told(&marks, HOUR, "2026-11-20 10:00"),
        [
            "Fri 15:00 to Fri 15:20: counted, 20 min",
            "Fri 15:20 to Fri 16:40: third_party by Ana, 20 min",
            "Fri 16:40 to Fri 17:00: counted, 40 min",
            "Fri 17:00 to Mon 00:00: closed, 40 min",
            "Mon 00:00 to Tue 00:00: Independencia de Cartagena, 40 min",
            "Tue 00:00 to Tue 07:30: closed, 40 min",
            "Tue 07:30 to Tue 07:50: counted, 60 min",
            "Tue 07:50 to Tue 08:30: counted, 100 min, late",
        ]
    );
}

#[test]
fn a_change_of_reason_is_two_pauses() {
    let marks = [
        started("2026-11-12 09:00"),
        paused("2026-11-12 09:10"),
        Mark::Paused { at: bogota("2026-11-12 09:40"), reason: "parts".to_owned(), by: None },
        resumed("2026-11-12 09:50"),
    ];

    assert_eq!(
        told(&marks, HOUR, "2026-11-12 10:00"),
        [
            "Thu 09:00 to Thu 09:10: counted, 10 min",
            "Thu 09:10 to Thu 09:40: third_party by Ana, 10 min",
            "Thu 09:40 to Thu 09:50: parts by system, 10 min",
            "Thu 09:50 to Thu 10:00: counted, 20 min",
        ]
    );
}

#[test]
fn steps_that_took_no_time_leave_no_stretch() {
    let marks = [
        started("2026-11-12 09:00"),
        paused("2026-11-12 09:10"),
        resumed("2026-11-12 09:10"),
        stopped("2026-11-12 09:20"),
        restarted("2026-11-12 09:20"),
    ];

    assert_eq!(
        told(&marks, HOUR, "2026-11-12 09:30"),
        [
            "Thu 09:00 to Thu 09:10: counted, 10 min",
            "Thu 09:10 to Thu 09:20: counted, 20 min",
            "Thu 09:20 to Thu 09:30: counted, 30 min",
        ]
    );
}

#[test]
fn a_pause_and_a_reopening_after_the_breach_are_late_too() {
    let marks = [
        started("2026-11-12 09:00"),
        paused("2026-11-12 10:30"),
        stopped("2026-11-12 11:00"),
        restarted("2026-11-12 11:30"),
    ];

    assert_eq!(
        told(&marks, HOUR, "2026-11-12 12:00"),
        [
            "Thu 09:00 to Thu 10:00: counted, 60 min",
            "Thu 10:00 to Thu 10:30: counted, 90 min, late",
            "Thu 10:30 to Thu 11:00: third_party by Ana, 90 min, late",
            "Thu 11:00 to Thu 11:30: stopped, 90 min, late",
            "Thu 11:30 to Thu 12:00: counted, 120 min, late",
        ]
    );
}

#[test]
fn time_that_ran_out_at_closing_is_late_from_there() {
    let marks = [started("2026-11-12 16:00"), stopped("2026-11-12 20:00")];

    assert_eq!(
        told(&marks, HOUR, "2026-11-13 10:00"),
        ["Thu 16:00 to Thu 17:00: counted, 60 min", "Thu 17:00 to Thu 20:00: closed, 60 min, late",]
    );
}

#[test]
fn a_clock_that_has_not_run_has_nothing_to_explain() {
    let now = "2026-11-12 08:00";

    assert!(told(&[], HOUR, now).is_empty());
    assert!(told(&[started("2026-11-12 09:00")], HOUR, now).is_empty());
    assert!(told(&[started(now)], HOUR, now).is_empty());
}
