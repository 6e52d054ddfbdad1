//! The week of a service calendar: which local hours of each weekday are service time.
//!
//! Local times only; [`ServiceHours`](super::ServiceHours) turns them into instants.

use std::fmt;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};
use serde::{Deserialize, Serialize};

/// The service hours of each weekday, in local time.
///
/// In JSON an object of day names, each a list of openings in order; a day that is absent is
/// closed: `{"monday": [["07:30", "12:00"], ["13:00", "17:00"]], "saturday": []}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "WeekShape", into = "WeekShape")]
pub struct Week {
    days: [Vec<Opening>; 7],
}

/// One stretch of service time within a day: from `from` to just before `until`.
///
/// Midnight as `until` is the end of the day, written `24:00` in JSON, so that a service without
/// a pause at midnight (`["00:00", "24:00"]`) has no hole there either.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "[String; 2]", into = "[String; 2]")]
pub struct Opening {
    /// The first local time that counts, in whole minutes.
    pub from: NaiveTime,
    /// The first local time that no longer counts, in whole minutes.
    pub until: NaiveTime,
}

/// Why a list of openings is not a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WeekError {
    /// The text is not a time of day as `HH:MM`.
    NotATime(String),
    /// The opening has seconds, which the wire does not carry.
    NotWholeMinutes {
        /// The day it was given for.
        day: Weekday,
        /// The opening that was refused.
        opening: Opening,
    },
    /// The opening ends before, or as soon as, it begins.
    Empty {
        /// The day it was given for.
        day: Weekday,
        /// The opening that was refused.
        opening: Opening,
    },
    /// The opening begins before the one listed before it has ended.
    OutOfOrder {
        /// The day it was given for.
        day: Weekday,
        /// The opening that was refused.
        opening: Opening,
    },
}

/// A [`Week`] as JSON spells it, before its openings were checked.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct WeekShape {
    monday: Vec<Opening>,
    tuesday: Vec<Opening>,
    wednesday: Vec<Opening>,
    thursday: Vec<Opening>,
    friday: Vec<Opening>,
    saturday: Vec<Opening>,
    sunday: Vec<Opening>,
}

const WEEKDAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

const OFFICE_HOURS: Opening = Opening {
    from: NaiveTime::from_hms_opt(7, 30, 0).expect("07:30 is a time"),
    until: NaiveTime::from_hms_opt(17, 0, 0).expect("17:00 is a time"),
};

/// How the end of the day is written: ISO 8601 tells it apart from its beginning.
const END_OF_DAY: &str = "24:00";

impl Week {
    /// A week from the openings of each day, Monday first: whole minutes, in order, none empty,
    /// none overlapping. Openings may touch.
    pub fn new(days: [Vec<Opening>; 7]) -> Result<Self, WeekError> {
        for (day, openings) in WEEKDAYS.into_iter().zip(&days) {
            check_day(day, openings)?;
        }
        Ok(Self { days })
    }

    /// Monday to Friday from 07:30 to 17:00, the hours of the desk (TC-PD-15 §7.1).
    #[must_use]
    pub fn office() -> Self {
        let workday = vec![OFFICE_HOURS];
        Self {
            days: [
                workday.clone(),
                workday.clone(),
                workday.clone(),
                workday.clone(),
                workday,
                Vec::new(),
                Vec::new(),
            ],
        }
    }

    /// The openings of one weekday in order; none when it is closed.
    #[must_use]
    pub fn openings(&self, day: Weekday) -> &[Opening] {
        &self.days[day.num_days_from_monday() as usize]
    }
}

impl Opening {
    /// From midnight to midnight.
    pub const WHOLE_DAY: Self = Self { from: NaiveTime::MIN, until: NaiveTime::MIN };

    /// The local times at which this opening begins and ends on `date`.
    #[must_use]
    pub fn on(self, date: NaiveDate) -> (NaiveDateTime, NaiveDateTime) {
        let last_day = if self.ends_at_midnight() { date.succ_opt().unwrap_or(date) } else { date };
        (date.and_time(self.from), last_day.and_time(self.until))
    }

    fn lasts_beyond(self, time: NaiveTime) -> bool {
        self.ends_at_midnight() || time < self.until
    }

    fn ends_at_midnight(self) -> bool {
        self.until == NaiveTime::MIN
    }

    fn has_whole_minutes(self) -> bool {
        [self.from, self.until].iter().all(|time| time.second() == 0 && time.nanosecond() == 0)
    }
}

fn check_day(day: Weekday, openings: &[Opening]) -> Result<(), WeekError> {
    let mut previous: Option<Opening> = None;
    for &opening in openings {
        if !opening.has_whole_minutes() {
            return Err(WeekError::NotWholeMinutes { day, opening });
        }
        if !opening.lasts_beyond(opening.from) {
            return Err(WeekError::Empty { day, opening });
        }
        if previous.is_some_and(|previous| previous.lasts_beyond(opening.from)) {
            return Err(WeekError::OutOfOrder { day, opening });
        }
        previous = Some(opening);
    }
    Ok(())
}

impl fmt::Display for WeekError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotATime(text) => write!(formatter, "\"{text}\" is not a time as HH:MM"),
            Self::NotWholeMinutes { day, opening } => {
                write!(formatter, "{day}: {opening} is not in whole minutes")
            }
            Self::Empty { day, opening } => {
                write!(formatter, "{day}: {opening} ends before it begins")
            }
            Self::OutOfOrder { day, opening } => {
                write!(formatter, "{day}: {opening} begins before the opening listed before it has ended")
            }
        }
    }
}

impl std::error::Error for WeekError {}

impl fmt::Display for Opening {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [from, until] = (*self).into();
        write!(formatter, "{from}-{until}")
    }
}

impl From<Opening> for [String; 2] {
    fn from(opening: Opening) -> Self {
        let until = if opening.ends_at_midnight() {
            END_OF_DAY.to_owned()
        } else {
            opening.until.format("%H:%M").to_string()
        };
        [opening.from.format("%H:%M").to_string(), until]
    }
}

impl TryFrom<[String; 2]> for Opening {
    type Error = WeekError;

    fn try_from([from, until]: [String; 2]) -> Result<Self, WeekError> {
        Ok(Self {
            from: parse_time(from)?,
            until: if until == END_OF_DAY { NaiveTime::MIN } else { parse_time(until)? },
        })
    }
}

fn parse_time(text: String) -> Result<NaiveTime, WeekError> {
    match NaiveTime::parse_from_str(&text, "%H:%M") {
        Ok(time) if text.len() == "HH:MM".len() => Ok(time),
        _ => Err(WeekError::NotATime(text)),
    }
}

impl From<Week> for WeekShape {
    fn from(week: Week) -> Self {
        let [monday, tuesday, wednesday, thursday, friday, saturday, sunday] = week.days;
        Self { monday, tuesday, wednesday, thursday, friday, saturday, sunday }
    }
}

impl TryFrom<WeekShape> for Week {
    type Error = WeekError;

    fn try_from(shape: WeekShape) -> Result<Self, WeekError> {
        Self::new([
            shape.monday,
            shape.tuesday,
            shape.wednesday,
            shape.thursday,
            shape.friday,
            shape.saturday,
            shape.sunday,
        ])
    }
}
