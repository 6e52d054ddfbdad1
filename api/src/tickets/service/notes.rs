//! What the desk notes by itself at a ticket, for those who work on it.

use super::{Entry, history};
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::EventId;
use crate::tickets::model::Ticket;
use crate::tickets::rules::machine::Step;
use crate::tickets::store;
use chrono::{DateTime, Utc};
use contract::tickets::{Action, Channel, Visibility};

/// Adds an internal note. Nobody is told of it: what it tells of is often a letter that came back, and
/// another letter about that would come back too.
pub fn note_on(
    connection: &mut DbConnection,
    ticket: &Ticket,
    channel: Channel,
    note: String,
    now: DateTime<Utc>,
) -> Result<EventId> {
    let mut entry = Entry::of(Step::Plain(Action::Comment));
    entry.came_by(channel).visible_to(Visibility::Internal).note(note);
    let event = history::by_system(ticket, entry, now);
    let id = event.id;
    store::append_untold(connection, event)?;
    Ok(id)
}
