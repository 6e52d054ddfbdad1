//! Files of a ticket: sent as `multipart/form-data`, streamed to the file store, given back as
//! downloads only.

use crate::app::App;
use crate::auth::permissions::{CommentTickets, ReadTickets};
use crate::auth::{Caller, Require};
use crate::db::{DbConnection, page};
use crate::error::{Error, Result};
use crate::http::{Answer, Origin, UseCase};
use crate::ids::AttachmentId;
use crate::tickets::files::{Files, Stored};
use crate::tickets::model::Ticket;
use crate::tickets::{present, readings, service, store};
use actix_multipart::{Field, Multipart};
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{FromRequest, HttpRequest, HttpResponse, dev::Payload, get, post, web};
use contract::page::Page;
use contract::reference::Reference;
use contract::tickets as wire;
use contract::tickets::Visibility;
use futures_util::TryStreamExt;
use tokio::io::AsyncReadExt;

/// The form that carries a file.
#[derive(utoipa::ToSchema)]
#[expect(dead_code, reason = "it describes the form in the contract")]
struct AttachmentForm {
    /// The file, of `MESA_ATTACHMENT_MAX_BYTES` at most.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
    /// Who may see it (default `public`).
    visibility: Option<Visibility>,
}

/// Its files.
#[utoipa::path(tag = "tickets", params(("ticket" = String, Path, description = "Id or number")), responses((status = 200, body = Page<wire::Attachment>)))]
#[get("/tickets/{ticket}/attachments")]
async fn list_attachments(
    app: web::Data<App>,
    caller: Require<ReadTickets>,
    ticket: web::Path<Reference>,
    origin: Origin,
) -> Result<Answer<Page<wire::Attachment>>> {
    let shown = |connection: &mut DbConnection, caller: &Caller, ticket: &Ticket| {
        let all = store::with_merged(connection, caller, ticket.id)?;
        let files = store::attachments(connection, &all, present::eyes(caller, ticket).internal())?;
        present::attachments(connection, ticket, files)
    };
    let attachments = readings::of_ticket(&app, caller.caller(), origin, ticket.into_inner(), shown).await?;
    Answer::ok(&page::whole(attachments))
}

/// Attach a file.
///
/// Its type is told from its bytes, and its name is made safe.
#[utoipa::path(
    tag = "tickets",
    params(("ticket" = String, Path, description = "Id or number")),
    request_body(content = AttachmentForm, content_type = "multipart/form-data"),
    responses((status = 201, body = wire::Attachment))
)]
#[post("/tickets/{ticket}/attachments")]
async fn add_attachment(
    app: web::Data<App>,
    caller: Require<CommentTickets>,
    ticket: web::Path<Reference>,
    form: Form,
    use_case: UseCase,
) -> Result<Answer<wire::Attachment>> {
    let (caller, ticket) = (caller.caller(), ticket.into_inner());
    let sought = ticket.clone();
    // Nothing is stored for a ticket that they cannot see.
    app.db.read(move |connection| store::find(connection, &caller, &sought)).await?;
    let (stored, visibility) = receive(&app.files, form.0).await?;
    let id = stored.id;
    let answer = use_case
        .about(&format!("{} {visibility:?} {}", stored.sha256, stored.file_name))
        .run(move |work| service::attach(work, &ticket, stored.unplaced(), visibility))
        .await;
    // A refusal, or an answer given before under the same key: this copy belongs to nothing.
    if !answer
        .as_ref()
        .is_ok_and(|answer| answer.location().is_some_and(|location| location.ends_with(&id.to_string())))
    {
        app.files.remove(id).await;
    }
    answer
}

/// Download a file.
#[utoipa::path(
    tag = "tickets",
    params(("ticket" = String, Path, description = "Id or number"), ("attachment" = uuid::Uuid, Path, description = "Id")),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"))
)]
#[get("/tickets/{ticket}/attachments/{attachment}")]
async fn download_attachment(
    app: web::Data<App>,
    caller: Require<ReadTickets>,
    path: web::Path<(Reference, Reference)>,
    origin: Origin,
) -> Result<HttpResponse> {
    let (ticket, attachment) = path.into_inner();
    let id = AttachmentId(attachment.id().ok_or(Error::NotFound)?);
    let found = move |connection: &mut DbConnection, caller: &Caller, ticket: &Ticket| {
        let all = store::with_merged(connection, caller, ticket.id)?;
        store::attachment(connection, &all, id, present::eyes(caller, ticket).internal())
    };
    let attachment = readings::of_ticket(&app, caller.caller(), origin, ticket, found).await?;
    let file = tokio::fs::File::open(app.files.path(id)).await.map_err(Error::internal)?;
    let chunks = futures_util::stream::try_unfold(file, |mut file| async move {
        let mut chunk = vec![0; 64 * 1024];
        let read = file.read(&mut chunk).await?;
        chunk.truncate(read);
        Ok::<_, std::io::Error>((read > 0).then(|| (web::Bytes::from(chunk), file)))
    });
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/octet-stream"))
        .insert_header((CONTENT_DISPOSITION, disposition(&attachment.file_name)))
        .streaming(chunks))
}

/// The operations of this file.
pub(super) fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config.service(list_attachments).service(add_attachment).service(download_attachment);
}

/// A multipart body, or the refusal of another type.
struct Form(Multipart);

impl FromRequest for Form {
    type Error = Error;
    type Future = std::future::Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
        let multipart = kind.to_ascii_lowercase().starts_with("multipart/form-data");
        std::future::ready(if multipart {
            Ok(Self(Multipart::new(request.headers(), payload.take())))
        } else {
            Err(Error::UnsupportedMediaType)
        })
    }
}

async fn receive(files: &Files, mut form: Multipart) -> Result<(Stored, Option<Visibility>)> {
    let (mut stored, mut visibility) = (None, None);
    let outcome = loop {
        match form.try_next().await {
            Ok(None) => break Ok(()),
            Err(error) => break Err(Error::Malformed(error.to_string())),
            Ok(Some(mut field)) => match field.name() {
                Some("file") if stored.is_none() => match files.store(&mut field).await {
                    Ok(file) => stored = Some(file),
                    Err(error) => break Err(error),
                },
                Some("visibility") => match word(field).await {
                    Ok(word) => visibility = Some(word),
                    Err(error) => break Err(error),
                },
                other => break Err(Error::field(other.unwrap_or(""), "unknown_field")),
            },
        }
    };
    match (outcome, stored) {
        (Ok(()), Some(stored)) => Ok((stored, visibility)),
        (Ok(()), None) => Err(Error::field("file", "file")),
        (Err(error), stored) => {
            if let Some(stored) = stored {
                files.remove(stored.id).await;
            }
            Err(error)
        }
    }
}

async fn word(mut field: Field) -> Result<Visibility> {
    let mut word = Vec::new();
    while let Some(chunk) = field.try_next().await.map_err(|error| Error::Malformed(error.to_string()))? {
        word.extend_from_slice(&chunk);
        if word.len() > 20 {
            break;
        }
    }
    std::str::from_utf8(&word)
        .ok()
        .and_then(|word| word.parse().ok())
        .ok_or_else(|| Error::field("visibility", "word"))
}

/// As a download under its name (RFC 6266, RFC 8187).
fn disposition(file_name: &str) -> String {
    use std::fmt::Write;
    let mut encoded = String::new();
    for byte in file_name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    format!("attachment; filename*=UTF-8''{encoded}")
}
