//! `/webhooks/{webhook}/deliveries`: what a webhook was sent.

use super::webhooks::named;
use crate::app::App;
use crate::auth::Require;
use crate::auth::permissions::ManageWebhooks;
use crate::db::page;
use crate::error::{Error, Result};
use crate::http::{Answer, Query, UseCase};
use crate::ids::DeliveryId;
use crate::webhooks::{service, store};
use actix_web::{get, post, web};
use contract::auth::Role;
use contract::page::Page;
use contract::reference::Reference;
use contract::webhooks::{DeliveryFilter, WebhookDelivery};

/// Try a webhook.
///
/// It is sent `webhook.ping`, within seconds, also while it is switched off.
#[utoipa::path(tag = "webhooks", params(("webhook" = uuid::Uuid, Path, description = "Id")), responses((status = 200, body = WebhookDelivery)))]
#[post("/webhooks/{webhook}/ping")]
pub(super) async fn ping_webhook(
    _: Require<ManageWebhooks>,
    webhook: web::Path<Reference>,
    use_case: UseCase,
) -> Result<Answer<WebhookDelivery>> {
    let id = named(&webhook)?;
    use_case.run(move |work| service::ping(work, id)).await
}

/// What a webhook was sent in the last 30 days, the latest first.
#[utoipa::path(
    tag = "webhooks",
    params(("webhook" = uuid::Uuid, Path, description = "Id"), DeliveryFilter),
    responses((status = 200, body = Page<WebhookDelivery>))
)]
#[get("/webhooks/{webhook}/deliveries")]
pub(super) async fn list_deliveries(
    app: web::Data<App>,
    caller: Require<ManageWebhooks>,
    webhook: web::Path<Reference>,
    filter: Query<DeliveryFilter>,
) -> Result<Answer<Page<WebhookDelivery>>> {
    let (of, id, filter) = (caller.projects_as(&[Role::Admin]), named(&webhook)?, filter.into_inner());
    let (before, limit) = (page::after(filter.cursor.as_deref())?.map(DeliveryId), page::limit(filter.limit));
    let deliveries = app
        .db
        .read(move |connection| {
            let webhook = store::visible(connection, &of, id)?;
            store::list_deliveries(connection, webhook.id, filter.state, before, limit)
        })
        .await?;
    Answer::page(&page::page(deliveries, limit, None, |delivery: &WebhookDelivery| delivery.id))
}

/// Send something again.
///
/// Under the same `webhook-id`, so that whoever has it already knows it again.
#[utoipa::path(
    tag = "webhooks",
    params(("webhook" = uuid::Uuid, Path, description = "Id"), ("delivery" = uuid::Uuid, Path, description = "Id")),
    responses((status = 200, body = WebhookDelivery))
)]
#[post("/webhooks/{webhook}/deliveries/{delivery}/redeliver")]
pub(super) async fn redeliver(
    _: Require<ManageWebhooks>,
    path: web::Path<(Reference, Reference)>,
    use_case: UseCase,
) -> Result<Answer<WebhookDelivery>> {
    let (webhook, delivery) = path.into_inner();
    let id = named(&webhook)?;
    let delivery = delivery.id().map(DeliveryId).ok_or(Error::NotFound)?;
    use_case.run(move |work| service::redeliver(work, id, delivery)).await
}
