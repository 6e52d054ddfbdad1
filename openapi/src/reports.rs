//! The measures of the desk (TC-PD-15 §6, "Seguimiento"): how a period went, each figure with the
//! tickets behind it.
//!
//! A figure's `tickets` is the query of `GET /tickets` that lists what was counted, such as
//! `project=TIC&registered_from=…`; it is null where a list cannot express it. Shares are in
//! percent with one decimal, and null where there is nothing to divide by.

use crate::reference::NamedRef;
use crate::tickets::{Channel, Kind, Status};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// The query parameters of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query, style = Form)]
pub struct ReportFilter {
    /// Key or id of a project; all that the caller may see the figures of when absent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[validate(length(max = 50))]
    #[param(max_items = 50)]
    pub project: Vec<String>,
    /// First day of the period, in Bogotá; 29 days before the last when absent.
    #[serde(default, with = "crate::rfc3339::optional", skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Last day of the period, in Bogotá; today when absent. At most 366 days in all.
    #[serde(default, with = "crate::rfc3339::optional", skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}

/// How a period went.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Summary {
    /// Which period.
    pub period: Period,
    /// Of which projects.
    pub projects: Vec<NamedRef>,
    /// Cases registered in the period.
    pub registered: Count,
    /// Cases resolved in the period and not reopened since.
    pub resolved: Count,
    /// Time to attention, of the cases registered in the period.
    pub attention: Compliance,
    /// Time to resolution, of the cases registered in the period under an agreement that promises one.
    pub resolution: Compliance,
    /// Of the cases resolved in the period: those that level 1 resolved.
    pub first_level: Share,
    /// Of the cases registered in the period: those that went to level 2 or 3.
    pub escalated: Share,
    /// Of the cases registered in the period that were ever resolved: those that were reopened.
    pub reopened: Share,
    /// Of the cases registered in the period: those rejected or handed over to another area.
    pub rejected: Share,
    /// What is unresolved at this moment, whatever the period.
    pub backlog: Backlog,
    /// How many cases were registered, by what, when and how.
    pub volume: Volume,
    /// What requesters say.
    pub satisfaction: SatisfactionFigures,
}

/// The period of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Period {
    /// Its first day.
    #[serde(with = "crate::rfc3339")]
    pub from: NaiveDate,
    /// Its last day.
    #[serde(with = "crate::rfc3339")]
    pub to: NaiveDate,
    /// The first instant of its first day.
    #[serde(with = "crate::rfc3339")]
    pub starts_at: DateTime<Utc>,
    /// The first instant after its last day.
    #[serde(with = "crate::rfc3339")]
    pub ends_at: DateTime<Utc>,
    /// Whose days and hours they are: an IANA time zone.
    #[schema(example = "America/Bogota")]
    pub time_zone: String,
    /// When the figures were taken.
    #[serde(with = "crate::rfc3339")]
    pub taken_at: DateTime<Utc>,
}

/// How many, and which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(example = json!({"count": 12, "tickets": "project=TIC&channel=phone"}))]
pub struct Count {
    /// How many.
    pub count: i64,
    /// The query of `GET /tickets` that lists them.
    pub tickets: Option<String>,
}

/// A part of a whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(example = json!({"count": 3, "of": 12, "percent": 25.0, "tickets": "project=TIC&level=2&level=3"}))]
pub struct Share {
    /// The part.
    pub count: i64,
    /// The whole.
    pub of: i64,
    /// The part in percent of the whole.
    pub percent: Option<f64>,
    /// The query of `GET /tickets` that lists the part.
    pub tickets: Option<String>,
}

/// Whether a promised time was kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Compliance {
    /// Cases in which it was.
    pub met: Count,
    /// Cases in which it was not, those still waiting among them.
    pub breached: Count,
    /// Cases in which there is still time.
    pub running: i64,
    /// What was met, in percent of what was met or breached.
    pub percent: Option<f64>,
    /// The mean service time it took where it is done, in minutes with one decimal; null where
    /// nothing is done, and for the resolution, whose time has pauses.
    pub mean_minutes: Option<f64>,
}

/// What is unresolved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Backlog {
    /// All of it.
    pub total: Count,
    /// What nobody is in charge of.
    pub unassigned: Count,
    /// What waits for somebody.
    pub pending: Count,
    /// By where it is in the procedure.
    pub by_status: Vec<StatusCount>,
    /// By the time since its registration: under 1 day, 1 to 3, 3 to 7, 7 to 30, over 30.
    pub by_age: Vec<AgeCount>,
}

/// How much of the backlog is in a status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StatusCount {
    /// The status.
    pub status: Status,
    /// How many, and which.
    #[serde(flatten)]
    pub figure: Count,
}

