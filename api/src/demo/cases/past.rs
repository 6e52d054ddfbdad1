//! When things happened: instants before now, in the project's service hours whatever the weekday
//! of now, and the same each time.

use super::story::{Story, When};
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::ids::ProjectId;
use crate::sla::{self, Terms};
use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use contract::tickets::Kind;

/// From here on instants are counted: long before the first story begins.
const REACH: TimeDelta = TimeDelta::days(90);

/// Beyond this a solution would soon be accepted by silence.
const LATELY: TimeDelta = TimeDelta::hours(36);

/// The weeks before now.
pub(super) struct Past {
    terms: Terms,
    origin: DateTime<Utc>,
    /// Cut to the minute.
    now: DateTime<Utc>,
    /// The service minutes from `origin` to `now`.
    minutes: u32,
}

impl Past {
    /// The weeks before `now` in the hours of a project.
    pub(super) fn before(
        connection: &mut DbConnection,
        project: ProjectId,
        now: DateTime<Utc>,
    ) -> Result<Self> {
        let now = now.duration_trunc(TimeDelta::minutes(1)).map_err(Error::internal)?;
        let origin = now - REACH;
        let terms = sla::terms_for(connection, project, Kind::Incident, 3, origin)?;
        let minutes = terms.hours.elapsed(origin, now).num_minutes();
        let minutes = u32::try_from(minutes).map_err(Error::internal)?;
        Ok(Self { terms, origin, now, minutes })
    }

    /// When a story's case was registered, and when each of its steps was done.
    pub(super) fn instants(&self, story: &Story) -> Result<(DateTime<Utc>, Vec<DateTime<Utc>>)> {
        let registered = self.ago(story.ago)?;
        let mut at = registered;
        let mut steps = Vec::new();
        for (when, ..) in story.steps {
            at = match *when {
                When::After(minutes) => self.after(at, minutes)?,
                When::Wall(minutes) => at + TimeDelta::minutes(minutes.into()),
                When::Lately(minutes) => self.lately(minutes)?,
            };
            steps.push(at);
        }
        Ok((registered, steps))
    }

    /// So many service minutes after an instant.
    pub(super) fn after(&self, at: DateTime<Utc>, minutes: u32) -> Result<DateTime<Utc>> {
        self.terms.hours.due(at, minutes).ok_or_else(|| Error::internal("the calendar never opens"))
    }

    /// So many service minutes before now.
    fn ago(&self, minutes: u32) -> Result<DateTime<Utc>> {
        self.after(self.origin, self.minutes.saturating_sub(minutes))
    }

    /// The same, unless a weekend or holiday lies between: then somebody was on duty.
    fn lately(&self, minutes: u32) -> Result<DateTime<Utc>> {
        let at = self.ago(minutes)?;
        Ok(if self.now - at < LATELY { at } else { self.now - TimeDelta::minutes(minutes.into()) })
    }
}

/// The service minutes that a story lasts at most. While they are no more than those since it
/// began, nothing of it can lie in the future: an hour of service takes at least an hour.
#[cfg(test)]
pub(in crate::demo) fn longest(story: &Story) -> u32 {
    story.steps.iter().fold(0, |total, (when, ..)| match *when {
        When::After(minutes) | When::Wall(minutes) => total + minutes,
        // It happens `minutes` before now, and must not come before the step that it follows.
        When::Lately(minutes) => total.max(story.ago - minutes),
    })
}
