//! The chain of hashes over the audit log. Each link is the hash of the one before and of one
//! entry, so that an entry that is changed, removed or slipped in later breaks it.
//!
//! Entries are chained by a job some seconds after they are written, not in their own transaction:
//! a chain has one end, and whoever writes to it holds up everybody else (on PostgreSQL,
//! registrations would go one by one). What is not chained yet is counted and told.

use super::store::{self, EntryRow, Link};
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::AuditId;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use uuid::Uuid;

/// Entries chained, or verified, at a time.
const BATCH: i64 = 1_000;

/// Entries of a transaction that took long may be older than some that are chained already; none
/// takes this long, in milliseconds.
const LATEST: u64 = 3_600_000;

/// Where the chain ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    /// How many links there are.
    pub(super) position: i64,
    /// The last link's hash; empty before the first.
    pub(super) hash: Vec<u8>,
    /// The newest entry that is chained, in milliseconds since 1970.
    pub(super) newest: u64,
}

impl Head {
    /// Before the first link.
    pub(super) const START: Self = Self { position: 0, hash: Vec::new(), newest: 0 };

    /// The oldest entry that may still be missing from the chain.
    fn horizon(&self) -> AuditId {
        AuditId(beginning_at(self.newest.saturating_sub(LATEST)))
    }

    fn follow(&mut self, entry: &EntryRow) -> Link {
        self.hash = hash(&self.hash, entry);
        self.position += 1;
        self.newest = self.newest.max(milliseconds(entry.id));
        Link { position: self.position, entry_id: entry.id, hash: self.hash.clone() }
    }
}

/// What is wrong with the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// The entry is not what it was when it was chained, or a link is not.
    Changed,
    /// The entry is gone, or a link is.
    Missing,
    /// The entry was slipped in among older ones.
    Inserted,
}

/// The first thing that is wrong with the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// What.
    pub kind: FaultKind,
    /// At which link of the chain; none for an entry that has none.
    pub position: Option<i64>,
    /// With which entry; none when it cannot be known.
    pub entry: Option<AuditId>,
}

/// What verifying the log has found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verification {
    /// Entries that are chained.
    pub chained: i64,
    /// Entries that are not chained yet.
    pub waiting: i64,
    /// The first fault.
    pub fault: Option<Fault>,
}

/// Chains the entries that are not chained yet, a thousand at most; how many those were.
pub fn seal(connection: &mut DbConnection) -> Result<usize> {
    let mut head = store::locked_head(connection)?;
    let entries = store::unchained(connection, head.horizon(), BATCH)?;
    if entries.is_empty() {
        return Ok(0);
    }
    let links: Vec<Link> = entries.iter().map(|entry| head.follow(entry)).collect();
    store::append(connection, &links)?;
    store::keep_head(connection, &head)?;
    Ok(links.len())
}

/// Computes the whole chain anew and compares.
pub fn verify(connection: &mut DbConnection) -> Result<Verification> {
    let kept = store::head(connection)?;
    let mut head = Head::START;
    let waiting = store::count_unchained(connection, kept.horizon())?;
    let found = |head: &Head, fault| Ok(Verification { chained: head.position, waiting, fault: Some(fault) });
    loop {
        let links = store::links_after(connection, head.position, BATCH)?;
        if links.is_empty() {
            break;
        }
        let ids: Vec<AuditId> = links.iter().map(|link| link.entry_id).collect();
        let mut entries: HashMap<AuditId, EntryRow> =
            store::entries(connection, &ids)?.into_iter().map(|entry| (entry.id, entry)).collect();
        for link in links {
            let (position, entry) = (Some(head.position + 1), Some(link.entry_id));
            if link.position != head.position + 1 {
                return found(&head, Fault { kind: FaultKind::Missing, position, entry: None });
            }
            let Some(row) = entries.remove(&link.entry_id) else {
                return found(&head, Fault { kind: FaultKind::Missing, position, entry });
            };
            if head.follow(&row) != link {
                return found(&head, Fault { kind: FaultKind::Changed, position, entry });
            }
        }
    }
    if head.position < kept.position {
        let position = Some(head.position + 1);
        return found(&head, Fault { kind: FaultKind::Missing, position, entry: None });
    }
    if head.position == kept.position && head.hash != kept.hash {
        let position = Some(head.position);
        return found(&head, Fault { kind: FaultKind::Changed, position, entry: None });
    }
    let fault = store::unchained_before(connection, kept.horizon())?.map(|entry| Fault {
        kind: FaultKind::Inserted,
        position: None,
        entry: Some(entry),
    });
    Ok(Verification { chained: head.position, waiting, fault })
}

