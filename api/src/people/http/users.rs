//! Accounts.

use crate::app::App;
use crate::auth::permissions::{ManageUsers, ReadPeople};
use crate::auth::{self, Caller, InPerson, Require};
use crate::db::{DbConnection, page};
use crate::error::{Error, Result};
use crate::http::{Answer, Csv, IfMatch, Json, Query, UseCase};
use crate::people::{service, store};
use crate::projects;
use actix_web::{get, patch, post, put, web};
use contract::auth::{AccessToken, Me, Role};
use contract::page::Page;
use contract::people::{
    CreateUser, DeactivateUser, ImportFilter, ImportOutcome, PeopleFilter, PeopleScope, Person, SetPassword,
    SetRoles, UpdateUser, User,
};
use contract::reference::Reference;

/// People of a project, or of the whole desk.
///
/// Of a project, for whoever works at its desk: those who can be put in charge or asked for; providers
/// have no people search. Of the whole desk (`scope=desk`), for administrators: every account.
#[utoipa::path(tag = "people", params(PeopleFilter), responses((status = 200, body = Page<Person>)))]
#[get("/users")]
async fn list_people(
    app: web::Data<App>,
    caller: Require<ReadPeople>,
    filter: Query<PeopleFilter>,
) -> Result<Answer<Page<Person>>> {
    let (caller, filter) = (caller.caller(), filter.into_inner());
    let people = match filter.scope.unwrap_or(PeopleScope::Project) {
        PeopleScope::Project => {
            app.db.read(move |connection| of_project(connection, &caller, filter)).await.map(page::whole)
        }
        PeopleScope::Desk => app.db.read(move |connection| of_desk(connection, &caller, &filter)).await,
    };
    Answer::page(&people?)
}

fn of_project(connection: &mut DbConnection, caller: &Caller, filter: PeopleFilter) -> Result<Vec<Person>> {
    let wanted = filter.project.map(Reference);
    let project = projects::for_caller(connection, caller, wanted.as_ref())?;
    if !caller.is_any_in(project.id, &[Role::Agent, Role::Specialist, Role::Supervisor, Role::Admin]) {
        return Err(Error::Forbidden);
    }
    let limit = page::limit(filter.limit);
    store::of_project(connection, project.id, filter.q.as_deref(), filter.role, limit)
}

fn of_desk(connection: &mut DbConnection, caller: &Caller, filter: &PeopleFilter) -> Result<Page<Person>> {
    if !caller.is_any(&[Role::Admin]) {
        return Err(Error::Forbidden);
    }
    let project = match &filter.project {
        Some(name) => Some(projects::for_caller(connection, caller, Some(&Reference(name.clone())))?.id),
        None => None,
    };
    let (after, limit) = (page::after(filter.cursor.as_deref())?, page::limit(filter.limit));
    let people = store::list(connection, filter, project, after, limit)?;
    let wanted = filter.count.unwrap_or_default();
    let total = wanted.then(|| store::count(connection, filter, project)).transpose()?;
    let Page { items, next_cursor, total } = page::page(people, limit, total, |(key, _)| key.clone());
    Ok(Page { items: items.into_iter().map(|(_, person)| person).collect(), next_cursor, total })
}

/// Make an account.
///
/// Of a person; or, with `kind` `service`, of a program, which has no password and comes by API keys.
#[utoipa::path(tag = "people", request_body = CreateUser, responses((status = 201, body = User)))]
#[post("/users")]
async fn create_user(
    app: web::Data<App>,
    _: Require<ManageUsers>,
    body: Json<CreateUser>,
    use_case: UseCase,
) -> Result<Answer<User>> {
    let body = body.into_inner();
    let CreateUser { username, display_name, email, .. } = body.clone();
    let owner = auth::Owner { username, display_name, email };
    let password = match body.password.clone() {
        Some(password) => Some(auth::prepare_password(&app, "password", password, &owner).await?),
        None => None,
    };
    use_case.run(move |work| service::create(work, body, password.as_ref())).await
}

/// Make many accounts from a table.
///
/// A CSV file in UTF-8 whose first row names its columns: `username` and `display_name`, and any of
/// `email`, `phone`, `area`, `locale`, `provider`, `roles` and `groups`; several roles or groups are
/// set apart by spaces. All of its rows become accounts, or none: what is wrong is told by row and
/// column, as in `rows.3.email`.
#[utoipa::path(
    tag = "people",
    params(ImportFilter),
    request_body(content = String, content_type = "text/csv", example = "username,display_name,email,roles\nlgarcia,Laura García,lgarcia@example.org,requester agent\n"),
    responses((status = 200, body = ImportOutcome))
)]
#[post("/users/import")]
async fn import_users(
    _: Require<ManageUsers>,
    filter: Query<ImportFilter>,
    table: Csv,
    use_case: UseCase,
) -> Result<Answer<ImportOutcome>> {
    let (filter, table) = (filter.into_inner(), service::Table::read(&table.into_inner())?);
    use_case.run(move |work| service::import(work, &table, &filter)).await
}

