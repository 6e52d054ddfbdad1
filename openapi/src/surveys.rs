//! The satisfaction survey of TC-PD-15 activities 12 and 13: one per resolution, kept for ever.

use crate::reference::PersonRef;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use uuid::Uuid;

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
    pub answered_at: DateTime<Utc>,
    /// By whom.
    pub answered_by: PersonRef,
}
