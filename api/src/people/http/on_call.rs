//! Who of a group is on call.

use crate::app::App;
use crate::auth::Require;
use crate::auth::permissions::{ManageUsers, ReadPeople};
use crate::db::page;
use crate::error::{Error, Result};
use crate::http::{Answer, Json, UseCase};
use crate::ids::OnCallId;
use crate::people::{service, store};
use actix_web::{delete, get, post, web};
use contract::auth::Role;
use contract::page::Page;
use contract::people::{CreateOnCall, OnCall};
use contract::reference::Reference;
use uuid::Uuid;

/// Who of a group is on call, now and later.
#[utoipa::path(tag = "people", params(("group" = String, Path, description = "Id or key")), responses((status = 200, body = Page<OnCall>)))]
#[get("/groups/{group}/on-call")]
async fn list_on_call(
    app: web::Data<App>,
    caller: Require<ReadPeople>,
    group: web::Path<Reference>,
) -> Result<Answer<Page<OnCall>>> {
    let mine = caller.projects_as(&[Role::Agent, Role::Specialist, Role::Supervisor, Role::Admin]);
    let now = app.clock.now();
    let times = app
        .db
        .read(move |connection| {
            let group = store::group(connection, &mine, &group)?;
            store::on_call_from(connection, group.id, now)
        })
        .await?;
    Answer::ok(&page::whole(times))
}

/// Put somebody of a group on call.
///
/// Outside service hours they get letters of priority 1 and 2, and of clocks that ran out, at once. Each of
/// those letters is in the audit log.
#[utoipa::path(tag = "people", params(("group" = String, Path, description = "Id or key")), request_body = CreateOnCall, responses((status = 201, body = OnCall)))]
#[post("/groups/{group}/on-call")]
async fn create_on_call(
    _: Require<ManageUsers>,
    group: web::Path<Reference>,
    body: Json<CreateOnCall>,
    use_case: UseCase,
) -> Result<Answer<OnCall>> {
    use_case.run(move |work| service::put_on_call(work, &group, &body.into_inner())).await
}

/// Take somebody off call.
#[utoipa::path(
    tag = "people",
    params(("group" = String, Path, description = "Id or key"), ("on_call" = Uuid, Path, description = "Id")),
    responses((status = 204))
)]
#[delete("/groups/{group}/on-call/{on_call}")]
async fn delete_on_call(
    _: Require<ManageUsers>,
    path: web::Path<(Reference, String)>,
    use_case: UseCase,
) -> Result<Answer<()>> {
    let (group, id) = path.into_inner();
    let id = id.parse::<Uuid>().map(OnCallId).map_err(|_| Error::NotFound)?;
    use_case.run(move |work| service::take_off_call(work, &group, id)).await
}

/// The operations of this file.
pub(super) fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config.service(list_on_call).service(create_on_call).service(delete_on_call);
}
