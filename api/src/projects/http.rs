//! `/projects`.

use super::store;
use crate::app::App;
use crate::auth::Require;
use crate::auth::permissions::ReadCatalogs;
use crate::db::page;
use crate::error::Result;
use crate::http::Answer;
use actix_web::{get, web};
use contract::page::Page;
use contract::projects::Project;

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

/// The operations of this capability.
pub fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config.service(list_projects);
}

fn wire(project: super::Project, caller: &crate::auth::Caller) -> Project {
    let roles = caller.roles_in(project.id);
    Project { id: project.id.0, key: project.key, name: project.name, time_zone: project.time_zone, roles }
}
