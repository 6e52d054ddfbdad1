//! Errors as `application/problem+json` (RFC 9457), in the client's language.

use super::middleware::{RequestId, in_log};
use super::origin::request_locale;
use crate::app::App;
use crate::error::{Barred, Conflict, Error, FieldFault, WrongState};
use crate::text::{say, try_say};
use actix_web::http::header::{ALLOW, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use actix_web::{HttpMessage, HttpRequest, HttpResponse, ResponseError};
use contract::auth::{Duty, Locale};
use contract::problem::{FieldError, Problem};
use contract::tickets::{Action, Status};
use validator::{ValidationErrors, ValidationErrorsKind};

impl ResponseError for Error {
    fn status_code(&self) -> actix_web::http::StatusCode {
        self.status()
    }

    /// A bare status: `middleware.rs` knows the request and fills in the problem.
    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status())
    }
}

/// The answer to a request that failed with `error`.
pub(super) fn render(error: &Error, request: &HttpRequest) -> HttpResponse {
    let mut response = HttpResponse::build(error.status());
    match error {
        Error::Unauthenticated
        | Error::InvalidCredentials
        | Error::SecondFactorRequired
        | Error::InvalidCode
        | Error::SessionRevoked => {
            response.insert_header((WWW_AUTHENTICATE, "Bearer"));
        }
        Error::InsufficientScope => {
            response.insert_header((WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\""));
        }
        Error::MethodNotAllowed(methods) => {
            response.insert_header((ALLOW, methods.join(", ")));
        }
        Error::TooMany(seconds) => {
            response.insert_header((RETRY_AFTER, seconds.to_string()));
        }
        Error::DirectoryUnavailable(_) | Error::Unavailable(_) => {
            response.insert_header((RETRY_AFTER, "2"));
        }
        _ => {}
    }
    let body = serde_json::to_string(&describe(error, request)).unwrap_or_default();
    response.insert_header((CONTENT_TYPE, "application/problem+json")).body(body)
}

/// The problem of one of the many use cases of a request: the one done to `object`.
pub(super) fn of_part(error: &Error, request: &HttpRequest, object: String) -> Problem {
    if let Some(cause) = error.cause().filter(|_| error.status().is_server_error()) {
        log::error!("{}: {cause} ({})", error.code(), in_log(request));
    }
    Problem { instance: object, ..describe(error, request) }
}

/// No such path, or not with this method.
pub async fn not_found(request: HttpRequest) -> Result<HttpResponse, Error> {
    let methods = App::of(&request).map(|app| app.methods_at(request.path())).unwrap_or_default();
    if methods.is_empty() { Err(Error::NotFound) } else { Err(Error::MethodNotAllowed(methods)) }
}

