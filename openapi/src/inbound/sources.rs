//! Where cases come from other than by people: kept by administrators.

use crate::patch::present;
use crate::reference::{NamedRef, PersonRef, Reference};
use crate::tickets::{Channel, Impact, Urgency};
use crate::validate::{not_blank, severity_rules};
use crate::words::words;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

words! {
    /// What comes in by a source.
    InboundChannel {
        /// What people write in a chat.
        Chat = "chat",
        /// Alerts of a monitoring system.
        Monitoring = "monitoring",
    }
}

impl InboundChannel {
    /// The channel of the tickets that come of it.
    #[must_use]
    pub const fn of_tickets(self) -> Channel {
        match self {
            Self::Chat => Channel::Chat,
            Self::Monitoring => Channel::Monitoring,
        }
    }
}

/// How much an alert of a severity affects, and how soon it hurts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SeverityRule {
    /// The severity as the monitoring system writes it, without regard to case: 1 to 60 characters.
    #[schema(min_length = 1, max_length = 60)]
    pub severity: String,
    /// The impact of its incidents.
    pub impact: Impact,
    /// The urgency of its incidents.
    pub urgency: Urgency,
}

impl SeverityRule {
    /// What is usual for the severities of Alertmanager's and Zabbix's users. Any other is medium.
    #[must_use]
    pub fn usual() -> Vec<Self> {
        [
            ("critical", Impact::High, Urgency::High),
            ("disaster", Impact::High, Urgency::High),
            ("high", Impact::High, Urgency::Medium),
            ("average", Impact::Medium, Urgency::Medium),
            ("warning", Impact::Medium, Urgency::Low),
            ("info", Impact::Low, Urgency::Low),
            ("information", Impact::Low, Urgency::Low),
            ("not classified", Impact::Low, Urgency::Low),
        ]
        .map(|(severity, impact, urgency)| Self { severity: severity.to_owned(), impact, urgency })
        .to_vec()
    }
}

/// A source of cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct InboundSource {
    /// Its id.
    pub id: Uuid,
    /// Its project.
    pub project: NamedRef,
    /// What comes in by it.
    pub channel: InboundChannel,
    /// The name people read.
    pub name: String,
    /// In whose name cases are registered: an agent, or a service account that is one.
    pub registrar: PersonRef,
    /// The service of its cases.
    pub service: Option<NamedRef>,
    /// The group of level 1 that has its cases in charge.
    pub group: Option<NamedRef>,
    /// What the severities of alerts mean; any other is of medium impact and urgency.
    pub severities: Vec<SeverityRule>,
    /// For so many minutes an alert that comes back is the same incident, even a resolved one.
    pub flap_minutes: u16,
    /// Whether it takes anything.
    pub active: bool,
    /// Where deliveries go, below the address of the desk.
    pub path: String,
    /// Until when the secret before the present one is good as well.
    #[serde(default, with = "crate::rfc3339::optional")]
    pub earlier_secret_until: Option<DateTime<Utc>>,
    /// When something came last.
    #[serde(default, with = "crate::rfc3339::optional")]
    pub last_used_at: Option<DateTime<Utc>>,
    /// Rises with every change; sent as `ETag` and wanted as `If-Match`.
    pub version: i64,
}

/// A source with its secret, which is shown this once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewInboundSource {
    /// To sign deliveries with (Standard Webhooks), or to be sent as bearer token or password.
    pub secret: String,
    /// What it is.
    #[serde(flatten)]
    pub source: InboundSource,
}

/// Which sources to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct InboundSourceFilter {
    /// Key or id of the project; all that the caller administers when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 100))]
    #[param(max_length = 100)]
    pub project: Option<String>,
    /// At most this many (1–200, default 50).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u16>,
    /// `next_cursor` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 1_000))]
    #[param(max_length = 1_000)]
    pub cursor: Option<String>,
}

/// Makes a source.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"project": "TIC", "channel": "monitoring", "name": "Alertmanager", "registrar": "agent"}))]
pub struct CreateInboundSource {
    /// Key or id of a project that the caller administers.
    pub project: Reference,
    /// What comes in by it.
    pub channel: InboundChannel,
    /// The name people read, unique among the sources of the project and channel.
    #[validate(length(min = 1, max = 120), custom(function = "not_blank"))]
    #[schema(min_length = 1, max_length = 120, pattern = r"\S")]
    pub name: String,
    /// In whose name cases are registered: an agent, or a service account that is one.
    pub registrar: Reference,
    /// The service of its cases.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<Reference>,
    /// The group of level 1 that has its cases in charge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Reference>,
    /// What the severities of alerts mean, at most 50 (default: what is usual).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = "severity_rules"))]
    #[schema(max_items = 50)]
    pub severities: Option<Vec<SeverityRule>>,
    /// For so many minutes an alert that comes back is the same incident (default 15).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 0, max = 1_440))]
    #[schema(minimum = 0, maximum = 1_440)]
    pub flap_minutes: Option<u16>,
}

/// Changes a source; a field that is absent stays, null clears it.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Alertmanager de producción", "flap_minutes": 30}))]
pub struct UpdateInboundSource {
    /// The name people read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 120), custom(function = "not_blank"))]
    #[schema(min_length = 1, max_length = 120, pattern = r"\S")]
    pub name: Option<String>,
    /// In whose name cases are registered from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registrar: Option<Reference>,
    /// The service of its cases.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, max_length = 100)]
    pub service: Option<Option<Reference>>,
    /// The group of level 1 that has its cases in charge.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, max_length = 100)]
    pub group: Option<Option<Reference>>,
    /// What the severities of alerts mean, at most 50.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = "severity_rules"))]
    #[schema(max_items = 50)]
    pub severities: Option<Vec<SeverityRule>>,
    /// For so many minutes an alert that comes back is the same incident.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 0, max = 1_440))]
    #[schema(minimum = 0, maximum = 1_440)]
    pub flap_minutes: Option<u16>,
    /// Whether it takes anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
}
