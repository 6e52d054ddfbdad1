//! `/webhooks`: which programs are told what happens to tickets.

use crate::app::App;
use crate::auth::Require;
use crate::auth::permissions::ManageWebhooks;
use crate::db::page;
use crate::error::{Error, Result};
use crate::http::{Answer, IfMatch, Json, Query, UseCase};
use crate::ids::WebhookId;
use crate::projects;
use crate::webhooks::{service, store};
use actix_web::{delete, get, patch, post, web};
use contract::auth::Role;
use contract::page::Page;
use contract::reference::Reference;
use contract::webhooks::{CreateWebhook, NewWebhook, UpdateWebhook, Webhook, WebhookFilter};

/// Webhooks of the projects I administer, the latest first.
#[utoipa::path(tag = "webhooks", params(WebhookFilter), responses((status = 200, body = Page<Webhook>)))]
#[get("/webhooks")]
pub(super) async fn list_webhooks(
    app: web::Data<App>,
    caller: Require<ManageWebhooks>,
    filter: Query<WebhookFilter>,
) -> Result<Answer<Page<Webhook>>> {
    let (caller, filter, now) = (caller.caller(), filter.into_inner(), app.clock.now());
    let (before, limit) = (page::after(filter.cursor.as_deref())?.map(WebhookId), page::limit(filter.limit));
    let webhooks = app
        .db
        .read(move |connection| {
            let mut of = caller.projects_as(&[Role::Admin]);
            if let Some(project) = filter.project.map(Reference) {
                let project = projects::for_caller(connection, &caller, Some(&project))?.id;
                of.retain(|administered| *administered == project);
            }
            let webhooks = store::list(connection, &of, before, limit)?;
            let shown = webhooks.into_iter().map(|webhook| service::shown(connection, webhook, now));
            shown.collect::<Result<Vec<Webhook>>>()
        })
        .await?;
    Answer::page(&page::page(webhooks, limit, None, |webhook: &Webhook| webhook.id))
}

/// Make a webhook.
///
/// It is told of what happens from now on, signed after Standard Webhooks 1.0. The secret is shown in this
/// answer and never again.
#[utoipa::path(tag = "webhooks", request_body = CreateWebhook, responses((status = 201, body = NewWebhook)))]
#[post("/webhooks")]
pub(super) async fn create_webhook(
    app: web::Data<App>,
    _: Require<ManageWebhooks>,
    body: Json<CreateWebhook>,
    use_case: UseCase,
) -> Result<Answer<NewWebhook>> {
    let (keys, courier) = (app.keys.clone(), app.courier.clone());
    use_case.run(move |work| service::create(work, &keys, courier.reach(), body.into_inner())).await
}

/// A webhook.
#[utoipa::path(tag = "webhooks", params(("webhook" = uuid::Uuid, Path, description = "Id")), responses((status = 200, body = Webhook)))]
#[get("/webhooks/{webhook}")]
pub(super) async fn read_webhook(
    app: web::Data<App>,
    caller: Require<ManageWebhooks>,
    webhook: web::Path<Reference>,
) -> Result<Answer<Webhook>> {
    let (of, id, now) = (caller.projects_as(&[Role::Admin]), named(&webhook)?, app.clock.now());
    let webhook = app.db.read(move |connection| service::seen(connection, &of, id, now)).await?;
    Answer::versioned(webhook.version, &webhook)
}

/// Change a webhook, or switch it on or off.
#[utoipa::path(
    tag = "webhooks",
    params(("webhook" = uuid::Uuid, Path, description = "Id")),
    request_body = UpdateWebhook,
    responses((status = 200, body = Webhook))
)]
#[patch("/webhooks/{webhook}")]
pub(super) async fn update_webhook(
    app: web::Data<App>,
    _: Require<ManageWebhooks>,
    webhook: web::Path<Reference>,
    version: IfMatch,
    body: Json<UpdateWebhook>,
    use_case: UseCase,
) -> Result<Answer<Webhook>> {
    let (id, version, courier) = (named(&webhook)?, version.required()?, app.courier.clone());
    use_case.run(move |work| service::update(work, courier.reach(), id, version, body.into_inner())).await
}

/// Remove a webhook, with the log of what it was sent.
#[utoipa::path(tag = "webhooks", params(("webhook" = uuid::Uuid, Path, description = "Id")), responses((status = 204)))]
#[delete("/webhooks/{webhook}")]
pub(super) async fn delete_webhook(
    _: Require<ManageWebhooks>,
    webhook: web::Path<Reference>,
    use_case: UseCase,
) -> Result<Answer<()>> {
    let id = named(&webhook)?;
    use_case.run(move |work| service::remove(work, id)).await
}

/// Give a webhook another secret.
///
/// For 24 hours both sign: `webhook-signature` holds a signature of each. The secret is shown in this answer
/// and never again.
#[utoipa::path(tag = "webhooks", params(("webhook" = uuid::Uuid, Path, description = "Id")), responses((status = 200, body = NewWebhook)))]
#[post("/webhooks/{webhook}/rotate")]
pub(super) async fn rotate_webhook(
    app: web::Data<App>,
    _: Require<ManageWebhooks>,
    webhook: web::Path<Reference>,
    use_case: UseCase,
) -> Result<Answer<NewWebhook>> {
    let (id, keys) = (named(&webhook)?, app.keys.clone());
    use_case.run(move |work| service::rotate(work, &keys, id)).await
}

/// The id in a path.
pub(super) fn named(webhook: &Reference) -> Result<WebhookId> {
    webhook.id().map(WebhookId).ok_or(Error::NotFound)
}
