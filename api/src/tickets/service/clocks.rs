//! A ticket's clocks, derived from its history under the agreement and calendar it was born under.
//! What is stored beside the ticket is a cache of this.

use crate::db::DbConnection;
use crate::error::Result;
use crate::people;
use crate::sla::{self, Mark, Terms};
use crate::tickets::model::{ClockDue, Details, Event, Ticket};
use crate::tickets::present;
use crate::tickets::rules::timers::Announced;
use crate::tickets::store;
use chrono::{DateTime, Utc};
use contract::sla::{ClockName, ExplainedClock};
use contract::tickets::{Action, PauseReason};

/// Writes the resolution clock's due instants anew, where the agreement promises a resolution
/// time; after a classification it may be another, none, or the first. The attention clock cannot
/// change after registration.
pub(super) fn refresh(
    connection: &mut DbConnection,
    before: &Ticket,
    ticket: &mut Ticket,
    now: DateTime<Utc>,
) -> Result<()> {
    let reclassified = (before.kind, before.priority) != (ticket.kind, ticket.priority);
    if ticket.resolution.is_none() && !reclassified {
        return Ok(());
    }
    let terms = terms_of(connection, ticket)?;
    let history = store::history(connection, ticket.id)?;
    ticket.resolution = resolution(&terms, ticket, &history, now);
    Ok(())
}

/// Both clocks as the history says, with what has been told of them: what the stored ones must equal.
pub fn derived(
    connection: &mut DbConnection,
    ticket: &Ticket,
    now: DateTime<Utc>,
) -> Result<(ClockDue, Option<ClockDue>)> {
    let terms = terms_of(connection, ticket)?;
    let history = store::history(connection, ticket.id)?;
    let attention = sla::derive(
        &terms.hours,
        terms.attention,
        &[Mark::Started(ticket.registered_at)],
        ticket.registered_at,
    );
    let attention = ClockDue {
        target_minutes: ticket.attention.target_minutes,
        warn_at: attention.warn_at,
        due_at: attention.due_at,
        announced: announced(&history, ClockName::Attention),
    };
    Ok((attention, resolution(&terms, ticket, &history, now)))
}

/// "¿Por qué venció?": each clock, interval by interval.
pub fn explain(
    connection: &mut DbConnection,
    ticket: &Ticket,
    now: DateTime<Utc>,
) -> Result<Vec<ExplainedClock>> {
    let terms = terms_of(connection, ticket)?;
    let history = store::history(connection, ticket.id)?;
    let shown = present::sla(ticket, now);
    let mut marks = vec![Mark::Started(ticket.registered_at)];
    marks.extend(ticket.opened_at.or(ticket.closed_at).map(Mark::Stopped));
    let mut explained = vec![sla::explain(
        connection,
        ClockName::Attention,
        shown.attention,
        &terms,
        terms.attention,
        &marks,
        now,
    )?];
    if let (Some(clock), Some(target)) = (shown.resolution, terms.resolution) {
        let marks = resolution_marks(connection, &terms, ticket, &history)?;
        explained.push(sla::explain(connection, ClockName::Resolution, clock, &terms, target, &marks, now)?);
    }
    Ok(explained)
}

fn terms_of(connection: &mut DbConnection, ticket: &Ticket) -> Result<Terms> {
    let Details { agreement, calendar, .. } = ticket.details;
    let Ticket { kind, priority, registered_at, .. } = *ticket;
    let mut terms = sla::terms_of(connection, agreement, calendar, kind, priority, registered_at)?;
    // What was promised for attention at registration stays, whatever the case turned out to be.
    terms.attention.minutes = ticket.attention.target_minutes;
    Ok(terms)
}

fn resolution(terms: &Terms, ticket: &Ticket, history: &[Event], now: DateTime<Utc>) -> Option<ClockDue> {
    let target = terms.resolution?;
    let marks = marks(terms, ticket, history, |_| None);
    let clock = sla::derive(&terms.hours, target, &marks, now);
    let announced = announced(history, ClockName::Resolution);
    Some(ClockDue {
        target_minutes: clock.target_minutes,
        warn_at: clock.warn_at,
        due_at: clock.due_at,
        announced,
    })
}

fn resolution_marks(
    connection: &mut DbConnection,
    terms: &Terms,
    ticket: &Ticket,
    history: &[Event],
) -> Result<Vec<Mark>> {
    let actors: Vec<_> = history.iter().filter_map(|event| event.actor).collect();
    let names = people::names(connection, &actors)?;
    let name = |event: &Event| {
        event.actor.and_then(|actor| names.get(&actor)).map(|person| person.display_name.clone())
    };
    Ok(marks(terms, ticket, history, name))
}

/// What the history says about the resolution clock. A wait counts as a pause only for the
/// reasons that the agreement names.
fn marks(
    terms: &Terms,
    ticket: &Ticket,
    history: &[Event],
    name: impl Fn(&Event) -> Option<String>,
) -> Vec<Mark> {
    let mut marks = vec![Mark::Started(ticket.registered_at)];
    for event in history {
        let at = event.at;
        let detail = |name: &str| event.details.get(name).cloned().unwrap_or_default();
        match event.action {
            Action::Pause => {
                let reason = detail("reason").as_str().and_then(|word| word.parse::<PauseReason>().ok());
                if let Some(reason) = reason.filter(|reason| terms.pausing.contains(reason)) {
                    marks.push(Mark::Paused { at, reason: reason.as_str().to_owned(), by: name(event) });
                }
            }
            Action::Resume => marks.push(Mark::Resumed(at)),
            Action::Survey if detail("satisfied") == false && !detail("reopened").is_null() => {
                marks.push(Mark::Restarted(at));
            }
            // Of what was merged into it, a case only tells: its own time goes on.
            Action::Merge if !detail("merged").is_null() => {}
            Action::Resolve | Action::Reject | Action::Close | Action::Cancel | Action::Merge => {
                marks.push(Mark::Stopped(at));
            }
            _ => {}
        }
    }
    marks
}

/// How far the history says a clock's bad news has been told.
fn announced(history: &[Event], clock: ClockName) -> Announced {
    let told = history
        .iter()
        .filter(|event| event.details.get("clock").and_then(|name| name.as_str()) == Some(clock.as_str()));
    let news = told.filter_map(|event| match event.action {
        Action::Warn => Some(Announced::Warning),
        Action::Breach => Some(Announced::Breach),
        _ => None,
    });
    news.max().unwrap_or(Announced::Nothing)
}
