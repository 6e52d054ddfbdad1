//! `/auth` and `/me`.

mod api_keys;
mod password;
mod second_factor;
mod sessions;

use super::keys::DEVICE_LIFE;
use super::service::{self, Attempt, SignedSession};
use super::{Known, SignedIn, oidc, store};
use crate::app::App;
use crate::error::{Error, Result};
use crate::http::{Answer, IfMatch, Json, Origin, UseCase};
use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::{HttpRequest, HttpResponse, get, patch, post, web};
use contract::auth::{AccessToken, LoginRequest, Me, UpdateMe};

const REFRESH_COOKIE: &str = "mesa_refresh";
const DEVICE_COOKIE: &str = "mesa_device";
const COOKIE_PATH: &str = "/api/v1/auth";

/// Sign in.
///
/// With the user name and password of the person's computer (TC-PD-15 activity 2), and a code where
/// the account has a second factor. Sets the refresh cookie that `POST /auth/refresh` takes, and one
/// by which the device is known, so that the failures of others do not keep its owner out.
#[utoipa::path(tag = "auth", request_body = LoginRequest, responses((status = 200, body = AccessToken)), security(()))]
#[post("/auth/login")]
async fn login(
    app: web::Data<App>,
    origin: Origin,
    request: HttpRequest,
    body: Json<LoginRequest>,
) -> Result<HttpResponse> {
    let device = cookie_of(&request, DEVICE_COOKIE);
    let Attempt { outcome, left } =
        service::sign_in(&app, body.into_inner(), device.as_deref(), origin).await?;
    if let Some(left) = left {
        left.tell(&request);
    }
    outcome.map(|signed| with_cookies(&app, signed))
}

/// Continue the session.
///
/// Exchanges the refresh cookie for a new access token and a new cookie. A cookie that was used
/// before ends the session.
#[utoipa::path(tag = "auth", responses((status = 200, body = AccessToken)), security(()))]
#[post("/auth/refresh")]
async fn refresh(app: web::Data<App>, origin: Origin, request: HttpRequest) -> Result<HttpResponse> {
    let token = cookie_of(&request, REFRESH_COOKIE).ok_or(Error::Unauthenticated)?;
    service::refresh(&app, token, origin).await.map(|signed| with_cookies(&app, signed))
}

/// Sign out.
///
/// Ends the session of the refresh cookie; its access tokens stop working at once.
#[utoipa::path(tag = "auth", responses((status = 204)), security(()))]
#[post("/auth/logout")]
async fn logout(app: web::Data<App>, origin: Origin, request: HttpRequest) -> Result<HttpResponse> {
    if let Some(token) = cookie_of(&request, REFRESH_COOKIE) {
        service::sign_out(&app, token, origin).await?;
    }
    Ok(HttpResponse::NoContent().cookie(cookie(&app, REFRESH_COOKIE, String::new(), Duration::ZERO)).finish())
}

/// Who am I?
#[utoipa::path(tag = "me", responses((status = 200, body = Me)))]
#[get("/me")]
async fn read_me(app: web::Data<App>, Known(caller): Known) -> Result<Answer<Me>> {
    let required = app.config.second_factor_roles.clone();
    let me = app.db.read(move |connection| store::seen_by(connection, &caller, &required)).await?;
    Answer::versioned(me.version, &me)
}

/// Change what is mine to change.
#[utoipa::path(tag = "me", request_body = UpdateMe, responses((status = 200, body = Me)))]
#[patch("/me")]
async fn update_me(
    app: web::Data<App>,
    _: SignedIn,
    version: IfMatch,
    body: Json<UpdateMe>,
    use_case: UseCase,
) -> Result<Answer<Me>> {
    let version = version.required()?;
    let required = app.config.second_factor_roles.clone();
    use_case
        .run(move |work| {
            let before = store::me(work.connection, work.caller.id, &required)?;
            store::update_me(work.connection, work.caller.id, version, body.into_inner(), work.now)?;
            let me = store::me(work.connection, work.caller.id, &required)?;
            work.changed(&before, &me);
            let me = store::seen_by(work.connection, &work.caller, &required)?;
            Answer::versioned(me.version, &me)
        })
        .await
}

/// The operations of this capability.
pub fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config.service(login).service(refresh).service(logout).service(read_me).service(update_me);
    config
        .service(sessions::list_sessions)
        .service(sessions::end_session)
        .service(sessions::end_sessions)
        .service(sessions::list_sessions_of)
        .service(sessions::end_session_of)
        .service(sessions::end_sessions_of)
        .service(password::change_password)
        .service(second_factor::start_second_factor)
        .service(second_factor::confirm_second_factor)
        .service(second_factor::remove_second_factor)
        .service(second_factor::reset_second_factor)
        .service(api_keys::list_own_keys)
        .service(api_keys::create_own_key)
        .service(api_keys::revoke_own_key)
        .service(api_keys::list_keys)
        .service(api_keys::create_key)
        .service(api_keys::revoke_key);
    oidc::http::routes(config);
}

fn cookie_of(request: &HttpRequest, name: &str) -> Option<String> {
    request.cookie(name).map(|cookie| cookie.value().to_owned()).filter(|value| !value.is_empty())
}

fn with_cookies(app: &App, signed: SignedSession) -> HttpResponse {
    let SignedSession { answer, refresh_token, device } = signed;
    let mut response = HttpResponse::Ok();
    response.cookie(session_cookie(app, refresh_token));
    if let Some(device) = device {
        let life = Duration::seconds(DEVICE_LIFE.num_seconds());
        response.cookie(cookie(app, DEVICE_COOKIE, device, life));
    }
    response.json(answer)
}

/// The cookie that continues a session.
pub(super) fn session_cookie(app: &App, refresh_token: String) -> Cookie<'static> {
    cookie(app, REFRESH_COOKIE, refresh_token, Duration::hours(i64::from(app.config.session_hours)))
}

fn cookie(app: &App, name: &'static str, value: String, life: Duration) -> Cookie<'static> {
    Cookie::build(name, value)
        .path(COOKIE_PATH)
        .http_only(true)
        .secure(app.config.public_url.starts_with("https://"))
        .same_site(SameSite::Strict)
        .max_age(life)
        .finish()
}
