//! `/presence` and `/tickets/{ticket}/presence`.

use super::store::{self, Place};
use super::{shown, there};
use crate::app::App;
use crate::auth::permissions::SharePresence;
use crate::auth::{Caller, Require};
use crate::db::{DbConnection, page};
use crate::error::{Error, Result};
use crate::http::{Answer, Json, Origin, Query, UseCase};
use crate::ids::{ProviderId, TabId, TicketId};
use crate::tickets::{self, Eyes, Ticket};
use actix_web::{delete, get, put, web};
use contract::page::Page;
use contract::presence::{LeaveTicket, MarkPresence, TicketPresence};
use contract::reference::Reference;
use uuid::Uuid;

/// Who else is at which case.
///
/// Of the cases I may see, those that somebody else has open.
#[utoipa::path(tag = "live", responses((status = 200, body = Page<TicketPresence>)))]
#[get("/presence")]
async fn list_presence(
    app: web::Data<App>,
    caller: Require<SharePresence>,
) -> Result<Answer<Page<TicketPresence>>> {
    let (caller, now) = (caller.caller(), app.clock.now());
    let there = move |connection: &mut DbConnection| {
        let all = there(connection, now)?;
        let ids: Vec<TicketId> = all.keys().copied().collect();
        let visible = tickets::visible_among(connection, &caller, &ids)?;
        let tickets = tickets::load_many(connection, &visible)?;
        let shown = tickets.iter().filter_map(|ticket| shown(&caller, ticket, all.get(&ticket.id)?));
        Ok(shown.filter(|there| !there.people.is_empty()).collect::<Vec<_>>())
    };
    Answer::page(&page::whole(app.db.read(there).await?))
}

/// Who else has it open, and who is writing.
#[utoipa::path(tag = "live", params(("ticket" = String, Path, description = "Id or number")), responses((status = 200, body = TicketPresence)))]
#[get("/tickets/{ticket}/presence")]
async fn read_presence(
    app: web::Data<App>,
    caller: Require<SharePresence>,
    ticket: web::Path<Reference>,
    origin: Origin,
) -> Result<Answer<TicketPresence>> {
    let now = app.clock.now();
    let there = move |connection: &mut DbConnection, caller: &Caller, ticket: &Ticket| {
        let people = store::present_at(connection, ticket.id, now)?;
        shown(caller, ticket, &people).ok_or(Error::Forbidden)
    };
    let there = tickets::read(&app, caller.caller(), origin, ticket.into_inner(), there).await?;
    Answer::ok(&there)
}

/// I have it open.
///
/// To be said again every twenty seconds: after forty-five it is taken for over.
#[utoipa::path(tag = "live", params(("ticket" = String, Path, description = "Id or number")), request_body = MarkPresence, responses((status = 204)))]
#[put("/tickets/{ticket}/presence")]
async fn mark_presence(
    app: web::Data<App>,
    caller: Require<SharePresence>,
    ticket: web::Path<Reference>,
    body: Json<MarkPresence>,
    origin: Origin,
    use_case: UseCase,
) -> Result<Answer<()>> {
    let MarkPresence { writing, tab } = body.into_inner();
    let (place, company) = place(&app, &caller, origin, ticket.into_inner(), tab).await?;
    let marked = use_case.run_unrecorded(move |work| {
        let now = work.now;
        store::mark(work.connection, place, company, writing, now)
    });
    if marked.await? {
        app.live.wake();
    }
    Ok(Answer::nothing())
}

/// I have closed it.
#[utoipa::path(tag = "live", params(("ticket" = String, Path, description = "Id or number"), LeaveTicket), responses((status = 204)))]
#[delete("/tickets/{ticket}/presence")]
async fn leave_ticket(
    app: web::Data<App>,
    caller: Require<SharePresence>,
    ticket: web::Path<Reference>,
    query: Query<LeaveTicket>,
    origin: Origin,
    use_case: UseCase,
) -> Result<Answer<()>> {
    let LeaveTicket { tab } = query.into_inner();
    let (place, _) = place(&app, &caller, origin, ticket.into_inner(), tab).await?;
    if use_case.run_unrecorded(move |work| store::leave(work.connection, place)).await? {
        app.live.wake();
    }
    Ok(Answer::nothing())
}

/// Where the caller is, and for which company. Nobody is seen in another's place, nor at a case that
/// they only ask for.
async fn place(
    app: &App,
    caller: &Require<SharePresence>,
    origin: Origin,
    ticket: Reference,
    tab: Option<Uuid>,
) -> Result<(Place, Option<ProviderId>)> {
    caller.in_person()?;
    let seen = |_: &mut DbConnection, caller: &Caller, ticket: &Ticket| match tickets::eyes(caller, ticket) {
        Eyes::Desk => Ok((ticket.id, None)),
        Eyes::Provider(company) => Ok((ticket.id, Some(company))),
        Eyes::Public => Err(Error::Forbidden),
    };
    let (ticket, company) = tickets::read(app, caller.caller(), origin, ticket, seen).await?;
    Ok((Place { ticket, person: caller.id, tab: TabId(tab.unwrap_or_default()) }, company))
}

/// The operations of this capability.
pub fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config.service(list_presence).service(read_presence).service(mark_presence).service(leave_ticket);
}
