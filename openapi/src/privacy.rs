//! Personal data (Ley 1581 de 2012): the notice and who has accepted it, what is kept of a person, how
//! long, and how it is made anonymous.

use crate::reference::{NamedRef, PersonRef};
use crate::validate::not_blank;
use crate::words::words;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// The version of the notice that the desk has from its beginning.
pub const FIRST_NOTICE: i32 = 1;

/// What people are told about their data, before they use the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PrivacyNotice {
    /// Rises with every change; people accept each anew.
    pub version: i32,
    /// When it was published; null for the one the desk has from its beginning.
    #[serde(default, with = "crate::rfc3339::optional")]
    pub published_at: Option<DateTime<Utc>>,
    /// Who answers for the data: stands in the text in place of `{entidad}`.
    pub entity: String,
    /// Where questions and claims go: stands in the text in place of `{contacto}`.
    pub contact: String,
    /// The texts as they were written.
    pub texts: NoticeTexts,
    /// The text in the language of the request, in Markdown, as people read it.
    pub text: String,
}

/// A version of the notice, and how many people have accepted it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NoticeVersion {
    /// Which one.
    pub version: i32,
    /// When it was published; null for the one the desk has from its beginning.
    #[serde(default, with = "crate::rfc3339::optional")]
    pub published_at: Option<DateTime<Utc>>,
    /// Who published it.
    pub published_by: Option<PersonRef>,
    /// Who answers for the data.
    pub entity: String,
    /// Where questions and claims go.
    pub contact: String,
    /// How many people have accepted it.
    pub acceptances: i64,
}

/// The notice in both languages, in Markdown; `{entidad}` and `{contacto}` are filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct NoticeTexts {
    /// In Spanish: 1 to 20,000 characters.
    #[validate(length(min = 1, max = 20_000), custom(function = "not_blank"))]
    #[schema(min_length = 1, max_length = 20_000, pattern = r"\S")]
    pub es: String,
    /// In English: 1 to 20,000 characters.
    #[validate(length(min = 1, max = 20_000), custom(function = "not_blank"))]
    #[schema(min_length = 1, max_length = 20_000, pattern = r"\S")]
    pub en: String,
}

/// Publishes a new version of the notice, which everybody is asked to accept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"entity": "Instituto Distrital de Gestión de Riesgos y Cambio Climático",
    "contact": "datospersonales@entidad.example, carrera 1 n.º 2-3, Bogotá"}))]
pub struct PublishNotice {
    /// Who answers for the data: 1 to 200 characters.
    #[validate(length(min = 1, max = 200), custom(function = "crate::validate::name"))]
    #[schema(min_length = 1, max_length = 200, pattern = r"\S")]
    pub entity: String,
    /// Where questions and claims go: 1 to 500 characters.
    #[validate(length(min = 1, max = 500), custom(function = "not_blank"))]
    #[schema(min_length = 1, max_length = 500, pattern = r"\S")]
    pub contact: String,
    /// The texts; those of the version before when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub texts: Option<NoticeTexts>,
}

/// The caller has read the notice and accepts it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"version": 1}))]
pub struct AcceptNotice {
    /// The version that was read: the one in force.
    pub version: i32,
}

/// How a person stands to the notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PrivacyState {
    /// The version in force.
    pub current_version: i32,
    /// The last one they accepted.
    pub accepted_version: Option<i32>,
}

impl PrivacyState {
    /// Whether they have yet to accept the notice in force.
    #[must_use]
    pub fn is_asked(self) -> bool {
        self.accepted_version.is_none_or(|accepted| accepted < self.current_version)
    }
}

/// Makes a person anonymous, at their request. It cannot be undone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "Solicitud de supresión del 12 de enero, radicado 2027-118.", "redact_texts": true}))]
pub struct AnonymisePerson {
    /// Why, for the record: 1 to 1,000 characters, without personal data.
    #[validate(length(min = 1, max = 1_000), custom(function = "not_blank"))]
    #[schema(min_length = 1, max_length = 1_000, pattern = r"\S")]
    pub reason: String,
    /// Whether what they wrote in their own cases goes too: subject, description, answers, comments and
    /// files.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub redact_texts: bool,
}

/// A person who is anonymous now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AnonymisedPerson {
    /// The person's id, which stays beside what they did.
    pub id: Uuid,
    /// What stands in place of their name.
    pub display_name: String,
    /// When.
    #[serde(with = "crate::rfc3339")]
    pub anonymised_at: DateTime<Utc>,
    /// From how many cases their texts were taken.
    pub tickets_redacted: i64,
    /// How many of their files were removed.
    pub files_removed: i64,
}

words! {
    /// A kind of record that is kept for a time.
    RecordKind {
        /// What identifies people in closed cases.
        ClosedTickets = "closed_tickets",
        /// Files of closed cases.
        Attachments = "attachments",
        /// Sessions, after they have ended.
        Sessions = "sessions",
        /// Answers kept so that a retry is harmless.
        IdempotencyKeys = "idempotency_keys",
        /// What people were told, in the bell and by mail.
        Notices = "notices",
        /// Mails that came to the desk.
        InboundMails = "inbound_mails",
        /// The audit log.
        Audit = "audit",
    }
}

/// How long the records of a project are kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Retention {
    /// The project.
    pub project: NamedRef,
    /// Each kind of record.
    pub periods: Vec<RetentionPeriod>,
    /// Rises with every change; sent as `ETag` and wanted as `If-Match`.
    pub version: i64,
}

/// How long one kind of record is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RetentionPeriod {
    /// Of what.
    pub kind: RecordKind,
    /// For how many days; 0 for ever.
    pub days: u32,
    /// Whether it is the same for every desk, and cannot be changed.
    pub fixed: bool,
}

/// Changes how long records are kept; what is absent stays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"closed_tickets": 1825, "attachments": 730}))]
pub struct UpdateRetention {
    /// Days after its close from which a case no longer says whose it was: 30 to 36,500, or 0 for never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = "period"))]
    #[schema(minimum = 0, maximum = 36_500)]
    pub closed_tickets: Option<u32>,
    /// Days after its close from which a case's files are removed: 30 to 36,500, or 0 for never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = "period"))]
    #[schema(minimum = 0, maximum = 36_500)]
    pub attachments: Option<u32>,
}

/// 30 to 36,500 days, or 0 for ever: code `period`. Less than a month could take a case away that is
/// still being asked about.
fn period(days: u32) -> Result<(), validator::ValidationError> {
    if days == 0 || (30..=36_500).contains(&days) {
        return Ok(());
    }
    Err(validator::ValidationError::new("period"))
}

/// What a night's work has made anonymous or removed because its time was over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RetentionReport {
    /// The report's id.
    pub id: Uuid,
    /// The project.
    pub project: NamedRef,
    /// When the work began.
    #[serde(with = "crate::rfc3339")]
    pub started_at: DateTime<Utc>,
    /// When it was over.
    #[serde(with = "crate::rfc3339")]
    pub finished_at: DateTime<Utc>,
    /// Cases made anonymous.
    pub tickets: i64,
    /// Entries of their timelines whose words were taken out.
    pub events: i64,
    /// Files removed.
    pub files: i64,
    /// Whether more was left for the next night.
    pub more: bool,
}

/// Of which project, and which reports.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct ReportsFilter {
    /// Key or id of the project; the caller's first one when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(max_length = 100)]
    pub project: Option<String>,
    /// At most this many (1–200, default 50).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u16>,
    /// Where the next page begins: `next_cursor` of the page before.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 500))]
    #[param(max_length = 500)]
    pub cursor: Option<String>,
}
