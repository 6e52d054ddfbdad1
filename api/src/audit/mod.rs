//! The audit log: who did what to what, when, from where, and what that changed. Append-only by
//! database triggers, and chained by hashes ([`chain`]) so that even an act on the database itself shows.
//!
//! [`crate::http::UseCase`] writes an entry for every successful mutation but those of [`UNRECORDED`], in
//! its transaction;
//! signing in and out write their own. A use case that changes what is configured adds what was
//! before and what is after by [`Work::changed`](crate::http::Work::changed). Nothing else need
//! think of it.

mod chain;
mod changes;
pub mod http;
mod store;

pub use chain::{Fault, FaultKind, Verification, seal, verify};
pub use changes::Changes;
pub use store::{Act, acts_of, record};

use crate::auth::Caller;
use crate::http::Origin;
use crate::ids::{ApiKeyId, ProjectId, UserId};
use chrono::{DateTime, Utc};

/// What leaves no entry, since it is no record and nobody's business a minute later: who has a case open,
/// and words that have not been sent. This list may only shrink.
pub const UNRECORDED: [&str; 4] = [
    "PUT /api/v1/tickets/{ticket}/presence",
    "DELETE /api/v1/tickets/{ticket}/presence",
    "PUT /api/v1/me/drafts/{key}",
    "DELETE /api/v1/me/drafts/{key}",
];

/// One act.
#[derive(Debug)]
pub struct Entry<'a> {
    /// When.
    pub at: DateTime<Utc>,
    /// Who; nobody for a failed sign-in.
    pub actor: Option<UserId>,
    /// Who acted in the actor's place, for support.
    pub impersonator: Option<UserId>,
    /// The API key that was used, if one was.
    pub api_key: Option<ApiKeyId>,
    /// The project it belongs to; none for what belongs to the whole desk.
    pub project: Option<ProjectId>,
    /// What: an operation of the API, such as `POST /api/v1/tickets/{ticket}/open`, or a word.
    pub operation: &'a str,
    /// To what: the path of the resource, or a user name.
    pub object: &'a str,
    /// From where.
    pub origin: &'a Origin,
    /// What was before and what is after.
    pub changes: Option<&'a Changes>,
}

impl<'a> Entry<'a> {
    /// An act that is told by a word, of somebody or nobody.
    #[must_use]
    pub fn word(
        at: DateTime<Utc>,
        actor: Option<UserId>,
        operation: &'a str,
        object: &'a str,
        origin: &'a Origin,
    ) -> Self {
        Self {
            at,
            actor,
            impersonator: None,
            api_key: None,
            project: None,
            operation,
            object,
            origin,
            changes: None,
        }
    }

    /// An act of the caller of a request.
    #[must_use]
    pub fn of(
        caller: &Caller,
        at: DateTime<Utc>,
        operation: &'a str,
        object: &'a str,
        origin: &'a Origin,
    ) -> Self {
        Self {
            impersonator: caller.impersonator,
            api_key: caller.api_key,
            ..Self::word(at, Some(caller.id), operation, object, origin)
        }
    }
}
