//! Keeping a draft. Of two devices the last one wins, unless it says which version it has seen.

use super::model::DraftKey;
use super::store;
use crate::error::{Error, Result};
use crate::http::Work;
use contract::drafts::Draft;
use serde_json::Value;

/// The most that are kept of one person.
const MOST: i64 = 200;

/// Keeps what has been written so far.
pub(super) fn keep(work: &mut Work<'_>, key: &DraftKey, value: Value) -> Result<Draft> {
    let (me, now) = (work.caller.id, work.now);
    let known = store::version_to_change(work.connection, me, key)?;
    work.if_match.check(known.unwrap_or_default())?;
    // By the clock, so that a draft begun anew is never taken for the one that was sent.
    let version = now.timestamp_micros().max(known.unwrap_or_default() + 1);
    let draft = Draft { key: key.as_str().to_owned(), value, version, updated_at: now };
    if known.is_some() {
        store::update(work.connection, me, &draft)?;
        return Ok(draft);
    }
    if store::count(work.connection, me)? >= MOST {
        return Err(Error::field("key", "draft_count"));
    }
    // Another device may begin it at the same instant.
    if store::insert(work.connection, me, &draft)? { Ok(draft) } else { Err(Error::Stale) }
}
