//! `/users`, `/groups`, `/providers`: who can be put in charge.

use super::store;
use crate::app::App;
use crate::auth::Require;
use crate::auth::permissions::ReadPeople;
use crate::db::page;
use crate::error::{Error, Result};
use crate::http::{Answer, Query};
use crate::projects;
use actix_web::{get, web};
use contract::auth::Role;
use contract::catalog::CatalogFilter;
use contract::page::Page;
use contract::people::{Group, PeopleFilter, Person};
use contract::reference::{NamedRef, Reference};

/// People of a project.
///
/// For the desk; providers have no people search.
#[utoipa::path(tag = "people", params(PeopleFilter), responses((status = 200, body = Page<Person>)))]
#[get("/users")]
async fn list_people(
    app: web::Data<App>,
    caller: Require<ReadPeople>,
    filter: Query<PeopleFilter>,
) -> Result<Answer<Page<Person>>> {
    let (caller, filter) = (caller.caller(), filter.into_inner());
    let people = app
        .db
        .read(move |connection| {
            let wanted = filter.project.map(Reference);
            let project = projects::for_caller(connection, &caller, wanted.as_ref())?;
            if !caller.is_any_in(project.id, &[Role::Agent, Role::Specialist, Role::Supervisor, Role::Admin])
            {
                return Err(Error::Forbidden);
            }
            store::people_of(
                connection,
                project.id,
                filter.q.as_deref(),
                filter.role,
                page::limit(filter.limit),
            )
        })
        .await?;
    Answer::ok(&page::whole(people))
}

/// Groups of a project.
#[utoipa::path(tag = "people", params(CatalogFilter), responses((status = 200, body = Page<Group>)))]
#[get("/groups")]
async fn list_groups(
    app: web::Data<App>,
    caller: Require<ReadPeople>,
    filter: Query<CatalogFilter>,
) -> Result<Answer<Page<Group>>> {
    let (caller, wanted) = (caller.caller(), filter.into_inner().project.map(Reference));
    let groups = app
        .db
        .read(move |connection| {
            let project = projects::for_caller(connection, &caller, wanted.as_ref())?;
            store::groups_of(connection, project.id)
        })
        .await?;
    Answer::ok(&page::whole(groups))
}

/// Provider companies of a project.
#[utoipa::path(tag = "people", params(CatalogFilter), responses((status = 200, body = Page<NamedRef>)))]
#[get("/providers")]
async fn list_providers(
    app: web::Data<App>,
    caller: Require<ReadPeople>,
    filter: Query<CatalogFilter>,
) -> Result<Answer<Page<NamedRef>>> {
    let (caller, wanted) = (caller.caller(), filter.into_inner().project.map(Reference));
    let providers = app
        .db
        .read(move |connection| {
            let project = projects::for_caller(connection, &caller, wanted.as_ref())?;
            store::providers_of(connection, project.id)
        })
        .await?;
    Answer::ok(&page::whole(providers))
}

/// The operations of this capability.
pub fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config.service(list_people).service(list_groups).service(list_providers);
}
