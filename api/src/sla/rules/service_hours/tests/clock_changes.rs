//! Zones whose clocks move, which those of Bogotá do not.

use chrono::TimeDelta;
use chrono_tz::{America, Asia, Europe, Pacific};

use crate::sla::rules::examples::{at, every_day, utc};

#[test]
fn an_opening_in_which_clocks_go_forward_is_an_hour_shorter() {
    for (zone, day) in [(America::New_York, "2026-03-08"), (Europe::Madrid, "2026-03-29")] {
        let hours = every_day(zone, 60, 5 * 60);
        let from = at(zone, &format!("{day} 00:00"));
        let until = at(zone, &format!("{day} 12:00"));
        assert_eq!(hours.elapsed(from, until), TimeDelta::hours(3), "{zone}");
        assert_eq!(hours.due(from, 120), Some(at(zone, &format!("{day} 04:00"))), "{zone}");
    }
}

#[test]
fn an_opening_in_which_clocks_go_back_is_an_hour_longer() {
    for (zone, day) in [(America::New_York, "2026-11-01"), (Europe::Madrid, "2026-10-25")] {
        let hours = every_day(zone, 30, 5 * 60);
        let from = at(zone, &format!("{day} 00:00"));
        let until = at(zone, &format!("{day} 12:00"));
        assert_eq!(hours.elapsed(from, until), TimeDelta::minutes(330), "{zone}");
        assert_eq!(hours.due(from, 240), Some(at(zone, &format!("{day} 03:30"))), "{zone}");
    }
}

#[test]
fn an_opening_that_begins_when_no_clock_shows_it_begins_at_the_skip() {
    for (zone, skip) in
        [(America::New_York, "2026-03-08T07:00:00Z"), (Europe::Madrid, "2026-03-29T01:00:00Z")]
    {
        let hours = every_day(zone, 2 * 60 + 30, 5 * 60);
        let before = utc(skip) - TimeDelta::hours(1);
        assert_eq!(hours.due(before, 0), Some(utc(skip)), "{zone}");
        assert_eq!(hours.elapsed(before, before + TimeDelta::hours(12)), TimeDelta::hours(2), "{zone}");
    }
}

#[test]
fn an_opening_that_lies_in_the_skip_does_not_happen() {
    for (zone, day) in [(America::New_York, "2026-03-08"), (Europe::Madrid, "2026-03-29")] {
        let hours = every_day(zone, 2 * 60 + 10, 2 * 60 + 50);
        let from = at(zone, &format!("{day} 00:00"));
        let until = at(zone, &format!("{day} 23:00"));
        assert_eq!(hours.elapsed(from, until), TimeDelta::zero(), "{zone}");
        assert_eq!(hours.intervals(from, until).len(), 1, "{zone}");
        assert_eq!(hours.next_service_day_end(from - TimeDelta::hours(12)), hours.due(until, 40), "{zone}");
    }
}

#[test]
fn a_time_that_clocks_show_twice_means_the_first() {
    for (zone, first_one_thirty) in
        [(America::New_York, "2026-11-01T05:30:00Z"), (Europe::Madrid, "2026-10-25T00:30:00Z")]
    {
        let twice = if zone == America::New_York { 1 } else { 2 };
        let until_half_past = every_day(zone, 0, twice * 60 + 30);
        let from_half_past = every_day(zone, twice * 60 + 30, 12 * 60);
        let half_past = utc(first_one_thirty);
        let before = half_past - TimeDelta::minutes(20);
        let after = half_past + TimeDelta::minutes(80);
        assert_eq!(until_half_past.elapsed(before, after), TimeDelta::minutes(20), "{zone}");
        assert_eq!(from_half_past.elapsed(before, after), TimeDelta::minutes(80), "{zone}");
    }
}

#[test]
fn days_without_a_midnight_and_days_that_never_were() {
    let beirut = every_day(Asia::Beirut, 0, 24 * 60);
    let (from, until) = (utc("2024-03-30T12:00:00Z"), utc("2024-03-31T12:00:00Z"));
    assert_eq!(beirut.elapsed(from, until), TimeDelta::hours(24));

    let apia = every_day(Pacific::Apia, 9 * 60, 17 * 60);
    let thursday_noon = at(Pacific::Apia, "2011-12-29 12:00");
    let saturday_noon = at(Pacific::Apia, "2011-12-31 12:00");
    assert_eq!(saturday_noon - thursday_noon, TimeDelta::hours(24));
    assert_eq!(apia.elapsed(thursday_noon, saturday_noon), TimeDelta::hours(8));
}
