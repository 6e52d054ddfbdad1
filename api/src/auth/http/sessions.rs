//! `/me/sessions` and `/users/{user}/sessions`: where somebody is signed in.

use crate::app::App;
use crate::auth::permissions::ManageUsers;
use crate::auth::{InPerson, Require, sessions, store};
use crate::db::page;
use crate::error::{Error, Result};
use crate::http::{Answer, Query, UseCase};
use crate::ids::SessionId;
use actix_web::{delete, get, web};
use contract::auth::{PageFilter, Session, SessionsToEnd};
use contract::page::Page;
use contract::reference::Reference;
use serde_json::Value;

/// Where am I signed in?
///
/// The latest sign-in first.
#[utoipa::path(tag = "me", params(PageFilter), responses((status = 200, body = Page<Session>)))]
#[get("/me/sessions")]
pub(super) async fn list_sessions(
    app: web::Data<App>,
    InPerson(caller): InPerson,
    filter: Query<PageFilter>,
) -> Result<Answer<Page<Session>>> {
    let filter = filter.into_inner();
    let (before, limit) = (page::after(filter.cursor.as_deref())?.map(SessionId), page::limit(filter.limit));
    let (user, current, now) = (caller.id, caller.session, app.clock.now());
    let rows = app.db.read(move |connection| sessions::list(connection, user, before, limit, now)).await?;
    let shown = rows.into_iter().map(|row| row.shown(current)).collect();
    Answer::page(&page::page(shown, limit, None, |session: &Session| session.id))
}

/// Sign out somewhere.
///
/// The session's access tokens stop working at once.
#[utoipa::path(tag = "me", params(("session" = uuid::Uuid, Path, description = "Id")), responses((status = 204)))]
#[delete("/me/sessions/{session}")]
pub(super) async fn end_session(
    _: InPerson,
    session: web::Path<Reference>,
    use_case: UseCase,
) -> Result<Answer<()>> {
    let session = SessionId(session.id().ok_or(Error::NotFound)?);
    use_case
        .run(move |work| {
            let ended = sessions::end(work.connection, work.caller.id, session, work.now)?;
            let before = ended.shown(work.caller.session);
            work.changed(&before, &Value::Null);
            Ok(Answer::nothing())
        })
        .await
}

/// Sign out everywhere.
///
/// With `keep_current=true` everywhere else.
#[utoipa::path(tag = "me", params(SessionsToEnd), responses((status = 204)))]
#[delete("/me/sessions")]
pub(super) async fn end_sessions(
    InPerson(caller): InPerson,
    which: Query<SessionsToEnd>,
    use_case: UseCase,
) -> Result<Answer<()>> {
    let kept = caller.session.filter(|_| which.into_inner().keep_current == Some(true));
    use_case
        .run(move |work| {
            sessions::end_all(work.connection, work.caller.id, kept, work.now)?;
            Ok(Answer::nothing())
        })
        .await
}

/// Where is somebody signed in?
///
/// The latest sign-in first. For administrators of a project that the person belongs to; not of those who
/// administer a project that the caller does not.
#[utoipa::path(tag = "people", params(("user" = String, Path, description = "Id or user name"), PageFilter), responses((status = 200, body = Page<Session>)))]
#[get("/users/{user}/sessions")]
pub(super) async fn list_sessions_of(
    app: web::Data<App>,
    caller: Require<ManageUsers>,
    _: InPerson,
    user: web::Path<Reference>,
    filter: Query<PageFilter>,
) -> Result<Answer<Page<Session>>> {
    let (caller, filter, now) = (caller.caller(), filter.into_inner(), app.clock.now());
    let (before, limit) = (page::after(filter.cursor.as_deref())?.map(SessionId), page::limit(filter.limit));
    let current = caller.session;
    let rows = app
        .db
        .read(move |connection| {
            let account = store::governed_alone(connection, &caller, &user)?;
            sessions::list(connection, account.id, before, limit, now)
        })
        .await?;
    let shown = rows.into_iter().map(|row| row.shown(current)).collect();
    Answer::page(&page::page(shown, limit, None, |session: &Session| session.id))
}

/// Sign somebody out somewhere.
///
/// The session's access tokens stop working at once.
#[utoipa::path(tag = "people", params(("user" = String, Path, description = "Id or user name"), ("session" = uuid::Uuid, Path, description = "Id")), responses((status = 204)))]
#[delete("/users/{user}/sessions/{session}")]
pub(super) async fn end_session_of(
    _: Require<ManageUsers>,
    _: InPerson,
    path: web::Path<(Reference, Reference)>,
    use_case: UseCase,
) -> Result<Answer<()>> {
    let (user, session) = path.into_inner();
    let session = SessionId(session.id().ok_or(Error::NotFound)?);
    use_case.run(move |work| sessions::end_for(work, &user, session)).await
}

/// Sign somebody out everywhere.
#[utoipa::path(tag = "people", params(("user" = String, Path, description = "Id or user name")), responses((status = 204)))]
#[delete("/users/{user}/sessions")]
pub(super) async fn end_sessions_of(
    _: Require<ManageUsers>,
    _: InPerson,
    user: web::Path<Reference>,
    use_case: UseCase,
) -> Result<Answer<()>> {
    use_case.run(move |work| sessions::end_all_for(work, &user)).await
}
