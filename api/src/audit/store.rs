//! Every query on the audit log and its chain.

use super::Entry;
use super::chain::Head;
use crate::auth::Caller;
use crate::db::DbConnection;
use crate::db::dialect::{Both, each, for_update};
use crate::db::schema::{audit_chain, audit_log, projects, settings, users};
use crate::db::search::fold;
use crate::db::types::Instant;
use crate::error::{Error, Result};
use crate::ids::{ApiKeyId, AuditId, ProjectId, UserId};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use contract::audit::AuditFilter;
use contract::auth::Role;
use contract::reference::{NamedRef, PersonRef, Reference};
use diesel::prelude::*;
use serde::Serialize;
use std::collections::HashMap;

/// Under which the end of the chain is kept. Its row is also the lock of whoever adds to it.
const HEAD: &str = "audit_chain";

/// An entry as it is stored.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = audit_log)]
pub(super) struct EntryRow {
    pub(super) id: AuditId,
    pub(super) at: Instant,
    pub(super) actor_id: Option<UserId>,
    pub(super) operation: String,
    pub(super) object: String,
    pub(super) address: Option<String>,
    pub(super) request_id: String,
    pub(super) project_id: Option<ProjectId>,
    pub(super) impersonator_id: Option<UserId>,
    pub(super) api_key_id: Option<ApiKeyId>,
    pub(super) changes: Option<String>,
}

/// A link of the chain.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = audit_chain)]
pub(super) struct Link {
    pub(super) position: i64,
    pub(super) entry_id: AuditId,
    pub(super) hash: Vec<u8>,
}

/// Writes an entry, in the transaction of what it tells.
pub fn record(connection: &mut DbConnection, entry: &Entry<'_>) -> Result<()> {
    let Entry { at, actor, impersonator, api_key, project, operation, object, origin, changes } = entry;
    diesel::insert_into(audit_log::table)
        .values((
            audit_log::id.eq(AuditId::fresh()),
            audit_log::at.eq(Instant::from(*at)),
            audit_log::actor_id.eq(*actor),
            audit_log::operation.eq(*operation),
            audit_log::object.eq(*object),
            audit_log::address.eq(origin.address.as_deref()),
            audit_log::request_id.eq(&origin.request_id),
            audit_log::project_id.eq(*project),
            audit_log::impersonator_id.eq(*impersonator),
            audit_log::api_key_id.eq(*api_key),
            audit_log::changes.eq(changes.map(super::Changes::to_text)),
        ))
        .execute(connection)?;
    Ok(())
}

/// Entries that an administrator may see, newest first: those of their projects, and those of the
/// whole desk.
pub(super) fn list(
    connection: &mut DbConnection,
    caller: &Caller,
    filter: &AuditFilter,
    before: Option<AuditId>,
    limit: i64,
) -> Result<Vec<EntryRow>> {
    let own = caller.projects_as(&[Role::Admin]);
    let mut query = audit_log::table
        .filter(audit_log::project_id.is_null().or(audit_log::project_id.eq_any(own.clone())))
        .order(audit_log::id.desc())
        .limit(limit + 1)
        .select(EntryRow::as_select())
        .into_boxed();
    if let Some(reference) = &filter.actor {
        query = query.filter(audit_log::actor_id.eq(person(connection, reference)?));
    }
    if let Some(project) = &filter.project {
        let project = administered(connection, &own, &Reference(project.clone()))?;
        query = query.filter(audit_log::project_id.eq(project));
    }
    if let Some(operation) = &filter.operation {
        query = query.filter(audit_log::operation.eq(operation.clone()));
    }
    if let Some(object) = &filter.object {
        query = query.filter(audit_log::object.eq(object.clone()));
    }
    if let Some(from) = filter.from {
        query = query.filter(audit_log::at.ge(Instant::from(from)));
    }
    if let Some(until) = filter.until {
        query = query.filter(audit_log::at.lt(Instant::from(until)));
    }
    if let Some(before) = before {
        query = query.filter(audit_log::id.lt(before));
    }
    Ok(query.load(connection)?)
}

/// One of a person's own acts, as they are told of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Act {
    /// The entry's id.
    #[serde(skip)]
    pub id: AuditId,
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub operation: String,
    /// To what.
    pub object: String,
    /// From where.
    pub address: Option<String>,
}

/// A person's own acts before one, newest first: everywhere, or in some projects and to themselves.
pub fn acts_of(
    connection: &mut DbConnection,
    person: UserId,
    projects: Option<&[ProjectId]>,
    before: Option<AuditId>,
    limit: i64,
) -> Result<Vec<Act>> {
    let mut query = audit_log::table
        .filter(audit_log::actor_id.eq(Some(person)))
        .order(audit_log::id.desc())
        .limit(limit)
        .select(EntryRow::as_select())
        .into_boxed();
    if let Some(projects) = projects {
        query =
            query.filter(audit_log::project_id.is_null().or(audit_log::project_id.eq_any(projects.to_vec())));
    }
    if let Some(before) = before {
        query = query.filter(audit_log::id.lt(before));
    }
    let act = |row: EntryRow| Act {
        id: row.id,
        at: row.at.utc(),
        operation: row.operation,
        object: row.object,
        address: row.address,
    };
    Ok(query.load(connection)?.into_iter().map(act).collect())
}

/// A project by key or id, if it is one of those; others are not there.
fn administered(
    connection: &mut DbConnection,
    own: &[ProjectId],
    reference: &Reference,
) -> Result<ProjectId> {
    let query = projects::table.filter(projects::id.eq_any(own.to_vec())).select(projects::id).into_boxed();
    let query = match reference.id() {
        Some(id) => query.filter(projects::id.eq(ProjectId(id))),
        None => query.filter(projects::key.eq(reference.as_str().to_owned())),
    };
    query.first(connection).optional()?.ok_or_else(|| Error::field("project", "unknown_reference"))
}

