//! What time brings about, and rebuilding what is derived from the history.

use super::{service, store};
use crate::db::{Db, DbConnection};
use crate::error::Result;
use crate::ids::TicketId;
use chrono::{DateTime, Utc};

/// Tickets looked up at a time.
const BATCH: i64 = 200;

/// Does what is due by `now`: warnings, breaches, ends of waits, tacit acceptances. Returns how
/// many tickets had something due. Each is its own transaction; one that fails is logged and
/// left for the next run.
pub async fn run_due(db: &Db, now: DateTime<Utc>) -> Result<usize> {
    let mut done = 0;
    loop {
        let due = db.read(move |connection| store::due(connection, now, BATCH)).await?;
        let mut failed = 0;
        for id in &due {
            let id = *id;
            if let Err(error) = db.write(move |connection| service::timers::run(connection, id, now)).await {
                log::error!("timers of ticket {id}: {error}");
                failed += 1;
            }
        }
        done += due.len() - failed;
        // What fails stays due; do not go round in circles with it.
        if due.len() < usize::try_from(BATCH).unwrap_or(usize::MAX) || failed > 0 {
            return Ok(done);
        }
    }
}

/// Compares each ticket's stored clocks with what its history says, and stores the latter.
/// Returns how many tickets there are and how many differed.
pub async fn rebuild(db: &Db, now: DateTime<Utc>) -> Result<(usize, usize)> {
    let (mut all, mut differed, mut last) = (0, 0, None);
    while let Some(id) = db.read(move |connection| store::next_after(connection, last)).await? {
        if db.write(move |connection| rebuild_one(connection, id, now)).await? {
            differed += 1;
        }
        (all, last) = (all + 1, Some(id));
    }
    Ok((all, differed))
}

fn rebuild_one(connection: &mut DbConnection, id: TicketId, now: DateTime<Utc>) -> Result<bool> {
    let mut ticket = store::lock(connection, id)?;
    let (attention, resolution) = service::derived(connection, &ticket, now)?;
    let differs = ticket.attention != attention || ticket.resolution != resolution;
    if differs {
        (ticket.attention, ticket.resolution) = (attention, resolution);
        store::update(connection, &ticket)?;
    }
    Ok(differs)
}
