//! The satisfaction survey of TC-PD-15 activities 12 and 13: one per resolution, kept for ever.

use crate::reference::PersonRef;
use crate::words::words;
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

/// What the link in a letter leads to: a solution to be accepted or refused, without signing in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SurveyInvitation {
    /// Number of the case.
    pub ticket: String,
    /// The case in one line.
    pub subject: String,
    /// The documented solution.
    pub solution: Option<String>,
    /// Who is asked.
    pub person: String,
    /// Which resolution of the ticket is judged: 1 for the first.
    pub resolution: i32,
    /// Where the survey stands.
    pub state: InvitationState,
    /// When silence counts as acceptance; null when it is not waited for.
    pub acceptance_due_at: Option<DateTime<Utc>>,
}

words! {
    /// Whether a survey can still be answered.
    InvitationState {
        /// It can.
        Open = "open",
        /// It has been answered, once and for ever.
        Answered = "answered",
        /// The case was resolved anew, or the time to answer is over.
        Over = "over",
    }
}
