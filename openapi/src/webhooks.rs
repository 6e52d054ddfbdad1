//! Telling other programs what happens to tickets: webhooks, after Standard Webhooks 1.0, which push it,
//! and the list of changes, which is pulled. Both say that something happened, and where to read it.

use crate::reference::{NamedRef, Reference};
use crate::tickets::{Action, Visibility};
use crate::validate::not_blank;
use crate::words::words;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

words! {
    /// What a webhook can be told of: the `type` of what it is sent.
    EventType {
        /// Everything.
        Any = "*",
        /// `register`
        Registered = "ticket.registered",
        /// `open`
        Opened = "ticket.opened",
        /// `accept`
        Accepted = "ticket.accepted",
        /// `reject`
        Rejected = "ticket.rejected",
        /// `classify`
        Classified = "ticket.classified",
        /// `escalate`
        Escalated = "ticket.escalated",
        /// `assign`
        Assigned = "ticket.assigned",
        /// `diagnose`
        Diagnosed = "ticket.diagnosed",
        /// `work`
        WorkedOn = "ticket.worked_on",
        /// `pause`
        Paused = "ticket.paused",
        /// `resume`
        Resumed = "ticket.resumed",
        /// `verify`
        Verified = "ticket.verified",
        /// `resolve`
        Resolved = "ticket.resolved",
        /// `survey`
        Surveyed = "ticket.surveyed",
        /// `close`
        Closed = "ticket.closed",
        /// `cancel`
        Cancelled = "ticket.cancelled",
        /// `merge`
        Merged = "ticket.merged",
        /// `comment`
        Commented = "ticket.commented",
        /// `attach`
        FileAttached = "ticket.file_attached",
        /// `confidential`
        ConfidentialityChanged = "ticket.confidentiality_changed",
        /// `auto_accept`
        AutoAccepted = "ticket.auto_accepted",
        /// `remind`
        Reminded = "ticket.reminded",
        /// `warn`
        SlaWarned = "ticket.sla_warned",
        /// `breach`
        SlaBreached = "ticket.sla_breached",
    }

    /// Why a webhook was switched off by the desk itself.
    DisabledReason {
        /// The address answered 410: nobody is there any more.
        Gone = "gone",
        /// Nothing has arrived for days.
        Failing = "failing",
    }

    /// Where a delivery is.
    DeliveryState {
        /// It will be sent, or sent again.
        Waiting = "waiting",
        /// It is being sent.
        Sending = "sending",
        /// The address answered that it has it (2xx).
        Delivered = "delivered",
        /// It was given up.
        Dead = "dead",
    }

    /// Why a try did not deliver.
    DeliveryFault {
        /// The address is none that the desk may reach.
        Address = "address",
        /// No answer came in time.
        Timeout = "timeout",
        /// No connection came about, or it broke.
        Connection = "connection",
        /// The answer was no 2xx; redirections are not followed.
        Status = "status",
    }
}

impl EventType {
    /// What an action is told as.
    #[must_use]
    pub const fn of(action: Action) -> Self {
        match action {
            Action::Register => Self::Registered,
            Action::Open => Self::Opened,
            Action::Accept => Self::Accepted,
            Action::Reject => Self::Rejected,
            Action::Classify => Self::Classified,
            Action::Escalate => Self::Escalated,
            Action::Assign => Self::Assigned,
            Action::Diagnose => Self::Diagnosed,
            Action::Work => Self::WorkedOn,
            Action::Pause => Self::Paused,
            Action::Resume => Self::Resumed,
            Action::Verify => Self::Verified,
            Action::Resolve => Self::Resolved,
            Action::Survey => Self::Surveyed,
            Action::Close => Self::Closed,
            Action::Cancel => Self::Cancelled,
            Action::Merge => Self::Merged,
            Action::Comment => Self::Commented,
            Action::Attach => Self::FileAttached,
            Action::Confidential => Self::ConfidentialityChanged,
            Action::AutoAccept => Self::AutoAccepted,
            Action::Remind => Self::Reminded,
            Action::Warn => Self::SlaWarned,
            Action::Breach => Self::SlaBreached,
        }
    }
}

