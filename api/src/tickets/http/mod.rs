//! `/tickets`: reading, registering, and what belongs to a ticket. The actions are in `actions.rs`.

mod actions;
mod attachments;
mod bulk;

use super::filter;
use super::model::{Listed, Ticket};
use super::service;
use super::store::{self, List, RowKey};
use super::{export, present, readings};
use crate::app::App;
use crate::auth::permissions::{CommentTickets, ExportTickets, ReadTickets, RegisterTickets};
use crate::auth::{Caller, Require};
use crate::db::{DbConnection, page};
use crate::error::{Error, Result};
use crate::http::{Answer, Json, Origin, Query, UseCase};
use crate::ids::EventId;
use actix_web::{HttpResponse, delete, get, post, put, web};
use chrono::{DateTime, Utc};
use contract::page::Page;
use contract::reference::Reference;
use contract::sla::ExplainedClock;
use contract::tickets as wire;
use contract::tickets::{AddComment, EventFilter, RegisterTicket, Sort, TicketFilter, TicketSummary};

/// Register a case.
///
/// Gives it a number and starts its attention clock (TC-PD-15 activity 3). Agents may register on
/// behalf of somebody else.
#[utoipa::path(tag = "tickets", request_body = RegisterTicket, responses((status = 201, body = wire::Ticket)))]
#[post("/tickets")]
async fn register_ticket(
    _: Require<RegisterTickets>,
    body: Json<RegisterTicket>,
    use_case: UseCase,
) -> Result<Answer<wire::Ticket>> {
    use_case.run(move |work| service::register(work, body.into_inner())).await
}

/// List the cases I may see.
///
/// Filters of one name are alternatives; of different names, conditions.
#[utoipa::path(tag = "tickets", params(TicketFilter), responses((status = 200, body = Page<TicketSummary>)))]
#[get("/tickets")]
async fn list_tickets(
    app: web::Data<App>,
    caller: Require<ReadTickets>,
    filter: Query<TicketFilter>,
) -> Result<Answer<Page<TicketSummary>>> {
    let (caller, asked, now) = (caller.caller(), filter.into_inner(), app.clock.now());
    let page = app.db.read(move |connection| listed(connection, &caller, asked, now)).await?;
    Answer::page(&page)
}

/// Take a list away as CSV.
///
/// All rows of the filter, not only a page, in UTF-8 with a byte order mark, so that spreadsheets
/// read accents.
#[utoipa::path(tag = "tickets", params(TicketFilter), responses((status = 200, body = String, content_type = "text/csv")))]
#[get("/tickets/export.csv")]
async fn export_tickets(
    app: web::Data<App>,
    caller: Require<ExportTickets>,
    filter: Query<TicketFilter>,
    origin: Origin,
) -> Result<HttpResponse> {
    let (caller, asked, now) = (caller.caller(), filter.into_inner(), app.clock.now());
    let first = {
        let caller = caller.clone();
        app.db.read(move |connection| asked_list(connection, &caller, asked, now)).await?
    };
    Ok(export::csv(&app, caller, origin, first))
}

/// Read a case.
#[utoipa::path(tag = "tickets", params(("ticket" = String, Path, description = "Id or number")), responses((status = 200, body = wire::Ticket)))]
#[get("/tickets/{ticket}")]
async fn read_ticket(
    app: web::Data<App>,
    caller: Require<ReadTickets>,
    ticket: web::Path<Reference>,
    origin: Origin,
) -> Result<Answer<wire::Ticket>> {
    let now = app.clock.now();
    let shown = move |connection: &mut DbConnection, caller: &Caller, ticket: &Ticket| {
        present::ticket(connection, caller, ticket, now)
    };
    let ticket = readings::of_ticket(&app, caller.caller(), origin, ticket.into_inner(), shown).await?;
    Answer::versioned(ticket.summary.version, &ticket)
}

/// Its timeline, oldest first.
///
/// Also of the cases merged into it. Internal entries are for the desk.
#[utoipa::path(tag = "tickets", params(("ticket" = String, Path, description = "Id or number"), EventFilter), responses((status = 200, body = Page<wire::Event>)))]
#[get("/tickets/{ticket}/events")]
async fn list_events(
    app: web::Data<App>,
    caller: Require<ReadTickets>,
    ticket: web::Path<Reference>,
    filter: Query<EventFilter>,
    origin: Origin,
) -> Result<Answer<Page<wire::Event>>> {
    let filter = filter.into_inner();
    let after = page::after::<uuid::Uuid>(filter.cursor.as_deref())?.map(EventId);
    let limit = page::limit(filter.limit);
    let shown = move |connection: &mut DbConnection, caller: &Caller, ticket: &Ticket| {
        let all = store::with_merged(connection, caller, ticket.id)?;
        let eyes = present::eyes(caller, ticket);
        let events = store::events(connection, &all, eyes, after, limit + 1)?;
        present::events(connection, (caller.id, eyes), events)
    };
    let events = readings::of_ticket(&app, caller.caller(), origin, ticket.into_inner(), shown).await?;
    Answer::page(&page::page(events, limit, None, |event| event.id))
}

