//! `/inbound-sources`: by which sources alerts and chats come in.

use crate::app::App;
use crate::auth::Require;
use crate::auth::permissions::ManageInbound;
use crate::db::page;
use crate::error::{Error, Result};
use crate::http::{Answer, IfMatch, Json, Query, UseCase};
use crate::ids::{InboundSourceId, ProjectId};
use crate::inbound::{sources, store};
use crate::projects;
use actix_web::{delete, get, patch, post, web};
use contract::auth::Role;
use contract::inbound::{
    CreateInboundSource, InboundSource, InboundSourceFilter, NewInboundSource, UpdateInboundSource,
};
use contract::page::Page;
use contract::reference::Reference;
use std::sync::Arc;

/// Sources of cases, the latest first.
#[utoipa::path(tag = "inbound", params(InboundSourceFilter), responses((status = 200, body = Page<InboundSource>)))]
#[get("/inbound-sources")]
async fn list_inbound_sources(
    app: web::Data<App>,
    caller: Require<ManageInbound>,
    filter: Query<InboundSourceFilter>,
) -> Result<Answer<Page<InboundSource>>> {
    let (caller, filter) = (caller.caller(), filter.into_inner());
    let before = page::after(filter.cursor.as_deref())?.map(InboundSourceId);
    let (limit, project) = (page::limit(filter.limit), filter.project.map(Reference));
    let sources = app
        .db
        .read(move |connection| {
            let own = caller.projects_as(&[Role::Admin]);
            let wanted: Vec<ProjectId> = match project {
                None => own,
                Some(project) => {
                    let project = projects::for_caller(connection, &caller, Some(&project))?.id;
                    if !own.contains(&project) {
                        return Err(Error::Forbidden);
                    }
                    vec![project]
                }
            };
            let found = store::list(connection, &wanted, before, limit)?;
            found.into_iter().map(|source| sources::shown(connection, source)).collect::<Result<Vec<_>>>()
        })
        .await?;
    Answer::page(&page::page(sources, limit, None, |source: &InboundSource| source.id))
}

/// Make a source of cases.
///
/// Its secret is shown in this answer and never again.
#[utoipa::path(tag = "inbound", request_body = CreateInboundSource, responses((status = 201, body = NewInboundSource)))]
#[post("/inbound-sources")]
async fn create_inbound_source(
    app: web::Data<App>,
    _: Require<ManageInbound>,
    body: Json<CreateInboundSource>,
    use_case: UseCase,
) -> Result<Answer<NewInboundSource>> {
    let keys = Arc::clone(&app.keys);
    use_case.run(move |work| sources::create(work, &keys, body.into_inner())).await
}

/// A source of cases.
#[utoipa::path(tag = "inbound", params(("source" = uuid::Uuid, Path, description = "Id")), responses((status = 200, body = InboundSource)))]
#[get("/inbound-sources/{source}")]
async fn read_inbound_source(
    app: web::Data<App>,
    caller: Require<ManageInbound>,
    source: web::Path<Reference>,
) -> Result<Answer<InboundSource>> {
    let (own, id) = (caller.projects_as(&[Role::Admin]), id(&source)?);
    let shown = app
        .db
        .read(move |connection| {
            let source = store::find(connection, &own, id)?;
            sources::shown(connection, source)
        })
        .await?;
    Answer::versioned(shown.version, &shown)
}

/// Change a source of cases.
#[utoipa::path(
    tag = "inbound",
    params(("source" = uuid::Uuid, Path, description = "Id")),
    request_body = UpdateInboundSource,
    responses((status = 200, body = InboundSource))
)]
#[patch("/inbound-sources/{source}")]
async fn update_inbound_source(
    _: Require<ManageInbound>,
    source: web::Path<Reference>,
    version: IfMatch,
    body: Json<UpdateInboundSource>,
    use_case: UseCase,
) -> Result<Answer<InboundSource>> {
    let (id, version) = (id(&source)?, version.required()?);
    use_case.run(move |work| sources::update(work, id, version, body.into_inner())).await
}

/// Give a source another secret.
///
/// It is shown in this answer and never again. The secret it had stays good for an hour.
#[utoipa::path(tag = "inbound", params(("source" = uuid::Uuid, Path, description = "Id")), responses((status = 200, body = NewInboundSource)))]
#[post("/inbound-sources/{source}/rotate")]
async fn rotate_inbound_secret(
    app: web::Data<App>,
    _: Require<ManageInbound>,
    source: web::Path<Reference>,
    use_case: UseCase,
) -> Result<Answer<NewInboundSource>> {
    let (id, keys) = (id(&source)?, Arc::clone(&app.keys));
    use_case.run(move |work| sources::rotate(work, &keys, id)).await
}

/// Delete a source of cases.
///
/// With what is known of its alerts and conversations; its cases stay.
#[utoipa::path(tag = "inbound", params(("source" = uuid::Uuid, Path, description = "Id")), responses((status = 204)))]
#[delete("/inbound-sources/{source}")]
async fn delete_inbound_source(
    _: Require<ManageInbound>,
    source: web::Path<Reference>,
    use_case: UseCase,
) -> Result<Answer<()>> {
    let id = id(&source)?;
    use_case.run(move |work| sources::delete(work, id)).await
}

fn id(source: &Reference) -> Result<InboundSourceId> {
    source.id().map(InboundSourceId).ok_or(Error::NotFound)
}

/// The operations of this file.
pub(super) fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config
        .service(list_inbound_sources)
        .service(create_inbound_source)
        .service(read_inbound_source)
        .service(update_inbound_source)
        .service(rotate_inbound_secret)
        .service(delete_inbound_source);
}
