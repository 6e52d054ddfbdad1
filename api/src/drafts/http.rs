//! `/me/drafts`.

use super::model::DraftKey;
use super::{service, store};
use crate::app::App;
use crate::auth::InPerson;
use crate::db::page;
use crate::error::Result;
use crate::http::{Answer, Json, Query, UseCase};
use actix_web::{delete, get, put, web};
use contract::drafts::{Draft, DraftFilter, DraftHead, KeepDraft};
use contract::page::Page;

/// What I have begun to write, by key.
#[utoipa::path(tag = "me", params(DraftFilter), responses((status = 200, body = Page<DraftHead>)))]
#[get("/me/drafts")]
async fn list_drafts(
    app: web::Data<App>,
    InPerson(caller): InPerson,
    filter: Query<DraftFilter>,
) -> Result<Answer<Page<DraftHead>>> {
    let filter = filter.into_inner();
    let after = page::after::<String>(filter.cursor.as_deref())?;
    let limit = page::limit(filter.limit);
    let heads = app.db.read(move |connection| store::heads(connection, caller.id, after, limit)).await?;
    Answer::page(&page::page(heads, limit, None, |head| head.key.clone()))
}

/// What I have begun to write, in full.
#[utoipa::path(tag = "me", params(("key" = String, Path, description = "What it is of, such as `ticket:TIC-1042:comment`")), responses((status = 200, body = Draft)))]
#[get("/me/drafts/{key}")]
async fn read_draft(
    app: web::Data<App>,
    InPerson(caller): InPerson,
    key: web::Path<String>,
) -> Result<Answer<Draft>> {
    let draft = app.db.read(move |connection| store::find(connection, caller.id, &key)).await?;
    Answer::versioned(draft.version, &draft)
}

/// Keep what I have written so far.
///
/// With `If-Match` only if nobody has changed it meanwhile, `"0"` for one that is not there yet; without,
/// whatever is there. It is removed after thirty days without a change.
#[utoipa::path(tag = "me", params(("key" = String, Path, description = "What it is of: 1 to 120 letters, figures, and `:`, `.`, `_`, `-`")), request_body = KeepDraft, responses((status = 200, body = Draft)))]
#[put("/me/drafts/{key}")]
async fn keep_draft(
    _: InPerson,
    key: web::Path<String>,
    body: Json<KeepDraft>,
    use_case: UseCase,
) -> Result<Answer<Draft>> {
    let key = DraftKey::of(&key)?;
    let KeepDraft { value } = body.into_inner();
    let draft = use_case.run_unrecorded(move |work| service::keep(work, &key, value)).await?;
    Answer::versioned(draft.version, &draft)
}

/// I have sent it, or do not want it any more.
#[utoipa::path(tag = "me", params(("key" = String, Path, description = "What it is of")), responses((status = 204)))]
#[delete("/me/drafts/{key}")]
async fn forget_draft(_: InPerson, key: web::Path<String>, use_case: UseCase) -> Result<Answer<()>> {
    use_case.run_unrecorded(move |work| store::forget(work.connection, work.caller.id, &key)).await?;
    Ok(Answer::nothing())
}

/// The operations of this capability.
pub fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config.service(list_drafts).service(read_draft).service(keep_draft).service(forget_draft);
}
