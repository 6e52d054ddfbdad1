//! Which targets, hours and reasons to wait apply to a ticket.

use super::model::{Agreement, Calendar};
use super::rules::clocks::{self, AcceptanceWindow, Explained, Explanation, Mark, Target};
use super::rules::service_hours::{ServiceHours, Tally};
use super::store;
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::ids::{AgreementId, CalendarId, ProjectId};
use crate::projects;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use contract::reference::NamedRef;
use contract::sla::{Clock, ClockInterval, ClockName, ExplainedClock, IntervalKind};
use contract::tickets::{Kind, PauseReason};
use std::ops::Range;

/// What applies to one ticket.
#[derive(Clone, Debug)]
pub struct Terms {
    /// The agreement.
    pub agreement: AgreementId,
    /// The calendar's revision.
    pub calendar: CalendarId,
    /// Its hours.
    pub hours: ServiceHours,
    /// Time until an agent opens it.
    pub attention: Target,
    /// Time until it is resolved, if that is promised.
    pub resolution: Option<Target>,
    /// The waits that do not count towards resolution.
    pub pausing: Vec<PauseReason>,
    agreement_name: NamedRef,
    calendar_name: NamedRef,
}

/// What applies to a ticket registered at `at`: the agreement in force then, and the calendar's
/// current revision.
pub fn terms_for(
    connection: &mut DbConnection,
    project: ProjectId,
    kind: Kind,
    priority: u8,
    at: DateTime<Utc>,
) -> Result<Terms> {
    let zone = projects::load(connection, project)?.time_zone;
    let zone: chrono_tz::Tz = zone.parse().map_err(Error::internal)?;
    let agreement = store::agreement_on(connection, project, at.with_timezone(&zone).date_naive())?;
    let calendar = store::current(connection, project, &agreement.calendar_key, days_from(at))?;
    terms(agreement, calendar, kind, priority)
}

/// What applies to a ticket that was born under an agreement and a calendar's revision.
pub fn terms_of(
    connection: &mut DbConnection,
    agreement: AgreementId,
    calendar: CalendarId,
    kind: Kind,
    priority: u8,
    registered_at: DateTime<Utc>,
) -> Result<Terms> {
    let agreement = store::agreement(connection, agreement)?;
    let mut days = days_from(registered_at);
    days.end = NaiveDate::MAX;
    let calendar = store::calendar(connection, calendar, days)?;
    terms(agreement, calendar, kind, priority)
}

/// When silence counts as acceptance of a solution of `resolved_at` (TC-PD-15 activity 12).
pub fn acceptance_due(
    connection: &mut DbConnection,
    project: ProjectId,
    calendar: CalendarId,
    resolved_at: DateTime<Utc>,
) -> Result<DateTime<Utc>> {
    let project = projects::load(connection, project)?;
    let window = match project.acceptance_window {
        projects::AcceptanceWindow::WallClock => AcceptanceWindow::WallClock,
        projects::AcceptanceWindow::NotBeforeServiceDayEnd => AcceptanceWindow::NotBeforeNextServiceDayEnd,
        projects::AcceptanceWindow::ServiceHours => AcceptanceWindow::ServiceHours,
    };
    let hours = store::calendar(connection, calendar, days_from(resolved_at))?.hours;
    let due = clocks::acceptance_due(&hours, window, project.acceptance_hours, resolved_at);
    due.ok_or_else(|| Error::internal("the calendar never opens"))
}

/// The instant itself within service hours, else when they next begin. Of a calendar that never opens,
/// the instant itself too.
pub fn next_service_instant(
    connection: &mut DbConnection,
    calendar: CalendarId,
    instant: DateTime<Utc>,
) -> Result<DateTime<Utc>> {
    let hours = store::calendar(connection, calendar, days_from(instant))?.hours;
    Ok(hours.due(instant, 0).unwrap_or(instant))
}

/// A clock with every interval of its life, as clients see it.
pub fn explain(
    connection: &mut DbConnection,
    name: ClockName,
    clock: Clock,
    terms: &Terms,
    target: Target,
    marks: &[Mark],
    now: DateTime<Utc>,
) -> Result<ExplainedClock> {
    // The calendar may have been read for fewer years than the clock has lived.
    let mut days = days_from(marks.first().map_or(now, Mark::at));
    days.end = NaiveDate::MAX;
    let hours = store::calendar(connection, terms.calendar, days)?.hours;
    let explained = clocks::explain(&hours, target, marks, now);
    Ok(ExplainedClock {
        name,
        clock,
        counted_seconds: explained.last().map_or(0, |last| last.counted_seconds),
        agreement: terms.agreement_name.clone(),
        calendar: terms.calendar_name.clone(),
        time_zone: hours.time_zone.name().to_owned(),
        intervals: explained.into_iter().map(interval).collect(),
    })
}

/// The service time in all of some spans by a calendar's revision, in whole seconds.
pub fn counted_seconds(
    connection: &mut DbConnection,
    calendar: CalendarId,
    spans: &[Range<DateTime<Utc>>],
) -> Result<i64> {
    let first = spans.iter().map(|span| span.start).min();
    let last = spans.iter().map(|span| span.end).max();
    let Some((first, last)) = first.zip(last) else { return Ok(0) };
    let mut days = days_from(first);
    days.end = NaiveDate::MAX;
    let hours = store::calendar(connection, calendar, days)?.hours;
    let tally = Tally::of(&hours, first..last);
    Ok(spans.iter().map(|span| tally.elapsed(span.start, span.end).num_seconds()).sum())
}

fn interval(explained: Explained) -> ClockInterval {
    let Explained { from, until, why, counted_seconds: _, late } = explained;
    let seconds = (until - from).num_seconds();
    let plain = |kind| ClockInterval {
        from,
        until,
        kind,
        seconds,
        late,
        holiday: None,
        pause_reason: None,
        paused_by: None,
    };
    match why {
        Explanation::Counted => plain(IntervalKind::Counted),
        Explanation::Closed => plain(IntervalKind::Closed),
        Explanation::Stopped => plain(IntervalKind::Stopped),
        Explanation::Holiday(name) => ClockInterval { holiday: Some(name), ..plain(IntervalKind::Holiday) },
        Explanation::Paused { reason, by } => {
            ClockInterval { pause_reason: reason.parse().ok(), paused_by: by, ..plain(IntervalKind::Paused) }
        }
    }
}

fn terms(agreement: Agreement, calendar: Calendar, kind: Kind, priority: u8) -> Result<Terms> {
    let target =
        agreement.target(kind, priority).ok_or_else(|| Error::internal("no target of the agreement fits"))?;
    let minutes = |minutes| Target { minutes, warning_percent: agreement.warning_percent };
    let (attention, resolution) = (minutes(target.attention_minutes), target.resolution_minutes.map(minutes));
    Ok(Terms {
        agreement_name: NamedRef { id: agreement.id.0, key: agreement.key, name: agreement.name },
        calendar_name: NamedRef {
            id: calendar.id.0,
            key: format!("{}@{}", calendar.key, calendar.revision),
            name: calendar.name,
        },
        agreement: agreement.id,
        calendar: calendar.id,
        hours: calendar.hours,
        attention,
        resolution,
        pausing: agreement.pausing_reasons,
    })
}

/// From the day before, since zones differ, for two years: an agreement promises 60,000 service
/// minutes at most, some five months of office hours.
fn days_from(instant: DateTime<Utc>) -> Range<NaiveDate> {
    let day = instant.date_naive();
    let until = day.with_year(day.year() + 2).unwrap_or(NaiveDate::MAX);
    day.pred_opt().unwrap_or(day)..until
}
