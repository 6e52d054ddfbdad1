//! Calendars and instants for the tests of these rules.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use proptest::collection::{btree_map, btree_set};
use proptest::prelude::*;

use super::holidays::{Holiday, colombia};
use super::service_hours::{Opening, ServiceHours, Week};

/// The desk's own calendar.
pub(super) fn desk() -> ServiceHours {
    ServiceHours {
        time_zone: chrono_tz::America::Bogota,
        week: Week::office(),
        holidays: colombia_by_date(2024..=2030),
    }
}

/// A calendar that is open every day between two times of day, in minutes since midnight.
pub(super) fn every_day(time_zone: Tz, from: u32, until: u32) -> ServiceHours {
    let day = vec![opening(from, until)];
    let week = Week::new(std::array::from_fn(|_| day.clone())).expect("a week");
    ServiceHours { time_zone, week, holidays: BTreeMap::new() }
}

/// A calendar that never opens.
pub(super) fn never() -> ServiceHours {
    ServiceHours { week: Week::new(Default::default()).expect("a week"), ..desk() }
}

pub(super) fn opening(from: u32, until: u32) -> Opening {
    Opening { from: time_of_day(from), until: time_of_day(until) }
}

pub(super) fn utc(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant in RFC 3339")
}

pub(super) fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// An instant by what the clocks of Bogotá show: `2026-11-13 16:30`, with seconds if need be.
pub(super) fn bogota(text: &str) -> DateTime<Utc> {
    at(chrono_tz::America::Bogota, text)
}

/// An instant by what the clocks of a zone show, once only.
pub(super) fn at(time_zone: Tz, text: &str) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S")
        .or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M"))
        .expect("a local time");
    time_zone.from_local_datetime(&local).single().expect("a time that clocks show once").to_utc()
}

/// Zones whose clocks never move, move by an hour or half of one, at midnight, back across
/// midnight, or leave out a whole day.
pub(super) fn any_zone() -> impl Strategy<Value = Tz> {
    prop::sample::select(vec![
        chrono_tz::America::Bogota,
        chrono_tz::America::New_York,
        chrono_tz::Europe::Madrid,
        chrono_tz::Australia::Lord_Howe,
        chrono_tz::America::Havana,
        chrono_tz::America::St_Johns,
        chrono_tz::Pacific::Apia,
    ])
}

pub(super) fn any_instant() -> impl Strategy<Value = DateTime<Utc>> {
    (1_230_000_000_i64..1_900_000_000, 0_u32..1000).prop_map(|(seconds, milliseconds)| {
        DateTime::from_timestamp(seconds, milliseconds * 1_000_000).expect("in range")
    })
}

/// A calendar with up to three openings a day, some days closed, and some holidays.
pub(super) fn any_hours() -> impl Strategy<Value = ServiceHours> {
    let openings = btree_set(0_u32..=24 * 60, 0..=6).prop_map(|edges| {
        let edges: Vec<u32> = edges.into_iter().collect();
        edges.chunks_exact(2).map(|pair| opening(pair[0], pair[1])).collect::<Vec<_>>()
    });
    let week = prop::array::uniform7(openings).prop_map(|days| Week::new(days).expect("a week"));
    (any_zone(), week, any_holidays()).prop_map(|(time_zone, week, holidays)| ServiceHours {
        time_zone,
        week,
        holidays,
    })
}

pub(super) fn any_holidays() -> impl Strategy<Value = BTreeMap<NaiveDate, String>> {
    let date = any_instant().prop_map(|instant| instant.date_naive());
    btree_map(date, "[A-C]", 0..400)
}

fn time_of_day(minutes: u32) -> NaiveTime {
    NaiveTime::MIN + TimeDelta::minutes(minutes.into())
}

/// The days off of some years as a calendar wants them: one name a date, the names of holidays
/// that share a date joined by a slash.
pub(crate) fn colombia_by_date(years: RangeInclusive<i32>) -> BTreeMap<NaiveDate, String> {
    let mut days_off: BTreeMap<NaiveDate, String> = BTreeMap::new();
    for Holiday { date, name } in years.flat_map(colombia) {
        days_off
            .entry(date)
            .and_modify(|names| {
                names.push_str(" / ");
                names.push_str(name);
            })
            .or_insert_with(|| name.to_owned());
    }
    days_off
}
