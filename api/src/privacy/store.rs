//! Every query on the notice, its acceptances, erasures, and the periods of retention.

use super::notice::Notice;
use crate::db::DbConnection;
use crate::db::dialect::{Both, for_update};
use crate::db::schema::{
    files_to_remove, privacy_acceptances, privacy_erasures, privacy_notices, privacy_reports,
    privacy_retention,
};
use crate::db::types::Instant;
use crate::error::{Error, Result};
use crate::ids::{AttachmentId, ProjectId, ReportId, UserId};
use chrono::{DateTime, Utc};
use contract::privacy::{NoticeTexts, UpdateRetention};
use diesel::dsl::{count_star, max};
use diesel::prelude::*;
use std::collections::HashMap;

#[derive(Queryable, Selectable)]
#[diesel(table_name = privacy_notices)]
struct NoticeRow {
    version: i32,
    entity: String,
    contact: String,
    text_es: String,
    text_en: String,
    published_at: Instant,
}

/// The notice in force.
pub(super) fn notice(connection: &mut DbConnection) -> Result<Notice> {
    let row = privacy_notices::table
        .order(privacy_notices::version.desc())
        .select(NoticeRow::as_select())
        .first(connection)
        .optional()?;
    let Some(row) = row else { return Ok(Notice::first()) };
    let NoticeRow { version, entity, contact, text_es, text_en, published_at } = row;
    let texts = NoticeTexts { es: text_es, en: text_en };
    Ok(Notice { version, entity, contact, texts, published_at: Some(published_at.utc()) })
}

/// A version that was published: which one, for whom, where claims go, when, and by whom.
pub(super) type Published = (i32, String, String, Instant, UserId);

/// Every version that was published, the latest first.
pub(super) fn published(connection: &mut DbConnection) -> Result<Vec<Published>> {
    Ok(privacy_notices::table
        .order(privacy_notices::version.desc())
        .select((
            privacy_notices::version,
            privacy_notices::entity,
            privacy_notices::contact,
            privacy_notices::published_at,
            privacy_notices::published_by_id,
        ))
        .load(connection)?)
}

/// How many people have accepted each version.
pub(super) fn accepted(connection: &mut DbConnection) -> Result<HashMap<i32, i64>> {
    let rows = privacy_acceptances::table
        .group_by(privacy_acceptances::version)
        .select((privacy_acceptances::version, count_star()))
        .load::<(i32, i64)>(connection)?;
    Ok(rows.into_iter().collect())
}

/// Publishes a version. Of two administrators at once, one is told that it exists.
pub(super) fn publish(
    connection: &mut DbConnection,
    notice: &Notice,
    by: UserId,
    at: DateTime<Utc>,
) -> Result<()> {
    let Notice { version, entity, contact, texts, published_at: _ } = notice;
    diesel::insert_into(privacy_notices::table)
        .values((
            privacy_notices::version.eq(*version),
            privacy_notices::entity.eq(entity),
            privacy_notices::contact.eq(contact),
            privacy_notices::text_es.eq(&texts.es),
            privacy_notices::text_en.eq(&texts.en),
            privacy_notices::published_at.eq(Instant::from(at)),
            privacy_notices::published_by_id.eq(by),
        ))
        .execute(connection)?;
    Ok(())
}

/// Notes that a person has accepted a version of the notice; the first time counts.
pub fn accept(
    connection: &mut DbConnection,
    person: UserId,
    version: i32,
    at: DateTime<Utc>,
    address: Option<&str>,
) -> Result<()> {
    let row = (
        privacy_acceptances::user_id.eq(person),
        privacy_acceptances::version.eq(version),
        privacy_acceptances::accepted_at.eq(Instant::from(at)),
        privacy_acceptances::address.eq(address),
    );
    Both(diesel::insert_into(privacy_acceptances::table).values(row).on_conflict_do_nothing())
        .execute(connection)?;
    Ok(())
}

/// A version that was accepted, when, and from where.
type Acceptance = (i32, DateTime<Utc>, Option<String>);

/// What a person has accepted.
pub(super) fn acceptances(connection: &mut DbConnection, person: UserId) -> Result<Vec<Acceptance>> {
    let rows = privacy_acceptances::table
        .filter(privacy_acceptances::user_id.eq(person))
        .order(privacy_acceptances::version)
        .select((
            privacy_acceptances::version,
            privacy_acceptances::accepted_at,
            privacy_acceptances::address,
        ))
        .load::<(i32, Instant, Option<String>)>(connection)?;
    Ok(rows.into_iter().map(|(version, at, address)| (version, at.utc(), address)).collect())
}

/// That a person has accepted stays on record; from where does not.
pub(super) fn forget_addresses(connection: &mut DbConnection, person: UserId) -> Result<()> {
    diesel::update(privacy_acceptances::table.filter(privacy_acceptances::user_id.eq(person)))
        .set(privacy_acceptances::address.eq(None::<String>))
        .execute(connection)?;
    Ok(())
}

/// Whether a person was made anonymous.
pub fn is_anonymous(connection: &mut DbConnection, person: UserId) -> Result<bool> {
    let found = privacy_erasures::table
        .find(person)
        .select(privacy_erasures::number)
        .first::<i32>(connection)
        .optional()?;
    Ok(found.is_some())
}

/// Puts on record that a person was made anonymous, and gives them their number.
pub(super) fn record_erasure(
    connection: &mut DbConnection,
    person: UserId,
    by: UserId,
    reason: &str,
    at: DateTime<Utc>,
) -> Result<i32> {
    let last: Option<i32> =
        privacy_erasures::table.select(max(privacy_erasures::number)).first(connection)?;
    let number = last.unwrap_or_default() + 1;
    diesel::insert_into(privacy_erasures::table)
        .values((
            privacy_erasures::user_id.eq(person),
            privacy_erasures::number.eq(number),
            privacy_erasures::erased_at.eq(Instant::from(at)),
            privacy_erasures::erased_by_id.eq(by),
            privacy_erasures::reason.eq(reason),
        ))
        .execute(connection)?;
    Ok(number)
}

