//! Agreements and calendars as this slice knows them.

use super::rules::service_hours::ServiceHours;
use crate::ids::{AgreementId, CalendarId, ProjectId};
use chrono::NaiveDate;
use contract::sla::Target;
use contract::tickets::{Kind, PauseReason};

/// An agreement: never edited, replaced by a later one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Agreement {
    pub(super) id: AgreementId,
    pub(super) project: ProjectId,
    pub(super) key: String,
    pub(super) name: String,
    pub(super) valid_from: NaiveDate,
    pub(super) valid_until: Option<NaiveDate>,
    pub(super) calendar_key: String,
    pub(super) warning_percent: u8,
    pub(super) pausing_reasons: Vec<PauseReason>,
    pub(super) targets: Vec<Target>,
}

impl Agreement {
    /// The first target that fits.
    pub(super) fn target(&self, kind: Kind, priority: u8) -> Option<&Target> {
        let fits = |target: &&Target| {
            target.kind.is_none_or(|wanted| wanted == kind)
                && target.priority.is_none_or(|wanted| wanted == priority)
        };
        self.targets.iter().find(fits)
    }
}

/// A revision of a calendar, with the holidays of the years asked for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Calendar {
    pub(super) id: CalendarId,
    pub(super) project: ProjectId,
    pub(super) key: String,
    pub(super) name: String,
    pub(super) revision: i32,
    pub(super) hours: ServiceHours,
}
