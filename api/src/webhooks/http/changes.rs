//! `/changes`: what webhooks are told, for whoever prefers to ask.

use crate::app::App;
use crate::auth::Require;
use crate::auth::permissions::ReadTickets;
use crate::error::Result;
use crate::http::{Answer, Query};
use crate::webhooks::service;
use actix_web::{get, web};
use contract::webhooks::{ChangeFilter, TicketChanges};

/// What has happened to the tickets I may see, in its order.
///
/// Without `after` it lists nothing, and says in `next_after` where the changes end now: that is where to
/// begin after the tickets themselves have been read. Then each answer's `next_after` is the next request's
/// `after`; nothing is missed and nothing comes twice. Changes are kept for 90 days: asked for older ones,
/// the answer is 410 `gone`, and whoever follows begins anew. `items` may hold nothing although there is
/// more: what the caller may not see is left out. With `wait`, an answer that would hold nothing waits for
/// something that the caller may see, up to 30 seconds.
#[utoipa::path(tag = "webhooks", params(ChangeFilter), responses((status = 200, body = TicketChanges)))]
#[get("/changes")]
pub(super) async fn list_changes(
    app: web::Data<App>,
    caller: Require<ReadTickets>,
    filter: Query<ChangeFilter>,
) -> Result<Answer<TicketChanges>> {
    Answer::ok(&service::follow(&app, &caller.caller(), filter.into_inner()).await?)
}
