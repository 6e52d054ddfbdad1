//! One action done to many tickets.

use super::ticket::TicketSummary;
use crate::problem::Problem;
use crate::reference::Reference;
use crate::validate::batch;
use crate::words::words;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

words! {
    /// What can be done to many tickets at once: every action of the procedure but registering and
    /// the requester's word on a solution, which is given case by case.
    BulkAction {
        /// Abrir (activity 4).
        Open = "open",
        /// Aceptar (activity 5, yes).
        Accept = "accept",
        /// Rechazar o redirigir (activity 5, no).
        Reject = "reject",
        /// Clasificar (activity 6).
        Classify = "classify",
        /// Escalar un nivel (activities 7 and 8).
        Escalate = "escalate",
        /// Asignar (activity 9).
        Assign = "assign",
        /// Diagnosticar (activity 9).
        Diagnose = "diagnose",
        /// Registrar trabajo (activity 10).
        Work = "work",
        /// Poner en espera (activity 9).
        Pause = "pause",
        /// Reanudar (activity 9).
        Resume = "resume",
        /// Validar si la solución fue efectiva (activity 11).
        Verify = "verify",
        /// Resolver (activity 12).
        Resolve = "resolve",
        /// Cerrar administrativamente (activity 14).
        Close = "close",
        /// Cancelar, by the requester, before it is accepted.
        Cancel = "cancel",
        /// Fusionar con otro caso.
        Merge = "merge",
    }
}

/// Does one action to each of up to 100 tickets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"ids": ["TIC-1041", "TIC-1042"], "action": "assign", "body": {"assignee": "agent"}}))]
pub struct ActOnTickets {
    /// The tickets by id or number, each once: 1 to 100.
    #[validate(custom(function = "batch"))]
    #[schema(min_items = 1, max_items = 100)]
    pub ids: Vec<Reference>,
    /// What is done to each.
    pub action: BulkAction,
    /// With what: the body of that action's own operation.
    #[serde(default, skip_serializing_if = "serde_json::Map::is_empty")]
    #[schema(value_type = Object)]
    pub body: serde_json::Map<String, serde_json::Value>,
}

/// What became of each ticket.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct BulkOutcome {
    /// How many it was done to.
    pub done: usize,
    /// How many it was refused for.
    pub refused: usize,
    /// One for each ticket, in the order asked for.
    pub items: Vec<BulkItem>,
}

/// What became of one ticket: `ticket` or `problem`, as its own operation would have answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct BulkItem {
    /// The ticket as it was named.
    pub id: Reference,
    /// The HTTP status of its own: 200 when it was done.
    pub status: u16,
    /// The ticket as it is then, when it was done.
    pub ticket: Option<TicketSummary>,
    /// Why it was refused, in the language of the request.
    pub problem: Option<Problem>,
}
