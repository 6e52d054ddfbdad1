//! `/events`.

use super::listener::Listener;
use crate::app::App;
use crate::auth::permissions::ReadTickets;
use crate::auth::{Credential, Require};
use crate::error::{Error, Result};
use crate::http::{Origin, Query};
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, get, web};
use contract::events::Listen;
use futures_util::StreamExt;

/// Hear what happens, as it happens.
///
/// `text/event-stream`: a message `ticket` for each thing that happens to a case I may see (the data are a
/// `TicketNews`: what the case looks like now is to be asked for), `notices` when the number of my unread
/// notices has changed (`UnreadNotices`), `presence` when a colleague comes to a case, begins to write or
/// leaves (`TicketPresence`), `reset` when something was missed and everything is to be asked for again
/// (`Reset`). `Last-Event-ID` goes on behind a message. It ends with the access token: come back with the
/// next one.
#[utoipa::path(tag = "live", params(Listen, ("Last-Event-ID" = Option<i64>, Header, minimum = 0, description = "The `id` of the last message that was heard")), responses((status = 200, body = String, content_type = "text/event-stream")))]
#[get("/events")]
async fn follow_events(
    app: web::Data<App>,
    caller: Require<ReadTickets>,
    credential: Credential,
    asked: Query<Listen>,
    origin: Origin,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let after = last_heard(&request)?.or(asked.into_inner().after);
    let listener = Listener::begin(&app, caller.caller(), credential, after, &origin.request_id).await?;
    let told = listener.told().map(|text| text.map(Bytes::from));
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/event-stream"))
        .insert_header((CACHE_CONTROL, "no-store"))
        // So that nginx passes on each message at once.
        .insert_header(("X-Accel-Buffering", "no"))
        .streaming(told))
}

fn last_heard(request: &HttpRequest) -> Result<Option<i64>> {
    let Some(sent) = request.headers().get("Last-Event-ID") else { return Ok(None) };
    let id = sent.to_str().ok().and_then(|sent| sent.trim().parse::<i64>().ok()).filter(|id| *id >= 0);
    id.map(Some).ok_or_else(|| Error::field("Last-Event-ID", "type"))
}

/// The operations of this capability.
pub fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config.service(follow_events);
}
