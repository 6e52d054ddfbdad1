//! The problems, headers and security that follow from what kind of operation it is.

use crate::doors::{Door, door};
use crate::http::body::MOST_BYTES;
use utoipa::openapi::extensions::ExtensionsBuilder;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::security::SecurityRequirement;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Required, ResponseBuilder};

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

/// Where administrators send or are given a secret, too: it is kept under no idempotency key.
const UNKEYED: [&str; 2] = ["/api/v1/users/{user}/password", "/api/v1/users/{user}/impersonate"];

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
pub(super) fn complete(path: &str, method: &str, operation: &mut Operation) {
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
    let creates = method == "POST" && !public && !counts && !secret && !UNKEYED.contains(&path);
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
