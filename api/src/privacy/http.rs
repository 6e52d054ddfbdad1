//! `/privacy`, `/me/privacy-acceptance`, `/me/data`, and what administrators do about a person's data.

use super::archive::{self, Wanted};
use super::store::{self, Report};
use super::{erasure, jobs, service};
use crate::app::App;
use crate::audit;
use crate::auth::permissions::ManagePrivacy;
use crate::auth::{Caller, InPerson, Require};
use crate::db::page;
use crate::error::{Error, Result};
use crate::http::{Answer, IfMatch, Json, Origin, Query, UseCase, request_locale};
use crate::ids::{ReportId, UserId, fresh};
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, get, patch, post, put, web};
use contract::auth::{Me, Role};
use contract::catalog::CatalogFilter;
use contract::page::Page;
use contract::privacy::{
    AcceptNotice, AnonymisePerson, AnonymisedPerson, NoticeVersion, PrivacyNotice, PublishNotice,
    ReportsFilter, Retention, RetentionReport, UpdateRetention,
};
use contract::reference::Reference;
use std::sync::Arc;
use tokio::io::AsyncReadExt;

/// What people are told about their data.
///
/// The version in force, in the language of the request.
#[utoipa::path(tag = "privacy", responses((status = 200, body = PrivacyNotice)), security(()))]
#[get("/privacy/notice")]
async fn read_notice(app: web::Data<App>, request: HttpRequest) -> Result<Answer<PrivacyNotice>> {
    let locale = request_locale(&request);
    let notice = app.db.read(store::notice).await?.read_in(locale);
    Answer::versioned(notice.version.into(), &notice)
}

/// Publish a new version of the notice.
///
/// Everybody is asked to accept it before they go on: until then all else is refused to them.
#[utoipa::path(tag = "privacy", request_body = PublishNotice, responses((status = 200, body = PrivacyNotice)))]
#[put("/privacy/notice")]
async fn publish_notice(
    _: Require<ManagePrivacy>,
    body: Json<PublishNotice>,
    use_case: UseCase,
) -> Result<Answer<PrivacyNotice>> {
    use_case.run(move |work| service::publish(work, body.into_inner())).await
}

/// Every version of the notice, the latest first.
///
/// With how many people have accepted each.
#[utoipa::path(tag = "privacy", responses((status = 200, body = Page<NoticeVersion>)))]
#[get("/privacy/notices")]
async fn list_notices(app: web::Data<App>, _: Require<ManagePrivacy>) -> Result<Answer<Page<NoticeVersion>>> {
    Answer::ok(&page::whole(app.db.read(service::versions).await?))
}

/// Accept the notice.
///
/// The version in force, with the instant and the address from which it is accepted.
#[utoipa::path(tag = "me", request_body = AcceptNotice, responses((status = 200, body = Me)))]
#[post("/me/privacy-acceptance")]
async fn accept_notice(
    app: web::Data<App>,
    _: InPerson,
    body: Json<AcceptNotice>,
    use_case: UseCase,
) -> Result<Answer<Me>> {
    let required = app.config.second_factor_roles.clone();
    use_case.run(move |work| service::accept(work, &body.into_inner(), &required)).await
}

/// Take away what the desk keeps of me.
///
/// A ZIP archive: profile, cases with what was said in them and their files, answers to surveys,
/// sessions, acceptances of the notice, and what I did by the audit log.
#[utoipa::path(tag = "me", responses((status = 200, body = Vec<u8>, content_type = "application/zip")))]
#[get("/me/data")]
async fn export_my_data(
    app: web::Data<App>,
    InPerson(caller): InPerson,
    origin: Origin,
) -> Result<HttpResponse> {
    let person = caller.id;
    export(&app, caller, origin, person, false).await
}

/// Take away what the desk keeps of a person.
///
/// At their request. Of the projects that the caller administers.
#[utoipa::path(tag = "privacy", params(("user" = uuid::Uuid, Path, description = "Id")), responses((status = 200, body = Vec<u8>, content_type = "application/zip")))]
#[get("/users/{user}/data")]
async fn export_data_of(
    app: web::Data<App>,
    caller: Require<ManagePrivacy>,
    user: web::Path<Reference>,
    origin: Origin,
) -> Result<HttpResponse> {
    let person = UserId(user.id().ok_or(Error::NotFound)?);
    export(&app, caller.caller(), origin, person, true).await
}

/// Make a person anonymous.
///
/// At their request, and for ever: name, user name, mail, telephone and area go, their sessions end,
/// and nobody can sign in with the account any more; with `redact_texts`, also what they wrote in their
/// own cases. Numbers, times, clocks and measures stay as they were.
#[utoipa::path(tag = "privacy", params(("user" = uuid::Uuid, Path, description = "Id")), request_body = AnonymisePerson, responses((status = 200, body = AnonymisedPerson)))]
#[post("/users/{user}/anonymise")]
async fn anonymise_person(
    app: web::Data<App>,
    _: Require<ManagePrivacy>,
    user: web::Path<Reference>,
    body: Json<AnonymisePerson>,
    use_case: UseCase,
) -> Result<Answer<AnonymisedPerson>> {
    let person = UserId(user.id().ok_or(Error::NotFound)?);
    let answer = use_case.run(move |work| erasure::anonymise(work, person, body.into_inner())).await?;
    jobs::remove_discarded(&app).await?;
    Ok(answer)
}

