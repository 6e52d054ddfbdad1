//! Service time: what a calendar says of the instants between two others.
//!
//! A calendar is a time zone, a week of openings and holidays. Everything it answers comes from
//! one walk over its days, cut into pieces that are open, closed or holiday, so that the due
//! instant, the time elapsed and the explanation shown to people cannot disagree.
//!
//! Instants are UTC and intervals half open. Local times become instants by one rule, which keeps
//! neighbouring pieces neighbours: a local time that clocks show twice means the first of the two,
//! one that they skip means the instant of the skip. Service time is real time: an opening in
//! which clocks go back is an hour longer.

mod tally;
mod week;

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::{GapInfo, Tz};

pub use tally::Tally;
pub use week::{Opening, Week};

/// A service calendar: when time counts (TC-PD-15 §7.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceHours {
    /// The zone in which the week and the holidays are meant.
    pub time_zone: Tz,
    /// The local hours of service of each weekday.
    pub week: Week,
    /// Local dates without service, with the name people see.
    pub holidays: BTreeMap<NaiveDate, String>,
}

/// A stretch of time of one kind: from `from` to just before `until`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interval {
    /// The first instant of the stretch.
    pub from: DateTime<Utc>,
    /// The first instant after it.
    pub until: DateTime<Utc>,
    /// Whether it counts, and if not, why.
    pub why: Why,
}

/// Why an interval counts as service time, or does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Within service hours.
    Open,
    /// Outside service hours, or a day of the week without any.
    Closed,
    /// A holiday, by its name.
    Holiday(String),
}

/// How far ahead service time is looked for. A calendar that is closed for longer, or for good,
/// answers `None` instead of being walked for ever.
const HORIZON: TimeDelta = TimeDelta::days(5 * 366);

impl ServiceHours {
    /// The instant at which `minutes` of service time, counted from `from`, have run out; `None`
    /// when that is more than five years away.
    ///
    /// Time that runs out exactly at closing is due at closing, not at the next opening. No
    /// minutes at all are due at the first instant that would count: `from` itself within service
    /// hours, else the next opening.
    #[must_use]
    pub fn due(&self, from: DateTime<Utc>, minutes: u32) -> Option<DateTime<Utc>> {
        self.due_after(from, TimeDelta::minutes(minutes.into()))
    }

    /// As [`due`](Self::due), for an amount of service time that need not be in whole minutes:
    /// what remains of a target after a pause. A negative amount counts as none.
    #[must_use]
    pub fn due_after(&self, from: DateTime<Utc>, service: TimeDelta) -> Option<DateTime<Utc>> {
        let mut left = service.max(TimeDelta::zero());
        for open in self.open_pieces(from, from.checked_add_signed(HORIZON)?) {
            if left <= open.length() {
                return Some(open.from + left);
            }
            left -= open.length();
        }
        None
    }

    /// The service time between two instants; none when `until` is not after `from`.
    #[must_use]
    pub fn elapsed(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> TimeDelta {
        self.open_pieces(from, until).map(|open| open.length()).sum()
    }

    /// Explains the span between two instants: intervals in order, without gaps, the first
    /// beginning at `from` and the last ending at `until`. Neighbours of one kind are one
    /// interval, so a weekend is a single closed one; holidays of different names stay apart.
    /// Empty when `until` is not after `from`.
    #[must_use]
    pub fn intervals(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> Vec<Interval> {
        let mut merged: Vec<Interval> = Vec::new();
        for piece in self.pieces(from, until) {
            match merged.last_mut() {
                Some(last) if last.why == piece.why => last.until = piece.until,
                _ => merged.push(piece),
            }
        }
        merged
    }

    /// When the first service day after the local day of `instant` closes for the last time;
    /// `None` when there is no such day within five years.
    #[must_use]
    pub fn next_service_day_end(&self, instant: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let horizon = instant.checked_add_signed(HORIZON)?;
        self.local_date(instant)
            .iter_days()
            .skip(1)
            .map(|date| self.day(date))
            .take_while(|day| day.iter().all(|piece| piece.from < horizon))
            .find_map(|day| day.into_iter().rfind(Interval::is_open))
            .map(|last| last.until)
    }

    fn open_pieces(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> impl Iterator<Item = Interval> {
        self.pieces(from, until).filter(Interval::is_open)
    }

    /// The span cut at every opening, closing and local midnight.
    fn pieces(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> impl Iterator<Item = Interval> {
        self.local_date(from)
            .iter_days()
            .flat_map(|date| self.day(date))
            .take_while(move |piece| piece.from < until)
            .filter_map(move |piece| piece.within(from, until))
    }

    /// One local day, whole, cut at its openings and closings.
    fn day(&self, date: NaiveDate) -> Vec<Interval> {
        let whole_day = self.piece(Opening::WHOLE_DAY, date, Why::Closed);
        if let Some(name) = self.holidays.get(&date) {
            return vec![Interval { why: Why::Holiday(name.clone()), ..whole_day }];
        }
        let mut pieces = Vec::new();
        let mut closed = whole_day.clone();
        for &opening in self.week.openings(date.weekday()) {
            let open = self.piece(opening, date, Why::Open);
            closed.until = open.from;
            pieces.push(closed);
            closed = Interval { from: open.until, ..whole_day.clone() };
            pieces.push(open);
        }
        pieces.push(closed);
        pieces.retain(|piece| piece.from < piece.until);
        pieces
    }

    fn piece(&self, opening: Opening, date: NaiveDate, why: Why) -> Interval {
        let (from, until) = opening.on(date);
        Interval { from: self.instant(from), until: self.instant(until), why }
    }

    fn instant(&self, local: NaiveDateTime) -> DateTime<Utc> {
        self.time_zone
            .from_local_datetime(&local)
            .earliest()
            .or_else(|| GapInfo::new(&local, &self.time_zone)?.end)
            .map_or_else(|| local.and_utc(), |instant| instant.to_utc())
    }

    fn local_date(&self, instant: DateTime<Utc>) -> NaiveDate {
        let utc = instant.naive_utc();
        let offset = self.time_zone.offset_from_utc_datetime(&utc).fix();
        utc.checked_add_offset(offset).unwrap_or(utc).date()
    }
}

impl Interval {
    /// How long the interval is in real time.
    #[must_use]
    pub fn length(&self) -> TimeDelta {
        self.until - self.from
    }

    /// Whether the interval is service time.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.why == Why::Open
    }

    /// The part of the interval that lies between two instants, if any does.
    fn within(self, from: DateTime<Utc>, until: DateTime<Utc>) -> Option<Self> {
        let part = Self { from: self.from.max(from), until: self.until.min(until), why: self.why };
        (part.from < part.until).then_some(part)
    }
}

#[cfg(test)]
mod tests;
