//! The contract: what the handlers state, completed with what holds for all of them.

use super::body::MOST_BYTES;
use super::problem_codes;
use crate::doors::{Door, door};
use crate::routes;
use crate::text::say;
use actix_web::{HttpResponse, get, http::header::CACHE_CONTROL};
use contract::auth::Locale;
use contract::problem::Problem;
use std::fmt::Write;
use std::sync::LazyLock;
use utoipa::openapi::extensions::ExtensionsBuilder;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn, PathItem};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::tag::TagBuilder;
use utoipa::openapi::{
    Components, ContentBuilder, InfoBuilder, LicenseBuilder, OpenApi, Ref, RefOr, Required, ResponseBuilder,
};
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

/// The paths of the contract, to tell a wrong method from a wrong path.
pub struct Paths(Vec<(Vec<String>, Vec<String>)>);

impl Paths {
    /// Of a contract.
    #[must_use]
    pub fn of(document: &OpenApi) -> Self {
        let segments = |path: &str| path.split('/').map(str::to_owned).collect();
        let known = document.paths.paths.iter().map(|(path, item)| {
            let methods = METHODS
                .iter()
                .filter(|(_, of)| of(item).is_some())
                .map(|(method, _)| (*method).to_owned())
                .collect();
            (segments(path), methods)
        });
        Self(known.collect())
    }

