//! What is kept of mails: copied, taken out, and removed when its time is over. The bytes of those that are
//! removed are given back, for whoever removes files.

use crate::db::DbConnection;
use crate::db::schema::{inbound_mails, tickets, users};
use crate::db::types::{Instant, Word};
use crate::error::Result;
use crate::ids::{AttachmentId, InboundMailId, ProjectId, TicketId, UserId};
use crate::inbound::mail::model::LARGEST;
use chrono::{DateTime, TimeDelta, Utc};
use contract::inbound::InboundMailState;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use serde::Serialize;

/// For how many days mails are kept.
pub const KEPT_DAYS: u32 = 90;

/// Mails removed in one transaction.
const BATCH: i64 = 200;

/// What is kept of a mail.
#[derive(Clone, Debug, Serialize)]
pub struct KeptMail {
    /// From which address.
    pub sender: String,
    /// Its subject.
    pub subject: String,
    /// What it says.
    pub body: String,
    /// What it quotes, and its signature.
    pub folded: Option<String>,
    /// What became of it.
    pub state: InboundMailState,
    /// Number of the case that it became, or belongs to.
    pub ticket: Option<String>,
    /// When the desk fetched it.
    pub received_at: DateTime<Utc>,
}

type KeptRow = (String, String, String, Option<String>, Word<InboundMailState>, Option<TicketId>, Instant);

/// The mails of a person, of some projects or all.
pub fn kept_of(
    connection: &mut DbConnection,
    person: UserId,
    projects: Option<&[ProjectId]>,
) -> Result<Vec<KeptMail>> {
    let mut query = inbound_mails::table
        .filter(inbound_mails::user_id.eq(Some(person)))
        .order(inbound_mails::id)
        .select((
            inbound_mails::sender,
            inbound_mails::subject,
            inbound_mails::body,
            inbound_mails::folded,
            inbound_mails::state,
            inbound_mails::ticket_id,
            inbound_mails::received_at,
        ))
        .into_boxed();
    if let Some(projects) = projects {
        query = query.filter(inbound_mails::project_id.eq_any(projects.to_vec()));
    }
    let rows = query.load::<KeptRow>(connection)?;
    let about: Vec<TicketId> = rows.iter().filter_map(|row| row.5).collect();
    // A case of somebody else's is not theirs to be told of.
    let numbers = tickets::table
        .filter(tickets::id.eq_any(about).and(tickets::requester_id.eq(person)))
        .select((tickets::id, tickets::number))
        .load::<(TicketId, String)>(connection)?;
    let kept = |(sender, subject, body, folded, state, ticket, received_at): KeptRow| KeptMail {
        sender,
        subject,
        body,
        folded,
        state: state.0,
        ticket: numbers.iter().find(|(id, _)| Some(*id) == ticket).map(|(_, number)| number.clone()),
        received_at: received_at.utc(),
    };
    Ok(rows.into_iter().map(kept).collect())
}

/// The ids of the mails of a person that a letter to them about a case answers: the first, with which it
/// began, and the last.
pub fn answered_in(connection: &mut DbConnection, ticket: TicketId, person: UserId) -> Result<Vec<String>> {
    let part = [InboundMailState::Registered, InboundMailState::Commented].map(Word).to_vec();
    let mut ids = inbound_mails::table
        .filter(inbound_mails::ticket_id.eq(Some(ticket)).and(inbound_mails::user_id.eq(Some(person))))
        .filter(inbound_mails::state.eq_any(part))
        .order(inbound_mails::id)
        .select(inbound_mails::message_id)
        .load::<String>(connection)?;
    // What has no id of its own cannot be referred to.
    ids.retain(|id| id.contains('@') && id.bytes().all(|sign| sign.is_ascii_graphic()));
    let between = 1..ids.len().saturating_sub(1).max(1);
    ids.drain(between.start.min(ids.len())..between.end.min(ids.len()));
    Ok(ids)
}

/// A person, who still has their address, has sent nothing, and nobody keeps a mail about their cases. The
/// files of what is removed.
pub fn forget_person(connection: &mut DbConnection, person: UserId) -> Result<Vec<AttachmentId>> {
    let theirs = tickets::table
        .filter(tickets::requester_id.eq(person))
        .select(tickets::id)
        .load::<TicketId>(connection)?;
    let mut files = Vec::new();
    for ticket in theirs {
        files.extend(forget_ticket(connection, ticket)?);
    }
    let raw = inbound_mails::table
        .filter(inbound_mails::user_id.eq(Some(person)))
        .select(inbound_mails::raw_id)
        .load::<Option<AttachmentId>>(connection)?;
    diesel::delete(inbound_mails::table.filter(inbound_mails::user_id.eq(Some(person))))
        .execute(connection)?;
    files.extend(raw.into_iter().flatten());
    files.extend(forget_unknown(connection, person)?);
    Ok(files)
}

