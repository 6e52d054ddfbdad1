//! Sources.

use crate::db::DbConnection;
use crate::db::dialect::for_update;
use crate::db::schema::inbound_sources;
use crate::db::types::{Document, Instant, Word};
use crate::error::Result;
use crate::ids::{GroupId, InboundSourceId, ProjectId, ServiceId, UserId};
use crate::inbound::model::{Credentials, Source, StoredSecret};
use chrono::{DateTime, Utc};
use contract::inbound::{InboundChannel, SeverityRule};
use diesel::prelude::*;

#[derive(Queryable, Selectable)]
#[diesel(table_name = inbound_sources)]
struct Row {
    id: InboundSourceId,
    project_id: ProjectId,
    channel: Word<InboundChannel>,
    name: String,
    registrar_id: UserId,
    service_id: Option<ServiceId>,
    group_id: Option<GroupId>,
    severities: Document<Vec<SeverityRule>>,
    flap_minutes: i32,
    active: bool,
    earlier_until: Option<Instant>,
    last_used_at: Option<Instant>,
    version: i64,
}

impl From<Row> for Source {
    fn from(row: Row) -> Self {
        let Row {
            id,
            project_id,
            channel,
            name,
            registrar_id,
            service_id,
            group_id,
            severities,
            flap_minutes,
            active,
            earlier_until,
            last_used_at,
            version,
        } = row;
        Self {
            id,
            project: project_id,
            channel: channel.0,
            name,
            registrar: registrar_id,
            service: service_id,
            group: group_id,
            severities: severities.0,
            flap_minutes: u16::try_from(flap_minutes).unwrap_or_default(),
            active,
            earlier_secret_until: earlier_until.map(Instant::utc),
            last_used_at: last_used_at.map(Instant::utc),
            version,
        }
    }
}

/// The sources of some projects, the latest first: up to one more than `limit`, from behind `before`.
pub(in crate::inbound) fn list(
    connection: &mut DbConnection,
    projects: &[ProjectId],
    before: Option<InboundSourceId>,
    limit: i64,
) -> Result<Vec<Source>> {
    let mut query = inbound_sources::table
        .filter(inbound_sources::project_id.eq_any(projects.to_vec()))
        .order(inbound_sources::id.desc())
        .limit(limit + 1)
        .select(Row::as_select())
        .into_boxed();
    if let Some(before) = before {
        query = query.filter(inbound_sources::id.lt(before));
    }
    Ok(query.load(connection)?.into_iter().map(Source::from).collect())
}

/// How many a project has.
pub(in crate::inbound) fn count(connection: &mut DbConnection, project: ProjectId) -> Result<i64> {
    let of_it = inbound_sources::table.filter(inbound_sources::project_id.eq(project));
    Ok(of_it.count().get_result(connection)?)
}

/// A source of one of the projects.
pub(in crate::inbound) fn find(
    connection: &mut DbConnection,
    projects: &[ProjectId],
    id: InboundSourceId,
) -> Result<Source> {
    let query = inbound_sources::table
        .find(id)
        .filter(inbound_sources::project_id.eq_any(projects.to_vec()))
        .select(Row::as_select());
    Ok(query.first(connection)?.into())
}

/// A source that nobody else changes, and by which nothing else comes in, until this transaction ends.
pub(in crate::inbound) fn locked(connection: &mut DbConnection, id: InboundSourceId) -> Result<Source> {
    let _: InboundSourceId =
        for_update!(inbound_sources::table.find(id).select(inbound_sources::id)).get_result(connection)?;
    Ok(inbound_sources::table.find(id).select(Row::as_select()).first(connection)?.into())
}

/// Stores a new source with its secret.
pub(in crate::inbound) fn insert(
    connection: &mut DbConnection,
    source: &Source,
    secret: &StoredSecret,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::insert_into(inbound_sources::table)
        .values((
            inbound_sources::id.eq(source.id),
            inbound_sources::project_id.eq(source.project),
            inbound_sources::channel.eq(Word(source.channel)),
            inbound_sources::name.eq(&source.name),
            inbound_sources::registrar_id.eq(source.registrar),
            inbound_sources::service_id.eq(source.service),
            inbound_sources::group_id.eq(source.group),
            inbound_sources::severities.eq(Document(source.severities.clone())),
            inbound_sources::flap_minutes.eq(i32::from(source.flap_minutes)),
            inbound_sources::active.eq(source.active),
            inbound_sources::sealed_secret.eq(&secret.sealed),
            inbound_sources::secret_hash.eq(&secret.hash),
            inbound_sources::created_at.eq(Instant::from(now)),
            inbound_sources::version.eq(source.version),
        ))
        .execute(connection)?;
    Ok(())
}

