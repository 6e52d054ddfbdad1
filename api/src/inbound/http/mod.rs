//! `/inbound-sources`, for administrators, and `/inbound/…`, for other programs.

mod deliveries;
mod sources;

/// The operations of this capability.
pub fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    sources::routes(config);
    deliveries::routes(config);
}