/// One error of each code, for the reference page and the catalogue's test.
#[must_use]
pub fn problem_codes() -> Vec<(&'static str, u16)> {
    let wrong_state = WrongState {
        number: String::new(),
        status: Status::Closed,
        pending: false,
        action: Action::Open,
        allowed: Vec::new(),
    };
    let barred = Barred::ALL.map(Error::Barred);
    let one_of_each = [
        Error::Malformed(String::new()),
        Error::Unauthenticated,
        Error::InvalidCredentials,
        Error::SecondFactorRequired,
        Error::InvalidCode,
        Error::SessionRevoked,
        Error::Forbidden,
        Error::DutyFirst(Duty::ChangePassword),
        Error::DutyFirst(Duty::EnrolSecondFactor),
        Error::DutyFirst(Duty::AcceptNotice),
        Error::InsufficientScope,
        Error::OnlyInPerson,
        Error::SourceInactive,
        Error::NotFound,
        Error::Gone,
        Error::MethodNotAllowed(Vec::new()),
        Error::WrongState(Box::new(wrong_state)),
        Error::Conflict(Conflict::Exists),
        Error::Conflict(Conflict::CannotMerge),
        Error::Conflict(Conflict::WrongLevel),
        Error::Conflict(Conflict::NoLocalPassword),
        Error::Conflict(Conflict::NotService),
        Error::Conflict(Conflict::ShownOnce),
        Error::Conflict(Conflict::LastAdmin),
        Error::Conflict(Conflict::InCharge(0)),
        Error::Conflict(Conflict::Merged),
        Error::Conflict(Conflict::Decided),
        Error::Conflict(Conflict::Replayed),
        Error::Conflict(Conflict::OpenTickets),
        Error::Conflict(Conflict::Anonymised),
        Error::Conflict(Conflict::NoMailServer),
        Error::Conflict(Conflict::NoAddress),
        Error::Conflict(Conflict::LimitReached(0)),
        Error::Stale,
        Error::PreconditionRequired,
        Error::TooLarge(0),
        Error::UnsupportedMediaType,
        Error::Invalid(Vec::new()),
        Error::KeyReused,
        Error::TooMany(0),
        Error::DirectoryUnavailable(String::new()),
        Error::Unavailable(String::new()),
        Error::Internal(String::new()),
    ];
    one_of_each.iter().chain(&barred).map(|error| (error.code(), error.status().as_u16())).collect()
}

fn describe(error: &Error, request: &HttpRequest) -> Problem {
    let locale = request_locale(request);
    let code = error.code();
    let wrong_state = if let Error::WrongState(wrong) = error { Some(wrong) } else { None };
    let faults = if let Error::Invalid(faults) = error { faults.as_slice() } else { &[] };
    Problem {
        kind: format!("/api/problems#{code}"),
        title: say(locale, &format!("problem-{code}-title"), &[]),
        status: error.status().as_u16(),
        detail: say(locale, &format!("problem-{code}-detail"), &values(error, locale)),
        instance: request.path().to_owned(),
        code: code.to_owned(),
        request_id: request.extensions().get::<RequestId>().map(|id| id.0.clone()),
        errors: faults.iter().map(|fault| field_error(fault, locale)).collect(),
        state: wrong_state.map(|wrong| wrong.status),
        action: wrong_state.map(|wrong| wrong.action),
        allowed_actions: wrong_state.map(|wrong| wrong.allowed.clone()),
    }
}

/// What the sentence of a problem needs.
fn values(error: &Error, locale: Locale) -> Vec<(&'static str, String)> {
    match error {
        Error::MethodNotAllowed(methods) => vec![("methods", methods.join(", "))],
        Error::TooLarge(limit) => vec![(
            "limit",
            if *limit >= 1 << 20 { format!("{} MiB", limit >> 20) } else { format!("{limit} bytes") },
        )],
        Error::TooMany(seconds) => vec![("seconds", seconds.to_string())],
        Error::Invalid(faults) => vec![("count", faults.len().to_string())],
        Error::Conflict(Conflict::InCharge(tickets)) => vec![("count", tickets.to_string())],
        Error::Conflict(Conflict::LimitReached(most)) => vec![("limit", most.to_string())],
        Error::WrongState(wrong) => {
            let action = |action: &Action| say(locale, &format!("action-{action}"), &[]);
            let status = say(locale, &format!("status-{}", wrong.status), &[]);
            let status = if wrong.pending {
                say(locale, "problem-wrong_state-pending", &[("status", status)])
            } else {
                status
            };
            let allowed = match wrong.allowed.as_slice() {
                [] => say(locale, "problem-wrong_state-none", &[]),
                some => some.iter().map(action).collect::<Vec<_>>().join(", "),
            };
            vec![
                ("number", wrong.number.clone()),
                ("status", status),
                ("action", action(&wrong.action)),
                ("allowed", allowed),
            ]
        }
        _ => Vec::new(),
    }
}