/// An account.
#[utoipa::path(tag = "people", params(("user" = String, Path, description = "Id or user name")), responses((status = 200, body = User)))]
#[get("/users/{user}")]
async fn read_user(
    app: web::Data<App>,
    caller: Require<ManageUsers>,
    user: web::Path<Reference>,
) -> Result<Answer<User>> {
    let caller = caller.caller();
    let user = app
        .db
        .read(move |connection| {
            let account = store::account(connection, &user)?;
            service::shown_user(connection, &caller, account)
        })
        .await?;
    Answer::versioned(user.version, &user)
}

/// Change what an account says of a person.
#[utoipa::path(
    tag = "people",
    params(("user" = String, Path, description = "Id or user name")),
    request_body = UpdateUser,
    responses((status = 200, body = User))
)]
#[patch("/users/{user}")]
async fn update_user(
    _: Require<ManageUsers>,
    user: web::Path<Reference>,
    version: IfMatch,
    body: Json<UpdateUser>,
    use_case: UseCase,
) -> Result<Answer<User>> {
    let version = version.required()?;
    use_case.run(move |work| service::update(work, &user, version, body.into_inner())).await
}

/// Say what somebody is in a project.
///
/// Who no longer works there leaves its groups, and their open tickets return to the group in
/// charge. A project keeps an administrator.
#[utoipa::path(
    tag = "people",
    params(("user" = String, Path, description = "Id or user name")),
    request_body = SetRoles,
    responses((status = 200, body = User))
)]
#[put("/users/{user}/roles")]
async fn set_roles(
    _: Require<ManageUsers>,
    user: web::Path<Reference>,
    version: IfMatch,
    body: Json<SetRoles>,
    use_case: UseCase,
) -> Result<Answer<User>> {
    let version = version.required()?;
    use_case.run(move |work| service::set_roles(work, &user, version, &body.into_inner())).await
}

/// Let somebody sign in no more.
///
/// Their sessions end, and their open tickets are reassigned, or return to the group in charge. By
/// whoever administers all of their projects, each of which keeps an administrator.
#[utoipa::path(
    tag = "people",
    params(("user" = String, Path, description = "Id or user name")),
    request_body = DeactivateUser,
    responses((status = 200, body = User))
)]
#[post("/users/{user}/deactivate")]
async fn deactivate_user(
    _: Require<ManageUsers>,
    user: web::Path<Reference>,
    body: Json<DeactivateUser>,
    use_case: UseCase,
) -> Result<Answer<User>> {
    use_case.run(move |work| service::deactivate(work, &user, body.into_inner())).await
}

/// Let somebody sign in again.
#[utoipa::path(tag = "people", params(("user" = String, Path, description = "Id or user name")), responses((status = 200, body = User)))]
#[post("/users/{user}/activate")]
async fn activate_user(
    _: Require<ManageUsers>,
    user: web::Path<Reference>,
    use_case: UseCase,
) -> Result<Answer<User>> {
    use_case.run(move |work| service::activate(work, &user)).await
}

/// Give somebody a password for one sign-in.
///
/// Their sessions end. By whoever administers all of their projects; not for oneself.
#[utoipa::path(
    tag = "people",
    params(("user" = String, Path, description = "Id or user name")),
    request_body = SetPassword,
    responses((status = 204))
)]
#[post("/users/{user}/password")]
async fn set_password(
    app: web::Data<App>,
    _: Require<ManageUsers>,
    _in_person: InPerson,
    user: web::Path<Reference>,
    body: Json<SetPassword>,
    use_case: UseCase,
) -> Result<Answer<()>> {
    let user = user.into_inner();
    let owner = {
        let user = user.clone();
        app.db.read(move |connection| store::owner(connection, &user)).await?
    };
    let new = auth::prepare_password(&app, "password", body.into_inner().password, &owner).await?;
    use_case.unkeyed().run(move |work| service::set_password(work, &user, &new)).await
}

/// Act in somebody's place.
///
/// For support: a token for a quarter of an hour, which `GET /me` tells by `impersonator` and the
/// audit log with every act. Never of an administrator, and by whoever administers all of the
/// person's projects. What only the person may do stays refused.
#[utoipa::path(tag = "people", params(("user" = String, Path, description = "Id or user name")), responses((status = 200, body = AccessToken)))]
#[post("/users/{user}/impersonate")]
async fn impersonate(
    app: web::Data<App>,
    caller: Require<ManageUsers>,
    _in_person: InPerson,
    user: web::Path<Reference>,
    use_case: UseCase,
) -> Result<Answer<AccessToken>> {
    // The token is made apart from the transaction: each time there is one, it is on record.
    let person: Me = use_case.unkeyed().run(move |work| service::stand_in(work, &user)).await?.read()?;
    Answer::ok(&auth::impersonate(&app, &caller, person)?)
}

/// The operations of this file.
pub(super) fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config
        .service(list_people)
        .service(create_user)
        .service(import_users)
        .service(read_user)
        .service(update_user)
        .service(set_roles)
        .service(deactivate_user)
        .service(activate_user)
        .service(set_password)
        .service(impersonate);
}