/// SHA-256 of the link before and of every field, each with its length, so that nothing can be
/// shifted from one to the next.
fn hash(before: &[u8], entry: &EntryRow) -> Vec<u8> {
    let EntryRow {
        id,
        at,
        actor_id,
        operation,
        object,
        address,
        request_id,
        project_id,
        impersonator_id,
        api_key_id,
        changes,
    } = entry;
    let mut digest = Sha256::new();
    let mut field = |value: Option<&[u8]>| match value {
        Some(bytes) => {
            digest.update([1]);
            digest.update((bytes.len() as u64).to_be_bytes());
            digest.update(bytes);
        }
        None => digest.update([0]),
    };
    field(Some(before));
    field(Some(id.0.as_bytes()));
    field(Some(&at.utc().timestamp_micros().to_be_bytes()));
    field(actor_id.as_ref().map(|id| &id.0.as_bytes()[..]));
    field(Some(operation.as_bytes()));
    field(Some(object.as_bytes()));
    field(address.as_deref().map(str::as_bytes));
    field(Some(request_id.as_bytes()));
    field(project_id.as_ref().map(|id| &id.0.as_bytes()[..]));
    field(impersonator_id.as_ref().map(|id| &id.0.as_bytes()[..]));
    field(api_key_id.as_ref().map(|id| &id.0.as_bytes()[..]));
    field(changes.as_deref().map(str::as_bytes));
    digest.finalize().to_vec()
}

/// When an id was made: the first 48 bits of a UUID of version 7 (RFC 9562 §5.7).
fn milliseconds(id: AuditId) -> u64 {
    u64::try_from(id.0.as_u128() >> 80).unwrap_or_default()
}

/// The least id that can have been made at an instant.
fn beginning_at(milliseconds: u64) -> Uuid {
    Uuid::from_u128(u128::from(milliseconds) << 80)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::types::Instant;
    use chrono::DateTime;

    fn entry() -> EntryRow {
        EntryRow {
            id: AuditId::fresh(),
            at: Instant::from(DateTime::UNIX_EPOCH),
            actor_id: None,
            operation: "sign_in".to_owned(),
            object: "ana".to_owned(),
            address: Some("127.0.0.1".to_owned()),
            request_id: "r".to_owned(),
            project_id: None,
            impersonator_id: None,
            api_key_id: None,
            changes: None,
        }
    }

    #[test]
    fn every_field_counts_and_none_can_be_shifted_into_the_next() {
        let known = entry();
        let same = |change: fn(&mut EntryRow)| {
            let mut other = known.clone();
            change(&mut other);
            hash(b"before", &other) == hash(b"before", &known)
        };
        assert!(same(|_| {}));
        assert!(!same(|entry| entry.object.push('a')));
        assert!(!same(|entry| entry.address = None));
        assert!(!same(|entry| entry.changes = Some(String::new())));
        assert!(!same(|entry| entry.actor_id = Some(crate::ids::UserId(Uuid::nil()))));
        assert!(!same(|entry| {
            entry.operation = "sign_ina".to_owned();
            entry.object = "na".to_owned();
        }));
        assert_ne!(hash(b"before", &known), hash(b"another", &known));
    }

    #[test]
    fn an_id_tells_when_it_was_made() {
        let id = entry().id;
        assert!(AuditId(beginning_at(milliseconds(id))) <= id);
        assert!(AuditId(beginning_at(milliseconds(id) + 1)) > id);
    }
}
