//! Letters on their way.

use crate::db::DbConnection;
use crate::db::dialect::PerEngine;
use crate::db::schema::{mails, notices, ticket_events, tickets};
use crate::db::types::{Instant, Word};
use crate::error::{Error, Result};
use crate::ids::{MailId, NoticeId, ProjectId, TicketId, UserId};
use crate::outbound::letter;
use crate::outbound::mail::Envelope;
use chrono::{DateTime, Utc};
use contract::notifications::{Mail, MailState};
use contract::tickets::Visibility;
use diesel::prelude::*;

/// How much is kept of what a mail server says, in characters.
const LONGEST_FAULT: usize = 500;

/// A letter to be kept until it is sent.
pub(in crate::notifications) struct NewMail<'a> {
    pub(in crate::notifications) notice: Option<NoticeId>,
    pub(in crate::notifications) project: Option<ProjectId>,
    pub(in crate::notifications) ticket: Option<TicketId>,
    pub(in crate::notifications) user: UserId,
    pub(in crate::notifications) recipient: &'a str,
    pub(in crate::notifications) message_id: String,
    pub(in crate::notifications) thread_id: Option<String>,
    /// To which address it is answered.
    pub(in crate::notifications) reply_to: Option<String>,
    /// The mails of the person that it answers.
    pub(in crate::notifications) answers: Vec<String>,
    pub(in crate::notifications) letter: &'a letter::Letter,
    pub(in crate::notifications) next_at: DateTime<Utc>,
    pub(in crate::notifications) now: DateTime<Utc>,
}

impl<'a> NewMail<'a> {
    /// A letter about no case, which is answered to nobody and sent at once.
    pub(in crate::notifications) fn apart(
        project: Option<ProjectId>,
        (user, recipient): (UserId, &'a str),
        domain: &str,
        letter: &'a letter::Letter,
        now: DateTime<Utc>,
    ) -> Self {
        Self {
            notice: None,
            project,
            ticket: None,
            user,
            recipient,
            message_id: format!("{}@{domain}", MailId::fresh()),
            thread_id: None,
            reply_to: None,
            answers: Vec::new(),
            letter,
            next_at: now,
            now,
        }
    }
}

/// Keeps a letter; its id.
pub(in crate::notifications) fn insert_mail(
    connection: &mut DbConnection,
    mail: &NewMail<'_>,
) -> Result<MailId> {
    let id = MailId::fresh();
    let NewMail {
        notice,
        project,
        ticket,
        user,
        recipient,
        message_id,
        thread_id,
        reply_to,
        answers,
        letter,
        next_at,
        now,
    } = mail;
    let answers = (!answers.is_empty()).then(|| answers.join(" "));
    diesel::insert_into(mails::table)
        .values((
            (
                mails::id.eq(id),
                mails::notice_id.eq(*notice),
                mails::project_id.eq(*project),
                mails::ticket_id.eq(*ticket),
                mails::user_id.eq(Some(*user)),
                mails::recipient.eq(*recipient),
                mails::message_id.eq(message_id),
                mails::thread_id.eq(thread_id.as_deref()),
            ),
            (
                mails::subject.eq(&letter.subject),
                mails::body_text.eq(&letter.text),
                mails::body_html.eq(&letter.html),
                mails::state.eq(Word(MailState::Waiting)),
                mails::attempts.eq(0),
                mails::next_at.eq(Some(Instant::from(*next_at))),
                mails::created_at.eq(Instant::from(*now)),
                mails::reply_to.eq(reply_to.as_deref()),
                mails::answers.eq(answers),
            ),
        ))
        .execute(connection)?;
    Ok(id)
}

/// A letter that this replica is to send.
pub(in crate::notifications) struct Claimed {
    pub(in crate::notifications) id: MailId,
    /// How often it was tried before.
    pub(in crate::notifications) attempts: i32,
    pub(in crate::notifications) envelope: Envelope,
}

/// Whether the time of any letter has come.
pub(in crate::notifications) fn is_due(connection: &mut DbConnection, now: DateTime<Utc>) -> Result<bool> {
    let first = mails::table
        .filter(mails::next_at.le(Instant::from(now)))
        .select(mails::id)
        .first::<MailId>(connection)
        .optional()?;
    Ok(first.is_some())
}

/// Claims letters whose time has come, the longest waiting first: until `until` nobody else does.
pub(in crate::notifications) fn claim(
    connection: &mut DbConnection,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
    most: i64,
) -> Result<Vec<Claimed>> {
    let due = || {
        mails::table
            .filter(mails::next_at.le(Instant::from(now)))
            .order((mails::next_at, mails::id))
            .limit(most)
            .select(mails::id)
    };
    let ids: Vec<MailId> =
        PerEngine { postgres: due().for_update().skip_locked(), sqlite: due() }.get_results(connection)?;
    diesel::update(mails::table.filter(mails::id.eq_any(&ids)))
        .set((mails::state.eq(Word(MailState::Sending)), mails::next_at.eq(Some(Instant::from(until)))))
        .execute(connection)?;
    // In the order they were written: whoever reads them reads what happened first, first.
    let rows = mails::table
        .filter(mails::id.eq_any(&ids))
        .order(mails::id)
        .select(MailRow::as_select())
        .load(connection)?;
    let claimed = |row: MailRow| {
        let MailRow {
            id,
            attempts,
            recipient,
            message_id,
            thread_id,
            subject,
            body_text,
            body_html,
            reply_to,
            answers,
        } = row;
        let answers = answers.unwrap_or_default();
        let answers = answers.split(' ').map(str::to_owned);
        let envelope = Envelope {
            recipient,
            message_id,
            thread_id,
            reply_to,
            answers: answers.filter(|id| !id.is_empty()).collect(),
            subject,
            text: body_text,
            html: body_html,
        };
        Claimed { id, attempts, envelope }
    };
    Ok(rows.into_iter().map(claimed).collect())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = mails)]
