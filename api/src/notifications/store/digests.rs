//! Letters that are gathered: what people have chosen, and what waits for its summary.

use crate::db::DbConnection;
use crate::db::dialect::PerEngine;
use crate::db::schema::{digest_cases, digest_entries, digest_preferences, notices};
use crate::db::types::{Instant, Word};
use crate::error::Result;
use crate::ids::{EventId, MailId, NoticeId, TicketId, UserId};
use chrono::{DateTime, Utc};
use contract::notifications::{Digest, NoticeKind};
use diesel::prelude::*;

/// When the daily summary comes while nobody has said otherwise: as the desk opens, in whole hours.
const USUAL_HOUR: u8 = 7;

/// How much one summary tells at most; the rest is in the next.
const MOST: i64 = 60;

/// When a person's letters come, and the hour of a daily summary.
pub(in crate::notifications) fn digest(connection: &mut DbConnection, user: UserId) -> Result<(Digest, u8)> {
    let kept = digest_preferences::table
        .find(user)
        .select((digest_preferences::digest, digest_preferences::hour))
        .first::<(Word<Digest>, i32)>(connection)
        .optional()?;
    Ok(kept.map_or((Digest::AtOnce, USUAL_HOUR), |(digest, hour)| {
        (digest.0, u8::try_from(hour).unwrap_or(USUAL_HOUR))
    }))
}

/// Keeps when a person's letters come.
pub(in crate::notifications) fn prefer_digest(
    connection: &mut DbConnection,
    user: UserId,
    digest: Digest,
    hour: u8,
) -> Result<()> {
    diesel::delete(digest_preferences::table.find(user)).execute(connection)?;
    diesel::insert_into(digest_preferences::table)
        .values((
            digest_preferences::user_id.eq(user),
            digest_preferences::digest.eq(Word(digest)),
            digest_preferences::hour.eq(i32::from(hour)),
        ))
        .execute(connection)?;
    Ok(())
}

/// Whoever wants each letter at once waits no longer for what was gathered before.
pub(in crate::notifications) fn hasten(
    connection: &mut DbConnection,
    user: UserId,
    now: DateTime<Utc>,
) -> Result<()> {
    let now = Instant::from(now);
    diesel::update(
        digest_entries::table.filter(digest_entries::user_id.eq(user).and(digest_entries::due_at.gt(now))),
    )
    .set(digest_entries::due_at.eq(now))
    .execute(connection)?;
    Ok(())
}

/// Puts a notice with those that wait for a person's summary.
pub(in crate::notifications) fn gather(
    connection: &mut DbConnection,
    notice: NoticeId,
    user: UserId,
    due_at: DateTime<Utc>,
) -> Result<()> {
    diesel::insert_into(digest_entries::table)
        .values((
            digest_entries::notice_id.eq(notice),
            digest_entries::user_id.eq(user),
            digest_entries::due_at.eq(Instant::from(due_at)),
        ))
        .execute(connection)?;
    Ok(())
}

/// Somebody whose summary's time has come, of those after one.
pub(in crate::notifications) fn next_due(
    connection: &mut DbConnection,
    now: DateTime<Utc>,
    after: Option<UserId>,
) -> Result<Option<UserId>> {
    let mut query = digest_entries::table
        .filter(digest_entries::due_at.le(Instant::from(now)))
        .order(digest_entries::user_id)
        .select(digest_entries::user_id)
        .into_boxed();
    if let Some(after) = after {
        query = query.filter(digest_entries::user_id.gt(after));
    }
    Ok(query.first(connection).optional()?)
}

/// Takes away what is due of a person, first to last and up to [`MOST`], for the rest of this transaction to write.
pub(in crate::notifications) fn take_gathered(
    connection: &mut DbConnection,
    user: UserId,
    now: DateTime<Utc>,
) -> Result<Vec<(NoticeKind, EventId)>> {
    let due = || {
        digest_entries::table
            .filter(digest_entries::user_id.eq(user).and(digest_entries::due_at.le(Instant::from(now))))
            .order(digest_entries::notice_id)
            .limit(MOST)
            .select(digest_entries::notice_id)
    };
    let taken: Vec<NoticeId> =
        PerEngine { postgres: due().for_update().skip_locked(), sqlite: due() }.get_results(connection)?;
    diesel::delete(digest_entries::table.filter(digest_entries::notice_id.eq_any(&taken)))
        .execute(connection)?;
    let rows = notices::table
        .filter(notices::id.eq_any(&taken))
        .order(notices::id)
        .select((notices::kind, notices::event_id))
        .load::<(Word<NoticeKind>, EventId)>(connection)?;
    Ok(rows.into_iter().map(|(kind, event)| (kind.0, event)).collect())
}

/// Notes which cases a summary speaks of.
pub(in crate::notifications) fn note_cases(
    connection: &mut DbConnection,
    mail: MailId,
    cases: &[TicketId],
) -> Result<()> {
    for case in cases {
        diesel::insert_into(digest_cases::table)
            .values((digest_cases::mail_id.eq(mail), digest_cases::ticket_id.eq(*case)))
            .execute(connection)?;
    }
    Ok(())
}
