//! A project and its settings.

use crate::ids::ProjectId;
use crate::tickets::priority::Matrix;
use contract::projects::AcceptanceWindow;

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
    /// How many hours before its end the requester is reminded, the most first.
    pub reminder_hours: Vec<u32>,
    /// Priority by impact and urgency.
    pub priority_matrix: Matrix,
    /// Rises with every change.
    pub version: i64,
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
