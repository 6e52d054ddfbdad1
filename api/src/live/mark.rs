//! How far something has come in the feed: a position kept in a row of `settings`.

use crate::db::DbConnection;
use crate::db::dialect::{Both, for_update};
use crate::db::schema::settings;
use crate::error::{Error, Result};
use diesel::prelude::*;

/// The position kept under a name; 0 when there is none yet.
pub fn kept(connection: &mut DbConnection, name: &str) -> Result<i64> {
    let kept = settings::table.find(name).select(settings::value).first::<String>(connection).optional()?;
    kept.map_or(Ok(0), |kept| read(&kept))
}

/// The same, locked until the transaction ends.
pub fn locked(connection: &mut DbConnection, name: &str) -> Result<i64> {
    let start = (settings::key.eq(name), settings::value.eq("0"));
    Both(diesel::insert_into(settings::table).values(start).on_conflict_do_nothing()).execute(connection)?;
    let kept: String =
        for_update!(settings::table.find(name).select(settings::value)).get_result(connection)?;
    read(&kept)
}

/// Moves a position that this transaction has locked.
pub fn keep(connection: &mut DbConnection, name: &str, position: i64) -> Result<()> {
    diesel::update(settings::table.find(name))
        .set(settings::value.eq(position.to_string()))
        .execute(connection)?;
    Ok(())
}

fn read(kept: &str) -> Result<i64> {
    kept.parse().map_err(|_| Error::internal("a position in the feed cannot be read"))
}
