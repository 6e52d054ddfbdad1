//! The templates of letters, of each project in its own words.

use super::NoticeKind;
use crate::auth::Locale;
use crate::reference::{NamedRef, PersonRef, Reference};
use crate::words::words;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

words! {
    /// Whose letter a template is tried on.
    LetterSample {
        /// Of whoever asked, with all that a case can have.
        Requester = "requester",
        /// Of somebody of the desk.
        Desk = "desk",
        /// Of whoever asked, of a confidential case.
        Confidential = "confidential",
    }
}

/// The template of a kind of letter in a language, in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TemplateSummary {
    /// What the letter tells.
    pub kind: NoticeKind,
    /// In which language.
    pub locale: Locale,
    /// Its subject, as the template writes it.
    pub subject: String,
    /// Whether it is the project's own; else the one that the desk has.
    pub customised: bool,
    /// When it was last changed.
    #[serde(default, with = "crate::rfc3339::optional")]
    pub changed_at: Option<DateTime<Utc>>,
    /// Who changed it.
    pub changed_by: Option<PersonRef>,
}

/// The template of a kind of letter in a language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LetterTemplate {
    /// What the letter tells.
    pub kind: NoticeKind,
    /// In which language.
    pub locale: Locale,
    /// Whose it is.
    pub project: NamedRef,
    /// The template in force: its first line is the subject, the rest Markdown.
    pub source: String,
    /// The one that the desk has.
    pub built_in: String,
    /// Whether the one in force is the project's own.
    pub customised: bool,
    /// When it was last changed.
    #[serde(default, with = "crate::rfc3339::optional")]
    pub changed_at: Option<DateTime<Utc>>,
    /// Who changed it.
    pub changed_by: Option<PersonRef>,
    /// What it may say.
    pub variables: Vec<TemplateVariable>,
    /// Rises with every change, 0 before the first; sent as `ETag` and wanted as `If-Match`.
    pub version: i64,
}

/// Something that a template may say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TemplateVariable {
    /// Its name, such as `ticket.number`.
    pub name: String,
    /// What stands for it, in the language of the request.
    pub description: String,
    /// What to write in the template: what may be missing is asked for first.
    pub insert: String,
}

/// Words a project's letter anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"source": "Caso {{ ticket.number }}: {{ ticket.subject }}\n\nHola, {{ name }}:\n\n[Ver el caso]({{ link|safe }})"}))]
pub struct SaveTemplate {
    /// The first line is the subject, the rest Markdown: 1 to 20,000 characters.
    #[validate(length(min = 1, max = 20_000), custom(function = "crate::validate::not_blank"))]
    #[schema(min_length = 1, max_length = 20_000, pattern = r"\S")]
    pub source: String,
}

/// Asks how a template would read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"project": "TIC", "source": "Caso {{ ticket.number }}\n\nHola, {{ name }}."}))]
pub struct PreviewTemplate {
    /// Key or id of the project.
    pub project: Reference,
    /// The first line is the subject, the rest Markdown: 1 to 20,000 characters.
    #[validate(length(min = 1, max = 20_000), custom(function = "crate::validate::not_blank"))]
    #[schema(min_length = 1, max_length = 20_000, pattern = r"\S")]
    pub source: String,
    /// Whose letter (default `requester`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sample: Option<LetterSample>,
}

/// How a template reads, of a case made up for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LetterPreview {
    /// One line.
    pub subject: String,
    /// For programs that show text.
    pub text: String,
    /// For programs that show HTML.
    pub html: String,
    /// What the HTML is made of.
    pub markdown: String,
}

/// Asks for a letter to oneself, of a case made up for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"project": "TIC"}))]
pub struct TestTemplate {
    /// Key or id of the project.
    pub project: Reference,
    /// The template to be tried; the one in force when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 20_000), custom(function = "crate::validate::not_blank"))]
    #[schema(min_length = 1, max_length = 20_000, pattern = r"\S")]
    pub source: Option<String>,
    /// Whose letter (default `requester`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sample: Option<LetterSample>,
}

/// A letter that is on its way for trial.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TestLetter {
    /// To which address.
    pub recipient: String,
}
