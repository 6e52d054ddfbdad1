//! `/stakeholders`: who has a stake in which service.

use super::{service, store};
use crate::app::App;
use crate::auth::Require;
use crate::auth::permissions::{ManageStakeholders, ReadStakeholders};
use crate::db::page;
use crate::error::{Error, Result};
use crate::http::{Answer, IfMatch, Json, Query, UseCase};
use crate::ids::StakeholderId;
use crate::projects;
use actix_web::{delete, get, patch, post, web};
use contract::auth::Role;
use contract::page::Page;
use contract::reference::Reference;
use contract::stakeholders::{CreateStakeholder, Stakeholder, StakeholderFilter, UpdateStakeholder};

/// Who sees the stakeholders of a project.
const READERS: &[Role] = &[Role::Supervisor, Role::Admin];

/// Stakeholders of the projects I supervise or administer, the latest first.
#[utoipa::path(tag = "stakeholders", params(StakeholderFilter), responses((status = 200, body = Page<Stakeholder>)))]
#[get("/stakeholders")]
async fn list_stakeholders(
    app: web::Data<App>,
    caller: Require<ReadStakeholders>,
    filter: Query<StakeholderFilter>,
) -> Result<Answer<Page<Stakeholder>>> {
    let (caller, filter) = (caller.caller(), filter.into_inner());
    let before = page::after(filter.cursor.as_deref())?.map(StakeholderId);
    let (limit, wanted) = (page::limit(filter.limit), filter.project.map(Reference));
    let stakeholders = app
        .db
        .read(move |connection| {
            let mut of = caller.projects_as(READERS);
            if let Some(wanted) = wanted {
                let wanted = projects::for_caller(connection, &caller, Some(&wanted))?.id;
                of.retain(|project| *project == wanted);
            }
            let found = store::list(connection, &of, before, limit)?;
            service::all_shown(connection, found)
        })
        .await?;
    Answer::page(&page::page(stakeholders, limit, None, |stakeholder: &Stakeholder| stakeholder.id))
}

/// Enter a stakeholder: a person, or an area.
///
/// They are told of incidents of the service, or of all when none is named, from the priority that it says:
/// that one was registered, ran late, or has a solution. Of confidential cases only who may see them.
#[utoipa::path(tag = "stakeholders", request_body = CreateStakeholder, responses((status = 201, body = Stakeholder)))]
#[post("/stakeholders")]
async fn create_stakeholder(
    _: Require<ManageStakeholders>,
    body: Json<CreateStakeholder>,
    use_case: UseCase,
) -> Result<Answer<Stakeholder>> {
    use_case.run(move |work| service::create(work, body.into_inner())).await
}

/// A stakeholder.
#[utoipa::path(tag = "stakeholders", params(("stakeholder" = uuid::Uuid, Path, description = "Id")), responses((status = 200, body = Stakeholder)))]
#[get("/stakeholders/{stakeholder}")]
async fn read_stakeholder(
    app: web::Data<App>,
    caller: Require<ReadStakeholders>,
    stakeholder: web::Path<Reference>,
) -> Result<Answer<Stakeholder>> {
    let (of, id) = (caller.projects_as(READERS), named(&stakeholder)?);
    let shown = app
        .db
        .read(move |connection| {
            let stakeholder = store::find(connection, &of, id)?;
            service::shown(connection, stakeholder)
        })
        .await?;
    Answer::versioned(shown.version, &shown)
}

/// Change what a stakeholder is told of, and what else is said of them.
#[utoipa::path(
    tag = "stakeholders",
    params(("stakeholder" = uuid::Uuid, Path, description = "Id")),
    request_body = UpdateStakeholder,
    responses((status = 200, body = Stakeholder))
)]
#[patch("/stakeholders/{stakeholder}")]
async fn update_stakeholder(
    _: Require<ManageStakeholders>,
    stakeholder: web::Path<Reference>,
    version: IfMatch,
    body: Json<UpdateStakeholder>,
    use_case: UseCase,
) -> Result<Answer<Stakeholder>> {
    let (id, version) = (named(&stakeholder)?, version.required()?);
    use_case.run(move |work| service::update(work, id, version, body.into_inner())).await
}

/// Take a stakeholder out.
#[utoipa::path(tag = "stakeholders", params(("stakeholder" = uuid::Uuid, Path, description = "Id")), responses((status = 204)))]
#[delete("/stakeholders/{stakeholder}")]
async fn delete_stakeholder(
    _: Require<ManageStakeholders>,
    stakeholder: web::Path<Reference>,
    use_case: UseCase,
) -> Result<Answer<()>> {
    let id = named(&stakeholder)?;
    use_case.run(move |work| service::remove(work, id)).await
}

/// The operations of this capability.
pub fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config
        .service(list_stakeholders)
        .service(create_stakeholder)
        .service(read_stakeholder)
        .service(update_stakeholder)
        .service(delete_stakeholder);
}

/// The id in a path.
fn named(stakeholder: &Reference) -> Result<StakeholderId> {
    stakeholder.id().map(StakeholderId).ok_or(Error::NotFound)
}
