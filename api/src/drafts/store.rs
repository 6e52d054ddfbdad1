//! Every query on drafts.

use super::model::DraftKey;
use crate::db::DbConnection;
use crate::db::dialect::{Both, for_update};
use crate::db::removal::remove_oldest;
use crate::db::schema::drafts;
use crate::db::types::{Document, Instant};
use crate::error::Result;
use crate::ids::UserId;
use chrono::{DateTime, TimeDelta, Utc};
use contract::drafts::{Draft, DraftHead};
use diesel::prelude::*;
use serde_json::Value;

/// For how many days a draft is kept that nobody changes.
pub const KEPT_DAYS: u32 = 30;

/// A person's draft.
pub(super) fn find(connection: &mut DbConnection, person: UserId, key: &str) -> Result<Draft> {
    let row = drafts::table
        .find((person, key))
        .select((drafts::key, drafts::value, drafts::version, drafts::updated_at))
        .first::<Row>(connection)?;
    Ok(draft(row))
}

/// The version of a person's draft, to be changed: nobody else changes it until this transaction ends.
pub(super) fn version_to_change(
    connection: &mut DbConnection,
    person: UserId,
    key: &DraftKey,
) -> Result<Option<i64>> {
    let version: Option<i64> =
        for_update!(drafts::table.find((person, key.as_str())).select(drafts::version))
            .get_result(connection)
            .optional()?;
    Ok(version)
}

/// How many drafts a person has.
pub(super) fn count(connection: &mut DbConnection, person: UserId) -> Result<i64> {
    Ok(drafts::table.filter(drafts::user_id.eq(person)).count().get_result(connection)?)
}

/// Keeps a new draft; false when there is one of this key.
pub(super) fn insert(connection: &mut DbConnection, person: UserId, draft: &Draft) -> Result<bool> {
    let row = (
        drafts::user_id.eq(person),
        drafts::key.eq(&draft.key),
        drafts::value.eq(Document(draft.value.clone())),
        drafts::version.eq(draft.version),
        drafts::updated_at.eq(Instant::from(draft.updated_at)),
    );
    let made =
        Both(diesel::insert_into(drafts::table).values(row).on_conflict_do_nothing()).execute(connection)?;
    Ok(made == 1)
}

/// Keeps a changed draft.
pub(super) fn update(connection: &mut DbConnection, person: UserId, draft: &Draft) -> Result<()> {
    diesel::update(drafts::table.find((person, &draft.key)))
        .set((
            drafts::value.eq(Document(draft.value.clone())),
            drafts::version.eq(draft.version),
            drafts::updated_at.eq(Instant::from(draft.updated_at)),
        ))
        .execute(connection)?;
    Ok(())
}

/// A person's drafts by key, without what they say: up to one more than `limit`, from behind `after`.
pub(super) fn heads(
    connection: &mut DbConnection,
    person: UserId,
    after: Option<String>,
    limit: i64,
) -> Result<Vec<DraftHead>> {
    let mut query = drafts::table
        .filter(drafts::user_id.eq(person))
        .order(drafts::key)
        .limit(limit + 1)
        .select((drafts::key, drafts::version, drafts::updated_at))
        .into_boxed();
    if let Some(after) = after {
        query = query.filter(drafts::key.gt(after));
    }
    let rows = query.load::<(String, i64, Instant)>(connection)?;
    let head = |(key, version, updated_at): (String, i64, Instant)| DraftHead {
        key,
        version,
        updated_at: updated_at.utc(),
    };
    Ok(rows.into_iter().map(head).collect())
}

/// All that a person is writing.
pub fn of_person(connection: &mut DbConnection, person: UserId) -> Result<Vec<Draft>> {
    let rows = drafts::table
        .filter(drafts::user_id.eq(person))
        .order(drafts::key)
        .select((drafts::key, drafts::value, drafts::version, drafts::updated_at))
        .load::<Row>(connection)?;
    Ok(rows.into_iter().map(draft).collect())
}

/// It was sent, or is not wanted any more.
pub(super) fn forget(connection: &mut DbConnection, person: UserId, key: &str) -> Result<()> {
    diesel::delete(drafts::table.find((person, key))).execute(connection)?;
    Ok(())
}

/// A person was writing nothing.
pub fn forget_person(connection: &mut DbConnection, person: UserId) -> Result<()> {
    diesel::delete(drafts::table.filter(drafts::user_id.eq(person))).execute(connection)?;
    Ok(())
}

/// Removes some of what nobody has changed for [`KEPT_DAYS`]; how much.
pub fn forget_old(connection: &mut DbConnection, now: DateTime<Utc>) -> Result<usize> {
    let long_ago = now - TimeDelta::days(KEPT_DAYS.into());
    Ok(remove_oldest!(connection, drafts::table, drafts::updated_at, long_ago))
}

type Row = (String, Document<Value>, i64, Instant);

fn draft((key, value, version, updated_at): Row) -> Draft {
    Draft { key, value: value.0, version, updated_at: updated_at.utc() }
}
