//! Agreements (ANS), calendars, and the clocks they drive (TC-PD-15 §7).

use crate::reference::{NamedRef, Reference};
use crate::tickets::{Kind, PauseReason};
use crate::words::words;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

words! {
    /// How a clock stands.
    ClockState {
        /// Time is running and there is enough of it.
        Running = "running",
        /// Time is running short: the agreement's warning share is spent.
        Warning = "warning",
        /// Waiting for a reason that the agreement does not count.
        Paused = "paused",
        /// Stopped in time.
        Met = "met",
        /// Time ran out before it was stopped.
        Breached = "breached",
    }

    /// Which of a ticket's clocks.
    ClockName {
        /// From registration until an agent opens it (TC-PD-15 §7.2).
        Attention = "attention",
        /// From registration until it is resolved.
        Resolution = "resolution",
    }

    /// Why an interval counts or does not.
    IntervalKind {
        /// Service time: it counts.
        Counted = "counted",
        /// Outside service hours.
        Closed = "closed",
        /// A holiday, named in `holiday`.
        Holiday = "holiday",
        /// Waiting, for `pause_reason`.
        Paused = "paused",
        /// Resolved, until it was reopened.
        Stopped = "stopped",
    }
}

/// A clock, as a ticket shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Clock {
    /// The agreed service time, in minutes.
    pub target_minutes: u32,
    /// When the warning share is spent; null while paused.
    #[serde(default, with = "crate::rfc3339::optional")]
    pub warn_at: Option<DateTime<Utc>>,
    /// When the time runs out; null while paused.
    #[serde(default, with = "crate::rfc3339::optional")]
    pub due_at: Option<DateTime<Utc>>,
    /// When it was stopped.
    #[serde(default, with = "crate::rfc3339::optional")]
    pub stopped_at: Option<DateTime<Utc>>,
    /// How it stands.
    pub state: ClockState,
}

/// The clocks of a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Sla {
    /// Until an agent opens it.
    pub attention: Clock,
    /// Until it is resolved; null when the agreement sets no such target.
    pub resolution: Option<Clock>,
    /// While resolved: when silence counts as acceptance (TC-PD-15 activity 12).
    pub acceptance: Option<Acceptance>,
}

/// The window in which the requester may accept or refuse the solution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Acceptance {
    /// When the ticket closes by itself.
    #[serde(with = "crate::rfc3339")]
    pub due_at: DateTime<Utc>,
}

/// "¿Por qué venció?": a clock with every interval of its life.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ExplainedClock {
    /// Which clock.
    pub name: ClockName,
    /// How it stands.
    pub clock: Clock,
    /// Service time counted so far, in whole seconds.
    pub counted_seconds: i64,
    /// The agreement it runs under.
    pub agreement: NamedRef,
    /// The calendar revision it runs under.
    pub calendar: NamedRef,
    /// The calendar's IANA time zone.
    pub time_zone: String,
    /// From start to stop (or now), in order and without gaps.
    pub intervals: Vec<ClockInterval>,
}

/// One interval of a clock's life.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ClockInterval {
    /// First instant.
    #[serde(with = "crate::rfc3339")]
    pub from: DateTime<Utc>,
    /// First instant after it.
    #[serde(with = "crate::rfc3339")]
    pub until: DateTime<Utc>,
    /// Why it counts or does not.
    pub kind: IntervalKind,
    /// Its length, in whole seconds.
    pub seconds: i64,
    /// Whether it lies after the due instant.
    pub late: bool,
    /// The holiday's name.
    pub holiday: Option<String>,
    /// What was waited for.
    pub pause_reason: Option<PauseReason>,
    /// Who paused it.
    pub paused_by: Option<String>,
}

/// An agreement (ANS): which targets apply from when until when. Rows are never edited: a new
/// one replaces the last from its first day on, and a ticket keeps the one it was born under.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Agreement {
    /// The agreement's id.
    pub id: Uuid,
    /// Its project.
    pub project: NamedRef,
    /// Its short name.
    pub key: String,
    /// The name people read.
    pub name: String,
    /// First day it holds for new tickets.
    #[serde(with = "crate::rfc3339")]
    pub valid_from: NaiveDate,
    /// Last day; null without end.
    #[serde(default, with = "crate::rfc3339::optional")]
    pub valid_until: Option<NaiveDate>,
    /// The calendar revision its service time is counted by.
    pub calendar: NamedRef,
    /// Share of the target after which people are warned, in percent.
    pub warning_percent: u8,
    /// The waits that do not count towards resolution.
    pub pausing_reasons: Vec<PauseReason>,
    /// The targets; the first that fits a ticket's kind and priority applies.
    pub targets: Vec<Target>,
}

/// What an agreement promises for some tickets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// For this kind only; for every kind when null.
    #[serde(default)]
    pub kind: Option<Kind>,
    /// For this priority only (1–5); for every priority when null.
    #[serde(default)]
    #[validate(range(min = 1, max = 5))]
    #[schema(minimum = 1, maximum = 5)]
    pub priority: Option<u8>,
    /// Minutes of service time from registration until an agent opens it.
    #[validate(range(min = 1, max = 60_000))]
    #[schema(minimum = 1, maximum = 60_000)]
    pub attention_minutes: u32,
    /// Minutes of service time from registration until it is resolved.
    #[serde(default)]
    #[validate(range(min = 1, max = 60_000))]
    #[schema(minimum = 1, maximum = 60_000)]
    pub resolution_minutes: Option<u32>,
}

/// Signs a new agreement.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"project": "TIC", "key": "contrato-2027", "name": "Contrato 2027", "valid_from": "2027-01-01",
    "valid_until": "2027-12-31", "warning_percent": 75, "pausing_reasons": ["requester"],
    "targets": [{"kind": "incident", "attention_minutes": 30, "resolution_minutes": 480}, {"attention_minutes": 60}]}))]
