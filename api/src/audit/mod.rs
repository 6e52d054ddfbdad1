//! The audit log: who did what to what, when and from where. Append-only by database triggers.
//!
//! [`crate::http::UseCase`] writes an entry for every successful mutation, in its transaction;
//! signing in and out write their own. Nothing else need think of it.

use crate::db::DbConnection;
use crate::db::schema::audit_log;
use crate::db::types::Instant;
use crate::error::Result;
use crate::http::Origin;
use crate::ids::{AuditId, UserId};
use chrono::{DateTime, Utc};
use diesel::prelude::*;

/// One act.
#[derive(Debug)]
pub struct Entry<'a> {
    /// When.
    pub at: DateTime<Utc>,
    /// Who; nobody for a failed sign-in.
    pub actor: Option<UserId>,
    /// What: an operation of the API, such as `POST /api/v1/tickets/{ticket}/open`, or a word.
    pub operation: &'a str,
    /// To what: the path of the resource, or a user name.
    pub object: &'a str,
    /// From where.
    pub origin: &'a Origin,
}

/// Writes an entry, in the transaction of what it tells.
pub fn record(connection: &mut DbConnection, entry: &Entry<'_>) -> Result<()> {
    let Entry { at, actor, operation, object, origin } = entry;
    diesel::insert_into(audit_log::table)
        .values((
            audit_log::id.eq(AuditId::fresh()),
            audit_log::at.eq(Instant::from(*at)),
            audit_log::actor_id.eq(*actor),
            audit_log::operation.eq(*operation),
            audit_log::object.eq(*object),
            audit_log::address.eq(origin.address.as_deref()),
            audit_log::request_id.eq(&origin.request_id),
        ))
        .execute(connection)?;
    Ok(())
}