/// How much of the backlog is of an age.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AgeCount {
    /// More than this many days old, of 24 hours each; 0 for no bound.
    pub from_days: u32,
    /// At most this many days old; null for no bound.
    pub to_days: Option<u32>,
    /// How many, and which.
    #[serde(flatten)]
    pub figure: Count,
}

/// How many cases were registered in the period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Volume {
    /// Day by day, every day of the period.
    pub by_day: Vec<DayCount>,
    /// By day of the week, Monday first: 7 of them.
    pub by_weekday: Vec<WeekdayCount>,
    /// By hour of the day: 24 of them.
    pub by_hour: Vec<HourCount>,
    /// By channel, every channel.
    pub by_channel: Vec<ChannelCount>,
    /// By kind, every kind.
    pub by_kind: Vec<KindCount>,
    /// The ten services with most cases, most first.
    pub top_services: Vec<ServiceCount>,
}

/// One day of the period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DayCount {
    /// The day.
    #[serde(with = "crate::rfc3339")]
    pub date: NaiveDate,
    /// Cases registered on it.
    pub registered: Count,
    /// Cases resolved on it and not reopened since.
    pub resolved: Count,
}

/// One day of the week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct WeekdayCount {
    /// 1 Monday to 7 Sunday (ISO 8601).
    #[schema(minimum = 1, maximum = 7)]
    pub weekday: u8,
    /// How many were registered on such days, and which.
    #[serde(flatten)]
    pub figure: Count,
}

/// One hour of the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HourCount {
    /// 0 to 23.
    #[schema(minimum = 0, maximum = 23)]
    pub hour: u8,
    /// How many were registered in it, and which.
    #[serde(flatten)]
    pub figure: Count,
}

/// One channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ChannelCount {
    /// The channel.
    pub channel: Channel,
    /// How many, and which.
    #[serde(flatten)]
    pub figure: Count,
}

/// One kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct KindCount {
    /// The kind.
    pub kind: Kind,
    /// How many, and which.
    #[serde(flatten)]
    pub figure: Count,
}

/// One service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ServiceCount {
    /// The service.
    pub service: NamedRef,
    /// How many, and which.
    #[serde(flatten)]
    pub figure: Count,
}

/// What requesters say. The list behind answers has each case once, however often it was answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SatisfactionFigures {
    /// Answers given in the period.
    pub answers: Count,
    /// Of the cases resolved in the period: those whose last solution has been answered.
    pub responses: Share,
    /// Of the answers given in the period: those that say it was solved.
    pub satisfied: Share,
    /// CSAT: of the answers with a score given in the period, those of 4 or 5.
    pub csat: Share,
    /// The mean score, with two decimals; null without scores.
    pub mean_score: Option<f64>,
    /// Answers by score: 5 of them, from 1 (very bad) to 5 (very good).
    pub by_score: Vec<ScoreCount>,
    /// Of the cases resolved in the period and accepted since: those accepted by silence.
    pub auto_accepted: Share,
}

/// One score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ScoreCount {
    /// 1 to 5.
    #[schema(minimum = 1, maximum = 5)]
    pub score: u8,
    /// How many, and which.
    #[serde(flatten)]
    pub figure: Count,
}

/// What requesters say to each question of the survey.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SurveyReport {
    /// Of the answers given in which period.
    pub period: Period,
    /// Project by project, by key.
    pub projects: Vec<ProjectAnswers>,
}

/// What they say in one project. The list behind answers has each case once, however often it was answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ProjectAnswers {
    /// The project.
    pub project: NamedRef,
    /// Answers given in the period.
    pub answers: Count,
    /// Those that say it was solved.
    pub satisfied: Count,
    /// Those that say it was not.
    pub unsatisfied: Count,
    /// Those that say something in words, of as many as still have them.
    pub comments: i64,
    /// The questions that are asked, in their order, and those that were and have been answered in the
    /// period.
    pub questions: Vec<QuestionFigures>,
}

/// What they say to one question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct QuestionFigures {
    /// Its short name.
    pub key: String,
    /// In Spanish; null when it has been removed.
    pub text_es: Option<String>,
    /// In English; null when it has been removed.
    pub text_en: Option<String>,
    /// Whether it is asked now.
    pub active: bool,
    /// Answers with a score for it.
    pub answers: Count,
    /// The mean of its scores, with two decimals; null without any.
    pub mean_score: Option<f64>,
    /// Its answers by score: 5 of them, from 1 (very bad) to 5 (very good).
    pub by_score: Vec<ScoreCount>,
}