/// A fault as people read it.
#[must_use]
pub fn field_error(fault: &FieldFault, locale: Locale) -> FieldError {
    let FieldFault { field, code, params } = fault;
    let values: Vec<(&str, String)> =
        params.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
    let has = |name: &str| params.iter().any(|(known, _)| known == name);
    let key = match code.as_str() {
        "length" if has("min") && has("max") => "field-length-range".to_owned(),
        "length" if has("max") => "field-length-max".to_owned(),
        "range" if has("min") && has("max") => "field-range-between".to_owned(),
        other => format!("field-{other}"),
    };
    let message = try_say(locale, &key, &values).unwrap_or_else(|| say(locale, "field-type", &[]));
    FieldError { field: field.clone(), code: code.clone(), message }
}

/// The fault that a serde error tells: which field, and what is wrong with it.
pub(super) fn fault_of_serde(path: &str, message: &str) -> FieldFault {
    let named = || message.split('`').nth(1).unwrap_or("");
    let parent = if path == "." { "" } else { path };
    let below = |name: &str| if parent.is_empty() { name.to_owned() } else { format!("{parent}.{name}") };
    if message.starts_with("missing field") {
        FieldFault::new(&below(named()), "required")
    } else if message.starts_with("unknown field") {
        // The path of an unknown field ends in the field itself, or in nothing.
        let field = if parent == named() || parent.ends_with(&format!(".{}", named())) {
            parent.to_owned()
        } else {
            below(named())
        };
        FieldFault::new(&field, "unknown_field")
    } else if message.starts_with("unknown variant") {
        FieldFault::new(parent, "word")
    } else {
        FieldFault::new(parent, "type")
    }
}

/// The faults that validation found.
pub(super) fn faults_of_validation(errors: &ValidationErrors) -> Vec<FieldFault> {
    let mut faults = Vec::new();
    collect(errors, "", &mut faults);
    faults.sort_by(|a, b| (&a.field, &a.code).cmp(&(&b.field, &b.code)));
    faults
}

fn collect(errors: &ValidationErrors, parent: &str, faults: &mut Vec<FieldFault>) {
    for (name, kind) in errors.errors() {
        let path = if parent.is_empty() { name.to_string() } else { format!("{parent}.{name}") };
        match kind {
            ValidationErrorsKind::Struct(inner) => collect(inner, &path, faults),
            ValidationErrorsKind::List(items) => {
                for (index, inner) in items {
                    collect(inner, &format!("{path}.{index}"), faults);
                }
            }
            ValidationErrorsKind::Field(found) => {
                for error in found {
                    let fault = FieldFault::new(&path, &error.code);
                    let limits = ["min", "max"]
                        .into_iter()
                        .filter_map(|name| error.params.get(name).map(|value| (name, value)));
                    faults.push(limits.fold(fault, |fault, (name, value)| fault.with(name, value)));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_and_every_fault_has_its_sentences() {
        for locale in [Locale::Es, Locale::En] {
            for (code, _) in problem_codes() {
                for part in ["title", "detail"] {
                    assert!(
                        try_say(locale, &format!("problem-{code}-{part}"), &[]).is_some(),
                        "problem-{code}-{part}"
                    );
                }
            }
        }
    }

    #[test]
    fn serde_messages_become_faults_with_the_right_path() {
        let fault = |path, message| {
            let FieldFault { field, code, .. } = fault_of_serde(path, message);
            (field, code)
        };
        assert_eq!(fault(".", "missing field `subject` at line 1"), ("subject".into(), "required".into()));
        assert_eq!(
            fault("targets[0]", "missing field `attention_minutes`"),
            ("targets[0].attention_minutes".into(), "required".into())
        );
        assert_eq!(
            fault("oops", "unknown field `oops`, expected `a`"),
            ("oops".into(), "unknown_field".into())
        );
        assert_eq!(fault("kind", "unknown variant `x`, expected one of `a`"), ("kind".into(), "word".into()));
        assert_eq!(fault("minutes", "invalid type: string"), ("minutes".into(), "type".into()));
    }
}
