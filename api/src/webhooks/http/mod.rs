//! `/webhooks` and `/changes`.

mod changes;
mod deliveries;
mod webhooks;

/// The operations of this capability.
pub fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config
        .service(changes::list_changes)
        .service(webhooks::list_webhooks)
        .service(webhooks::create_webhook)
        .service(webhooks::read_webhook)
        .service(webhooks::update_webhook)
        .service(webhooks::delete_webhook)
        .service(webhooks::rotate_webhook)
        .service(deliveries::ping_webhook)
        .service(deliveries::list_deliveries)
        .service(deliveries::redeliver);
}