pub struct CreateAgreement {
    /// Key or id of the project.
    pub project: Reference,
    /// Its short name.
    #[validate(length(min = 1, max = 60), custom(function = "crate::validate::name"))]
    #[schema(min_length = 1, max_length = 60, pattern = r"\S")]
    pub key: String,
    /// The name people read.
    #[validate(length(min = 1, max = 200), custom(function = "crate::validate::name"))]
    #[schema(min_length = 1, max_length = 200, pattern = r"\S")]
    pub name: String,
    /// First day it holds for new tickets: today or later, so that the past stays as it was.
    #[serde(with = "crate::rfc3339")]
    pub valid_from: NaiveDate,
    /// Last day; without end when absent.
    #[serde(default, with = "crate::rfc3339::optional")]
    pub valid_until: Option<NaiveDate>,
    /// Share of the target after which people are warned, in percent (default 75).
    #[serde(default)]
    #[validate(range(min = 1, max = 100))]
    #[schema(minimum = 1, maximum = 100)]
    pub warning_percent: Option<u8>,
    /// The waits that do not count towards resolution.
    #[serde(default)]
    #[validate(length(max = 10))]
    #[schema(max_items = 10)]
    pub pausing_reasons: Vec<PauseReason>,
    /// The targets; the first that fits a ticket's kind and priority applies. The last must fit every ticket.
    #[validate(length(min = 1, max = 50), nested)]
    #[schema(min_items = 1, max_items = 50)]
    pub targets: Vec<Target>,
}

/// A calendar's current revision: when the desk is open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Calendar {
    /// Id of this revision.
    pub id: Uuid,
    /// The calendar's short name, the same for all its revisions.
    pub key: String,
    /// The name people read.
    pub name: String,
    /// Its project.
    pub project: NamedRef,
    /// IANA time zone its hours are written in.
    pub time_zone: String,
    /// Rises with every change.
    pub revision: i32,
    /// Opening hours by weekday.
    pub week: WeeklyHours,
}

/// Opening hours by weekday; a day that is absent is closed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(example = json!({"monday": [{"from": "07:30", "until": "17:00"}]}))]
pub struct WeeklyHours {
    /// Lunes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub monday: Vec<OpeningHours>,
    /// Martes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tuesday: Vec<OpeningHours>,
    /// Miércoles.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub wednesday: Vec<OpeningHours>,
    /// Jueves.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub thursday: Vec<OpeningHours>,
    /// Viernes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub friday: Vec<OpeningHours>,
    /// Sábado.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub saturday: Vec<OpeningHours>,
    /// Domingo.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sunday: Vec<OpeningHours>,
}

/// A half-open interval of local time, `HH:MM`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpeningHours {
    /// Open from this minute on.
    #[schema(pattern = r"^([01]\d|2[0-3]):[0-5]\d$")]
    pub from: String,
    /// Closed from this minute on.
    #[schema(pattern = r"^([01]\d|2[0-3]):[0-5]\d$")]
    pub until: String,
}

/// A day on which the desk is closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Holiday {
    /// The day.
    #[serde(with = "crate::rfc3339")]
    pub date: NaiveDate,
    /// Its name.
    pub name: String,
}

/// Grants (or takes back) a day off: makes a new revision of the calendar. Tickets registered
/// before keep the revision they were born under.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"project": "TIC", "date": "2026-12-24", "name": "Día cívico"}))]
pub struct CreateHoliday {
    /// Key or id of the project whose calendar it is.
    pub project: Reference,
    /// The day: today or later.
    #[serde(with = "crate::rfc3339")]
    pub date: NaiveDate,
    /// Its name.
    #[validate(length(min = 1, max = 120), custom(function = "crate::validate::name"))]
    #[schema(min_length = 1, max_length = 120, pattern = r"\S")]
    pub name: String,
}

/// Which holidays to list.
#[derive(Clone, Debug, Default, Serialize, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct HolidayFilter {
    /// Key or id of the project; the caller's first one when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(max_length = 100)]
    pub project: Option<String>,
    /// The year; the current one when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 1984, max = 2200))]
    #[param(minimum = 1984, maximum = 2200)]
    pub year: Option<i32>,
}

/// When does this much service time run out?
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"from": "2026-11-13T21:30:00Z", "minutes": 60}))]
pub struct DueRequest {
    /// The first instant counted.
    #[serde(with = "crate::rfc3339")]
    pub from: DateTime<Utc>,
    /// Service time, in minutes.
    #[validate(range(min = 0, max = 60_000))]
    #[schema(minimum = 0, maximum = 60_000)]
    pub minutes: u32,
    /// Key or id of the calendar; that of the caller's first project when absent.
    #[serde(default)]
    pub calendar: Option<Reference>,
}

/// The instant at which the service time runs out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Due {
    /// Time that runs out exactly at closing is due at closing.
    #[serde(with = "crate::rfc3339")]
    pub due_at: DateTime<Utc>,
}

/// How much service time lies between two instants?
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"from": "2026-11-13T21:30:00Z", "until": "2026-11-17T13:00:00Z"}))]
pub struct ElapsedRequest {
    /// The first instant counted.
    #[serde(with = "crate::rfc3339")]
    pub from: DateTime<Utc>,
    /// The first instant not counted; at most ten years later.
    #[serde(with = "crate::rfc3339")]
    pub until: DateTime<Utc>,
    /// Key or id of the calendar; that of the caller's first project when absent.
    #[serde(default)]
    pub calendar: Option<Reference>,
}

/// Service time between two instants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Elapsed {
    /// Whole seconds; 0 when `until` is not after `from`.
    pub seconds: i64,
}
