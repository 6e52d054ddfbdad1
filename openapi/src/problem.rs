//! What a refused request answers: a problem of RFC 9457.

use crate::tickets::{Action, Status};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// `application/problem+json`. Texts come in the language of `Accept-Language`, Spanish first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(example = json!({
    "type": "/api/docs/problems#wrong_state", "title": "El caso no está en un estado que permita esta acción",
    "status": 409, "detail": "El caso TIC-1042 está «Registrado»; ahora se puede: abrir.",
    "instance": "/api/v1/tickets/TIC-1042/resolve", "code": "wrong_state", "request_id": "019a8f2e7c1b",
    "state": "registered", "action": "resolve", "allowed_actions": ["open"]}))]
pub struct Problem {
    /// Where the problem is described.
    #[serde(rename = "type")]
    pub kind: String,
    /// What went wrong, for people; the same for every problem of one code.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What went wrong this time and what to do.
    pub detail: String,
    /// The path that was asked for.
    pub instance: String,
    /// What went wrong, for programs: stable and in English.
    pub code: String,
    /// Quote it when you report the problem.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// The fields at fault, with 422.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// The ticket's status, with `wrong_state`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<Status>,
    /// What was tried, with `wrong_state`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,
    /// What the caller may do instead, with `wrong_state`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allowed_actions: Option<Vec<Action>>,
}

/// One field at fault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FieldError {
    /// Path of the field, such as `answers.speed`; empty for the body as a whole.
    pub field: String,
    /// What is wrong, for programs: `required`, `blank`, `invisible`, `length`, `range`, `unknown_field`, …
    pub code: String,
    /// What is wrong, for people.
    pub message: String,
}
