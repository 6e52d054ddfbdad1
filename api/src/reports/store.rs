//! The counts of a report. Each is one query that one covering index answers (migration
//! `0006_reports`): it reads of the index what the period has, and of the tickets nothing.
//!
//! What a caller may see is in the scope's projects, in all of which they see every ticket.

use super::model::{AGES, Answers, Attended, Counts, Kept, Registered, Resolved, Said, Scope, Unresolved};
use super::rules::buckets::Hourly;
use crate::db::DbConnection;
use crate::db::dialect::PerEngine;
use crate::db::schema::{surveys, tickets};
use crate::db::types::{Document, Instant, Word};
use crate::error::Result;
use crate::ids::{CalendarId, ProjectId, ServiceId};
use crate::sla;
use chrono::{DateTime, Utc};
use contract::tickets::{Channel, Kind, Status};
use diesel::dsl::{count_star, sql};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// How many services a report names.
const TOP_SERVICES: i64 = 10;

/// Counts everything that a summary shows.
pub(super) fn count(connection: &mut DbConnection, scope: &Scope) -> Result<Counts> {
    Ok(Counts {
        registered: registered(connection, scope)?,
        registered_by_hour: registered_by_hour(connection, scope)?,
        services: services(connection, scope)?,
        attention: attended(connection, scope)?,
        resolved: resolved(connection, scope)?,
        backlog: backlog(connection, scope)?,
        answers: answers(connection, scope)?,
    })
}

/// The cases of the scope that were registered in its period.
macro_rules! registered_in {
    ($scope:expr) => {
        tickets::table
            .filter(tickets::project_id.eq_any($scope.ids()))
            .filter(tickets::registered_at.ge(Instant::from($scope.period.starts_at)))
            .filter(tickets::registered_at.lt(Instant::from($scope.period.ends_at)))
    };
}

/// How many of the counted rows meet a condition, given as both engines know it.
macro_rules! of_them {
    ($condition:literal) => {
        sql::<BigInt>(concat!("count(*) FILTER (WHERE ", $condition, ")"))
    };
    ($before:literal, $instant:expr, $after:literal) => {
        sql::<BigInt>(concat!("count(*) FILTER (WHERE ", $before))
            .bind::<crate::db::types::sql::Instant, _>(Instant::from($instant))
            .sql(concat!($after, ")"))
    };
}

/// The hour of UTC of a column's instant, counted from 1970.
macro_rules! hour_of {
    ($column:literal) => {
        PerEngine {
            postgres: sql::<BigInt>(concat!(
                "CAST(floor(extract(epoch FROM ",
                $column,
                ") / 3600) AS bigint)"
            )),
            sqlite: sql::<BigInt>(concat!($column, " / 3600000000")),
        }
    };
}

fn registered(connection: &mut DbConnection, scope: &Scope) -> Result<Vec<Registered>> {
    type Row = (Word<Kind>, Word<Channel>, i64, i64, i64, i64, i64, i64, i64, i64, i64, i64);
    let rows: Vec<Row> = registered_in!(scope)
        .group_by((tickets::kind, tickets::channel))
        .select((
            tickets::kind,
            tickets::channel,
            count_star(),
            of_them!("level > 1"),
            of_them!("resolution_count > 0"),
            of_them!("reopen_count > 0"),
            of_them!("closure_reason IN ('rejected', 'redirected')"),
            of_them!("attention_announced <> 'breach' AND (opened_at IS NOT NULL OR closed_at IS NOT NULL)"),
            of_them!(
                "attention_announced = 'breach' OR opened_at IS NULL AND closed_at IS NULL AND attention_due_at < ",
                scope.now,
                ""
            ),
            of_them!("resolution_target_minutes IS NOT NULL"),
            of_them!(
                "resolution_target_minutes IS NOT NULL AND resolution_announced <> 'breach' AND (resolved_at IS NOT NULL OR closed_at IS NOT NULL)"
            ),
            of_them!(
                "resolution_target_minutes IS NOT NULL AND (resolution_announced = 'breach' OR resolved_at IS NULL AND closed_at IS NULL AND resolution_due_at < ",
                scope.now,
                ")"
            ),
        ))
        .load(connection)?;
    let registered = |row: Row| {
        let (kind, channel, all, escalated, ever_resolved, reopened, rejected, ..) = row;
        let (.., met, breached, promised, resolution_met, resolution_breached) = row;
        Registered {
            kind: kind.0,
            channel: channel.0,
            all,
            escalated,
            ever_resolved,
            reopened,
            rejected,
            attention: Kept { promised: all, met, breached },
            resolution: Kept { promised, met: resolution_met, breached: resolution_breached },
        }
    };
    Ok(rows.into_iter().map(registered).collect())
}

fn registered_by_hour(connection: &mut DbConnection, scope: &Scope) -> Result<Vec<Hourly>> {
    let rows = registered_in!(scope)
        .group_by(hour_of!("tickets.registered_at"))
        .select((hour_of!("tickets.registered_at"), count_star()))
        .load::<(i64, i64)>(connection)?;
    Ok(rows.into_iter().map(|(hour, count)| Hourly { hour, count }).collect())
}

