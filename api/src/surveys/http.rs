//! `/tickets/{ticket}/surveys`. Answering is an action on the ticket: see `tickets/http.rs`.

use super::store;
use crate::app::App;
use crate::auth::Require;
use crate::auth::permissions::ReadTickets;
use crate::db::page;
use crate::error::Result;
use crate::http::{Answer, Origin};
use crate::tickets;
use actix_web::{get, web};
use contract::page::Page;
use contract::reference::Reference;
use contract::surveys::Survey;

/// The requester's word on each resolution.
#[utoipa::path(tag = "tickets", params(("ticket" = String, Path, description = "Id or number")), responses((status = 200, body = Page<Survey>)))]
#[get("/tickets/{ticket}/surveys")]
async fn list_surveys(
    app: web::Data<App>,
    caller: Require<ReadTickets>,
    ticket: web::Path<Reference>,
    origin: Origin,
) -> Result<Answer<Page<Survey>>> {
    let surveys =
        tickets::read(&app, caller.caller(), origin, ticket.into_inner(), |connection, _, ticket| {
            store::of_ticket(connection, ticket.id)
        })
        .await?;
    Answer::ok(&page::whole(surveys))
}

/// The operations of this capability.
pub fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config.service(list_surveys);
}