/// Stores a changed source that this transaction has locked.
pub(in crate::inbound) fn update(connection: &mut DbConnection, source: &Source) -> Result<()> {
    diesel::update(inbound_sources::table.find(source.id))
        .set((
            inbound_sources::name.eq(&source.name),
            inbound_sources::registrar_id.eq(source.registrar),
            inbound_sources::service_id.eq(source.service),
            inbound_sources::group_id.eq(source.group),
            inbound_sources::severities.eq(Document(source.severities.clone())),
            inbound_sources::flap_minutes.eq(i32::from(source.flap_minutes)),
            inbound_sources::active.eq(source.active),
            inbound_sources::version.eq(source.version),
        ))
        .execute(connection)?;
    Ok(())
}

/// Puts another secret in place of a source's, which stays good until an instant.
pub(in crate::inbound) fn rotate(
    connection: &mut DbConnection,
    source: &Source,
    secret: &StoredSecret,
    until: DateTime<Utc>,
) -> Result<()> {
    let (sealed, hash) = inbound_sources::table
        .find(source.id)
        .select((inbound_sources::sealed_secret, inbound_sources::secret_hash))
        .first::<(Vec<u8>, Vec<u8>)>(connection)?;
    diesel::update(inbound_sources::table.find(source.id))
        .set((
            inbound_sources::earlier_sealed_secret.eq(Some(sealed)),
            inbound_sources::earlier_secret_hash.eq(Some(hash)),
            inbound_sources::earlier_until.eq(Some(Instant::from(until))),
            inbound_sources::sealed_secret.eq(&secret.sealed),
            inbound_sources::secret_hash.eq(&secret.hash),
            inbound_sources::version.eq(source.version),
        ))
        .execute(connection)?;
    Ok(())
}

/// Deletes a source with what is known of its alerts and conversations; its cases stay.
pub(in crate::inbound) fn delete(connection: &mut DbConnection, id: InboundSourceId) -> Result<()> {
    diesel::delete(inbound_sources::table.find(id)).execute(connection)?;
    Ok(())
}

/// Notes that something came by a source.
pub(in crate::inbound) fn note_use(
    connection: &mut DbConnection,
    id: InboundSourceId,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::update(inbound_sources::table.find(id))
        .set(inbound_sources::last_used_at.eq(Some(Instant::from(now))))
        .execute(connection)?;
    Ok(())
}

/// The sources of a channel that come in somebody's name.
pub(in crate::inbound) fn of_registrar(
    connection: &mut DbConnection,
    channel: InboundChannel,
    registrar: UserId,
) -> Result<Vec<Source>> {
    let rows = inbound_sources::table
        .filter(inbound_sources::registrar_id.eq(registrar))
        .filter(inbound_sources::channel.eq(Word(channel)))
        .order(inbound_sources::id)
        .select(Row::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Source::from).collect())
}

/// How a source is looked for that is to prove itself.
#[derive(Clone, Debug)]
pub(in crate::inbound) enum Wanted {
    /// By its id.
    Id(InboundSourceId),
    /// By the hash of its secret, or of the one before.
    Hash(Vec<u8>),
}

type CredentialsRow = (InboundSourceId, UserId, bool, Vec<u8>, Option<Vec<u8>>, Option<Instant>);

/// What a source of a channel proves itself by.
pub(in crate::inbound) fn credentials(
    connection: &mut DbConnection,
    channel: InboundChannel,
    wanted: Wanted,
) -> Result<Option<Credentials>> {
    let query = inbound_sources::table
        .filter(inbound_sources::channel.eq(Word(channel)))
        .select((
            inbound_sources::id,
            inbound_sources::registrar_id,
            inbound_sources::active,
            inbound_sources::sealed_secret,
            inbound_sources::earlier_sealed_secret,
            inbound_sources::earlier_until,
        ))
        .into_boxed();
    let query = match wanted {
        Wanted::Id(id) => query.filter(inbound_sources::id.eq(id)),
        Wanted::Hash(hash) => {
            let earlier = inbound_sources::earlier_secret_hash.eq(Some(hash.clone())).assume_not_null();
            query.filter(inbound_sources::secret_hash.eq(hash).or(earlier))
        }
    };
    let found = query.first::<CredentialsRow>(connection).optional()?;
    Ok(found.map(|(source, registrar, active, sealed, earlier, until)| Credentials {
        source,
        registrar,
        active,
        sealed,
        earlier: earlier.zip(until.map(Instant::utc)),
    }))
}
