//! Webhooks, and how far the feed has been read for them.

use crate::db::DbConnection;
use crate::db::dialect::for_update;
use crate::db::schema::{webhook_deliveries, webhooks};
use crate::db::types::{Document, Instant, Word};
use crate::error::{Error, Result};
use crate::ids::{ProjectId, UserId, WebhookId};
use crate::live::{feed, mark};
use crate::webhooks::model::Webhook;
use contract::webhooks::{DisabledReason, EventType};
use diesel::prelude::*;

/// The row of `settings` that says up to which position deliveries have been made.
const POSITION: &str = "webhooks_position";

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = webhooks, treat_none_as_null = true, treat_none_as_default_value = false)]
struct Row {
    id: WebhookId,
    project_id: ProjectId,
    description: String,
    url: String,
    events: Document<Vec<EventType>>,
    internal: bool,
    confidential: bool,
    active: bool,
    disabled_reason: Option<Word<DisabledReason>>,
    starts_after: i64,
    failing_since: Option<Instant>,
    sealed_secret: Vec<u8>,
    sealed_previous_secret: Option<Vec<u8>>,
    previous_secret_until: Option<Instant>,
    created_at: Instant,
    created_by_id: UserId,
    updated_at: Instant,
    version: i64,
}

impl From<Row> for Webhook {
    fn from(row: Row) -> Self {
        let Row {
            id,
            project_id,
            description,
            url,
            events,
            internal,
            confidential,
            active,
            disabled_reason,
            starts_after,
            failing_since,
            sealed_secret,
            sealed_previous_secret,
            previous_secret_until,
            created_at,
            created_by_id,
            updated_at,
            version,
        } = row;
        Self {
            id,
            project: project_id,
            description,
            url,
            events: events.0,
            internal,
            confidential,
            active,
            disabled_reason: disabled_reason.map(|reason| reason.0),
            starts_after,
            failing_since: failing_since.map(Instant::utc),
            sealed_secret,
            sealed_previous_secret,
            previous_secret_until: previous_secret_until.map(Instant::utc),
            created_at: created_at.utc(),
            created_by: created_by_id,
            updated_at: updated_at.utc(),
            version,
        }
    }
}

impl From<&Webhook> for Row {
    fn from(webhook: &Webhook) -> Self {
        let Webhook {
            id,
            project,
            description,
            url,
            events,
            internal,
            confidential,
            active,
            disabled_reason,
            starts_after,
            failing_since,
            sealed_secret,
            sealed_previous_secret,
            previous_secret_until,
            created_at,
            created_by,
            updated_at,
            version,
        } = webhook.clone();
        Self {
            id,
            project_id: project,
            description,
            url,
            events: Document(events),
            internal,
            confidential,
            active,
            disabled_reason: disabled_reason.map(Word),
            starts_after,
            failing_since: failing_since.map(Instant::from),
            sealed_secret,
            sealed_previous_secret,
            previous_secret_until: previous_secret_until.map(Instant::from),
            created_at: created_at.into(),
            created_by_id: created_by,
            updated_at: updated_at.into(),
            version,
        }
    }
}

/// Keeps a new webhook.
pub(in crate::webhooks) fn insert(connection: &mut DbConnection, webhook: &Webhook) -> Result<()> {
    diesel::insert_into(webhooks::table).values(Row::from(webhook)).execute(connection)?;
    Ok(())
}

/// Stores a changed webhook that this transaction has locked.
pub(in crate::webhooks) fn update(connection: &mut DbConnection, webhook: &Webhook) -> Result<()> {
    let changed =
        diesel::update(webhooks::table.find(webhook.id)).set(Row::from(webhook)).execute(connection)?;
    if changed == 1 { Ok(()) } else { Err(Error::internal("a locked webhook is gone")) }
}

/// Removes a webhook with what it was sent.
pub(in crate::webhooks) fn remove(connection: &mut DbConnection, id: WebhookId) -> Result<()> {
    diesel::delete(webhook_deliveries::table.filter(webhook_deliveries::webhook_id.eq(id)))
        .execute(connection)?;
    diesel::delete(webhooks::table.find(id)).execute(connection)?;
    Ok(())
}

/// A webhook of one of these projects.
pub(in crate::webhooks) fn visible(
    connection: &mut DbConnection,
    projects: &[ProjectId],
    id: WebhookId,
) -> Result<Webhook> {
    let row = webhooks::table
        .filter(webhooks::id.eq(id).and(webhooks::project_id.eq_any(projects.to_vec())))
        .select(Row::as_select())
        .first(connection)?;
    Ok(row.into())
}

/// A webhook, if it is still there.
pub(in crate::webhooks) fn find(connection: &mut DbConnection, id: WebhookId) -> Result<Option<Webhook>> {
    let row = webhooks::table.find(id).select(Row::as_select()).first(connection).optional()?;
    Ok(row.map(Webhook::from))
}

/// A webhook, locked until the transaction ends, if it is still there.
pub(in crate::webhooks) fn load(connection: &mut DbConnection, id: WebhookId) -> Result<Option<Webhook>> {
    let held: Option<WebhookId> =
        for_update!(webhooks::table.find(id).select(webhooks::id)).get_result(connection).optional()?;
    let Some(held) = held else { return Ok(None) };
    Ok(Some(webhooks::table.find(held).select(Row::as_select()).first(connection)?.into()))
}

/// Webhooks of some projects, the latest first: up to one more than `limit`, from behind `before`.
pub(in crate::webhooks) fn list(
    connection: &mut DbConnection,
    projects: &[ProjectId],
    before: Option<WebhookId>,
    limit: i64,
) -> Result<Vec<Webhook>> {
    let mut query = webhooks::table
        .filter(webhooks::project_id.eq_any(projects.to_vec()))
        .order(webhooks::id.desc())
        .limit(limit + 1)
        .select(Row::as_select())
        .into_boxed();
    if let Some(before) = before {
        query = query.filter(webhooks::id.lt(before));
    }
    Ok(query.load::<Row>(connection)?.into_iter().map(Webhook::from).collect())
}

/// How many a project has.
pub(in crate::webhooks) fn count(connection: &mut DbConnection, project: ProjectId) -> Result<i64> {
    Ok(webhooks::table.filter(webhooks::project_id.eq(project)).count().get_result(connection)?)
}

/// Those that are switched on.
pub(in crate::webhooks) fn active(connection: &mut DbConnection) -> Result<Vec<Webhook>> {
    let rows = webhooks::table
        .filter(webhooks::active.eq(true))
        .order(webhooks::id)
        .select(Row::as_select())
        .load::<Row>(connection)?;
    Ok(rows.into_iter().map(Webhook::from).collect())
}

/// Whether something has happened of which no webhook has been told yet, and there is one.
pub(in crate::webhooks) fn is_behind(connection: &mut DbConnection) -> Result<bool> {
    let any = webhooks::table
        .filter(webhooks::active.eq(true))
        .select(webhooks::id)
        .first::<WebhookId>(connection)
        .optional()?;
    if any.is_none() {
        return Ok(false);
    }
    let position = mark::kept(connection, POSITION)?;
    Ok(position < feed::end(connection)?)
}

/// Up to which position deliveries have been made, locked until the transaction ends.
pub(in crate::webhooks) fn locked_position(connection: &mut DbConnection) -> Result<i64> {
    mark::locked(connection, POSITION)
}

/// Keeps it.
pub(in crate::webhooks) fn keep_position(connection: &mut DbConnection, position: i64) -> Result<()> {
    mark::keep(connection, POSITION, position)
}
