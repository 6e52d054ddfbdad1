//! `/me/notifications`, `/mails` and `/templates`.

mod templates;

use super::{service, store};
use crate::app::App;
use crate::auth::permissions::ManageMail;
use crate::auth::{Require, SignedIn};
use crate::db::page;
use crate::error::{Error, Result};
use crate::http::{Answer, Json, Query, UseCase};
use crate::ids::{MailId, NoticeId};
use actix_web::{get, patch, post, web};
use contract::auth::Role;
use contract::notifications::{
    Digest, Mail, MailFilter, NoticeFilter, NoticePreferences, Notices, ReadNotices, UpdateNoticePreferences,
};
use contract::page::Page;
use uuid::Uuid;

/// What I have been told, newest first.
#[utoipa::path(tag = "me", params(NoticeFilter), responses((status = 200, body = Notices)))]
#[get("/me/notifications")]
async fn list_notices(
    app: web::Data<App>,
    SignedIn(caller): SignedIn,
    filter: Query<NoticeFilter>,
) -> Result<Answer<Notices>> {
    let filter = filter.into_inner();
    let before = page::after(filter.cursor.as_deref())?.map(NoticeId);
    let notices =
        app.db.read(move |connection| service::notices(connection, &caller, &filter, before)).await?;
    Ok(Answer::ok(&notices)?.before(notices.next_cursor))
}

/// I have read some of it, or all.
#[utoipa::path(tag = "me", request_body = ReadNotices, responses((status = 204)))]
#[post("/me/notifications/read")]
async fn read_notices(_: SignedIn, body: Json<ReadNotices>, use_case: UseCase) -> Result<Answer<()>> {
    let ids = body.into_inner().ids.map(|ids| ids.into_iter().map(NoticeId).collect());
    use_case
        .run(move |work| {
            store::mark_read(work.connection, work.caller.id, ids, work.now)?;
            Ok(Answer::nothing())
        })
        .await
}

/// What I want to be told of, and where.
#[utoipa::path(tag = "me", responses((status = 200, body = NoticePreferences)))]
#[get("/me/notification-preferences")]
async fn read_preferences(
    app: web::Data<App>,
    SignedIn(caller): SignedIn,
) -> Result<Answer<NoticePreferences>> {
    let preferences = app.db.read(move |connection| store::preferences(connection, caller.id)).await?;
    Answer::ok(&preferences)
}

/// Change what I want to be told of.
#[utoipa::path(tag = "me", request_body = UpdateNoticePreferences, responses((status = 200, body = NoticePreferences)))]
#[patch("/me/notification-preferences")]
async fn update_preferences(
    _: SignedIn,
    body: Json<UpdateNoticePreferences>,
    use_case: UseCase,
) -> Result<Answer<NoticePreferences>> {
    let UpdateNoticePreferences { kinds, digest, digest_hour } = body.into_inner();
    use_case
        .run(move |work| {
            let (me, before) = (work.caller.id, store::preferences(work.connection, work.caller.id)?);
            for (kind, ways) in kinds {
                store::prefer(work.connection, me, kind, ways)?;
            }
            if digest.is_some() || digest_hour.is_some() {
                let wanted = digest.unwrap_or(before.digest);
                store::prefer_digest(work.connection, me, wanted, digest_hour.unwrap_or(before.digest_hour))?;
                if wanted == Digest::AtOnce {
                    store::hasten(work.connection, me, work.now)?;
                }
            }
            let after = store::preferences(work.connection, me)?;
            work.changed(&before, &after);
            Answer::ok(&after)
        })
        .await
}

/// Letters of the projects I administer, newest first.
#[utoipa::path(tag = "mail", params(MailFilter), responses((status = 200, body = Page<Mail>)))]
#[get("/mails")]
async fn list_mails(
    app: web::Data<App>,
    caller: Require<ManageMail>,
    filter: Query<MailFilter>,
) -> Result<Answer<Page<Mail>>> {
    let (projects, filter) = (caller.projects_as(&[Role::Admin]), filter.into_inner());
    let before = page::after(filter.cursor.as_deref())?.map(MailId);
    let limit = page::limit(filter.limit);
    let mails = app
        .db
        .read(move |connection| store::letters(connection, &projects, filter.state, before, limit))
        .await?;
    Answer::page(&page::page(mails, limit, None, |mail| mail.id))
}

/// Send a letter again.
///
/// One that was given up, or one that somebody says never came.
#[utoipa::path(tag = "mail", params(("mail" = Uuid, Path, description = "Id")), responses((status = 204)))]
#[post("/mails/{mail}/resend")]
async fn resend_mail(
    caller: Require<ManageMail>,
    mail: web::Path<String>,
    use_case: UseCase,
) -> Result<Answer<()>> {
    let projects = caller.projects_as(&[Role::Admin]);
    let id = mail.parse::<Uuid>().map(MailId).map_err(|_| Error::NotFound)?;
    use_case
        .run(move |work| {
            store::send_again(work.connection, &projects, id, work.now)?;
            Ok(Answer::nothing())
        })
        .await
}

/// The operations of this capability.
pub fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config
        .service(list_notices)
        .service(read_notices)
        .service(read_preferences)
        .service(update_preferences)
        .service(list_mails)
        .service(resend_mail);
    templates::routes(config);
}
