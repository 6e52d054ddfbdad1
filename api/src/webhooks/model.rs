//! Webhooks and deliveries as services know them.

use crate::ids::{DeliveryId, EventId, ProjectId, TicketId, UserId, WebhookId};
use chrono::{DateTime, Utc};
use contract::webhooks::{DeliveryFault, DisabledReason, EventType};

/// A webhook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Webhook {
    /// Its id.
    pub id: WebhookId,
    /// The project whose tickets it is told of.
    pub project: ProjectId,
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
    /// Why the desk switched it off.
    pub disabled_reason: Option<DisabledReason>,
    /// What happened up to this position it is not told of.
    pub starts_after: i64,
    /// Since when nothing has arrived.
    pub failing_since: Option<DateTime<Utc>>,
    /// The secret, sealed.
    pub sealed_secret: Vec<u8>,
    /// The one before, sealed.
    pub sealed_previous_secret: Option<Vec<u8>>,
    /// Until when that one signs too.
    pub previous_secret_until: Option<DateTime<Utc>>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Who made it.
    pub created_by: UserId,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// Rises with every change.
    pub version: i64,
}

/// Something that is to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDelivery {
    /// To whom.
    pub webhook: WebhookId,
    /// What it tells; nothing for a ping.
    pub about: Option<(EventId, TicketId, EventType)>,
    /// What is sent.
    pub payload: String,
}

/// Something that this replica is to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// Its id.
    pub id: DeliveryId,
    /// How often it was tried before.
    pub attempts: i32,
    /// What is sent.
    pub payload: String,
}

/// What came of a try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried {
    /// When it was over.
    pub at: DateTime<Utc>,
    /// How long it took, in milliseconds.
    pub duration_ms: i64,
    /// What went wrong, if anything did.
    pub fault: Option<DeliveryFault>,
    /// The answer's status and the beginning of its body, if one came.
    pub answer: Option<(u16, String)>,
}

impl Claimed {
    /// What a delivery says in `webhook-id`: the same however often it is sent.
    #[must_use]
    pub fn message_id(id: DeliveryId) -> String {
        format!("msg_{}", id.0.simple())
    }
}
