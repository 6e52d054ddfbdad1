//! Groups of people.

use crate::app::App;
use crate::auth::Require;
use crate::auth::permissions::{ManageUsers, ReadPeople};
use crate::db::page;
use crate::error::Result;
use crate::http::{Answer, IfMatch, Json, Query, UseCase};
use crate::people::{service, store};
use crate::projects;
use actix_web::{get, patch, post, put, web};
use contract::auth::Role;
use contract::page::Page;
use contract::people::{CreateGroup, Group, GroupDetail, GroupFilter, SetMembers, UpdateGroup};
use contract::reference::Reference;

/// Groups of a project.
#[utoipa::path(tag = "people", params(GroupFilter), responses((status = 200, body = Page<Group>)))]
#[get("/groups")]
async fn list_groups(
    app: web::Data<App>,
    caller: Require<ReadPeople>,
    filter: Query<GroupFilter>,
) -> Result<Answer<Page<Group>>> {
    let (caller, GroupFilter { project, inactive }) = (caller.caller(), filter.into_inner());
    let wanted = project.map(Reference);
    let groups = app
        .db
        .read(move |connection| {
            let project = projects::for_caller(connection, &caller, wanted.as_ref())?;
            store::groups_of(connection, project.id, inactive.unwrap_or_default())
        })
        .await?;
    Answer::ok(&page::whole(groups))
}

/// Make a group.
#[utoipa::path(tag = "people", request_body = CreateGroup, responses((status = 201, body = GroupDetail)))]
#[post("/groups")]
async fn create_group(
    _: Require<ManageUsers>,
    body: Json<CreateGroup>,
    use_case: UseCase,
) -> Result<Answer<GroupDetail>> {
    use_case.run(move |work| service::create_group(work, body.into_inner())).await
}

/// A group with the people in it.
#[utoipa::path(tag = "people", params(("group" = String, Path, description = "Id or key")), responses((status = 200, body = GroupDetail)))]
#[get("/groups/{group}")]
async fn read_group(
    app: web::Data<App>,
    caller: Require<ReadPeople>,
    group: web::Path<Reference>,
) -> Result<Answer<GroupDetail>> {
    let mine = caller.projects_as(&[Role::Agent, Role::Specialist, Role::Supervisor, Role::Admin]);
    let group = app
        .db
        .read(move |connection| {
            let group = store::group(connection, &mine, &group)?;
            service::shown_group(connection, group)
        })
        .await?;
    Answer::versioned(group.version, &group)
}

/// Change a group.
///
/// Its level, its company, and whether it is in use stay while an open ticket is in its charge.
#[utoipa::path(
    tag = "people",
    params(("group" = String, Path, description = "Id or key")),
    request_body = UpdateGroup,
    responses((status = 200, body = GroupDetail))
)]
#[patch("/groups/{group}")]
async fn update_group(
    _: Require<ManageUsers>,
    group: web::Path<Reference>,
    version: IfMatch,
    body: Json<UpdateGroup>,
    use_case: UseCase,
) -> Result<Answer<GroupDetail>> {
    let version = version.required()?;
    use_case.run(move |work| service::update_group(work, &group, version, body.into_inner())).await
}

/// Say who is in a group.
#[utoipa::path(
    tag = "people",
    params(("group" = String, Path, description = "Id or key")),
    request_body = SetMembers,
    responses((status = 200, body = GroupDetail))
)]
#[put("/groups/{group}/members")]
async fn set_members(
    _: Require<ManageUsers>,
    group: web::Path<Reference>,
    version: IfMatch,
    body: Json<SetMembers>,
    use_case: UseCase,
) -> Result<Answer<GroupDetail>> {
    let version = version.required()?;
    use_case.run(move |work| service::set_members(work, &group, version, &body.into_inner())).await
}

/// The operations of this file.
pub(super) fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config
        .service(list_groups)
        .service(create_group)
        .service(read_group)
        .service(update_group)
        .service(set_members);
}
