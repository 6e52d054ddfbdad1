//! `/users`, `/groups`, `/providers`: who can be put in charge, and how administrators keep them.

mod groups;
mod on_call;
mod providers;
mod users;

/// The operations of this capability.
pub fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    users::routes(config);
    groups::routes(config);
    on_call::routes(config);
    providers::routes(config);
}
