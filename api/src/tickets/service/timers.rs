//! What time brings about: warnings and breaches, the end of a wait, reminders, tacit acceptance.

use super::{Entry, clocks, history};
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::TicketId;
use crate::projects;
use crate::tickets::model::{ClockDue, Closure, Ticket};
use crate::tickets::rules::machine::{self, Standing, Step};
use crate::tickets::rules::timers::{Announced, Running, next_reminder};
use crate::tickets::store;
use chrono::{DateTime, Utc};
use contract::sla::ClockName;
use contract::tickets::{Action, ClosureReason};

/// Does everything that is due to one ticket. Its state is read again under a lock, so that two
/// replicas, or a replica and a person, do nothing twice and nothing that no longer fits.
pub fn run(connection: &mut DbConnection, id: TicketId, now: DateTime<Utc>) -> Result<()> {
    let mut ticket = store::lock(connection, id)?;
    announce(connection, &mut ticket, now)?;
    if ticket.pending.is_some_and(|pending| pending.until.is_some_and(|until| until < now)) {
        step(connection, &mut ticket, Action::Resume, now, |ticket| ticket.pending = None)?;
    }
    remind(connection, &mut ticket, now)?;
    if ticket.acceptance_due_at.is_some_and(|due_at| due_at < now) {
        step(connection, &mut ticket, Action::AutoAccept, now, |ticket| {
            ticket.closure =
                Some(Closure { reason: ClosureReason::AutoAccepted, note: None, redirected_to: None });
            ticket.closed_at = Some(now);
            ticket.acceptance_due_at = None;
            ticket.details.reminder_at = None;
        })?;
    }
    // Also when nothing was left to do: the timer is set anew.
    store::update(connection, &ticket)
}

/// Tells what the clocks have been waiting to tell (TC-PD-15 §7.2). Also run before every step,
/// so that a breach is on record before the step that ends it.
pub(super) fn announce(connection: &mut DbConnection, ticket: &mut Ticket, now: DateTime<Utc>) -> Result<()> {
    let timers = ticket.timers();
    for (name, running) in
        [(ClockName::Attention, timers.attention), (ClockName::Resolution, timers.resolution)]
    {
        let Some(news) = running.and_then(|running: Running| running.news(now)) else { continue };
        let action = if news == Announced::Breach { Action::Breach } else { Action::Warn };
        if machine::check(&ticket.situation(now), action, &Standing::System).is_err() {
            continue;
        }
        store::append(connection, history::by_system(ticket, history::alarm(action, name), now))?;
        match name {
            ClockName::Attention => ticket.attention.announced = news,
            ClockName::Resolution => {
                if let Some(ClockDue { announced, .. }) = &mut ticket.resolution {
                    *announced = news;
                }
            }
        }
    }
    Ok(())
}

/// Reminds the requester that silence will count as acceptance (TC-PD-15 activity 12). Who comes late to
/// several reminders gives one, and none once the time is over.
fn remind(connection: &mut DbConnection, ticket: &mut Ticket, now: DateTime<Utc>) -> Result<()> {
    let Some((due_at, reminder_at)) = ticket.acceptance_due_at.zip(ticket.details.reminder_at) else {
        return Ok(());
    };
    if reminder_at >= now {
        return Ok(());
    }
    let hours = projects::load(connection, ticket.project)?.reminder_hours;
    ticket.details.reminder_at = next_reminder(due_at, &hours, now);
    let is_over = due_at < now;
    if is_over || machine::check(&ticket.situation(now), Action::Remind, &Standing::System).is_err() {
        return Ok(());
    }
    let mut entry = Entry::of(Step::Plain(Action::Remind));
    entry.detail("resolution", ticket.resolution_count);
    store::append(connection, history::by_system(ticket, entry, now))
}

fn step(
    connection: &mut DbConnection,
    ticket: &mut Ticket,
    action: Action,
    now: DateTime<Utc>,
    change: impl FnOnce(&mut Ticket),
) -> Result<()> {
    if machine::check(&ticket.situation(now), action, &Standing::System).is_err() {
        return Ok(());
    }
    let (before, step) = (ticket.clone(), Step::Plain(action));
    ticket.status = machine::after(ticket.status, step);
    change(ticket);
    ticket.version += 1;
    ticket.updated_at = now;
    let mut event = history::by_system(ticket, Entry::of(step), now);
    event.changes = history::changes(connection, &before, ticket)?;
    store::append(connection, event)?;
    clocks::refresh(connection, &before, ticket, now)
}
