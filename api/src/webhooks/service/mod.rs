//! Use cases of administrators, and what the job does in its transactions.

mod changes;
mod manage;
mod settle;
mod spread;

pub(super) use changes::follow;
pub(super) use manage::{create, ping, redeliver, remove, rotate, secrets, seen, shown, update};
pub(super) use settle::settle;
pub(super) use spread::{AT_ONCE, spread};

use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::EventId;
use crate::tickets::{self, Event, Ticket};
use std::collections::HashMap;

/// Some entries, each with its ticket, to be looked up in the order of the feed.
fn entries(connection: &mut DbConnection, ids: &[EventId]) -> Result<HashMap<EventId, (Ticket, Event)>> {
    let entries = tickets::entries(connection, ids)?;
    Ok(entries.into_iter().map(|(ticket, event)| (event.id, (ticket, event))).collect())
}
