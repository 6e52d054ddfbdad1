//! Every query on agreements, calendars and holidays.

use super::model::{Agreement, Calendar};
use super::rules::service_hours::{ServiceHours, Week};
use crate::db::DbConnection;
use crate::db::dialect::each;
use crate::db::schema::{agreements, calendars, holidays};
use crate::db::types::{Document, Instant};
use crate::error::{Error, Result};
use crate::ids::{AgreementId, CalendarId, ProjectId};
use chrono::{DateTime, NaiveDate, Utc};
use contract::sla::Target;
use contract::tickets::PauseReason;
use diesel::prelude::*;
use std::collections::BTreeMap;
use std::ops::Range;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = agreements, treat_none_as_default_value = false)]
struct AgreementRow {
    id: AgreementId,
    project_id: ProjectId,
    key: String,
    name: String,
    valid_from: NaiveDate,
    valid_until: Option<NaiveDate>,
    calendar_key: String,
    warning_percent: i32,
    pausing_reasons: Document<Vec<PauseReason>>,
    targets: Document<Vec<Target>>,
    created_at: Instant,
}

impl From<AgreementRow> for Agreement {
    fn from(row: AgreementRow) -> Self {
        let AgreementRow {
            id,
            project_id,
            key,
            name,
            valid_from,
            valid_until,
            calendar_key,
            warning_percent,
            pausing_reasons,
            targets,
            created_at: _,
        } = row;
        let warning_percent = u8::try_from(warning_percent).unwrap_or(100);
        Self {
            id,
            project: project_id,
            key,
            name,
            valid_from,
            valid_until,
            calendar_key,
            warning_percent,
            pausing_reasons: pausing_reasons.0,
            targets: targets.0,
        }
    }
}

/// Stores an agreement.
pub(super) fn insert_agreement(
    connection: &mut DbConnection,
    agreement: Agreement,
    now: DateTime<Utc>,
) -> Result<()> {
    let Agreement {
        id,
        project,
        key,
        name,
        valid_from,
        valid_until,
        calendar_key,
        warning_percent,
        pausing_reasons,
        targets,
    } = agreement;
    let row = AgreementRow {
        id,
        project_id: project,
        key,
        name,
        valid_from,
        valid_until,
        calendar_key,
        warning_percent: warning_percent.into(),
        pausing_reasons: Document(pausing_reasons),
        targets: Document(targets),
        created_at: now.into(),
    };
    diesel::insert_into(agreements::table).values(row).execute(connection)?;
    Ok(())
}

/// An agreement by id.
pub(super) fn agreement(connection: &mut DbConnection, id: AgreementId) -> Result<Agreement> {
    Ok(agreements::table.find(id).select(AgreementRow::as_select()).first(connection)?.into())
}

/// The agreement that holds on a day: of those in force, the one that began last.
pub(super) fn agreement_on(
    connection: &mut DbConnection,
    project: ProjectId,
    day: NaiveDate,
) -> Result<Agreement> {
    let found = agreements::table
        .filter(agreements::project_id.eq(project).and(agreements::valid_from.le(day)))
        .filter(agreements::valid_until.is_null().or(agreements::valid_until.ge(day).assume_not_null()))
        .order((agreements::valid_from.desc(), agreements::created_at.desc()))
        .select(AgreementRow::as_select())
        .first(connection)
        .optional()?;
    found.map(Agreement::from).ok_or_else(|| Error::internal("the project has no agreement in force"))
}

/// Every agreement of a project, the latest first.
pub(super) fn agreements_of(connection: &mut DbConnection, project: ProjectId) -> Result<Vec<Agreement>> {
    let rows = agreements::table
        .filter(agreements::project_id.eq(project))
        .order((agreements::valid_from.desc(), agreements::created_at.desc()))
        .select(AgreementRow::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Agreement::from).collect())
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = calendars)]
struct CalendarRow {
    id: CalendarId,
    project_id: ProjectId,
    key: String,
    name: String,
    time_zone: String,
    revision: i32,
    week: Document<Week>,
    created_at: Instant,
}

