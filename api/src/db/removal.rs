//! Removing what is old, a little in each transaction: others want to write too, and whatever has piled up
//! while nobody removed it is not to hold them up.
//!
//! A store removes the oldest of its rows with [`remove_oldest!`], a slice goes through its stores with
//! [`in_turn`], and a job repeats that with [`until_none_is_left`].

use super::{Db, DbConnection};
use crate::clock::Clock;
use crate::error::Result;
use chrono::{DateTime, Utc};

/// How many rows are removed in one transaction.
pub const BATCH: i64 = 1_000;

/// Removes some of what is over at an instant; how much, and 0 when nothing is left.
pub type Remove = fn(&mut DbConnection, DateTime<Utc>) -> Result<usize>;

/// Removes the oldest among some rows, those from before an instant, [`BATCH`] of them: how many. All rows of
/// one instant go together, since nothing but their age is known here.
macro_rules! remove_oldest {
    ($connection:ident, $rows:expr, $age:expr, $before:expr) => {{
        let before = $crate::db::types::Instant::from($before);
        let ages: Vec<$crate::db::types::Instant> = $rows
            .filter($age.lt(before))
            .order($age)
            .limit($crate::db::removal::BATCH)
            .select($age)
            .load($connection)?;
        match ages.last() {
            Some(last) => diesel::delete($rows.filter($age.le(*last))).execute($connection)?,
            None => 0,
        }
    }};
}
pub(crate) use remove_oldest;

/// Goes through several kinds of rows in their order: what is removed in one call is of one kind, and a kind
/// has its turn when nothing is left of those before it.
pub fn in_turn(connection: &mut DbConnection, now: DateTime<Utc>, kinds: &[Remove]) -> Result<usize> {
    for remove in kinds {
        let removed = remove(connection, now)?;
        if removed > 0 {
            return Ok(removed);
        }
    }
    Ok(0)
}

/// Removes until nothing is left, each batch in a transaction of its own; how much that was.
pub async fn until_none_is_left(db: &Db, clock: &Clock, remove: Remove) -> Result<usize> {
    let (mut all, now) = (0, clock.now());
    loop {
        let removed = db.write(move |connection| remove(connection, now)).await?;
        if removed == 0 {
            return Ok(all);
        }
        all += removed;
    }
}