fn services(connection: &mut DbConnection, scope: &Scope) -> Result<Vec<(ServiceId, i64)>> {
    let rows = registered_in!(scope)
        .filter(tickets::service_id.is_not_null())
        .group_by(tickets::service_id)
        .order((count_star().desc(), tickets::service_id))
        .limit(TOP_SERVICES)
        .select((tickets::service_id.assume_not_null(), count_star()))
        .load(connection)?;
    Ok(rows)
}

/// Service time is the calendars' to tell, so the instants themselves are read.
fn attended(connection: &mut DbConnection, scope: &Scope) -> Result<Attended> {
    let rows = registered_in!(scope)
        .filter(tickets::opened_at.is_not_null())
        .select((tickets::calendar_id, tickets::registered_at, tickets::opened_at.assume_not_null()))
        .load::<(CalendarId, Instant, Instant)>(connection)?;
    let mut attended = Attended { cases: i64::try_from(rows.len()).unwrap_or(i64::MAX), seconds: 0 };
    let mut spans: HashMap<CalendarId, Vec<Range<DateTime<Utc>>>> = HashMap::new();
    for (calendar, registered, opened) in rows {
        spans.entry(calendar).or_default().push(registered.utc()..opened.utc());
    }
    for (calendar, spans) in spans {
        attended.seconds += sla::counted_seconds(connection, calendar, &spans)?;
    }
    Ok(attended)
}

fn resolved(connection: &mut DbConnection, scope: &Scope) -> Result<Vec<Resolved>> {
    let rows = tickets::table
        .filter(tickets::project_id.eq_any(scope.ids()))
        .filter(tickets::resolved_at.ge(Instant::from(scope.period.starts_at)))
        .filter(tickets::resolved_at.lt(Instant::from(scope.period.ends_at)))
        .group_by(hour_of!("tickets.resolved_at"))
        .select((
            hour_of!("tickets.resolved_at"),
            count_star(),
            of_them!("level = 1"),
            of_them!("surveyed_resolution >= resolution_count"),
            of_them!("closure_reason IN ('accepted', 'auto_accepted')"),
            of_them!("closure_reason = 'auto_accepted'"),
        ))
        .load::<(i64, i64, i64, i64, i64, i64)>(connection)?;
    let resolved = |(hour, all, at_level_1, answered, accepted, auto_accepted)| Resolved {
        hour,
        all,
        at_level_1,
        answered,
        accepted,
        auto_accepted,
    };
    Ok(rows.into_iter().map(resolved).collect())
}

fn backlog(connection: &mut DbConnection, scope: &Scope) -> Result<Vec<Unresolved>> {
    type Row = (Word<Status>, i64, i64, i64, i64, i64, i64, i64);
    let since = |days| scope.days_ago(days);
    let [one, three, seven, thirty] = AGES.map(since);
    let rows: Vec<Row> = tickets::table
        .filter(tickets::project_id.eq_any(scope.ids()))
        // The very words of the partial index, so that the engines can take it.
        .filter(sql::<Bool>("tickets.status <> 'closed'"))
        .filter(sql::<Bool>("tickets.status <> 'resolved'"))
        .group_by(tickets::status)
        .select((
            tickets::status,
            count_star(),
            of_them!("assignee_id IS NULL"),
            of_them!("pending_since IS NOT NULL"),
            of_them!("registered_at >= ", one, ""),
            of_them!("registered_at >= ", three, ""),
            of_them!("registered_at >= ", seven, ""),
            of_them!("registered_at >= ", thirty, ""),
        ))
        .load(connection)?;
    let unresolved = |(status, all, unassigned, pending, one, three, seven, thirty): Row| Unresolved {
        status: status.0,
        all,
        unassigned,
        pending,
        by_age: [one, three - one, seven - three, thirty - seven, all - thirty],
    };
    Ok(rows.into_iter().map(unresolved).collect())
}

/// The answers given in the period by what they say to each question: few differ. Which those are, the
/// index of the other figures of surveys says; what they say is read of the surveys.
pub(super) fn said(connection: &mut DbConnection, scope: &Scope) -> Result<Vec<Said>> {
    type Row = (ProjectId, bool, Document<BTreeMap<String, u8>>, i64, i64);
    let rows: Vec<Row> = surveys::table
        .filter(surveys::project_id.eq_any(scope.ids()))
        .filter(surveys::answered_at.ge(Instant::from(scope.period.starts_at)))
        .filter(surveys::answered_at.lt(Instant::from(scope.period.ends_at)))
        .group_by((surveys::project_id, surveys::satisfied, surveys::answers))
        .select((
            surveys::project_id,
            surveys::satisfied,
            surveys::answers,
            count_star(),
            of_them!("comment <> ''"),
        ))
        .load(connection)?;
    let said = |(project, satisfied, Document(scores), all, in_words): Row| Said {
        project,
        satisfied,
        scores,
        all,
        in_words,
    };
    Ok(rows.into_iter().map(said).collect())
}

fn answers(connection: &mut DbConnection, scope: &Scope) -> Result<Vec<Answers>> {
    let rows = surveys::table
        .filter(surveys::project_id.eq_any(scope.ids()))
        .filter(surveys::answered_at.ge(Instant::from(scope.period.starts_at)))
        .filter(surveys::answered_at.lt(Instant::from(scope.period.ends_at)))
        .group_by((surveys::satisfied, surveys::score))
        .select((surveys::satisfied, surveys::score, count_star()))
        .load(connection)?;
    Ok(rows.into_iter().map(|(satisfied, score, all)| Answers { satisfied, score, all }).collect())
}
