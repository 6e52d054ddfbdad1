use chrono::Weekday;
use serde_json::json;

use super::super::week::WeekError;
use super::super::{Opening, Week};
use crate::sla::rules::examples::opening;

fn monday(openings: Vec<Opening>) -> Result<Week, WeekError> {
    let mut days: [Vec<Opening>; 7] = Default::default();
    days[0] = openings;
    Week::new(days)
}

#[test]
fn the_office_week_is_monday_to_friday() {
    let week = Week::office();

    assert_eq!(week.openings(Weekday::Mon), [opening(450, 1020)]);
    assert_eq!(week.openings(Weekday::Fri), [opening(450, 1020)]);
    assert_eq!(week.openings(Weekday::Sat), []);
    assert_eq!(week.openings(Weekday::Sun), []);
}

#[test]
fn openings_may_touch_and_end_at_midnight() {
    let openings = vec![opening(0, 60), opening(60, 120), opening(1380, 1440)];

    let week = monday(openings.clone()).expect("touching is allowed");

    assert_eq!(week.openings(Weekday::Mon), openings);
}

#[test]
fn an_opening_that_ends_before_it_begins_is_refused() {
    for refused in [opening(60, 60), opening(120, 60)] {
        let error = WeekError::Empty { day: Weekday::Mon, opening: refused };
        assert_eq!(monday(vec![refused]), Err(error));
    }
}

#[test]
fn openings_that_overlap_or_are_out_of_order_are_refused() {
    for (first, second) in [
        (opening(0, 120), opening(60, 180)),
        (opening(600, 660), opening(0, 60)),
        (opening(600, 1440), opening(660, 720)),
        (opening(600, 660), opening(600, 660)),
    ] {
        let error = WeekError::OutOfOrder { day: Weekday::Mon, opening: second };
        assert_eq!(monday(vec![first, second]), Err(error));
    }
}

#[test]
fn seconds_are_refused_because_the_wire_does_not_carry_them() {
    let with_seconds =
        Opening { until: opening(0, 60).until + chrono::TimeDelta::seconds(1), ..opening(0, 60) };

    let refusal = monday(vec![with_seconds]);

    assert!(matches!(refusal, Err(WeekError::NotWholeMinutes { .. })));
}

#[test]
fn a_week_reads_what_it_writes() {
    let mut days: [Vec<Opening>; 7] = Default::default();
    days[0] = vec![opening(450, 720), opening(780, 1020)];
    days[5] = vec![Opening::WHOLE_DAY];
    let week = Week::new(days).expect("in order");

    let written = serde_json::to_value(&week).expect("JSON");

    let expected = json!({
        "monday": [["07:30", "12:00"], ["13:00", "17:00"]],
        "tuesday": [],
        "wednesday": [],
        "thursday": [],
        "friday": [],
        "saturday": [["00:00", "24:00"]],
        "sunday": [],
    });
    assert_eq!(written, expected);
    assert_eq!(serde_json::from_value::<Week>(written).ok(), Some(week));
}

#[test]
fn an_absent_day_is_closed() {
    let json = json!({ "monday": [["07:30", "17:00"]] });

    let week = serde_json::from_value::<Week>(json).ok();

    assert_eq!(week, monday(vec![opening(450, 1020)]).ok());
}

#[test]
fn json_that_is_no_week_is_refused_in_a_sentence() {
    for (json, sentence) in [
        (json!({ "monday": [["7:30", "17:00"]] }), "\"7:30\" is not a time as HH:MM"),
        (json!({ "monday": [["24:00", "24:00"]] }), "\"24:00\" is not a time as HH:MM"),
        (json!({ "monday": [["07:30", "25:00"]] }), "\"25:00\" is not a time as HH:MM"),
        (json!({ "friday": [["17:00", "07:30"]] }), "Fri: 17:00-07:30 ends before it begins"),
        (
            json!({ "friday": [["08:00", "24:00"], ["09:00", "10:00"]] }),
            "Fri: 09:00-10:00 begins before the opening listed before it has ended",
        ),
        (json!({ "lunes": [] }), "unknown field `lunes`"),
    ] {
        let error = serde_json::from_value::<Week>(json).expect_err(sentence);
        assert!(error.to_string().contains(sentence), "{error}");
    }
}