/// One entry of its timeline.
#[utoipa::path(tag = "tickets", params(("ticket" = String, Path, description = "Id or number"), ("event" = uuid::Uuid, Path, description = "Id")), responses((status = 200, body = wire::Event)))]
#[get("/tickets/{ticket}/events/{event}")]
async fn read_event(
    app: web::Data<App>,
    caller: Require<ReadTickets>,
    path: web::Path<(Reference, Reference)>,
    origin: Origin,
) -> Result<Answer<wire::Event>> {
    let (ticket, event) = path.into_inner();
    let event = EventId(event.id().ok_or(Error::NotFound)?);
    let shown = move |connection: &mut DbConnection, caller: &Caller, ticket: &Ticket| {
        let eyes = present::eyes(caller, ticket);
        let event = store::event(connection, ticket.id, event, eyes)?;
        present::events(connection, (caller.id, eyes), vec![(event, ticket.number.clone())])
    };
    let events = readings::of_ticket(&app, caller.caller(), origin, ticket, shown).await?;
    Answer::ok(events.first().ok_or(Error::NotFound)?)
}

/// Add to the conversation.
#[utoipa::path(tag = "tickets", params(("ticket" = String, Path, description = "Id or number")), request_body = AddComment, responses((status = 201, body = wire::Event)))]
#[post("/tickets/{ticket}/comments")]
async fn add_comment(
    _: Require<CommentTickets>,
    ticket: web::Path<Reference>,
    body: Json<AddComment>,
    use_case: UseCase,
) -> Result<Answer<wire::Event>> {
    use_case.run(move |work| service::comment(work, &ticket, body.into_inner())).await
}

/// Tell me of what happens to it.
#[utoipa::path(tag = "tickets", params(("ticket" = String, Path, description = "Id or number")), responses((status = 204)))]
#[put("/tickets/{ticket}/watchers/me")]
async fn watch_ticket(
    _: Require<ReadTickets>,
    ticket: web::Path<Reference>,
    use_case: UseCase,
) -> Result<Answer<()>> {
    use_case.run(move |work| service::watch(work, &ticket)).await
}

/// Tell me no more.
#[utoipa::path(tag = "tickets", params(("ticket" = String, Path, description = "Id or number")), responses((status = 204)))]
#[delete("/tickets/{ticket}/watchers/me")]
async fn unwatch_ticket(
    _: Require<ReadTickets>,
    ticket: web::Path<Reference>,
    use_case: UseCase,
) -> Result<Answer<()>> {
    use_case.run(move |work| service::unwatch(work, &ticket)).await
}

/// Why is it due when it is?
///
/// Each clock with every interval of its life: counted, closed, holiday by name, paused by whom
/// and for what.
#[utoipa::path(tag = "tickets", params(("ticket" = String, Path, description = "Id or number")), responses((status = 200, body = Page<ExplainedClock>)))]
#[get("/tickets/{ticket}/clocks")]
async fn explain_clocks(
    app: web::Data<App>,
    caller: Require<ReadTickets>,
    ticket: web::Path<Reference>,
    origin: Origin,
) -> Result<Answer<Page<ExplainedClock>>> {
    let now = app.clock.now();
    let explained = move |connection: &mut DbConnection, _: &Caller, ticket: &Ticket| {
        service::explain(connection, ticket, now)
    };
    let clocks = readings::of_ticket(&app, caller.caller(), origin, ticket.into_inner(), explained).await?;
    Answer::ok(&page::whole(clocks))
}

/// The operations of this capability.
pub fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config
        .service(register_ticket)
        .service(list_tickets)
        // Before `/tickets/{ticket}`, which would take it for a number.
        .service(export_tickets)
        .service(read_ticket)
        .service(list_events)
        .service(read_event)
        .service(add_comment)
        .service(watch_ticket)
        .service(unwatch_ticket)
        .service(explain_clocks);
    actions::routes(config);
    attachments::routes(config);
    bulk::routes(config);
}

fn listed(
    connection: &mut DbConnection,
    caller: &Caller,
    asked: TicketFilter,
    now: DateTime<Utc>,
) -> Result<Page<TicketSummary>> {
    let counted = asked.count == Some(true);
    let list = asked_list(connection, caller, asked, now)?;
    let total = if counted {
        Some(store::count(connection, caller, &List { after: None, ..list.clone() })?)
    } else {
        None
    };
    let rows = store::list(connection, caller, &list)?;
    let page = page::page(rows, list.limit, total, |ticket: &Listed| RowKey::of(ticket, list.sort));
    let items = present::summaries(connection, caller, &page.items, now)?;
    Ok(Page { items, next_cursor: page.next_cursor, total: page.total })
}

fn asked_list(
    connection: &mut DbConnection,
    caller: &Caller,
    asked: TicketFilter,
    now: DateTime<Utc>,
) -> Result<List> {
    let sort = asked.sort.unwrap_or(Sort::NewestFirst);
    let after = page::after(asked.cursor.as_deref())?;
    let limit = page::limit(asked.limit);
    Ok(List { filter: filter::resolve(connection, caller, asked)?, sort, after, limit, now })
}
