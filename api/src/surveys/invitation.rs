//! The signed link of a letter: it names one resolution of one ticket, and lets its requester answer
//! the survey without signing in (TC-PD-15 activity 12). It is good for nothing else.

use crate::auth::tokens::Tokens;
use crate::error::Result;
use crate::ids::TicketId;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What the links are for.
const PURPOSE: &str = "survey";

/// For how long a survey may still be answered after the acceptance window.
const AFTERWARDS: TimeDelta = TimeDelta::days(15);

/// What a link says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Invitation {
    ticket: Uuid,
    /// Which resolution is judged.
    pub(super) resolution: i32,
}

impl Invitation {
    /// Which ticket.
    pub(super) fn ticket(&self) -> TicketId {
        TicketId(self.ticket)
    }
}

/// The link for a resolution of a ticket, whose acceptance window is over at `over`.
pub fn link(
    tokens: &Tokens,
    public_url: &str,
    ticket: TicketId,
    resolution: i32,
    over: DateTime<Utc>,
) -> Result<String> {
    let token = tokens.seal(PURPOSE, Invitation { ticket: ticket.0, resolution }, over + AFTERWARDS)?;
    Ok(format!("{public_url}/surveys/{token}"))
}

/// What a link's token says, if it is ours and still good.
pub(super) fn read(tokens: &Tokens, token: &str, now: DateTime<Utc>) -> Option<Invitation> {
    tokens.open(PURPOSE, token, now)
}