fn person(connection: &mut DbConnection, reference: &str) -> Result<UserId> {
    let query = users::table.select(users::id).into_boxed();
    let reference = Reference(reference.to_owned());
    let query = match reference.id() {
        Some(id) => query.filter(users::id.eq(UserId(id))),
        None => query.filter(users::username.eq(fold(reference.as_str()))),
    };
    query.first(connection).optional()?.ok_or_else(|| Error::field("actor", "unknown_reference"))
}

/// How the people of entries are shown.
pub(super) fn people(connection: &mut DbConnection, rows: &[EntryRow]) -> Result<HashMap<UserId, PersonRef>> {
    let mut ids: Vec<UserId> =
        rows.iter().flat_map(|row| [row.actor_id, row.impersonator_id]).flatten().collect();
    ids.sort_unstable();
    ids.dedup();
    let found = users::table.filter(users::id.eq_any(ids)).select((users::id, users::display_name)).load::<(
        UserId,
        String,
    )>(
        connection,
    )?;
    Ok(found.into_iter().map(|(id, display_name)| (id, PersonRef { id: id.0, display_name })).collect())
}

/// How the projects of entries are shown.
pub(super) fn projects_of(
    connection: &mut DbConnection,
    rows: &[EntryRow],
) -> Result<HashMap<ProjectId, NamedRef>> {
    let mut ids: Vec<ProjectId> = rows.iter().filter_map(|row| row.project_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let found = projects::table
        .filter(projects::id.eq_any(ids))
        .select((projects::id, projects::key, projects::name))
        .load::<(ProjectId, String, String)>(connection)?;
    Ok(found.into_iter().map(|(id, key, name)| (id, NamedRef { id: id.0, key, name })).collect())
}

/// The end of the chain.
pub(super) fn head(connection: &mut DbConnection) -> Result<Head> {
    let kept: Option<String> =
        settings::table.find(HEAD).select(settings::value).first(connection).optional()?;
    kept.map_or(Ok(Head::START), |text| read(&text))
}

/// The same, locked until the transaction ends: one at a time may add to the chain.
pub(super) fn locked_head(connection: &mut DbConnection) -> Result<Head> {
    let start = (settings::key.eq(HEAD), settings::value.eq(written(&Head::START)));
    Both(diesel::insert_into(settings::table).values(start).on_conflict_do_nothing()).execute(connection)?;
    let kept: String =
        for_update!(settings::table.find(HEAD).select(settings::value)).get_result(connection)?;
    read(&kept)
}

/// Moves the end.
pub(super) fn keep_head(connection: &mut DbConnection, head: &Head) -> Result<()> {
    diesel::update(settings::table.find(HEAD)).set(settings::value.eq(written(head))).execute(connection)?;
    Ok(())
}

fn written(head: &Head) -> String {
    format!("{} {} {}", head.position, head.newest, STANDARD.encode(&head.hash))
}

fn read(text: &str) -> Result<Head> {
    let mut parts = text.split(' ');
    let mut part = || parts.next().unwrap_or_default();
    let unsound = || Error::internal("the end of the audit chain cannot be read");
    Ok(Head {
        position: part().parse().map_err(|_| unsound())?,
        newest: part().parse().map_err(|_| unsound())?,
        hash: STANDARD.decode(part()).map_err(|_| unsound())?,
    })
}

/// Entries from `horizon` on that are not chained, oldest first.
pub(super) fn unchained(
    connection: &mut DbConnection,
    horizon: AuditId,
    limit: i64,
) -> Result<Vec<EntryRow>> {
    Ok(audit_log::table
        .left_join(audit_chain::table.on(audit_chain::entry_id.eq(audit_log::id)))
        .filter(audit_log::id.ge(horizon).and(audit_chain::position.is_null()))
        .order(audit_log::id)
        .limit(limit)
        .select(EntryRow::as_select())
        .load(connection)?)
}

/// How many those are.
pub(super) fn count_unchained(connection: &mut DbConnection, horizon: AuditId) -> Result<i64> {
    Ok(audit_log::table
        .left_join(audit_chain::table.on(audit_chain::entry_id.eq(audit_log::id)))
        .filter(audit_log::id.ge(horizon).and(audit_chain::position.is_null()))
        .count()
        .get_result(connection)?)
}

/// An entry older than `horizon` that is not chained.
pub(super) fn unchained_before(connection: &mut DbConnection, horizon: AuditId) -> Result<Option<AuditId>> {
    Ok(audit_log::table
        .left_join(audit_chain::table.on(audit_chain::entry_id.eq(audit_log::id)))
        .filter(audit_log::id.lt(horizon).and(audit_chain::position.is_null()))
        .order(audit_log::id)
        .select(audit_log::id)
        .first(connection)
        .optional()?)
}

/// Adds links at the end.
pub(super) fn append(connection: &mut DbConnection, links: &[Link]) -> Result<()> {
    each!(connection => diesel::insert_into(audit_chain::table).values(links).execute(connection))?;
    Ok(())
}

/// Links behind a position, in order.
pub(super) fn links_after(connection: &mut DbConnection, position: i64, limit: i64) -> Result<Vec<Link>> {
    Ok(audit_chain::table
        .filter(audit_chain::position.gt(position))
        .order(audit_chain::position)
        .limit(limit)
        .select(Link::as_select())
        .load(connection)?)
}

/// Entries by their ids.
pub(super) fn entries(connection: &mut DbConnection, ids: &[AuditId]) -> Result<Vec<EntryRow>> {
    Ok(audit_log::table.filter(audit_log::id.eq_any(ids)).select(EntryRow::as_select()).load(connection)?)
}
