//! `/services`, `/information-systems`, `/components`, `/assets`.

use super::store;
use crate::app::App;
use crate::auth::permissions::ReadCatalogs;
use crate::auth::{Caller, Require};
use crate::db::{DbConnection, page};
use crate::error::Result;
use crate::http::{Answer, Query};
use crate::ids::ProjectId;
use crate::projects;
use actix_web::{get, web};
use contract::auth::Role;
use contract::catalog::{CatalogFilter, CatalogItem, Service};
use contract::page::Page;
use contract::reference::Reference;
use serde::Serialize;
use std::sync::Arc;

/// Services that people can ask for.
#[utoipa::path(tag = "catalogs", params(CatalogFilter), responses((status = 200, body = Page<Service>)))]
#[get("/services")]
async fn list_services(
    app: web::Data<App>,
    caller: Require<ReadCatalogs>,
    filter: Query<CatalogFilter>,
) -> Result<Answer<Page<Service>>> {
    list(&app, caller.caller(), filter.into_inner(), |connection, project, _| {
        store::services_of(connection, project)
    })
    .await
}

/// Information systems.
#[utoipa::path(tag = "catalogs", params(CatalogFilter), responses((status = 200, body = Page<CatalogItem>)))]
#[get("/information-systems")]
async fn list_information_systems(
    app: web::Data<App>,
    caller: Require<ReadCatalogs>,
    filter: Query<CatalogFilter>,
) -> Result<Answer<Page<CatalogItem>>> {
    list(&app, caller.caller(), filter.into_inner(), |connection, project, _| {
        store::information_systems_of(connection, project)
    })
    .await
}

/// Components of systems.
#[utoipa::path(tag = "catalogs", params(CatalogFilter), responses((status = 200, body = Page<CatalogItem>)))]
#[get("/components")]
async fn list_components(
    app: web::Data<App>,
    caller: Require<ReadCatalogs>,
    filter: Query<CatalogFilter>,
) -> Result<Answer<Page<CatalogItem>>> {
    list(&app, caller.caller(), filter.into_inner(), |connection, project, _| {
        store::components_of(connection, project)
    })
    .await
}

/// Equipment.
///
/// The desk sees all of it; others what is in their charge.
#[utoipa::path(tag = "catalogs", params(CatalogFilter), responses((status = 200, body = Page<CatalogItem>)))]
#[get("/assets")]
async fn list_assets(
    app: web::Data<App>,
    caller: Require<ReadCatalogs>,
    filter: Query<CatalogFilter>,
) -> Result<Answer<Page<CatalogItem>>> {
    list(&app, caller.caller(), filter.into_inner(), |connection, project, caller| {
        let desk = caller.is_any_in(project, &[Role::Agent, Role::Specialist, Role::Supervisor, Role::Admin]);
        store::assets_of(connection, project, (!desk).then_some(caller.id))
    })
    .await
}

/// The operations of this capability.
pub fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config
        .service(list_services)
        .service(list_information_systems)
        .service(list_components)
        .service(list_assets);
}

/// A catalogue is short enough for one page.
async fn list<T: Serialize + Send + 'static>(
    app: &App,
    caller: Arc<Caller>,
    filter: CatalogFilter,
    items: impl FnOnce(&mut DbConnection, ProjectId, &Caller) -> Result<Vec<T>> + Send + 'static,
) -> Result<Answer<Page<T>>> {
    let wanted = filter.project.map(Reference);
    let items = app
        .db
        .read(move |connection| {
            let project = projects::for_caller(connection, &caller, wanted.as_ref())?;
            items(connection, project.id, &caller)
        })
        .await?;
    Answer::ok(&page::whole(items))
}
