//! Somebody who is there.

use crate::ids::{ProviderId, TicketId, UserId};
use std::collections::BTreeMap;

/// Somebody who has a case open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Present {
    /// Who.
    pub person: UserId,
    /// The name people read.
    pub name: String,
    /// The company for which they are there; none for the desk.
    pub company: Option<ProviderId>,
    /// Whether they are writing, in one of their tabs.
    pub writing: bool,
}

/// Everybody who is there, by case.
pub type Snapshot = BTreeMap<TicketId, Vec<Present>>;
