//! The feed: entries of all timelines, each with a position.
//!
//! An entry gets its position when it is told, after its own commit, under a lock that is held until the
//! position is committed too. So positions become visible in their order, and whoever has read up to
//! one and asks for what comes after it misses nothing.

use super::mark;
use crate::db::DbConnection;
use crate::db::dialect::each;
use crate::db::removal::remove_oldest;
use crate::db::schema::feed;
use crate::db::types::Instant;
use crate::error::Result;
use crate::ids::{EventId, ProjectId, TicketId};
use chrono::{DateTime, Utc};
use diesel::prelude::*;

/// The row of `settings` that says where the feed ends.
const END: &str = "feed_end";

/// An entry that has happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Happened {
    /// The entry.
    pub event: EventId,
    /// The ticket it happened to.
    pub ticket: TicketId,
    /// The project of that ticket.
    pub project: ProjectId,
    /// When.
    pub at: DateTime<Utc>,
}

/// An entry in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// Its place: later ones have greater ones, with gaps.
    pub position: i64,
    /// The entry.
    pub what: Happened,
}

/// Puts entries at the end, in the given order. To be the last thing that a transaction does: the end is
/// locked until it commits.
pub fn append(connection: &mut DbConnection, happened: &[Happened]) -> Result<()> {
    if happened.is_empty() {
        return Ok(());
    }
    let mut end = mark::locked(connection, END)?;
    let rows: Vec<_> = happened
        .iter()
        .map(|Happened { event, ticket, project, at }| {
            end += 1;
            (
                feed::position.eq(end),
                feed::event_id.eq(*event),
                feed::ticket_id.eq(*ticket),
                feed::project_id.eq(*project),
                feed::at.eq(Instant::from(*at)),
            )
        })
        .collect();
    each!(connection => diesel::insert_into(feed::table).values(&rows).execute(connection))?;
    mark::keep(connection, END, end)
}

/// Up to `most` entries behind a position, in their order: of some projects, or of all.
pub fn after(
    connection: &mut DbConnection,
    position: i64,
    projects: Option<&[ProjectId]>,
    most: i64,
) -> Result<Vec<Change>> {
    let mut query =
        feed::table.filter(feed::position.gt(position)).order(feed::position).limit(most).into_boxed();
    if let Some(projects) = projects {
        query = query.filter(feed::project_id.eq_any(projects.to_vec()));
    }
    Ok(query.load::<Row>(connection)?.into_iter().map(change).collect())
}

/// Where the feed ends: the last position given; 0 before the first.
pub fn end(connection: &mut DbConnection) -> Result<i64> {
    mark::kept(connection, END)
}

/// Where the feed begins: the first position that is still kept; one behind the end when nothing is.
pub fn beginning(connection: &mut DbConnection) -> Result<i64> {
    let first = feed::table.select(feed::position).order(feed::position).first::<i64>(connection);
    match first.optional()? {
        Some(first) => Ok(first),
        None => Ok(end(connection)? + 1),
    }
}

/// Removes some of the entries that happened before an instant; how many.
pub fn forget_before(connection: &mut DbConnection, instant: DateTime<Utc>) -> Result<usize> {
    Ok(remove_oldest!(connection, feed::table, feed::at, instant))
}

type Row = (i64, EventId, TicketId, ProjectId, Instant);

fn change((position, event, ticket, project, at): Row) -> Change {
    Change { position, what: Happened { event, ticket, project, at: at.utc() } }
}
