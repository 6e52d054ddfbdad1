//! A mail comes in.

use crate::db::DbConnection;
use crate::db::dialect::Both;
use crate::db::schema::{inbound_mails, tickets};
use crate::db::types::{Instant, Word};
use crate::error::Result;
use crate::ids::{AttachmentId, EventId, InboundMailId, ProjectId, TicketId, UserId};
use crate::inbound::mail::model::Mail;
use chrono::{DateTime, TimeDelta, Utc};
use contract::inbound::{InboundMailState, QuarantineReason};
use diesel::prelude::*;

/// How many of those to whom a mail was sent are kept.
const MOST_RECIPIENTS: usize = 100;

/// Whether a mail of a mailbox has been taken before.
pub(in crate::inbound::mail) fn is_known(
    connection: &mut DbConnection,
    mailbox: &str,
    message_id: &str,
) -> Result<bool> {
    let found = inbound_mails::table
        .filter(inbound_mails::mailbox.eq(mailbox).and(inbound_mails::message_id.eq(message_id)))
        .select(inbound_mails::id)
        .first::<InboundMailId>(connection)
        .optional()?;
    Ok(found.is_some())
}

/// What a mail says that was taken.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = inbound_mails)]
pub(in crate::inbound::mail) struct Twin {
    pub(in crate::inbound::mail) sender: String,
    pub(in crate::inbound::mail) subject: String,
    pub(in crate::inbound::mail) body: String,
    pub(in crate::inbound::mail) folded: Option<String>,
    pub(in crate::inbound::mail) files: i32,
    pub(in crate::inbound::mail) raw_id: Option<AttachmentId>,
}

/// The mail of a mailbox that was taken under an id.
pub(in crate::inbound::mail) fn twin(
    connection: &mut DbConnection,
    mailbox: &str,
    message_id: &str,
) -> Result<Option<Twin>> {
    Ok(inbound_mails::table
        .filter(inbound_mails::mailbox.eq(mailbox).and(inbound_mails::message_id.eq(message_id)))
        .select(Twin::as_select())
        .first::<Twin>(connection)
        .optional()?)
}

/// Keeps a mail, until the rest of this transaction has settled what becomes of it; none when somebody
/// else has taken it.
pub(in crate::inbound::mail) fn claim(
    connection: &mut DbConnection,
    mail: &Mail,
    (project, mailbox): (ProjectId, &str),
    raw: AttachmentId,
    now: DateTime<Utc>,
) -> Result<Option<InboundMailId>> {
    let id = InboundMailId::fresh();
    let made = Both(
        diesel::insert_into(inbound_mails::table)
            .values((
                (
                    inbound_mails::id.eq(id),
                    inbound_mails::project_id.eq(project),
                    inbound_mails::mailbox.eq(mailbox),
                    inbound_mails::message_id.eq(&mail.message_id),
                    inbound_mails::state.eq(Word(InboundMailState::Quarantined)),
                    inbound_mails::sender.eq(&mail.sender),
                    inbound_mails::sender_name.eq(mail.sender_name.as_deref()),
                    inbound_mails::recipients.eq(shown_recipients(mail)),
                ),
                (
                    inbound_mails::subject.eq(&mail.subject),
                    inbound_mails::body.eq(&mail.body),
                    inbound_mails::folded.eq(mail.folded.as_deref()),
                    inbound_mails::size_bytes.eq(i64::try_from(mail.size).unwrap_or(i64::MAX)),
                    inbound_mails::files.eq(i32::try_from(mail.files.len()).unwrap_or(i32::MAX)),
                    inbound_mails::raw_id.eq(Some(raw)),
                    inbound_mails::sent_at.eq(mail.sent_at.map(Instant::from)),
                    inbound_mails::received_at.eq(Instant::from(now)),
                ),
            ))
            .on_conflict_do_nothing(),
    )
    .execute(connection)?;
    Ok((made == 1).then_some(id))
}

fn shown_recipients(mail: &Mail) -> String {
    let first = mail.recipients.iter().take(MOST_RECIPIENTS).map(String::as_str);
    first.collect::<Vec<_>>().join(" ")
}

/// What became of a mail.
#[derive(Clone, Copy, Debug)]
pub(in crate::inbound::mail) struct Outcome {
    pub(in crate::inbound::mail) state: InboundMailState,
    pub(in crate::inbound::mail) reason: Option<QuarantineReason>,
    /// Whose mail it is.
    pub(in crate::inbound::mail) person: Option<UserId>,
    pub(in crate::inbound::mail) ticket: Option<TicketId>,
    pub(in crate::inbound::mail) event: Option<EventId>,
    /// Who decided, if not the desk by itself; the reason that there was stays then.
    pub(in crate::inbound::mail) handled: Option<(UserId, DateTime<Utc>)>,
}

/// Notes what became of a mail.
pub(in crate::inbound::mail) fn settle(
    connection: &mut DbConnection,
    id: InboundMailId,
    outcome: &Outcome,
) -> Result<()> {
    let Outcome { state, reason, person, ticket, event, handled } = *outcome;
    if let Some(ticket) = ticket {
        // An answer to a letter is of the project whose case it is about, whosever mailbox it came to.
        let project: ProjectId = tickets::table.find(ticket).select(tickets::project_id).first(connection)?;
        diesel::update(inbound_mails::table.find(id))
            .set(inbound_mails::project_id.eq(project))
            .execute(connection)?;
    }
    diesel::update(inbound_mails::table.find(id))
        .set((
            inbound_mails::state.eq(Word(state)),
            inbound_mails::ticket_id.eq(ticket),
            inbound_mails::event_id.eq(event),
            inbound_mails::user_id.eq(person),
        ))
        .execute(connection)?;
    match handled {
        None => diesel::update(inbound_mails::table.find(id))
            .set(inbound_mails::reason.eq(reason.map(Word)))
            .execute(connection)?,
        Some((by, at)) => diesel::update(inbound_mails::table.find(id))
            .set((
                inbound_mails::handled_by_id.eq(Some(by)),
                inbound_mails::handled_at.eq(Some(Instant::from(at))),
            ))
            .execute(connection)?,
    };
    Ok(())
}

/// How many mails have come from an address within the hour, but for those that others may have sent in its
/// name.
pub(in crate::inbound::mail) fn lately(
    connection: &mut DbConnection,
    sender: &str,
    now: DateTime<Utc>,
) -> Result<u32> {
    let since = Instant::from(now - TimeDelta::hours(1));
    let unproven = Some(Word(QuarantineReason::Unproven));
    let theirs = inbound_mails::reason.is_null().or(inbound_mails::reason.ne(unproven).assume_not_null());
    let count: i64 = inbound_mails::table
        .filter(theirs)
        .filter(inbound_mails::sender.eq(sender).and(inbound_mails::received_at.gt(since)))
        .count()
        .get_result(connection)?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

/// The case that mails with one of these ids are part of.
pub(in crate::inbound::mail) fn ticket_of(
    connection: &mut DbConnection,
    project: ProjectId,
    message_ids: &[String],
) -> Result<Option<TicketId>> {
    let part = [InboundMailState::Registered, InboundMailState::Commented].map(Word).to_vec();
    let found = inbound_mails::table
        .filter(inbound_mails::message_id.eq_any(message_ids.to_vec()))
        .filter(inbound_mails::project_id.eq(project).and(inbound_mails::state.eq_any(part)))
        .filter(inbound_mails::ticket_id.is_not_null())
        .order(inbound_mails::id.desc())
        .select(inbound_mails::ticket_id)
        .first::<Option<TicketId>>(connection)
        .optional()?;
    Ok(found.flatten())
}