/// For how long records are kept.
///
/// In days; 0 for ever. The audit log is append-only, and kept for ever.
#[utoipa::path(tag = "privacy", params(CatalogFilter), responses((status = 200, body = Retention)))]
#[get("/privacy/retention")]
async fn read_retention(
    app: web::Data<App>,
    caller: Require<ManagePrivacy>,
    filter: Query<CatalogFilter>,
) -> Result<Answer<Retention>> {
    let (caller, wanted) = (caller.caller(), filter.into_inner().project.map(Reference));
    let retention = app
        .db
        .read(move |connection| {
            let project = service::administered(connection, &caller, wanted)?;
            service::retention(connection, &project)
        })
        .await?;
    Answer::versioned(retention.version, &retention)
}

/// Change for how long records are kept.
///
/// A job applies it each night; what it takes out does not come back.
#[utoipa::path(tag = "privacy", params(CatalogFilter), request_body = UpdateRetention, responses((status = 200, body = Retention)))]
#[patch("/privacy/retention")]
async fn update_retention(
    _: Require<ManagePrivacy>,
    filter: Query<CatalogFilter>,
    version: IfMatch,
    body: Json<UpdateRetention>,
    use_case: UseCase,
) -> Result<Answer<Retention>> {
    let (wanted, version) = (filter.into_inner().project.map(Reference), version.required()?);
    use_case.run(move |work| service::update_retention(work, wanted, version, body.into_inner())).await
}

/// What was made anonymous or removed because its time was over, newest first.
#[utoipa::path(tag = "privacy", params(ReportsFilter), responses((status = 200, body = Page<RetentionReport>)))]
#[get("/privacy/retention/reports")]
async fn list_retention_reports(
    app: web::Data<App>,
    caller: Require<ManagePrivacy>,
    filter: Query<ReportsFilter>,
) -> Result<Answer<Page<RetentionReport>>> {
    let (caller, filter) = (caller.caller(), filter.into_inner());
    let before = page::after(filter.cursor.as_deref())?.map(ReportId);
    let limit = page::limit(filter.limit);
    let reports = app
        .db
        .read(move |connection| {
            let project = service::administered(connection, &caller, filter.project.map(Reference))?;
            let rows = store::reports(connection, project.id, before, limit)?;
            let shown = |row: Report| {
                let Report { id, project_id: _, started_at, finished_at, tickets, events, files, more } = row;
                let (started_at, finished_at) = (started_at.utc(), finished_at.utc());
                let project = service::named(&project);
                RetentionReport { id: id.0, project, started_at, finished_at, tickets, events, files, more }
            };
            Ok(rows.into_iter().map(shown).collect())
        })
        .await?;
    Answer::page(&page::page(reports, limit, None, |report: &RetentionReport| report.id))
}

/// The operations of this capability.
pub fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config
        .service(read_notice)
        .service(publish_notice)
        .service(list_notices)
        .service(accept_notice)
        .service(export_my_data)
        .service(export_data_of)
        .service(anonymise_person)
        .service(read_retention)
        .service(update_retention)
        .service(list_retention_reports);
}

/// The archive, which is on record before it leaves, and stays nowhere.
async fn export(
    app: &App,
    caller: Arc<Caller>,
    origin: Origin,
    person: UserId,
    by_administrator: bool,
) -> Result<HttpResponse> {
    let now = app.clock.now();
    let administered = caller.projects_as(&[Role::Admin]);
    let projects = if by_administrator {
        let common = move |connection: &mut crate::db::DbConnection| {
            erasure::projects_in_common(connection, &administered, person)
        };
        Some(app.db.read(common).await?)
    } else {
        None
    };
    let wanted = Wanted { person, projects, locale: caller.locale, now };
    app.db
        .write(move |connection| {
            let object = format!("/api/v1/users/{person}");
            audit::record(
                connection,
                &audit::Entry::of(&caller, now, "personal_data_export", &object, &origin),
            )
        })
        .await?;
    let path = app.config.data_dir.join("exports").join(format!("{}.zip", fresh().simple()));
    let (place, files) = (path.clone(), app.files.clone());
    app.db.read_at_length(move |connection| archive::write(connection, &files, &wanted, &place)).await?;
    let file = tokio::fs::File::open(&path).await.map_err(Error::internal)?;
    // Open, it can still be read; nobody else finds it.
    tokio::fs::remove_file(&path).await.map_err(Error::internal)?;
    let chunks = futures_util::stream::try_unfold(file, |mut file| async move {
        let mut chunk = vec![0; 64 * 1024];
        let read = file.read(&mut chunk).await?;
        chunk.truncate(read);
        Ok::<_, std::io::Error>((read > 0).then(|| (web::Bytes::from(chunk), file)))
    });
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/zip"))
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"datos-personales.zip\""))
        .streaming(chunks))
}
