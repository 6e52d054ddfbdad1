//! What happened and has not been told to anybody yet: one row for each entry of a timeline,
//! written in the entry's own transaction, taken away in the transaction that passes it on. So
//! nothing that was committed goes untold, and nothing that was rolled back is told.
//!
//! What cannot be told is set aside, so that it holds up nothing else, until the operator has it told again
//! (`mesa retell`) or its time is over.

use crate::db::DbConnection;
use crate::db::dialect::PerEngine;
use crate::db::removal::remove_oldest;
use crate::db::schema::{outbox, outbox_failures};
use crate::db::types::Instant;
use crate::error::Result;
use crate::ids::EventId;
use chrono::{DateTime, Utc};
use diesel::prelude::*;

/// How much is kept of why an entry could not be told, in characters.
const LONGEST_FAULT: usize = 500;

/// Entries put back in one transaction.
const BACK_AT_ONCE: i64 = 500;

/// Notes that an entry is to be told.
pub fn put(connection: &mut DbConnection, event: EventId, at: DateTime<Utc>) -> Result<()> {
    diesel::insert_into(outbox::table)
        .values((outbox::event_id.eq(event), outbox::at.eq(Instant::from(at))))
        .execute(connection)?;
    Ok(())
}

/// Whether anything is to be told.
pub fn is_empty(connection: &mut DbConnection) -> Result<bool> {
    let first = outbox::table.select(outbox::event_id).first::<EventId>(connection).optional()?;
    Ok(first.is_none())
}

/// Takes up to `most` entries away, the oldest first, for the rest of this transaction to tell. Those
/// that another replica is telling are left to it.
pub fn take(connection: &mut DbConnection, most: i64) -> Result<Vec<EventId>> {
    let oldest = || outbox::table.order(outbox::event_id).limit(most).select(outbox::event_id);
    let taken: Vec<EventId> = PerEngine { postgres: oldest().for_update().skip_locked(), sqlite: oldest() }
        .get_results(connection)?;
    diesel::delete(outbox::table.filter(outbox::event_id.eq_any(&taken))).execute(connection)?;
    Ok(taken)
}

/// The next entries to be told, the oldest first, up to `most`; others may be at them.
pub fn next(connection: &mut DbConnection, most: i64) -> Result<Vec<EventId>> {
    Ok(outbox::table.order(outbox::event_id).limit(most).select(outbox::event_id).load(connection)?)
}

/// Takes one entry away, for the rest of this transaction to tell; false when somebody else has told it.
pub fn take_one(connection: &mut DbConnection, event: EventId) -> Result<bool> {
    Ok(diesel::delete(outbox::table.find(event)).execute(connection)? == 1)
}

/// Sets an entry aside that cannot be told, and says why; false when somebody else has told it.
pub fn set_aside(
    connection: &mut DbConnection,
    event: EventId,
    fault: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    let at = outbox::table.find(event).select(outbox::at).first::<Instant>(connection).optional()?;
    let Some(at) = at else { return Ok(false) };
    if !take_one(connection, event)? {
        return Ok(false);
    }
    diesel::insert_into(outbox_failures::table)
        .values((
            outbox_failures::event_id.eq(event),
            outbox_failures::at.eq(at),
            outbox_failures::failed_at.eq(Instant::from(now)),
            outbox_failures::fault.eq(fault.chars().take(LONGEST_FAULT).collect::<String>()),
        ))
        .execute(connection)?;
    Ok(true)
}

/// What has been set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failures {
    /// How many entries.
    pub count: i64,
    /// The last of them, and why it could not be told.
    pub last: Option<(EventId, String)>,
}

/// How much has been set aside.
pub fn failures(connection: &mut DbConnection) -> Result<Failures> {
    let last = outbox_failures::table
        .order(outbox_failures::failed_at.desc())
        .select((outbox_failures::event_id, outbox_failures::fault))
        .first::<(EventId, String)>(connection)
        .optional()?;
    Ok(Failures { count: outbox_failures::table.count().get_result(connection)?, last })
}

/// Puts some of what has been set aside up to an instant back among what is to be told, the oldest first: how
/// many.
pub fn put_back(connection: &mut DbConnection, until: DateTime<Utc>) -> Result<usize> {
    let oldest = outbox_failures::table
        .filter(outbox_failures::failed_at.le(Instant::from(until)))
        .order(outbox_failures::event_id)
        .limit(BACK_AT_ONCE)
        .select((outbox_failures::event_id, outbox_failures::at))
        .load::<(EventId, Instant)>(connection)?;
    let mut back = 0;
    for (event, at) in oldest {
        if diesel::delete(outbox_failures::table.find(event)).execute(connection)? == 1 {
            put(connection, event, at.utc())?;
            back += 1;
        }
    }
    Ok(back)
}

/// Removes some of what was set aside before an instant; how many.
pub fn forget_failures(connection: &mut DbConnection, before: DateTime<Utc>) -> Result<usize> {
    Ok(remove_oldest!(connection, outbox_failures::table, outbox_failures::failed_at, before))
}
