//! Provider companies.

use crate::app::App;
use crate::auth::Require;
use crate::auth::permissions::{ManageUsers, ReadPeople};
use crate::db::page;
use crate::error::Result;
use crate::http::{Answer, IfMatch, Json, Query, UseCase};
use crate::people::{service, store};
use crate::projects;
use actix_web::{get, patch, post, web};
use contract::auth::Role;
use contract::page::Page;
use contract::people::{CreateProvider, GroupFilter, Provider, UpdateProvider};
use contract::reference::Reference;

/// Provider companies of a project.
#[utoipa::path(tag = "people", params(GroupFilter), responses((status = 200, body = Page<Provider>)))]
#[get("/providers")]
async fn list_providers(
    app: web::Data<App>,
    caller: Require<ReadPeople>,
    filter: Query<GroupFilter>,
) -> Result<Answer<Page<Provider>>> {
    let (caller, GroupFilter { project, inactive }) = (caller.caller(), filter.into_inner());
    let wanted = project.map(Reference);
    let providers = app
        .db
        .read(move |connection| {
            let project = projects::for_caller(connection, &caller, wanted.as_ref())?;
            store::providers_of(connection, project.id, inactive.unwrap_or_default())
        })
        .await?;
    Answer::ok(&page::whole(providers))
}

/// Make a provider company.
#[utoipa::path(tag = "people", request_body = CreateProvider, responses((status = 201, body = Provider)))]
#[post("/providers")]
async fn create_provider(
    _: Require<ManageUsers>,
    body: Json<CreateProvider>,
    use_case: UseCase,
) -> Result<Answer<Provider>> {
    use_case.run(move |work| service::create_provider(work, &body.into_inner())).await
}

/// One provider company.
#[utoipa::path(tag = "people", params(("provider" = String, Path, description = "Id or key")), responses((status = 200, body = Provider)))]
#[get("/providers/{provider}")]
async fn read_provider(
    app: web::Data<App>,
    caller: Require<ReadPeople>,
    provider: web::Path<Reference>,
) -> Result<Answer<Provider>> {
    let mine = caller.projects_as(&[Role::Agent, Role::Specialist, Role::Supervisor, Role::Admin]);
    let provider: Provider =
        app.db.read(move |connection| store::provider(connection, &mine, &provider)).await?.into();
    Answer::versioned(provider.version, &provider)
}

/// Change a provider company.
#[utoipa::path(
    tag = "people",
    params(("provider" = String, Path, description = "Id or key")),
    request_body = UpdateProvider,
    responses((status = 200, body = Provider))
)]
#[patch("/providers/{provider}")]
async fn update_provider(
    _: Require<ManageUsers>,
    provider: web::Path<Reference>,
    version: IfMatch,
    body: Json<UpdateProvider>,
    use_case: UseCase,
) -> Result<Answer<Provider>> {
    let version = version.required()?;
    use_case.run(move |work| service::update_provider(work, &provider, version, body.into_inner())).await
}

/// The operations of this file.
pub(super) fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config.service(list_providers).service(create_provider).service(read_provider).service(update_provider);
}
