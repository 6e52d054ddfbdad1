//! What happened and has not been told to anybody yet: one row for each entry of a timeline,
//! written in the entry's own transaction, taken away in the transaction that passes it on. So
//! nothing that was committed goes untold, and nothing that was rolled back is told.

use crate::db::DbConnection;
use crate::db::dialect::PerEngine;
use crate::db::schema::outbox;
use crate::db::types::Instant;
use crate::error::Result;
use crate::ids::EventId;
use chrono::{DateTime, Utc};
use diesel::prelude::*;

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
