//! A list as CSV, row by row as the database gives them: memory does not grow with the list.

use super::model::Listed;
use super::present;
use super::readings;
use super::store::{self, List, RowKey};
use crate::app::App;
use crate::auth::Caller;
use crate::error::{Error, Result};
use crate::http::{Origin, spreadsheet};
use crate::text::say;
use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::Bytes;
use chrono::{DateTime, Utc};
use contract::auth::Locale;
use contract::tickets::TicketSummary;
use futures_util::stream;
use std::sync::Arc;

/// Rows read at a time.
const BATCH: i64 = 500;

/// The columns; each has a heading in the catalogue.
const COLUMNS: [&str; 20] = [
    "number",
    "project",
    "kind",
    "channel",
    "subject",
    "status",
    "level",
    "impact",
    "urgency",
    "priority",
    "requester",
    "assignee",
    "group",
    "service",
    "registered_at",
    "opened_at",
    "resolved_at",
    "closed_at",
    "attention_due_at",
    "attention_state",
];

/// Every row of a list, starting where it starts.
pub(super) fn csv(app: &App, caller: Arc<Caller>, origin: Origin, list: List) -> HttpResponse {
    let list = List { limit: BATCH, ..list };
    let start = Progress { app: app.clone(), caller, origin, list, first: true, done: false };
    let rows = stream::try_unfold(start, |progress| async move {
        if progress.done {
            return Ok::<_, Error>(None);
        }
        let (rows, progress) = progress.next().await?;
        Ok(Some((Bytes::from(rows), progress)))
    });
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"casos.csv\""))
        .streaming(rows)
}

struct Progress {
    app: App,
    caller: Arc<Caller>,
    origin: Origin,
    list: List,
    first: bool,
    done: bool,
}

impl Progress {
    async fn next(mut self) -> Result<(Vec<u8>, Self)> {
        let (caller, batch) = (Arc::clone(&self.caller), self.list.clone());
        let (last, more, summaries, unrecorded) = self
            .app
            .db
            .read(move |connection| {
                let mut rows = store::list(connection, &caller, &batch)?;
                let limit = usize::try_from(batch.limit).unwrap_or(usize::MAX);
                let more = rows.len() > limit;
                rows.truncate(limit);
                let last = rows.last().map(|ticket: &Listed| RowKey::of(ticket, batch.sort));
                let unrecorded = readings::unrecorded(connection, &caller, &rows, batch.now)?;
                Ok((last, more, present::summaries(connection, &caller, &rows, batch.now)?, unrecorded))
            })
            .await?;
        let (caller, origin) = (Arc::clone(&self.caller), self.origin.clone());
        readings::record(&self.app.db, caller, origin, unrecorded, self.list.now).await?;
        let locale = self.caller.locale;
        let mut text = Vec::new();
        if self.first {
            text = spreadsheet::begin(COLUMNS.map(|column| say(locale, &format!("column-{column}"), &[])))?;
        }
        text.extend(spreadsheet::lines(summaries.iter().map(|summary| record(summary, locale)))?);
        self.list.after = last.or(self.list.after);
        (self.first, self.done) = (false, !more);
        Ok((text, self))
    }
}

fn record(ticket: &TicketSummary, locale: Locale) -> [String; 20] {
    let instant = |at: Option<DateTime<Utc>>| {
        at.map(|at| at.format("%Y-%m-%dT%H:%M:%SZ").to_string()).unwrap_or_default()
    };
    let name = |named: &Option<contract::reference::NamedRef>| {
        named.as_ref().map(|named| named.name.clone()).unwrap_or_default()
    };
    [
        ticket.number.clone(),
        ticket.project.key.clone(),
        say(locale, &format!("kind-{}", ticket.kind), &[]),
        say(locale, &format!("channel-{}", ticket.channel), &[]),
        ticket.subject.clone(),
        say(locale, &format!("status-{}", ticket.status), &[]),
        ticket.level.to_string(),
        say(locale, &format!("degree-{}", ticket.impact), &[]),
        say(locale, &format!("degree-{}", ticket.urgency), &[]),
        ticket.priority.to_string(),
        ticket.requester.display_name.clone(),
        ticket.assignee.as_ref().map(|person| person.display_name.clone()).unwrap_or_default(),
        name(&ticket.group),
        name(&ticket.service),
        instant(Some(ticket.registered_at)),
        instant(ticket.opened_at),
        instant(ticket.resolved_at),
        instant(ticket.closed_at),
        instant(ticket.sla.attention.due_at),
        say(locale, &format!("clock-{}", ticket.sla.attention.state), &[]),
    ]
}
