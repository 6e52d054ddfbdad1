//! The satisfaction survey of TC-PD-15 activities 12 and 13: one per resolution, kept for ever.

use crate::reference::PersonRef;
use crate::words::words;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// One answer to one resolution.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Survey {
    /// The survey's id.
    pub id: Uuid,
    /// Which resolution of the ticket it judges: 1 for the first.
    pub resolution: i32,
    /// Whether the problem was solved.
    pub satisfied: bool,
    /// 1 (very bad) to 5 (very good).
    pub score: Option<u8>,
    /// Scores by question.
    pub answers: BTreeMap<String, u8>,
    /// In the person's words.
    pub comment: Option<String>,
    /// When it was answered.
    #[serde(with = "crate::rfc3339")]
    pub answered_at: DateTime<Utc>,
    /// By whom.
    pub answered_by: PersonRef,
}

/// What the link in a letter leads to: a solution to be accepted or refused, without signing in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SurveyInvitation {
    /// Number of the case.
    pub ticket: String,
    /// The case in one line.
    pub subject: String,
    /// The documented solution.
    pub solution: Option<String>,
    /// Who is asked.
    pub person: String,
    /// Which resolution of the ticket is judged: 1 for the first.
    pub resolution: i32,
    /// Where the survey stands.
    pub state: InvitationState,
    /// When silence counts as acceptance; null when it is not waited for.
    #[serde(default, with = "crate::rfc3339::optional")]
    pub acceptance_due_at: Option<DateTime<Utc>>,
    /// What is asked besides, each to be answered with 1 to 5, or not at all.
    pub questions: Vec<AskedQuestion>,
}

/// A question as somebody is asked it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AskedQuestion {
    /// Under which its score goes into `answers`.
    pub key: String,
    /// In their language.
    pub text: String,
}

/// A question of a project's survey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SurveyQuestion {
    /// Its short name, unique in the project.
    pub key: String,
    /// In Spanish.
    pub text_es: String,
    /// In English.
    pub text_en: String,
    /// Its place among the others; those with the same are in the order of their keys.
    pub position: i32,
    /// Whether it is asked.
    pub active: bool,
    /// Rises with every change; sent as `ETag` and wanted as `If-Match`.
    pub version: i64,
}

/// Adds a question to a project's survey.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"key": "claridad", "text_es": "¿Cómo califica la claridad de la respuesta?", "text_en": "How do you rate how clear the answer was?"}))]
pub struct CreateSurveyQuestion {
    /// Its short name, unique in the project: small letters, figures, `.`, `_` and `-`.
    #[validate(custom(function = "crate::validate::key"))]
    #[schema(pattern = "^[a-z0-9][a-z0-9._-]{0,59}$")]
    pub key: String,
    /// In Spanish.
    #[validate(length(min = 1, max = 200), custom(function = "crate::validate::not_blank"))]
    #[schema(min_length = 1, max_length = 200, pattern = r"\S")]
    pub text_es: String,
    /// In English.
    #[validate(length(min = 1, max = 200), custom(function = "crate::validate::not_blank"))]
    #[schema(min_length = 1, max_length = 200, pattern = r"\S")]
    pub text_en: String,
    /// Its place among the others (default: the last).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 1, max = 1_000))]
    #[schema(minimum = 1, maximum = 1_000)]
    pub position: Option<i32>,
}

/// Changes a question. What is absent stays.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"active": false}))]
pub struct UpdateSurveyQuestion {
    /// In Spanish.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 200), custom(function = "crate::validate::not_blank"))]
    #[schema(min_length = 1, max_length = 200, pattern = r"\S")]
    pub text_es: Option<String>,
    /// In English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 200), custom(function = "crate::validate::not_blank"))]
    #[schema(min_length = 1, max_length = 200, pattern = r"\S")]
    pub text_en: Option<String>,
    /// Its place among the others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 1, max = 1_000))]
    #[schema(minimum = 1, maximum = 1_000)]
    pub position: Option<i32>,
    /// Whether it is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
}

words! {
    /// Whether a survey can still be answered.
    InvitationState {
        /// It can.
        Open = "open",
        /// It has been answered, once and for ever.
        Answered = "answered",
        /// The case was resolved anew, or the time to answer is over.
        Over = "over",
    }
}
