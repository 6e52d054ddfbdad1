//! Reading one ticket on somebody's behalf. That a confidential one was read, or anything that belongs
//! to it, is in the audit log before the reader has it: the operation `confidential_read`, once an hour
//! for each person and ticket, and each time it is by somebody in the person's place.

use super::model::Ticket;
use super::store;
use crate::app::App;
use crate::audit;
use crate::auth::Caller;
use crate::db::{Db, DbConnection};
use crate::error::Result;
use crate::http::Origin;
use crate::ids::TicketId;
use chrono::{DateTime, Utc};
use contract::reference::Reference;
use std::sync::Arc;

/// Runs `query` on a ticket that the caller may see.
pub async fn of_ticket<T: Send + 'static>(
    app: &App,
    caller: Arc<Caller>,
    origin: Origin,
    reference: Reference,
    query: impl FnOnce(&mut DbConnection, &Caller, &Ticket) -> Result<T> + Send + 'static,
) -> Result<T> {
    let now = app.clock.now();
    let reader = Arc::clone(&caller);
    let (found, unrecorded) = app
        .db
        .read(move |connection| {
            let ticket = store::find(connection, &reader, &reference)?;
            let found = query(connection, &reader, &ticket)?;
            Ok((found, unrecorded(connection, &reader, std::slice::from_ref(&ticket), now)?))
        })
        .await?;
    record(&app.db, caller, origin, unrecorded, now).await?;
    Ok(found)
}

/// A reading that is not in the audit log yet.
pub(super) struct Reading {
    ticket: TicketId,
    project: crate::ids::ProjectId,
    number: String,
}

/// Which of these tickets are confidential, and were not read by the caller within the hour. What the person
/// has read tells nothing of who acts in their place.
pub(super) fn unrecorded<D>(
    connection: &mut DbConnection,
    caller: &Caller,
    tickets: &[Ticket<D>],
    now: DateTime<Utc>,
) -> Result<Vec<Reading>> {
    let confidential: Vec<&Ticket<D>> = tickets.iter().filter(|ticket| ticket.confidential).collect();
    let ids: Vec<TicketId> = confidential.iter().map(|ticket| ticket.id).collect();
    let fresh = match caller.impersonator {
        Some(_) => ids,
        None => store::unrecorded(connection, &ids, caller.id, now)?,
    };
    let reading = |ticket: &Ticket<D>| Reading {
        ticket: ticket.id,
        project: ticket.project,
        number: ticket.number.clone(),
    };
    Ok(confidential.into_iter().filter(|ticket| fresh.contains(&ticket.id)).map(reading).collect())
}

/// Puts readings into the audit log.
pub(super) async fn record(
    db: &Db,
    caller: Arc<Caller>,
    origin: Origin,
    readings: Vec<Reading>,
    now: DateTime<Utc>,
) -> Result<()> {
    if readings.is_empty() {
        return Ok(());
    }
    db.write(move |connection| {
        for Reading { ticket, project, number } in readings {
            // Two requests at once are one reading; none is the person's own that somebody else does.
            if caller.impersonator.is_some() || store::note_reading(connection, ticket, caller.id, now)? {
                let object = format!("/api/v1/tickets/{number}");
                let read = audit::Entry::of(&caller, now, "confidential_read", &object, &origin);
                audit::record(connection, &audit::Entry { project: Some(project), ..read })?;
            }
        }
        Ok(())
    })
    .await
}