    /// The methods that a path takes.
    #[must_use]
    pub fn methods_at(&self, path: &str) -> Vec<String> {
        let asked: Vec<&str> = path.split('/').collect();
        let fits = |template: &[String]| {
            template.len() == asked.len()
                && template.iter().zip(&asked).all(|(known, asked)| known.starts_with('{') || known == asked)
        };
        // A literal path is meant before one with a variable in its place.
        let mut fitting: Vec<_> = self.0.iter().filter(|(template, _)| fits(template)).collect();
        fitting
            .sort_by_key(|(template, _)| template.iter().filter(|segment| segment.starts_with('{')).count());
        fitting.first().map(|(_, methods)| methods.clone()).unwrap_or_default()
    }
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

/// What has a version, given as `ETag`.
const VERSIONED: [&str; 13] = [
    "/api/v1/me",
    "/api/v1/me/drafts/{key}",
    "/api/v1/privacy/notice",
    "/api/v1/privacy/retention",
    "/api/v1/tickets/{ticket}",
    "/api/v1/projects/{project}",
    "/api/v1/users/{user}",
    "/api/v1/groups/{group}",
    "/api/v1/providers/{provider}",
    LETTER_TEMPLATE,
    "/api/v1/inbound-sources/{source}",
    "/api/v1/webhooks/{webhook}",
    "/api/v1/stakeholders/{stakeholder}",
];

/// The template of a kind of letter in a language.
const LETTER_TEMPLATE: &str = "/api/v1/templates/{kind}/{locale}";

/// Below which administrators change what others may be in the way of.
const ADMINISTERED: [&str; 6] = [
    "/api/v1/projects/{",
    "/api/v1/users/{",
    "/api/v1/groups/{",
    "/api/v1/providers/{",
    "/api/v1/inbound-sources/{",
    "/api/v1/stakeholders/{",
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

type OfItem = fn(&PathItem) -> Option<&Operation>;

const METHODS: [(&str, OfItem); 5] = [
    ("GET", |item| item.get.as_ref()),
    ("POST", |item| item.post.as_ref()),
    ("PUT", |item| item.put.as_ref()),
    ("PATCH", |item| item.patch.as_ref()),
    ("DELETE", |item| item.delete.as_ref()),
];

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

/// Who may ask for it, for programs that read the contract.
fn say_who_may(path: &str, method: &str, operation: &mut Operation) {
    let Some(door) = door(&format!("{method} {path}")) else { return };
    let name = match door {
        Door::Permission(name, _) => name,
        Door::SignedIn => "signed_in",
        Door::Open => "public",
    };
    let extension = ExtensionsBuilder::new().add("x-permission", name).build();
    operation.extensions.get_or_insert_default().merge(extension);
}

/// How a version is written in a header.
const ETAG: &str = r#"^"\d{1,18}"$"#;

fn take(operation: &mut Operation, name: &str, about: &str, pattern: &str) {
    operation.parameters.get_or_insert_default().push(header(name, about, pattern));
}

/// Says where the next page of a list is.
fn say_next_page(operation: &mut Operation) {
    let paged = operation
        .parameters
        .iter()
        .flatten()
        .any(|parameter| matches!(parameter, RefOr::T(parameter) if parameter.name == "cursor"));
    if let (true, Some(RefOr::T(page))) = (paged, operation.responses.responses.get_mut("200")) {
        let about = "The next page, as `<…>; rel=\"next\"` (RFC 8288); absent on the last one";
        page.headers.insert("Link".to_owned(), HeaderBuilder::new().description(Some(about)).build().into());
    }
}

/// Adds the problems, headers and security that follow from what kind of operation it is.
fn complete(path: &str, method: &str, operation: &mut Operation) {
    let notice = path == "/api/v1/privacy/notice";
    // The link of a letter is what opens its door; answering by it is a step of the procedure.
    let by_link = path.starts_with("/api/v1/surveys/");
    let by_source = path.starts_with("/api/v1/inbound/");
    let public = path.starts_with("/api/v1/auth/") || by_link || by_source || (notice && method == "GET");
    let acts_on_ticket = path.starts_with("/api/v1/tickets/{ticket}/") && method == "POST";
    let sends_body = operation.request_body.is_some();
    let has_query = operation.parameters.iter().flatten().any(
        |parameter| matches!(parameter, RefOr::T(parameter) if parameter.parameter_in == ParameterIn::Query),
    );
    let counts = path.starts_with("/api/v1/service-hours/") || path.ends_with("/preview");
    let tries_letter = path.strip_prefix(LETTER_TEMPLATE) == Some("/test");
    // What is sent or answered there is a secret, and kept under no idempotency key.
    let secret = path.starts_with("/api/v1/me/second-factor") || path == "/api/v1/me/password";
    let administers = ADMINISTERED.iter().any(|resource| path.starts_with(resource));
    // What one wants to be told of has no version: each kind is set by itself, and the last word counts.
    // Who is there has none either.
    let passing = path.ends_with("/presence");
    // Of a draft the last word counts too, unless its writer says which one they know.
    let draft = path == "/api/v1/me/drafts/{key}";
    let unversioned = secret || notice || passing || draft || path == "/api/v1/me/notification-preferences";
    let takes_back = method == "DELETE" && path == LETTER_TEMPLATE;
    let edits = (method == "PATCH" || (method == "PUT" && sends_body) || takes_back) && !unversioned;
    let creates = method == "POST" && !public && !counts && !secret;
    say_who_may(path, method, operation);
    if let Some(RefOr::T(body)) = &mut operation.request_body {
        body.required = Some(Required::True);
    }
    let mut statuses = vec![500, 503];
    if !public {
        operation.security = Some(vec![SecurityRequirement::new::<_, [&str; 0], &str>("bearer", [])]);
        statuses.extend([401, 403, 429]);
    } else if path != "/api/v1/auth/logout" && !notice && !by_link {
        statuses.push(401);
    }
    if path == "/api/v1/auth/login" {
        statuses.push(403);
    }
    if path == "/api/v1/auth/login" || by_link {
        statuses.push(429);
    }
    if by_source {
        let by = |way: &str| SecurityRequirement::new::<_, [&str; 0], &str>(way, []);
        operation.security = Some(vec![by("bearer"), by("basic"), by("signature")]);
        statuses.extend([403, 404, 409, 429]);
    }
    if sends_body {
        statuses.extend([400, 413, 415, 422]);
    }
    if has_query || creates {
        statuses.push(422);
    }
    if path.contains('{') || path.starts_with("/api/v1/me/second-factor") {
        statuses.push(404);
    }
    let made_once = creates
        && (!path.contains('{')
            || path.ends_with("/api-keys")
            || path == "/api/v1/webhooks/{webhook}/rotate");
    let answers = (by_link || path.starts_with("/api/v1/inbound-mails/")) && method == "POST";
    if acts_on_ticket || secret || made_once || tries_letter || answers || (administers && method != "GET") {
        statuses.push(409);
    }
    if path == "/api/v1/changes" {
        statuses.push(410);
    }
    if notice && method == "PUT" {
        statuses.extend([409, 412]);
    }
    if creates {
        take(
            operation,
            "Idempotency-Key",
            "Makes a retry harmless: the same key and request within 24 hours get the same answer again.",
            r"^[\x21-\x7e]{1,255}$",
        );
    }
    if acts_on_ticket || (draft && method == "PUT") {
        take(operation, "If-Match", "The version the client has seen, as it came in `ETag`.", ETAG);
        statuses.push(412);
    }
    if edits {
        take(operation, "If-Match", "The version to be changed, as it came in `ETag`; required.", ETAG);
        statuses.extend([412, 428]);
    }
    if method == "GET" && VERSIONED.contains(&path) {
        let about = "Not changed since the version in `If-None-Match`";
        let unchanged = ResponseBuilder::new().description(about).build();
        operation.responses.responses.insert("304".to_owned(), unchanged.into());
    }
    say_next_page(operation);
    for status in statuses {
        operation
            .responses
            .responses
            .entry(status.to_string())
            .or_insert_with(|| problem(path, status).into());
    }
    if let Some(RefOr::T(created)) = operation.responses.responses.get_mut("201") {
        created.headers.insert(
            "Location".to_owned(),
            HeaderBuilder::new().description(Some("The path of the new resource")).build().into(),
        );
    }
}

fn header(name: &str, about: &str, pattern: &str) -> RefOr<Parameter> {
    let schema = ObjectBuilder::new().schema_type(Type::String).pattern(Some(pattern)).build();
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some(about))
        .schema(Some(schema))
        .build()
        .into()
}

fn problem(path: &str, status: u16) -> utoipa::openapi::Response {
    let about = match status {
        400 => "The body is no JSON".to_owned(),
        401 => "Not signed in".to_owned(),
        403 if path == "/api/v1/auth/login" => "They are who they are, but may not come in".to_owned(),
        403 => "The role does not allow it".to_owned(),
        404 => "Not there, or not visible to the caller".to_owned(),
        409 => "The state does not allow it".to_owned(),
        410 => "Not kept any more".to_owned(),
        412 => "Somebody else has changed it".to_owned(),
        413 => format!("Larger than {MOST_BYTES} bytes, or than a file may be"),
        415 => "Not of a type that this operation takes".to_owned(),
        422 => "Some fields are wrong".to_owned(),
        428 => "`If-Match` is missing".to_owned(),
        429 => "Too many tries or requests; see `Retry-After`".to_owned(),
        503 if path == "/api/v1/auth/login" => {
            "The database or the directory is away; see `Retry-After`".to_owned()
        }
        503 => "The database is away; see `Retry-After`".to_owned(),
        _ => "Our fault".to_owned(),
    };
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    ResponseBuilder::new().description(about).content("application/problem+json", content).build()
}