struct MailRow {
    id: MailId,
    attempts: i32,
    recipient: String,
    message_id: String,
    thread_id: Option<String>,
    subject: String,
    body_text: String,
    body_html: String,
    reply_to: Option<String>,
    answers: Option<String>,
}

/// The mail server has taken a letter.
pub(in crate::notifications) fn sent(
    connection: &mut DbConnection,
    id: MailId,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::update(mails::table.find(id))
        .set((
            mails::state.eq(Word(MailState::Sent)),
            mails::attempts.eq(mails::attempts + 1),
            mails::next_at.eq(None::<Instant>),
            mails::last_fault.eq(None::<String>),
            mails::sent_at.eq(Some(Instant::from(now))),
        ))
        .execute(connection)?;
    Ok(())
}

/// A try failed; the next one, or none.
pub(in crate::notifications) fn failed(
    connection: &mut DbConnection,
    id: MailId,
    what: &str,
    next: Option<DateTime<Utc>>,
) -> Result<()> {
    let state = if next.is_some() { MailState::Waiting } else { MailState::Dead };
    diesel::update(mails::table.find(id))
        .set((
            mails::state.eq(Word(state)),
            mails::attempts.eq(mails::attempts + 1),
            mails::next_at.eq(next.map(Instant::from)),
            mails::last_fault.eq(Some(what.chars().take(LONGEST_FAULT).collect::<String>())),
        ))
        .execute(connection)?;
    Ok(())
}

type ShownMail = (
    (MailId, Option<String>, String, String),
    (Word<MailState>, i32, Option<Instant>, Option<String>, Instant, Option<Instant>, Option<Instant>),
);