/// For how many days a project's records are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Periods {
    pub(super) closed_tickets: u32,
    pub(super) attachments: u32,
    pub(super) version: i64,
}

type PeriodsRow = (i32, i32, i64);

fn periods_of((closed_tickets, attachments, version): PeriodsRow) -> Periods {
    Periods {
        closed_tickets: closed_tickets.unsigned_abs(),
        attachments: attachments.unsigned_abs(),
        version,
    }
}

/// The periods of a project: for ever, until somebody says otherwise.
pub(super) fn periods(connection: &mut DbConnection, project: ProjectId) -> Result<Periods> {
    let row = privacy_retention::table
        .find(project)
        .select((
            privacy_retention::closed_tickets_days,
            privacy_retention::attachments_days,
            privacy_retention::version,
        ))
        .first::<PeriodsRow>(connection)
        .optional()?;
    Ok(row.map_or(Periods { version: 1, ..Periods::default() }, periods_of))
}

/// The projects that do not keep everything for ever.
pub(super) fn forgetful_projects(connection: &mut DbConnection) -> Result<Vec<(ProjectId, Periods)>> {
    let rows = privacy_retention::table
        .filter(privacy_retention::closed_tickets_days.gt(0).or(privacy_retention::attachments_days.gt(0)))
        .order(privacy_retention::project_id)
        .select((
            privacy_retention::project_id,
            (
                privacy_retention::closed_tickets_days,
                privacy_retention::attachments_days,
                privacy_retention::version,
            ),
        ))
        .load::<(ProjectId, PeriodsRow)>(connection)?;
    Ok(rows.into_iter().map(|(project, row)| (project, periods_of(row))).collect())
}

/// Changes the periods of a project if they are still at `version`.
pub(super) fn update_periods(
    connection: &mut DbConnection,
    project: ProjectId,
    version: i64,
    change: UpdateRetention,
) -> Result<()> {
    let start = (
        privacy_retention::project_id.eq(project),
        privacy_retention::closed_tickets_days.eq(0),
        privacy_retention::attachments_days.eq(0),
        privacy_retention::version.eq(1_i64),
    );
    Both(diesel::insert_into(privacy_retention::table).values(start).on_conflict_do_nothing())
        .execute(connection)?;
    let current: i64 = for_update!(privacy_retention::table.find(project).select(privacy_retention::version))
        .get_result(connection)?;
    if current != version {
        return Err(Error::Stale);
    }
    let UpdateRetention { closed_tickets, attachments } = change;
    let days = |days: Option<u32>| days.map(|days| i32::try_from(days).unwrap_or(i32::MAX));
    diesel::update(privacy_retention::table.find(project))
        .set((
            days(closed_tickets).map(|days| privacy_retention::closed_tickets_days.eq(days)),
            days(attachments).map(|days| privacy_retention::attachments_days.eq(days)),
            privacy_retention::version.eq(version + 1),
        ))
        .execute(connection)?;
    Ok(())
}

/// What a night's work has done to a project's records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = privacy_reports)]
pub(super) struct Report {
    pub(super) id: ReportId,
    pub(super) project_id: ProjectId,
    pub(super) started_at: Instant,
    pub(super) finished_at: Instant,
    pub(super) tickets: i64,
    pub(super) events: i64,
    pub(super) files: i64,
    pub(super) more: bool,
}

/// Keeps a report.
pub(super) fn insert_report(connection: &mut DbConnection, report: Report) -> Result<()> {
    diesel::insert_into(privacy_reports::table).values(report).execute(connection)?;
    Ok(())
}

/// The reports of a project, newest first, one more than `limit` if there are more.
pub(super) fn reports(
    connection: &mut DbConnection,
    project: ProjectId,
    before: Option<ReportId>,
    limit: i64,
) -> Result<Vec<Report>> {
    let query = privacy_reports::table
        .filter(privacy_reports::project_id.eq(project))
        .order(privacy_reports::id.desc())
        .limit(limit + 1)
        .select(Report::as_select())
        .into_boxed();
    let query = match before {
        Some(before) => query.filter(privacy_reports::id.lt(before)),
        None => query,
    };
    Ok(query.load(connection)?)
}

/// Notes files that nothing refers to any more, in the transaction that saw to that.
pub(super) fn discard_files(
    connection: &mut DbConnection,
    files: &[AttachmentId],
    at: DateTime<Utc>,
) -> Result<()> {
    for file in files {
        let row = (files_to_remove::id.eq(file), files_to_remove::since.eq(Instant::from(at)));
        Both(diesel::insert_into(files_to_remove::table).values(row).on_conflict_do_nothing())
            .execute(connection)?;
    }
    Ok(())
}

/// Some of the files whose bytes are still to go.
pub(super) fn discarded_files(connection: &mut DbConnection, limit: i64) -> Result<Vec<AttachmentId>> {
    Ok(files_to_remove::table
        .order(files_to_remove::id)
        .limit(limit)
        .select(files_to_remove::id)
        .load(connection)?)
}

/// Their bytes are gone.
pub(super) fn forget_files(connection: &mut DbConnection, files: &[AttachmentId]) -> Result<()> {
    diesel::delete(files_to_remove::table.filter(files_to_remove::id.eq_any(files.to_vec())))
        .execute(connection)?;
    Ok(())
}
