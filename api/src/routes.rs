//! Every operation there is: one line for each slice, its part of the contract attached.

use crate::http::{docs, health, metrics, spa};
use crate::{
    audit, auth, catalog, drafts, events, inbound, notifications, people, presence, privacy, projects,
    reports, sla, stakeholders, surveys, tickets, webhooks,
};
use actix_web::dev::{ServiceFactory, ServiceRequest};
use actix_web::{App, web};
use utoipa::openapi::OpenApi;
use utoipa_actix_web::{AppExt, scope};

/// Where the API begins.
pub const API: &str = "/api/v1";

/// An app with all routes.
pub fn app<T>(app: App<T>) -> App<T>
where
    T: ServiceFactory<ServiceRequest, Config = (), Error = actix_web::Error, InitError = ()>,
{
    parts(app).0
}

/// The contract as the handlers state it; `http/docs.rs` completes it.
#[must_use]
pub fn stated() -> OpenApi {
    parts(App::new()).1
}

fn parts<T>(app: App<T>) -> (App<T>, OpenApi)
where
    T: ServiceFactory<ServiceRequest, Config = (), Error = actix_web::Error, InitError = ()>,
{
    let (app, stated) = app
        .into_utoipa_app()
        .service(
            scope(API)
                .configure(auth::http::routes)
                .configure(projects::http::routes)
                .configure(people::http::routes)
                .configure(catalog::http::routes)
                // Before tickets, whose routes begin alike.
                .configure(surveys::http::routes)
                .configure(tickets::http::routes)
                .configure(sla::http::routes)
                .configure(reports::http::routes)
                .configure(stakeholders::http::routes)
                .configure(notifications::http::routes)
                .configure(inbound::mail::http::routes)
                .configure(inbound::http::routes)
                .configure(events::http::routes)
                .configure(presence::http::routes)
                .configure(drafts::http::routes)
                .configure(audit::http::routes)
                .configure(privacy::http::routes)
                .configure(webhooks::http::routes),
        )
        .split_for_parts();
    let app = app
        .service(health::healthz)
        .service(health::readyz)
        .service(metrics::metrics)
        .service(docs::openapi_json)
        .service(docs::problems)
        .service(web::redirect("/api/docs", "/api/docs/"))
        .service(docs::browser())
        .default_service(web::to(spa::serve));
    (app, stated)
}