/// Letters of the projects of an administrator, newest first.
pub(in crate::notifications) fn letters(
    connection: &mut DbConnection,
    projects: &[ProjectId],
    state: Option<MailState>,
    before: Option<MailId>,
    limit: i64,
) -> Result<Vec<Mail>> {
    let mut query = mails::table
        .left_join(tickets::table.on(tickets::id.nullable().eq(mails::ticket_id)))
        .filter(mails::project_id.eq_any(projects.to_vec()))
        .order(mails::id.desc())
        .limit(limit + 1)
        .select((
            (mails::id, tickets::number.nullable(), mails::recipient, mails::subject),
            (
                mails::state,
                mails::attempts,
                mails::next_at,
                mails::last_fault,
                mails::created_at,
                mails::sent_at,
                mails::bounced_at,
            ),
        ))
        .into_boxed();
    if let Some(state) = state {
        query = query.filter(mails::state.eq(Word(state)));
    }
    if let Some(before) = before {
        query = query.filter(mails::id.lt(before));
    }
    let wire = |(head, (state, attempts, next, last_fault, created, sent, bounced)): ShownMail| {
        let (id, ticket, recipient, subject) = head;
        Mail {
            id: id.0,
            ticket,
            recipient,
            subject,
            state: state.0,
            attempts,
            next_at: next.map(Instant::utc),
            last_fault,
            created_at: created.utc(),
            sent_at: sent.map(Instant::utc),
            bounced_at: bounced.map(Instant::utc),
        }
    };
    Ok(query.load::<ShownMail>(connection)?.into_iter().map(wire).collect())
}

/// Puts a letter that was given up, or was sent, on its way again.
pub(in crate::notifications) fn send_again(
    connection: &mut DbConnection,
    projects: &[ProjectId],
    id: MailId,
    now: DateTime<Utc>,
) -> Result<()> {
    let ended = [MailState::Dead, MailState::Sent].map(Word).to_vec();
    let changed = diesel::update(
        mails::table
            .find(id)
            .filter(mails::project_id.eq_any(projects.to_vec()).and(mails::state.eq_any(ended))),
    )
    .set((
        mails::state.eq(Word(MailState::Waiting)),
        mails::attempts.eq(0),
        mails::next_at.eq(Some(Instant::from(now))),
        mails::bounced_at.eq(None::<Instant>),
    ))
    .execute(connection)?;
    if changed == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// A letter, as an answer to it knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// About which case it was.
    pub ticket: TicketId,
    /// To which address it went.
    pub recipient: String,
    /// Its own id.
    pub message_id: String,
    /// Whether it told of what is for the desk alone, or another that was asked for did.
    pub internal: bool,
    /// Whether the first that was asked for is one that told of what everybody may read, and none is internal.
    pub public: bool,
}

type LetterRow = (Option<TicketId>, String, String, Option<Word<Visibility>>);

/// The latest letter about a case with one of these ids, of which the first is what is answered. It is for the
/// desk alone if any of them was: whoever answers several answers what is internal too.
pub fn letter_of(connection: &mut DbConnection, message_ids: &[String]) -> Result<Option<Letter>> {
    let found = mails::table
        .left_join(notices::table.on(notices::id.nullable().eq(mails::notice_id)))
        .left_join(ticket_events::table.on(ticket_events::id.eq(notices::event_id)))
        .filter(mails::message_id.eq_any(message_ids.to_vec()))
        .order(mails::id.desc())
        .select((mails::ticket_id, mails::recipient, mails::message_id, ticket_events::visibility.nullable()))
        .load::<LetterRow>(connection)?;
    let is = |visibility: Option<&Word<Visibility>>, wanted: Visibility| {
        visibility.is_some_and(|word| word.0 == wanted)
    };
    let internal = found.iter().any(|(.., visibility)| is(visibility.as_ref(), Visibility::Internal));
    let answered = message_ids.first();
    let public = !internal
        && found.iter().any(|(_, _, message_id, visibility)| {
            answered == Some(message_id) && is(visibility.as_ref(), Visibility::Public)
        });
    Ok(found.into_iter().next().and_then(|(ticket, recipient, message_id, _)| {
        Some(Letter { ticket: ticket?, recipient, message_id, internal, public })
    }))
}

/// Notes that a letter has come back, and why.
pub fn came_back(
    connection: &mut DbConnection,
    message_id: &str,
    what: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::update(mails::table.filter(mails::message_id.eq(message_id)))
        .set((
            mails::bounced_at.eq(Some(Instant::from(now))),
            mails::last_fault.eq(Some(what.chars().take(LONGEST_FAULT).collect::<String>())),
        ))
        .execute(connection)?;
    Ok(())
}
