//! Changes to agreements and calendars: each adds a revision, so that the past stays as it was.

use super::defaults::CALENDAR_KEY;
use super::model::{Agreement, Calendar};
use super::store;
use crate::auth::Caller;
use crate::db::DbConnection;
use crate::error::{Conflict, Error, Result};
use crate::http::{Answer, Work};
use crate::ids::{AgreementId, CalendarId, ProjectId};
use crate::projects::{self, Project};
use chrono::{DateTime, NaiveDate, Utc};
use contract::auth::Role;
use contract::reference::{NamedRef, Reference};
use contract::sla as wire;

/// Signs an agreement. It begins today or later, and its last target fits every ticket.
pub(super) fn sign(work: &mut Work<'_>, body: wire::CreateAgreement) -> Result<Answer<wire::Agreement>> {
    let project = administered(work, Some(&body.project))?;
    not_past(&project, body.valid_from, work.now, "valid_from")?;
    if body.valid_until.is_some_and(|until| until < body.valid_from) {
        return Err(Error::field("valid_until", "order"));
    }
    if !body.targets.last().is_some_and(|target| target.kind.is_none() && target.priority.is_none()) {
        return Err(Error::field("targets", "catch_all"));
    }
    let agreement = Agreement {
        id: AgreementId::fresh(),
        project: project.id,
        key: body.key,
        name: body.name,
        valid_from: body.valid_from,
        valid_until: body.valid_until,
        calendar_key: CALENDAR_KEY.to_owned(),
        warning_percent: body.warning_percent.unwrap_or(75),
        pausing_reasons: body.pausing_reasons,
        targets: body.targets,
    };
    let shown = shown_agreement(work.connection, &project, agreement.clone())?;
    work.changed(&None::<()>, &shown);
    let location = format!("/api/v1/agreements/{}", agreement.id);
    store::insert_agreement(work.connection, agreement, work.now)?;
    Answer::created(location, &shown)
}

/// Grants a day off.
pub(super) fn grant_holiday(
    work: &mut Work<'_>,
    body: &wire::CreateHoliday,
) -> Result<Answer<wire::Holiday>> {
    let project = administered(work, Some(&body.project))?;
    not_past(&project, body.date, work.now, "date")?;
    let (calendar, mut days) = whole(work.connection, project.id)?;
    let day = (body.date, body.name.trim().to_owned());
    if days.contains(&day) {
        return Err(Error::Conflict(Conflict::Exists));
    }
    days.push(day.clone());
    revise(work.connection, calendar, &days, work.now)?;
    let (date, name) = day;
    let holiday = wire::Holiday { date, name };
    work.changed(&None::<()>, &holiday);
    Answer::created(format!("/api/v1/holidays/{date}?project={}", project.key), &holiday)
}

/// Takes a day off back: the desk is open on that day after all.
pub(super) fn cancel_holiday(
    work: &mut Work<'_>,
    date: NaiveDate,
    project: Option<&Reference>,
) -> Result<Answer<()>> {
    let project = administered(work, project)?;
    not_past(&project, date, work.now, "date")?;
    let (calendar, days) = whole(work.connection, project.id)?;
    let (cancelled, days): (Vec<_>, Vec<_>) = days.into_iter().partition(|(day, _)| *day == date);
    if cancelled.is_empty() {
        return Err(Error::NotFound);
    }
    let cancelled = cancelled.into_iter().map(|(date, name)| wire::Holiday { date, name });
    work.changed(&cancelled.collect::<Vec<_>>(), &None::<()>);
    revise(work.connection, calendar, &days, work.now)?;
    Ok(Answer::nothing())
}

/// An agreement as clients see it.
pub(super) fn shown_agreement(
    connection: &mut DbConnection,
    project: &Project,
    agreement: Agreement,
) -> Result<wire::Agreement> {
    let calendar =
        store::current(connection, project.id, &agreement.calendar_key, NaiveDate::MAX..NaiveDate::MAX)?;
    let Agreement {
        id,
        project: _,
        key,
        name,
        valid_from,
        valid_until,
        calendar_key: _,
        warning_percent,
        pausing_reasons,
        targets,
    } = agreement;
    Ok(wire::Agreement {
        id: id.0,
        project: named(project),
        key,
        name,
        valid_from,
        valid_until,
        calendar: NamedRef { id: calendar.id.0, key: calendar.key, name: calendar.name },
        warning_percent,
        pausing_reasons,
        targets,
    })
}

/// How a project is shown beside other things.
pub(super) fn named(project: &Project) -> NamedRef {
    NamedRef { id: project.id.0, key: project.key.clone(), name: project.name.clone() }
}

/// The calendar a caller names, or that of their first project, with all its holidays.
pub(super) fn calendar_for(
    connection: &mut DbConnection,
    caller: &Caller,
    wanted: Option<&Reference>,
) -> Result<Calendar> {
    let all = NaiveDate::MIN..NaiveDate::MAX;
    let mine = caller.projects_as(Role::ALL);
    let Some(reference) = wanted else {
        let project = projects::for_caller(connection, caller, None)?;
        return store::current(connection, project.id, CALENDAR_KEY, all);
    };
    let unknown = || Error::field("calendar", "unknown_reference");
    if let Some(id) = reference.id() {
        let calendar = store::calendar(connection, CalendarId(id), all).map_err(|_| unknown())?;
        return Some(calendar).filter(|calendar| mine.contains(&calendar.project)).ok_or_else(unknown);
    }
    for project in mine {
        match store::current(connection, project, reference.as_str(), all.clone()) {
            Err(Error::NotFound) => {}
            found => return found,
        }
    }
    Err(unknown())
}

fn administered(work: &mut Work<'_>, reference: Option<&Reference>) -> Result<Project> {
    let project = projects::for_caller(work.connection, &work.caller, reference)?;
    if !work.caller.is_any_in(project.id, &[Role::Admin]) {
        return Err(Error::Forbidden);
    }
    work.in_project(project.id);
    Ok(project)
}

fn not_past(project: &Project, day: NaiveDate, now: DateTime<Utc>, field: &str) -> Result<()> {
    let zone: chrono_tz::Tz = project.time_zone.parse().map_err(Error::internal)?;
    if day < now.with_timezone(&zone).date_naive() { Err(Error::field(field, "past")) } else { Ok(()) }
}

fn whole(connection: &mut DbConnection, project: ProjectId) -> Result<(Calendar, Vec<(NaiveDate, String)>)> {
    let calendar = store::current(connection, project, CALENDAR_KEY, NaiveDate::MAX..NaiveDate::MAX)?;
    let days = store::holidays_of(connection, calendar.id, NaiveDate::MIN..NaiveDate::MAX)?;
    Ok((calendar, days))
}

fn revise(
    connection: &mut DbConnection,
    calendar: Calendar,
    days: &[(NaiveDate, String)],
    now: DateTime<Utc>,
) -> Result<()> {
    let next = Calendar { id: CalendarId::fresh(), revision: calendar.revision + 1, ..calendar };
    store::insert_calendar(connection, next, days, now)
}
