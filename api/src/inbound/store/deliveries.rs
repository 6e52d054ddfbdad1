//! Signed deliveries, each of which is taken once.

use crate::db::DbConnection;
use crate::db::dialect::Both;
use crate::db::removal::remove_oldest;
use crate::db::schema::inbound_deliveries;
use crate::db::types::Instant;
use crate::error::Result;
use crate::ids::InboundSourceId;
use chrono::{DateTime, Utc};
use diesel::prelude::*;

/// Notes a delivery; false when it was there before.
pub(in crate::inbound) fn is_new(
    connection: &mut DbConnection,
    source: InboundSourceId,
    delivery: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    let row = (
        inbound_deliveries::source_id.eq(source),
        inbound_deliveries::delivery.eq(delivery),
        inbound_deliveries::received_at.eq(Instant::from(now)),
    );
    let noted = Both(diesel::insert_into(inbound_deliveries::table).values(row).on_conflict_do_nothing())
        .execute(connection)?;
    Ok(noted == 1)
}

/// Deletes some of those from before an instant.
pub(in crate::inbound) fn forget_deliveries(
    connection: &mut DbConnection,
    before: DateTime<Utc>,
) -> Result<usize> {
    Ok(remove_oldest!(connection, inbound_deliveries::table, inbound_deliveries::received_at, before))
}