/// Stores a revision with all its holidays, some of which may share a day.
pub(super) fn insert_calendar(
    connection: &mut DbConnection,
    calendar: Calendar,
    days: &[(NaiveDate, String)],
    now: DateTime<Utc>,
) -> Result<()> {
    let Calendar { id, project, key, name, revision, hours } = calendar;
    let ServiceHours { time_zone, week, holidays: _ } = hours;
    let row = CalendarRow {
        id,
        project_id: project,
        key,
        name,
        time_zone: time_zone.name().to_owned(),
        revision,
        week: Document(week),
        created_at: now.into(),
    };
    diesel::insert_into(calendars::table).values(row).execute(connection)?;
    let rows: Vec<_> = days
        .iter()
        .map(|(date, name)| {
            (holidays::calendar_id.eq(id), holidays::date.eq(*date), holidays::name.eq(name.clone()))
        })
        .collect();
    each!(connection => diesel::insert_into(holidays::table).values(rows).execute(connection))?;
    Ok(())
}

/// A revision by id, with the holidays of some days.
pub(super) fn calendar(
    connection: &mut DbConnection,
    id: CalendarId,
    days: Range<NaiveDate>,
) -> Result<Calendar> {
    let row = calendars::table.find(id).select(CalendarRow::as_select()).first(connection)?;
    with_holidays(connection, row, days)
}

/// The current revision of a project's calendar, by key.
pub(super) fn current(
    connection: &mut DbConnection,
    project: ProjectId,
    key: &str,
    days: Range<NaiveDate>,
) -> Result<Calendar> {
    let row = calendars::table
        .filter(calendars::project_id.eq(project).and(calendars::key.eq(key)))
        .order(calendars::revision.desc())
        .select(CalendarRow::as_select())
        .first(connection)?;
    with_holidays(connection, row, days)
}

/// The current revision of every calendar of a project, by key.
pub(super) fn calendars_of(connection: &mut DbConnection, project: ProjectId) -> Result<Vec<Calendar>> {
    let rows = calendars::table
        .filter(calendars::project_id.eq(project))
        .order((calendars::key, calendars::revision.desc()))
        .select(CalendarRow::as_select())
        .load(connection)?;
    let mut current: Vec<Calendar> = Vec::new();
    for row in rows {
        if current.last().is_none_or(|last| last.key != row.key) {
            current.push(with_holidays(connection, row, NaiveDate::MAX..NaiveDate::MAX)?);
        }
    }
    Ok(current)
}

/// The holidays of a revision in some days, in order; two may share a day.
pub(super) fn holidays_of(
    connection: &mut DbConnection,
    calendar: CalendarId,
    days: Range<NaiveDate>,
) -> Result<Vec<(NaiveDate, String)>> {
    let mut query = holidays::table
        .filter(holidays::calendar_id.eq(calendar))
        .order((holidays::date, holidays::name))
        .select((holidays::date, holidays::name))
        .into_boxed();
    // The ends of time are no bounds, and not every engine can write them down.
    if days.start != NaiveDate::MIN {
        query = query.filter(holidays::date.ge(days.start));
    }
    if days.end != NaiveDate::MAX {
        query = query.filter(holidays::date.lt(days.end));
    }
    Ok(query.load(connection)?)
}

fn with_holidays(
    connection: &mut DbConnection,
    row: CalendarRow,
    days: Range<NaiveDate>,
) -> Result<Calendar> {
    let CalendarRow { id, project_id, key, name, time_zone, revision, week, created_at: _ } = row;
    let mut by_day: BTreeMap<NaiveDate, String> = BTreeMap::new();
    if days.start != NaiveDate::MAX {
        for (date, name) in holidays_of(connection, id, days)? {
            by_day.entry(date).and_modify(|known| *known = format!("{known} / {name}")).or_insert(name);
        }
    }
    let time_zone = time_zone.parse().map_err(Error::internal)?;
    Ok(Calendar {
        id,
        project: project_id,
        key,
        name,
        revision,
        hours: ServiceHours { time_zone, week: week.0, holidays: by_day },
    })
}
