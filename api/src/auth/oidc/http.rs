//! `/auth/providers` and `/auth/oidc`. Browsers come here by themselves, so every answer but the first
//! is a way on: to the provider, into the desk, or back to the sign-in page, which is told why.

use super::flow::{self, Flow};
use super::{Stop, finish};
use crate::app::App;
use crate::auth::http::session_cookie;
use crate::db::page;
use crate::error::Result;
use crate::http::{Answer, Origin, Query};
use actix_web::http::header::LOCATION;
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, get, web};
use contract::auth::{OidcCallback, OidcLogin, SignInProvider};
use contract::page::Page;

/// Where else can I sign in?
///
/// The providers that the sign-in page has buttons for.
#[utoipa::path(tag = "auth", responses((status = 200, body = Page<SignInProvider>)), security(()))]
#[get("/auth/providers")]
async fn list_providers(app: web::Data<App>) -> Result<Answer<Page<SignInProvider>>> {
    let wire = |provider: &super::Provider| SignInProvider {
        id: provider.config.id.clone(),
        name: provider.config.name.clone(),
    };
    Answer::ok(&page::whole(app.oidc.providers.iter().map(wire).collect()))
}

/// Sign in at a provider.
///
/// For browsers: leads to the provider, or back to the sign-in page when the provider is away.
#[utoipa::path(
    tag = "auth", params(OidcLogin), security(()),
    responses((status = 302, description = "To the provider, or back to the sign-in page"))
)]
#[get("/auth/oidc/login")]
async fn oidc_login(app: web::Data<App>, query: Query<OidcLogin>) -> Result<HttpResponse> {
    let OidcLogin { provider, return_to, login_hint } = query.into_inner();
    let (return_to, now) = (flow::local_path(return_to.as_deref()), app.clock.now());
    let Some(provider) = app.oidc.named(&provider) else {
        return Ok(back(&return_to, Stop::Failed.because("there is no such provider")).finish());
    };
    let departure = match provider.departure(login_hint, now).await {
        Ok(departure) => departure,
        Err(fault) => return Ok(back(&return_to, fault.into()).finish()),
    };
    let flow = Flow {
        provider: provider.config.id.clone(),
        state: departure.state,
        nonce: departure.nonce,
        verifier: departure.verifier,
        return_to,
        until: flow::end(now),
    };
    let cookie = flow::remember(&app.oidc.key, &flow, is_secure(&app))?;
    Ok(HttpResponse::Found().insert_header((LOCATION, departure.to.as_str())).cookie(cookie).finish())
}

/// Come back from a provider.
///
/// For browsers: sets the refresh cookie and leads into the desk, or back to the sign-in page with the
/// reason.
#[utoipa::path(
    tag = "auth", params(OidcCallback), security(()),
    responses((status = 302, description = "Into the desk, or back to the sign-in page"))
)]
#[get("/auth/oidc/callback")]
async fn oidc_callback(
    app: web::Data<App>,
    origin: Origin,
    request: HttpRequest,
    query: Query<OidcCallback>,
) -> HttpResponse {
    let flow = flow::recall(&app.oidc.key, request.cookie(flow::name()), app.clock.now());
    let return_to = flow.as_ref().map_or_else(|| "/".to_owned(), |flow| flow.return_to.clone());
    let mut answer = match finish(&app, flow, query.into_inner(), &origin).await {
        Ok(signed) => {
            let mut answer = HttpResponse::Found();
            answer.insert_header((LOCATION, format!("{return_to}#signed-in")));
            answer.cookie(session_cookie(&app, signed.refresh_token));
            answer
        }
        Err(stop) => back(&return_to, stop),
    };
    answer.cookie(flow::forget(is_secure(&app))).finish()
}

/// The operations of this capability.
pub fn routes(config: &mut utoipa_actix_web::service_config::ServiceConfig<'_>) {
    config.service(list_providers).service(oidc_login).service(oidc_callback);
}

/// Back to where they came from: whoever is not in is asked to sign in there, and told why they are not.
fn back(return_to: &str, stop: Stop) -> HttpResponseBuilder {
    let mut answer = HttpResponse::Found();
    answer.insert_header((LOCATION, format!("{return_to}#sign-in-problem={}", stop.word())));
    answer
}

fn is_secure(app: &App) -> bool {
    app.config.public_url.starts_with("https://")
}
