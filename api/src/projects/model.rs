//! A project and its settings.

use crate::ids::ProjectId;
use crate::tickets::priority::Matrix;
use std::fmt;
use std::str::FromStr;

/// A project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// Its id.
    pub id: ProjectId,
    /// The prefix of its ticket numbers.
    pub key: String,
    /// The name people read.
    pub name: String,
    /// IANA time zone.
    pub time_zone: String,
    /// How the acceptance window is counted.
    pub acceptance_window: AcceptanceWindow,
    /// Its length, in hours (TC-PD-15 activity 12: 48).
    pub acceptance_hours: u32,
    /// Priority by impact and urgency.
    pub priority_matrix: Matrix,
}

/// What making a project takes.
#[derive(Clone, Debug)]
pub struct NewProject<'a> {
    /// The prefix of its ticket numbers: capital letters.
    pub key: &'a str,
    /// The name people read.
    pub name: &'a str,
    /// IANA time zone.
    pub time_zone: &'a str,
}

/// How the acceptance window is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AcceptanceWindow {
    /// By the wall clock, as TC-PD-15 activity 12 says.
    WallClock,
    /// By the wall clock, but never over before the end of the next service day.
    NotBeforeServiceDayEnd,
    /// In service hours.
    ServiceHours,
}

impl AcceptanceWindow {
    const ALL: [Self; 3] = [Self::WallClock, Self::NotBeforeServiceDayEnd, Self::ServiceHours];

    /// The word in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::WallClock => "wall_clock",
            Self::NotBeforeServiceDayEnd => "not_before_service_day_end",
            Self::ServiceHours => "service_hours",
        }
    }
}

impl fmt::Display for AcceptanceWindow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for AcceptanceWindow {
    type Err = contract::UnknownWord;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        let unknown = contract::UnknownWord { vocabulary: "AcceptanceWindow" };
        Self::ALL.into_iter().find(|window| window.as_str() == word).ok_or(unknown)
    }
}
