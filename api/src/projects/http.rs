//! `/projects`.

use super::{service, store};
use crate::app::App;
use crate::auth::Require;
use crate::auth::permissions::{ManageProjects, ReadCatalogs};
use crate::db::page;
use crate::error::Result;
use crate::http::{Answer, IfMatch, Json, UseCase};
use actix_web::{get, patch, post, web};
use contract::page::Page;
use contract::projects::{CreateProject, Project, ProjectSettings, UpdateProject};
use contract::reference::Reference;

/// The projects I belong to.
#[utoipa::path(tag = "projects", responses((status = 200, body = Page<Project>)))]
#[get("/projects")]
async fn list_projects(app: web::Data<App>, caller: Require<ReadCatalogs>) -> Result<Answer<Page<Project>>> {
    let caller = caller.caller();
    let projects = app
        .db
        .read(move |connection| {
            let mine: Vec<_> = caller.roles.iter().map(|(project, _)| *project).collect();
            let projects = store::among(connection, &mine)?;
            Ok(projects.into_iter().map(|project| wire(project, &caller)).collect())
        })
        .await?;
    Answer::ok(&page::whole(projects))
}

/// Make a project.
///
/// With the procedure's service hours and agreement, and a group of level 1. Whoever administers
/// one project may make another, and administers it.
#[utoipa::path(tag = "projects", request_body = CreateProject, responses((status = 201, body = ProjectSettings)))]
#[post("/projects")]
async fn create_project(
    _: Require<ManageProjects>,
    body: Json<CreateProject>,
    use_case: UseCase,
) -> Result<Answer<ProjectSettings>> {
    use_case.run(move |work| service::create(work, body.into_inner())).await
}

/// A project with its settings.
#[utoipa::path(tag = "projects", params(("project" = String, Path, description = "Id or key")), responses((status = 200, body = ProjectSettings)))]
#[get("/projects/{project}")]
async fn read_project(
    app: web::Data<App>,
    caller: Require<ReadCatalogs>,
    project: web::Path<Reference>,
) -> Result<Answer<ProjectSettings>> {
    let caller = caller.caller();
    let shown = app
        .db
        .read(move |connection| {
            let project = service::visible(connection, &caller, &project)?;
            Ok(service::shown(project, &caller))
        })
        .await?;
    Answer::versioned(shown.version, &shown)
}

/// Change a project's settings.
///
/// For what happens from now on: what is promised stays promised.
#[utoipa::path(
    tag = "projects",
    params(("project" = String, Path, description = "Id or key")),
    request_body = UpdateProject,
    responses((status = 200, body = ProjectSettings))
)]
#[patch("/projects/{project}")]
async fn update_project(
    _: Require<ManageProjects>,
    project: web::Path<Reference>,
    version: IfMatch,
    body: Json<UpdateProject>,
    use_case: UseCase,
) -> Result<Answer<ProjectSettings>> {
    let version = version.required()?;
    use_case.run(move |work| service::update(work, &project, version, body.into_inner())).await
}

/// The operations of this capability.
pub fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config.service(list_projects).service(create_project).service(read_project).service(update_project);
}

fn wire(project: super::Project, caller: &crate::auth::Caller) -> Project {
    service::shown(project, caller).project
}
