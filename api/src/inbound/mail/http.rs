//! `/inbound-mails`: the mails that came to the desk, and the tray of those in quarantine.

use super::model::{Extent, Mail};
use super::rules::decision::Wholeness;
use super::service::{self, Fetched, Kept};
use super::store::{self, Listed};
use crate::app::App;
use crate::auth::permissions::HandleInboundMail;
use crate::auth::{Caller, Require};
use crate::db::{DbConnection, page};
use crate::error::{Conflict, Error, Result};
use crate::http::{Answer, Json, Query, UseCase};
use crate::ids::{AttachmentId, InboundMailId};
use crate::tickets;
use actix_web::{get, post, web};
use contract::inbound::{
    AcceptInboundMail, DiscardInboundMail, InboundMail, InboundMailDetail, InboundMailFilter,
    InboundMailState, QuarantineReason,
};
use contract::page::Page;
use contract::reference::Reference;
use contract::tickets::Kind;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use uuid::Uuid;

/// Mails that came to the desk, newest first.
///
/// Of the projects whose desk I am of; those about a confidential case only for whoever may know of it.
#[utoipa::path(tag = "mail", params(InboundMailFilter), responses((status = 200, body = Page<InboundMail>)))]
#[get("/inbound-mails")]
async fn list_inbound_mails(
    app: web::Data<App>,
    caller: Require<HandleInboundMail>,
    filter: Query<InboundMailFilter>,
) -> Result<Answer<Page<InboundMail>>> {
    let (caller, filter) = (caller.caller(), filter.into_inner());
    let before = page::after(filter.cursor.as_deref())?.map(InboundMailId);
    let page = app.db.read(move |connection| listed(connection, &caller, filter, before)).await?;
    Answer::page(&page)
}

/// A mail in full.
#[utoipa::path(tag = "mail", params(("inbound_mail" = Uuid, Path, description = "Id")), responses((status = 200, body = InboundMailDetail)))]
#[get("/inbound-mails/{inbound_mail}")]
async fn read_inbound_mail(
    app: web::Data<App>,
    caller: Require<HandleInboundMail>,
    mail: web::Path<String>,
) -> Result<Answer<InboundMailDetail>> {
    let (caller, id) = (caller.caller(), id(&mail)?);
    let mail = app.db.read(move |connection| service::shown_in_full(connection, &caller, id)).await?;
    Answer::ok(&mail)
}

/// Take a mail out of quarantine.
///
/// It becomes a comment of the case that is named, or a new case. What it says is said in the sender's name
/// if they are of the desk's people and may see the case, and the mail is known to be theirs, or else in the
/// name of whoever accepts it. An answer to what is for the desk alone becomes an internal note.
#[utoipa::path(tag = "mail", params(("inbound_mail" = Uuid, Path, description = "Id")), request_body = AcceptInboundMail, responses((status = 200, body = InboundMailDetail)))]
#[post("/inbound-mails/{inbound_mail}/accept")]
async fn accept_inbound_mail(
    app: web::Data<App>,
    caller: Require<HandleInboundMail>,
    mail: web::Path<String>,
    body: Json<AcceptInboundMail>,
    use_case: UseCase,
) -> Result<Answer<InboundMailDetail>> {
    let (id, body) = (id(&mail)?, body.into_inner());
    let (mail, kept, kind) = brought(&app, caller.caller(), id).await?;
    let files: Vec<AttachmentId> = kept.files.iter().map(|file| file.id).collect();
    let done = Arc::new(AtomicBool::new(false));
    let doing = Arc::clone(&done);
    let answer = use_case
        .run(move |work| {
            let answer = service::accept(work, id, &mail, kept, kind, body)?;
            doing.store(true, Ordering::Relaxed);
            Ok(answer)
        })
        .await;
    // A refusal, or an answer given before under the same key: these copies belong to nothing.
    if answer.is_err() || !done.load(Ordering::Relaxed) {
        service::remove_all(&app.files, &files).await;
    }
    answer
}

/// Put a mail away.
#[utoipa::path(tag = "mail", params(("inbound_mail" = Uuid, Path, description = "Id")), request_body = DiscardInboundMail, responses((status = 200, body = InboundMailDetail)))]
#[post("/inbound-mails/{inbound_mail}/discard")]
async fn discard_inbound_mail(
    _: Require<HandleInboundMail>,
    mail: web::Path<String>,
    _: Json<DiscardInboundMail>,
    use_case: UseCase,
) -> Result<Answer<InboundMailDetail>> {
    let id = id(&mail)?;
    use_case.run(move |work| service::discard(work, id)).await
}

/// The operations of this capability.
pub fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config
        .service(list_inbound_mails)
        .service(read_inbound_mail)
        .service(accept_inbound_mail)
        .service(discard_inbound_mail);
}

fn id(text: &str) -> Result<InboundMailId> {
    text.parse::<Uuid>().map(InboundMailId).map_err(|_| Error::NotFound)
}

fn listed(
    connection: &mut DbConnection,
    caller: &Caller,
    filter: InboundMailFilter,
    before: Option<InboundMailId>,
) -> Result<Page<InboundMail>> {
    let InboundMailFilter { state, ticket, count, limit, cursor: _ } = filter;
    let ticket = match ticket {
        None => None,
        Some(name) => Some(
            tickets::find(connection, caller, &Reference(name))
                .map_err(|_| Error::field("ticket", "unknown_reference"))?
                .id,
        ),
    };
    let limit = page::limit(limit);
    let which = Listed { state, ticket, before, limit };
    let total = if count == Some(true) {
        Some(store::count(connection, caller, &Listed { before: None, ..which })?)
    } else {
        None
    };
    let rows = store::list(connection, caller, &which)?;
    let page = page::page(rows, limit, total, |(row, _)| row.id.0);
    let items = service::shown(connection, page.items)?;
    Ok(Page { items, next_cursor: page.next_cursor, total: page.total })
}

/// A mail in quarantine as it came, its files in the file store, and what it is taken for.
async fn brought(app: &App, caller: Arc<Caller>, id: InboundMailId) -> Result<(Mail, Kept, Kind)> {
    let (row, _) = app.db.read(move |connection| store::one(connection, &caller, id)).await?;
    if row.state.0 != InboundMailState::Quarantined {
        return Err(Error::Conflict(Conflict::Decided));
    }
    let raw = row.raw_id.ok_or_else(|| Error::internal("a mail in quarantine has no bytes"))?;
    let mailbox = app.config.mailboxes.iter().find(|mailbox| mailbox.name == row.mailbox);
    let fetched = Fetched {
        raw: Arc::new(app.files.bytes(raw).await?),
        size: row.size_bytes.unsigned_abs(),
        extent: match row.reason.map(|reason| reason.0) {
            Some(QuarantineReason::TooLarge) => Extent::Head,
            Some(QuarantineReason::Unfetched) => Extent::Unfetched,
            _ => Extent::Whole,
        },
    };
    let authserv_id = mailbox.and_then(|mailbox| mailbox.authserv_id.as_deref());
    let mail = service::understood(&fetched, authserv_id).await;
    let mut kept = service::keep_files(&app.files, &mail).await?;
    if mail.wholeness != Wholeness::Whole {
        // Whoever works on the case may read what the desk could not.
        match app.files.keep("correo.eml", &fetched.raw).await {
            Ok(stored) => kept.files.push(stored),
            Err(Error::TooLarge(_) | Error::Invalid(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok((mail, kept, mailbox.map_or(Kind::Incident, |mailbox| mailbox.kind)))
}
