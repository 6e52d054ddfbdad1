use std::collections::BTreeSet;

use chrono::Weekday;

use super::super::examples::date;
use super::*;
use crate::sla::rules::examples::colombia_by_date;

/// The days off of five years as published in calendars, with 9 July from 2026 on.
const PUBLISHED: [(i32, &[&str]); 5] = [
    (
        2024,
        &[
            "01-01", "01-08", "03-25", "03-28", "03-29", "05-01", "05-13", "06-03", "06-10", "07-01",
            "07-20", "08-07", "08-19", "10-14", "11-04", "11-11", "12-08", "12-25",
        ],
    ),
    (
        2025,
        &[
            "01-01", "01-06", "03-24", "04-17", "04-18", "05-01", "06-02", "06-23", "06-30", "07-20",
            "08-07", "08-18", "10-13", "11-03", "11-17", "12-08", "12-25",
        ],
    ),
    (
        2026,
        &[
            "01-01", "01-12", "03-23", "04-02", "04-03", "05-01", "05-18", "06-08", "06-15", "06-29",
            "07-13", "07-20", "08-07", "08-17", "10-12", "11-02", "11-16", "12-08", "12-25",
        ],
    ),
    (
        2027,
        &[
            "01-01", "01-11", "03-22", "03-25", "03-26", "05-01", "05-10", "05-31", "06-07", "07-05",
            "07-12", "07-20", "08-07", "08-16", "10-18", "11-01", "11-15", "12-08", "12-25",
        ],
    ),
    (
        2028,
        &[
            "01-01", "01-10", "03-20", "04-13", "04-14", "05-01", "05-29", "06-19", "06-26", "07-03",
            "07-10", "07-20", "08-07", "08-21", "10-16", "11-06", "11-13", "12-08", "12-25",
        ],
    ),
];

#[test]
fn the_published_days_off_of_five_years() {
    for (year, published) in PUBLISHED {
        let days_off: Vec<String> =
            colombia_by_date(year..=year).keys().map(|date| date.format("%m-%d").to_string()).collect();
        assert_eq!(days_off, published, "{year}");
    }
}

#[test]
fn sacred_heart_and_saint_peter_share_a_monday_and_are_two_holidays() {
    let monday = date("2025-06-30");

    let names: Vec<&str> = colombia(2025)
        .into_iter()
        .filter(|holiday| holiday.date == monday)
        .map(|holiday| holiday.name)
        .collect();

    assert_eq!(names, ["Sagrado Corazón de Jesús", "San Pedro y San Pablo"]);
    assert_eq!(colombia_by_date(2025..=2025)[&monday], "Sagrado Corazón de Jesús / San Pedro y San Pablo");
}

#[test]
fn days_off_are_fewer_than_holidays_in_four_years_of_twenty() {
    for year in 2024..=2044 {
        let holidays = colombia(year);
        let days_off: BTreeSet<NaiveDate> = holidays.iter().map(|holiday| holiday.date).collect();
        let in_law = if year >= 2026 { 19 } else { 18 };
        let shared = usize::from([2025, 2030, 2038, 2041].contains(&year));
        assert_eq!(holidays.len(), in_law, "{year}");
        assert_eq!(days_off.len(), in_law - shared, "{year}");
    }
}

#[test]
fn chiquinquira_came_in_2026_and_moves_to_monday() {
    let chiquinquira = |year| {
        colombia(year)
            .into_iter()
            .find(|holiday| holiday.name.ends_with("Chiquinquirá"))
            .map(|holiday| holiday.date)
    };

    assert_eq!(chiquinquira(2025), None);
    assert_eq!(chiquinquira(2026), Some(date("2026-07-13")));
    assert_eq!(chiquinquira(2029), Some(date("2029-07-09")));
}

#[test]
fn holidays_come_sorted_and_those_that_move_fall_on_mondays() {
    for year in 1984..=2100 {
        let holidays = colombia(year);
        assert!(holidays.is_sorted(), "{year}");
        let mondays = holidays.iter().filter(|holiday| holiday.date.weekday() == Weekday::Mon).count();
        assert!(mondays >= if year >= 2026 { 11 } else { 10 }, "{year}");
    }
}

#[test]
fn easter_of_ordinary_years_and_of_the_extremes() {
    let published = [
        (1818, 3, 22),
        (1943, 4, 25),
        (1954, 4, 18),
        (1981, 4, 19),
        (2000, 4, 23),
        (2024, 3, 31),
        (2025, 4, 20),
        (2038, 4, 25),
        (2049, 4, 18),
        (2076, 4, 19),
        (2285, 3, 22),
    ];
    for (year, month, day) in published {
        let easter = NaiveDate::from_ymd_opt(year, month, day);
        assert_eq!(easter_sunday(year), easter, "{year}");
    }
}

#[test]
fn a_year_beyond_every_calendar_has_no_holidays() {
    assert_eq!(colombia(i32::MAX), []);
    assert_eq!(colombia(i32::MIN), []);
}
