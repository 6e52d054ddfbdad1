//! `/me/api-keys` and `/users/{user}/api-keys`: what programs come by.

use crate::app::App;
use crate::auth::permissions::ManageUsers;
use crate::auth::{InPerson, Require, SignedIn, api_keys, store};
use crate::db::page;
use crate::error::{Error, Result};
use crate::http::{Answer, Json, Query, UseCase};
use crate::ids::ApiKeyId;
use actix_web::{delete, get, post, web};
use contract::auth::{ApiKey, CreateApiKey, NewApiKey, PageFilter};
use contract::page::Page;
use contract::reference::Reference;

/// My API keys, the latest first.
#[utoipa::path(tag = "me", params(PageFilter), responses((status = 200, body = Page<ApiKey>)))]
#[get("/me/api-keys")]
pub(super) async fn list_own_keys(
    app: web::Data<App>,
    InPerson(caller): InPerson,
    filter: Query<PageFilter>,
) -> Result<Answer<Page<ApiKey>>> {
    let filter = filter.into_inner();
    let (before, limit) = (page::after(filter.cursor.as_deref())?.map(ApiKeyId), page::limit(filter.limit));
    let keys = app.db.read(move |connection| api_keys::list(connection, caller.id, before, limit)).await?;
    Answer::page(&page::page(keys, limit, None, |key: &ApiKey| key.id))
}

/// Make an API key of my own.
///
/// The key is shown in this answer and never again.
#[utoipa::path(tag = "me", request_body = CreateApiKey, responses((status = 201, body = NewApiKey)))]
#[post("/me/api-keys")]
pub(super) async fn create_own_key(
    _: SignedIn,
    _: InPerson,
    body: Json<CreateApiKey>,
    use_case: UseCase,
) -> Result<Answer<NewApiKey>> {
    use_case.run(move |work| api_keys::create_own(work, body.into_inner())).await
}

/// Revoke an API key of my own.
#[utoipa::path(tag = "me", params(("api_key" = uuid::Uuid, Path, description = "Id")), responses((status = 204)))]
#[delete("/me/api-keys/{api_key}")]
pub(super) async fn revoke_own_key(
    _: InPerson,
    api_key: web::Path<Reference>,
    use_case: UseCase,
) -> Result<Answer<()>> {
    let key = ApiKeyId(api_key.id().ok_or(Error::NotFound)?);
    use_case.run(move |work| api_keys::revoke(work, work.caller.id, key)).await
}

/// An account's API keys, the latest first.
///
/// For administrators of a project that the account belongs to; not of people who administer a project
/// that the caller does not.
#[utoipa::path(tag = "people", params(("user" = String, Path, description = "Id or user name"), PageFilter), responses((status = 200, body = Page<ApiKey>)))]
#[get("/users/{user}/api-keys")]
pub(super) async fn list_keys(
    app: web::Data<App>,
    caller: Require<ManageUsers>,
    _: InPerson,
    user: web::Path<Reference>,
    filter: Query<PageFilter>,
) -> Result<Answer<Page<ApiKey>>> {
    let (caller, filter) = (caller.caller(), filter.into_inner());
    let (before, limit) = (page::after(filter.cursor.as_deref())?.map(ApiKeyId), page::limit(filter.limit));
    let keys = app
        .db
        .read(move |connection| {
            let account = store::governed_alone(connection, &caller, &user)?;
            api_keys::list(connection, account.id, before, limit)
        })
        .await?;
    Answer::page(&page::page(keys, limit, None, |key: &ApiKey| key.id))
}

/// Make an API key for a service account.
///
/// It reaches only projects that the caller administers. The key is shown in this answer and never
/// again.
#[utoipa::path(tag = "people", params(("user" = String, Path, description = "Id or user name")), request_body = CreateApiKey, responses((status = 201, body = NewApiKey)))]
#[post("/users/{user}/api-keys")]
pub(super) async fn create_key(
    _: Require<ManageUsers>,
    _: InPerson,
    user: web::Path<Reference>,
    body: Json<CreateApiKey>,
    use_case: UseCase,
) -> Result<Answer<NewApiKey>> {
    use_case.run(move |work| api_keys::create_for(work, &user, body.into_inner())).await
}

/// Revoke an account's API key.
#[utoipa::path(tag = "people", params(("user" = String, Path, description = "Id or user name"), ("api_key" = uuid::Uuid, Path, description = "Id")), responses((status = 204)))]
#[delete("/users/{user}/api-keys/{api_key}")]
pub(super) async fn revoke_key(
    _: Require<ManageUsers>,
    _: InPerson,
    path: web::Path<(Reference, Reference)>,
    use_case: UseCase,
) -> Result<Answer<()>> {
    let (user, key) = path.into_inner();
    let key = ApiKeyId(key.id().ok_or(Error::NotFound)?);
    use_case.run(move |work| api_keys::revoke_for(work, &user, key)).await
}