/// A webhook: an address that is told what happens to the tickets of a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Webhook {
    /// Its id.
    pub id: Uuid,
    /// The project whose tickets it is told of.
    pub project: NamedRef,
    /// What it is for.
    pub description: String,
    /// Where it is told.
    pub url: String,
    /// What it is told of.
    pub events: Vec<EventType>,
    /// Whether also of what is for the desk only.
    pub internal: bool,
    /// Whether also of confidential tickets.
    pub confidential: bool,
    /// Whether it is told at all.
    pub active: bool,
    /// Why the desk switched it off; null when it did not.
    pub disabled_reason: Option<DisabledReason>,
    /// Until when the secret before the present one signs too; null when there is none.
    #[serde(default, with = "crate::rfc3339::optional")]
    pub previous_secret_until: Option<DateTime<Utc>>,
    /// When it was made.
    #[serde(with = "crate::rfc3339")]
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    #[serde(with = "crate::rfc3339")]
    pub updated_at: DateTime<Utc>,
    /// Rises with every change; sent as `ETag` and wanted as `If-Match`.
    pub version: i64,
}

/// A webhook with a new secret. This is the only time that the secret is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewWebhook {
    /// What signatures are verified with: `whsec_…`.
    pub secret: String,
    /// What it is.
    #[serde(flatten)]
    pub webhook: Webhook,
}

/// Makes a webhook, which is told of what happens from now on.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"project": "TIC", "description": "Tablero de monitoreo",
    "url": "https://hooks.example.org/mesa", "events": ["ticket.registered", "ticket.resolved"]}))]
pub struct CreateWebhook {
    /// Key or id of the project.
    pub project: Reference,
    /// What it is for: 1 to 200 characters.
    #[validate(length(min = 1, max = 200), custom(function = "not_blank"))]
    #[schema(min_length = 1, max_length = 200, pattern = r"\S")]
    pub description: String,
    /// Where it is told: `https`, without a user name, and nowhere in a private network unless the operator
    /// allows it.
    #[validate(length(min = 1, max = 2000))]
    #[schema(min_length = 1, max_length = 2000)]
    pub url: String,
    /// What it is told of; `*` for everything.
    #[validate(length(min = 1, max = 30))]
    #[schema(min_items = 1, max_items = 30)]
    pub events: Vec<EventType>,
    /// Whether also of what is for the desk only (default: no).
    #[serde(default)]
    pub internal: bool,
    /// Whether also of confidential tickets (default: no).
    #[serde(default)]
    pub confidential: bool,
}

/// Changes a webhook. What is absent stays. Switched on again, it is told of what happens from then on.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"active": false}))]
pub struct UpdateWebhook {
    /// What it is for: 1 to 200 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 200), custom(function = "not_blank"))]
    #[schema(min_length = 1, max_length = 200, pattern = r"\S")]
    pub description: Option<String>,
    /// Where it is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 2000))]
    #[schema(min_length = 1, max_length = 2000)]
    pub url: Option<String>,
    /// What it is told of; `*` for everything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 30))]
    #[schema(min_items = 1, max_items = 30)]
    pub events: Option<Vec<EventType>>,
    /// Whether also of what is for the desk only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub internal: Option<bool>,
    /// Whether also of confidential tickets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidential: Option<bool>,
    /// Whether it is told at all. Switched off, it is sent nothing of what still waits either.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
}

/// Which webhooks to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct WebhookFilter {
    /// Key or id of the only project.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 100))]
    #[param(max_length = 100)]
    pub project: Option<String>,
    /// At most this many (1–200, default 50).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u16>,
    /// `next_cursor` of the page before.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 500))]
    #[param(max_length = 500)]
    pub cursor: Option<String>,
}

