//! What has happened to the tickets that somebody may see, in its order, from any point on.

use crate::app::App;
use crate::auth::Caller;
use crate::db::{DbConnection, page};
use crate::error::{Error, Result};
use crate::events::News;
use crate::ids::{EventId, ProjectId, TicketId, UserId};
use crate::live::feed::{self, Change};
use crate::live::{Beat, Seat};
use crate::{projects, tickets};
use contract::auth::Role;
use contract::reference::Reference;
use contract::webhooks::{ChangeFilter, TicketChange, TicketChanges};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, timeout_at};

/// Entries read together, and how often at most for one answer: most may be for others' eyes.
const AT_ONCE: i64 = 200;
const READINGS: usize = 5;

/// Lists what is behind a position, and waits for something if that is wanted and there is nothing. Whoever
/// waits holds no connection to the database, and asks it only when something might be for them.
pub(in crate::webhooks) async fn follow(
    app: &App,
    caller: &Arc<Caller>,
    mut filter: ChangeFilter,
) -> Result<TicketChanges> {
    let wait = Duration::from_secs(filter.wait.unwrap_or_default().into());
    let until = Instant::now() + wait;
    // Before anything is read, so that nothing falls in between.
    let mut seat = match filter.after {
        Some(_) if !wait.is_zero() => Some(app.live.listen(caller.id, None)?),
        _ => None,
    };
    loop {
        let (me, asked) = (Arc::clone(caller), filter.clone());
        let changes = app.db.read(move |connection| list(connection, &me, &asked)).await?;
        let Some(seat) = seat.as_mut() else { return Ok(changes) };
        if !changes.items.is_empty() || changes.has_more {
            return Ok(changes);
        }
        if !hears_news(seat, caller, changes.next_after, until).await {
            return Ok(changes);
        }
        filter.after = Some(changes.next_after);
    }
}

/// Waits until something has happened behind a position that might be for the caller; false when the time is
/// over, the place is wanted by another of theirs, or the server is about to stop.
async fn hears_news(seat: &mut Seat<News>, caller: &Caller, position: i64, until: Instant) -> bool {
    let mut known = position;
    loop {
        match timeout_at(until, seat.beat()).await {
            Err(_) | Ok(None) => return false,
            Ok(Some(Beat::News(news))) if news.might_tell(caller, known) => return true,
            Ok(Some(Beat::News(news))) => known = known.max(news.end()),
            Ok(Some(Beat::Missed)) => return true,
            Ok(Some(Beat::Silence)) => {}
        }
    }
}

/// Lists what is behind a position. Who may know of it is decided now, and not when it happened.
fn list(connection: &mut DbConnection, caller: &Caller, filter: &ChangeFilter) -> Result<TicketChanges> {
    let projects = match &filter.project {
        Some(project) => {
            vec![projects::for_caller(connection, caller, Some(&Reference(project.clone())))?.id]
        }
        None => caller.projects_as(Role::ALL),
    };
    // Before what is there is read: whatever is behind it by then comes the next time.
    let end = feed::end(connection)?;
    let Some(asked) = filter.after else {
        return Ok(TicketChanges { items: Vec::new(), next_after: end, has_more: false });
    };
    let limit = usize::try_from(page::limit(filter.limit)).unwrap_or(usize::MAX);
    let (mut items, mut after) = (Vec::new(), asked);
    for reading in 0..READINGS {
        let read = feed::after(connection, after, Some(projects.as_slice()), AT_ONCE)?;
        // After what is there was read: it may have been removed meanwhile.
        if reading == 0 && (asked > end || asked < feed::beginning(connection)? - 1) {
            return Err(Error::Gone);
        }
        let is_last = read.len() < usize::try_from(AT_ONCE).unwrap_or(usize::MAX);
        let last_read = read.last().map(|change| change.position);
        for change in known(connection, caller, &read, &projects)? {
            if items.len() == limit {
                return Ok(TicketChanges { items, next_after: after, has_more: true });
            }
            after = change.position;
            items.push(change);
        }
        after = last_read.unwrap_or(after);
        if is_last {
            return Ok(TicketChanges { items, next_after: after.max(end), has_more: false });
        }
        if items.len() == limit {
            break;
        }
    }
    Ok(TicketChanges { items, next_after: after, has_more: true })
}

/// Those among some entries of which the caller may know.
fn known(
    connection: &mut DbConnection,
    caller: &Caller,
    read: &[Change],
    projects: &[ProjectId],
) -> Result<Vec<TicketChange>> {
    let mut about: Vec<TicketId> = read.iter().map(|change| change.what.ticket).collect();
    about.sort_unstable();
    about.dedup();
    let visible = tickets::visible_among(connection, caller, &about)?;
    let ids: Vec<EventId> = read
        .iter()
        .filter(|change| visible.contains(&change.what.ticket))
        .map(|change| change.what.event)
        .collect();
    let entries = super::entries(connection, &ids)?;
    let wire = |change: &Change| {
        let (ticket, event) = entries.get(&change.what.event)?;
        let known = projects.contains(&ticket.project) && tickets::may_read(caller, ticket, event);
        known.then(|| TicketChange {
            position: change.position,
            event_id: event.id.0,
            at: event.at,
            action: event.action,
            activity: event.activity,
            visibility: event.visibility,
            actor_id: event.actor.map(|UserId(actor)| actor),
            ticket_id: ticket.id.0,
            ticket: ticket.number.clone(),
            project_id: ticket.project.0,
            version: ticket.version,
        })
    };
    Ok(read.iter().filter_map(wire).collect())
}
