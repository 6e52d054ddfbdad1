//! `/auth` and `/me`.

use super::service::{self, SignedSession};
use super::{SignedIn, oidc, store};
use crate::app::App;
use crate::error::{Error, Result};
use crate::http::{Answer, IfMatch, Json, Origin, UseCase};
use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::{HttpRequest, HttpResponse, get, patch, post, web};
use contract::auth::{AccessToken, LoginRequest, Me, UpdateMe};

const REFRESH_COOKIE: &str = "mesa_refresh";
const COOKIE_PATH: &str = "/api/v1/auth";

/// Sign in.
///
/// With the user name and password of the person's computer (TC-PD-15 activity 2). Sets the
/// refresh cookie that `POST /auth/refresh` takes.
#[utoipa::path(tag = "auth", request_body = LoginRequest, responses((status = 200, body = AccessToken)), security(()))]
#[post("/auth/login")]
async fn login(app: web::Data<App>, origin: Origin, body: Json<LoginRequest>) -> Result<HttpResponse> {
    service::sign_in(&app, body.into_inner(), origin).await.map(|signed| with_cookie(&app, signed))
}

/// Continue the session.
///
/// Exchanges the refresh cookie for a new access token and a new cookie. A cookie that was used
/// before ends the session.
#[utoipa::path(tag = "auth", responses((status = 200, body = AccessToken)), security(()))]
#[post("/auth/refresh")]
async fn refresh(app: web::Data<App>, origin: Origin, request: HttpRequest) -> Result<HttpResponse> {
    let token = refresh_token(&request).ok_or(Error::Unauthenticated)?;
    service::refresh(&app, token, origin).await.map(|signed| with_cookie(&app, signed))
}

/// Sign out.
///
/// Ends the session of the refresh cookie; its access tokens stop working at once.
#[utoipa::path(tag = "auth", responses((status = 204)), security(()))]
#[post("/auth/logout")]
async fn logout(app: web::Data<App>, origin: Origin, request: HttpRequest) -> Result<HttpResponse> {
    if let Some(token) = refresh_token(&request) {
        service::sign_out(&app, token, origin).await?;
    }
    Ok(HttpResponse::NoContent().cookie(cookie(&app, String::new(), Duration::ZERO)).finish())
}

/// Who am I?
#[utoipa::path(tag = "me", responses((status = 200, body = Me)))]
#[get("/me")]
async fn read_me(app: web::Data<App>, SignedIn(caller): SignedIn) -> Result<Answer<Me>> {
    let me = app.db.read(move |connection| store::me(connection, caller.id)).await?;
    Answer::versioned(me.version, &me)
}

/// Change what is mine to change.
#[utoipa::path(tag = "me", request_body = UpdateMe, responses((status = 200, body = Me)))]
#[patch("/me")]
async fn update_me(
    _: SignedIn,
    version: IfMatch,
    body: Json<UpdateMe>,
    use_case: UseCase,
) -> Result<Answer<Me>> {
    let version = version.required()?;
    use_case
        .run(move |work| {
            let before = store::me(work.connection, work.caller.id)?;
            store::update_me(work.connection, work.caller.id, version, body.into_inner(), work.now)?;
            let me = store::me(work.connection, work.caller.id)?;
            work.changed(&before, &me);
            Answer::versioned(me.version, &me)
        })
        .await
}

/// The operations of this capability.
pub fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config.service(login).service(refresh).service(logout).service(read_me).service(update_me);
    oidc::http::routes(config);
}

fn refresh_token(request: &HttpRequest) -> Option<String> {
    request.cookie(REFRESH_COOKIE).map(|cookie| cookie.value().to_owned()).filter(|token| !token.is_empty())
}

fn with_cookie(app: &App, signed: SignedSession) -> HttpResponse {
    HttpResponse::Ok().cookie(session_cookie(app, signed.refresh_token)).json(signed.answer)
}

/// The cookie that continues a session.
pub(super) fn session_cookie(app: &App, refresh_token: String) -> Cookie<'static> {
    cookie(app, refresh_token, Duration::hours(i64::from(app.config.session_hours)))
}

fn cookie(app: &App, token: String, life: Duration) -> Cookie<'static> {
    Cookie::build(REFRESH_COOKIE, token)
        .path(COOKIE_PATH)
        .http_only(true)
        .secure(app.config.public_url.starts_with("https://"))
        .same_site(SameSite::Strict)
        .max_age(life)
        .finish()
}