/// Something that a webhook was sent, or is to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct WebhookDelivery {
    /// Its id.
    pub id: Uuid,
    /// What it says in `webhook-id`: the same however often it is sent.
    pub message_id: String,
    /// What it tells; null for a ping.
    pub event: Option<EventType>,
    /// What was sent, or is to be: JSON.
    pub payload: String,
    /// Where it is.
    pub state: DeliveryState,
    /// How often it was tried since it was last asked for.
    pub attempts: i32,
    /// When it is tried next; null when it is not.
    #[serde(default, with = "crate::rfc3339::optional")]
    pub next_at: Option<DateTime<Utc>>,
    /// What went wrong the last time; null when nothing did.
    pub fault: Option<DeliveryFault>,
    /// The last answer's status; null when none came.
    pub status_code: Option<u16>,
    /// The beginning of the last answer: up to 1024 bytes.
    pub answer: Option<String>,
    /// How long the last try took, in milliseconds.
    pub duration_ms: Option<i64>,
    /// When it was last tried.
    #[serde(default, with = "crate::rfc3339::optional")]
    pub tried_at: Option<DateTime<Utc>>,
    /// Since when it is to be sent.
    #[serde(with = "crate::rfc3339")]
    pub created_at: DateTime<Utc>,
}

/// Which deliveries to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct DeliveryFilter {
    /// Only those that are here.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(inline)]
    pub state: Option<DeliveryState>,
    /// At most this many (1–200, default 50).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u16>,
    /// `next_cursor` of the page before.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 500))]
    #[param(max_length = 500)]
    pub cursor: Option<String>,
}

/// What a webhook is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WebhookPayload {
    /// What happened: an [`EventType`], or `webhook.ping`.
    #[serde(rename = "type")]
    pub kind: String,
    /// When it happened.
    #[serde(with = "crate::rfc3339")]
    pub timestamp: DateTime<Utc>,
    /// To what; null in a ping.
    pub data: Option<WebhookData>,
}

/// What is said of a ticket to which something happened. There is nothing personal in it: whoever may
/// read the ticket reads the rest behind `link`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WebhookData {
    /// The ticket's id.
    pub ticket_id: Uuid,
    /// The number people quote.
    pub ticket: String,
    /// Key of the project.
    pub project: String,
    /// The entry of the timeline.
    pub event_id: Uuid,
    /// Its place among all changes: what `GET /changes` calls `position`.
    pub position: i64,
    /// Where the API has the ticket.
    pub link: String,
}

/// Which changes to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, Validate)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct ChangeFilter {
    /// The position behind which to begin: `next_after` of the answer before. Without it nothing is listed,
    /// and `next_after` says where the changes end now.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 0))]
    #[param(minimum = 0)]
    pub after: Option<i64>,
    /// Key or id of the only project.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 100))]
    #[param(max_length = 100)]
    pub project: Option<String>,
    /// At most this many (1–200, default 50).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u16>,
    /// With `after`: when there is nothing yet, wait so many seconds for something (0–30, default 0). The
    /// answer comes as soon as there is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(range(min = 0, max = 30))]
    #[param(minimum = 0, maximum = 30)]
    pub wait: Option<u16>,
}

/// Something that happened to a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TicketChange {
    /// Its place among all changes: later ones have greater ones.
    pub position: i64,
    /// The entry of the timeline.
    pub event_id: Uuid,
    /// When.
    #[serde(with = "crate::rfc3339")]
    pub at: DateTime<Utc>,
    /// What.
    pub action: Action,
    /// The procedure's activity.
    pub activity: Option<u8>,
    /// Who may read the entry.
    pub visibility: Visibility,
    /// Id of who did it; null for the desk itself.
    pub actor_id: Option<Uuid>,
    /// The ticket's id.
    pub ticket_id: Uuid,
    /// The number people quote.
    pub ticket: String,
    /// The ticket's project.
    pub project_id: Uuid,
    /// The ticket's version by now.
    pub version: i64,
}

/// What happened to the tickets that the caller may see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TicketChanges {
    /// What happened, in its order.
    pub items: Vec<TicketChange>,
    /// What to send as `after` the next time.
    pub next_after: i64,
    /// Whether there is more by now, whatever `items` holds: then ask again at once.
    pub has_more: bool,
}