/// What came from a person's address while the desk did not know whose it was.
fn forget_unknown(connection: &mut DbConnection, person: UserId) -> Result<Vec<AttachmentId>> {
    let address = users::table.find(person).select(users::email).first::<Option<String>>(connection);
    let Some(address) = address.optional()?.flatten() else { return Ok(Vec::new()) };
    let theirs = inbound_mails::user_id.is_null().and(inbound_mails::sender.eq(address.to_lowercase()));
    let raw = inbound_mails::table
        .filter(theirs.clone())
        .select(inbound_mails::raw_id)
        .load::<Option<AttachmentId>>(connection)?;
    diesel::delete(inbound_mails::table.filter(theirs)).execute(connection)?;
    Ok(raw.into_iter().flatten().collect())
}

/// No mail was about a case. The files of what is removed.
pub fn forget_ticket(connection: &mut DbConnection, ticket: TicketId) -> Result<Vec<AttachmentId>> {
    let raw = inbound_mails::table
        .filter(inbound_mails::ticket_id.eq(Some(ticket)))
        .select(inbound_mails::raw_id)
        .load::<Option<AttachmentId>>(connection)?;
    diesel::delete(inbound_mails::table.filter(inbound_mails::ticket_id.eq(Some(ticket))))
        .execute(connection)?;
    Ok(raw.into_iter().flatten().collect())
}

/// Removes some of the mails whose time is over; how many, and their files.
pub fn forget_old(connection: &mut DbConnection, now: DateTime<Utc>) -> Result<(usize, Vec<AttachmentId>)> {
    let before = Instant::from(now - TimeDelta::days(KEPT_DAYS.into()));
    let old = inbound_mails::table
        .filter(inbound_mails::received_at.lt(before))
        .order(inbound_mails::received_at)
        .limit(BATCH)
        .select((inbound_mails::id, inbound_mails::raw_id))
        .load::<(InboundMailId, Option<AttachmentId>)>(connection)?;
    let ids: Vec<_> = old.iter().map(|(id, _)| *id).collect();
    let removed =
        diesel::delete(inbound_mails::table.filter(inbound_mails::id.eq_any(ids))).execute(connection)?;
    Ok((removed, old.into_iter().filter_map(|(_, raw)| raw).collect()))
}

/// The projects of which mails are kept as they came.
pub fn kept_somewhere(connection: &mut DbConnection) -> Result<Vec<ProjectId>> {
    Ok(inbound_mails::table
        .filter(inbound_mails::raw_id.is_not_null())
        .select(inbound_mails::project_id)
        .distinct()
        .load(connection)?)
}

/// While what is kept of a project's mails as they came is more than so many bytes: some of the oldest on which
/// nobody has to decide are kept without them from now on. Their files.
pub fn make_room(connection: &mut DbConnection, project: ProjectId, most: u64) -> Result<Vec<AttachmentId>> {
    // Of larger ones no more than the head is here.
    let largest = i64::try_from(LARGEST).unwrap_or(i64::MAX);
    let kept = inbound_mails::project_id
        .eq(project)
        .and(inbound_mails::raw_id.is_not_null())
        .and(inbound_mails::size_bytes.le(largest));
    let all = inbound_mails::table
        .filter(kept)
        .select(sql::<BigInt>("CAST(coalesce(sum(inbound_mails.size_bytes), 0) AS bigint)"))
        .get_result::<i64>(connection)?;
    let mut excess = all - i64::try_from(most).unwrap_or(i64::MAX);
    if excess <= 0 {
        return Ok(Vec::new());
    }
    let settled = inbound_mails::table
        .filter(kept)
        .filter(inbound_mails::state.ne(Word(InboundMailState::Quarantined)))
        .order((inbound_mails::received_at, inbound_mails::id))
        .limit(BATCH)
        .select((inbound_mails::id, inbound_mails::raw_id, inbound_mails::size_bytes))
        .load::<(InboundMailId, Option<AttachmentId>, i64)>(connection)?;
    let (mut ids, mut files) = (Vec::new(), Vec::new());
    for (id, raw, size) in settled {
        if excess <= 0 {
            break;
        }
        excess -= size;
        ids.push(id);
        files.extend(raw);
    }
    diesel::update(inbound_mails::table.filter(inbound_mails::id.eq_any(ids)))
        .set(inbound_mails::raw_id.eq(None::<AttachmentId>))
        .execute(connection)?;
    Ok(files)
}
