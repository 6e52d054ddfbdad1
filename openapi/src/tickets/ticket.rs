//! What the server answers about a ticket.

use super::vocabulary::{
    Action, Channel, ClosureReason, Impact, Kind, PauseReason, Relation, Status, Urgency,
};
use crate::reference::{NamedRef, PersonRef};
use crate::sla::Sla;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A ticket, as the caller may see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Ticket {
    /// What lists show of it.
    #[serde(flatten)]
    pub summary: TicketSummary,
    /// The case in the requester's words.
    pub description: String,
    /// Who registered it: the requester, or an agent on their behalf.
    pub registered_by: PersonRef,
    /// The information system concerned.
    pub information_system: Option<NamedRef>,
    /// The component concerned.
    pub component: Option<NamedRef>,
    /// The equipment concerned.
    pub asset: Option<NamedRef>,
    /// Answers to the service's own form.
    #[schema(value_type = Object)]
    pub fields: serde_json::Map<String, serde_json::Value>,
    /// The documented solution of the last resolution.
    pub solution: Option<String>,
    /// The requester's word on the last resolution that has one.
    pub satisfaction: Option<Satisfaction>,
    /// Tickets that belong with it.
    pub links: Vec<Link>,
    /// Free labels.
    pub tags: Vec<String>,
    /// Whether the caller is told of what happens to it.
    pub watching: bool,
    /// Of a confidential one: who may read it besides those concerned.
    pub readers: Vec<PersonRef>,
}

/// A ticket, as a list shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct TicketSummary {
    /// The ticket's id.
    pub id: Uuid,
    /// The number people quote: project key and sequence.
    #[schema(example = "TIC-1042")]
    pub number: String,
    /// The project it belongs to.
    pub project: NamedRef,
    /// What it is.
    pub kind: Kind,
    /// Where it came from.
    pub channel: Channel,
    /// The case in one line.
    pub subject: String,
    /// Whether only those concerned may know of it.
    pub confidential: bool,
    /// Where it is in the procedure.
    pub status: Status,
    /// What it waits for, if it does.
    pub pending: Option<Pending>,
    /// 1 the desk, 2 specialists, 3 providers.
    #[schema(minimum = 1, maximum = 3)]
    pub level: u8,
    /// How much is affected.
    pub impact: Impact,
    /// How soon it hurts.
    pub urgency: Urgency,
    /// 1 critical to 5 planning, from impact and urgency.
    #[schema(minimum = 1, maximum = 5)]
    pub priority: u8,
    /// Whose case it is.
    pub requester: PersonRef,
    /// Who is in charge of it.
    pub assignee: Option<PersonRef>,
    /// The group in charge of it.
    pub group: Option<NamedRef>,
    /// The provider in charge of it.
    pub provider: Option<NamedRef>,
    /// The service of the catalogue concerned.
    pub service: Option<NamedRef>,
    /// When it was registered.
    #[serde(with = "crate::rfc3339")]
    pub registered_at: DateTime<Utc>,
    /// When an agent first opened it.
    #[serde(default, with = "crate::rfc3339::optional")]
    pub opened_at: Option<DateTime<Utc>>,
    /// When it was last resolved.
    #[serde(default, with = "crate::rfc3339::optional")]
    pub resolved_at: Option<DateTime<Utc>>,
    /// When it was closed.
    #[serde(default, with = "crate::rfc3339::optional")]
    pub closed_at: Option<DateTime<Utc>>,
    /// Why it was closed.
    pub closure: Option<Closure>,
    /// How often the requester refused the solution.
    pub reopen_count: i32,
    /// Its clocks.
    pub sla: Sla,
    /// What the caller may do to it now.
    pub allowed_actions: Vec<Action>,
    /// Rises with every change; sent as `ETag`.
    pub version: i64,
    /// When it last changed.
    #[serde(with = "crate::rfc3339")]
    pub updated_at: DateTime<Utc>,
}

/// What a ticket waits for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Pending {
    /// Since when.
    #[serde(with = "crate::rfc3339")]
    pub since: DateTime<Utc>,
    /// For what.
    pub reason: PauseReason,
    /// When it resumes by itself.
    #[serde(default, with = "crate::rfc3339::optional")]
    pub until: Option<DateTime<Utc>>,
}

/// How a ticket ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Closure {
    /// Why.
    pub reason: ClosureReason,
    /// In words, where words were given.
    pub note: Option<String>,
    /// The competent area, when redirected.
    pub redirected_to: Option<String>,
}

/// The requester's word on a resolution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Satisfaction {
    /// Whether the problem was solved.
    pub satisfied: bool,
    /// 1 (very bad) to 5 (very good).
    pub score: Option<u8>,
}

/// A ticket that belongs with this one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Link {
    /// How.
    pub relation: Relation,
    /// The other ticket's id.
    pub id: Uuid,
    /// The other ticket's number.
    pub number: String,
}
