//! The contract: what the handlers state, completed with what holds for all of them.

mod complete;
mod paths;

pub use paths::Paths;

use super::problem_codes;
use crate::routes;
use crate::text::say;
use actix_web::{HttpResponse, get, http::header::CACHE_CONTROL};
use complete::complete;
use contract::auth::Locale;
use contract::problem::Problem;
use std::fmt::Write;
use std::sync::LazyLock;
use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::tag::TagBuilder;
use utoipa::openapi::{Components, InfoBuilder, LicenseBuilder, OpenApi};
use utoipa::{PartialSchema, ToSchema};
use utoipa_swagger_ui::{Config, SwaggerUi};

static JSON: LazyLock<String> = LazyLock::new(|| document().to_pretty_json().unwrap_or_default());

/// The whole contract (OpenAPI 3.1).
#[must_use]
pub fn document() -> OpenApi {
    let mut document = routes::stated();
    document.info = InfoBuilder::new()
        .title("Mesa")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(INTRODUCTION))
        .license(Some(
            LicenseBuilder::new().name("AGPL-3.0-or-later").identifier(Some("AGPL-3.0-or-later")).build(),
        ))
        .build();
    document.tags = Some(
        TAGS.iter()
            .map(|(name, about)| TagBuilder::new().name(*name).description(Some(*about)).build())
            .collect(),
    );
    let components = document.components.get_or_insert_with(Components::new);
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .bearer_format("JWT")
        .description(Some("From `POST /api/v1/auth/login`, or an API key `mesa_pat_…`"))
        .build();
    components.add_security_scheme("bearer", SecurityScheme::Http(bearer));
    for (name, scheme) in ways_of_sources() {
        components.add_security_scheme(name, scheme);
    }
    components.schemas.insert("Problem".to_owned(), Problem::schema());
    let mut inner = Vec::new();
    Problem::schemas(&mut inner);
    components.schemas.extend(inner);
    for (path, item) in &mut document.paths.paths {
        for (method, operation) in operations(item) {
            complete(path, method, operation);
        }
    }
    document
}

/// `/api/openapi.json`
#[get("/api/openapi.json")]
pub async fn openapi_json() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/json")
        .insert_header((CACHE_CONTROL, "no-cache"))
        .body(JSON.as_str())
}

/// `/api/problems`: what each problem's `type` points at.
#[get("/api/problems")]
pub async fn problems() -> HttpResponse {
    let mut page = String::from(
        "<!doctype html><html lang=\"es\"><meta charset=\"utf-8\"><title>Problemas de la API</title><h1>Problemas de la API</h1><dl>",
    );
    for (code, status) in problem_codes() {
        let _ = write!(page, "<dt id=\"{code}\"><code>{code}</code> ({status})</dt>");
        for (language, locale) in [("es", Locale::Es), ("en", Locale::En)] {
            let _ = write!(
                page,
                "<dd lang=\"{language}\">{}</dd>",
                say(locale, &format!("problem-{code}-title"), &[])
            );
        }
    }
    page.push_str("</dl></html>");
    HttpResponse::Ok().content_type("text/html; charset=utf-8").body(page)
}

/// `/api/docs/`: the contract to browse and try.
#[must_use]
pub fn browser() -> SwaggerUi {
    SwaggerUi::new("/api/docs/{_:.*}")
        .config(Config::new(["/api/openapi.json"]).validator_url("none").try_it_out_enabled(true))
}

const INTRODUCTION: &str = "The service desk of the procedure TC-PD-15, over HTTP.\n\n\
    Sign in by `POST /api/v1/auth/login` and send the access token as `Authorization: Bearer …`; \
    programs send an API key of `POST /api/v1/me/api-keys` there. \
    Errors are problems of RFC 9457 in the language of `Accept-Language` (Spanish first). \
    Lists come in pages by `limit` and `cursor`. `Idempotency-Key` on a POST makes a retry harmless. \
    `If-Match` with a version makes a write fail with 412 when somebody else was faster.";

const TAGS: &[(&str, &str)] = &[
    ("auth", "Signing in and out"),
    ("me", "The caller"),
    ("tickets", "Cases and what belongs to them"),
    ("actions", "The procedure, step by step"),
    ("projects", "Where everything belongs"),
    ("people", "Who can be put in charge, and accounts"),
    ("catalogs", "What a case can be about"),
    ("surveys", "What is asked about a solution, and what the links of letters lead to"),
    ("live", "What happens while one looks, and who else is there"),
    ("inbound", "What other programs tell the desk: alerts and chats"),
    ("mail", "Letters that left, those that did not, and mails that came"),
    ("privacy", "Personal data: the notice, copies, making anonymous, how long records are kept"),
    ("stakeholders", "Who has a stake in which service, and is told of its major incidents"),
    ("webhooks", "Telling other programs what happens, and what has happened in order"),
    ("reports", "How the desk is doing"),
    ("service hours", "Counting service time"),
    ("agreements", "What is promised, and when the desk is open"),
];

/// How sources of cases prove themselves, besides by an API key.
fn ways_of_sources() -> [(&'static str, SecurityScheme); 2] {
    let basic = HttpBuilder::new()
        .scheme(HttpAuthScheme::Basic)
        .description(Some("The secret of a source as the password, under any user name"))
        .build();
    let about = "Standard Webhooks: `v1,` and the HMAC of `webhook-id`, `webhook-timestamp` and the body by the \
        secret of a source";
    let signature = ApiKeyValue::with_description("webhook-signature", about);
    [("basic", SecurityScheme::Http(basic)), ("signature", SecurityScheme::ApiKey(ApiKey::Header(signature)))]
}

fn operations(item: &mut PathItem) -> Vec<(&'static str, &mut Operation)> {
    let PathItem { get, post, put, patch, delete, .. } = item;
    let all = [
        ("GET", get.as_mut()),
        ("POST", post.as_mut()),
        ("PUT", put.as_mut()),
        ("PATCH", patch.as_mut()),
        ("DELETE", delete.as_mut()),
    ];
    all.into_iter().filter_map(|(method, operation)| operation.map(|operation| (method, operation))).collect()
}
