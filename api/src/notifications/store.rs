//! Every query on notices, letters, preferences and templates.

use super::rules::audience::usual_ways;
use crate::db::DbConnection;
use crate::db::dialect::{Both, PerEngine};
use crate::db::schema::{mail_templates, mails, notice_preferences, notices, ticket_events, tickets, users};
use crate::db::types::{Instant, Word};
use crate::error::{Error, Result};
use crate::ids::{EventId, MailId, NoticeId, ProjectId, TicketId, UserId};
use crate::outbound::letter::Letter;
use crate::outbound::mail::Envelope;
use chrono::{DateTime, Utc};
use contract::auth::Locale;
use contract::notifications::{Mail, MailState, Notice, NoticeKind, NoticePreferences, NoticeWays};
use contract::reference::PersonRef;
use diesel::prelude::*;

/// A notice to be written.
pub(super) struct NewNotice {
    pub(super) user: UserId,
    pub(super) ticket: TicketId,
    pub(super) event: EventId,
    pub(super) kind: NoticeKind,
    pub(super) at: DateTime<Utc>,
}

/// Writes a notice; none when that person has one of that entry already. One that is not wanted in the
/// bell is written as read: its letter refers to it.
pub(super) fn insert_notice(
    connection: &mut DbConnection,
    notice: &NewNotice,
    in_app: bool,
) -> Result<Option<NoticeId>> {
    let NewNotice { user, ticket, event, kind, at } = notice;
    let id = NoticeId::fresh();
    let at = Instant::from(*at);
    let row = (
        notices::id.eq(id),
        notices::user_id.eq(user),
        notices::ticket_id.eq(ticket),
        notices::event_id.eq(event),
        notices::kind.eq(Word(*kind)),
        notices::created_at.eq(at),
        notices::read_at.eq((!in_app).then_some(at)),
    );
    let made = Both(diesel::insert_into(notices::table).values(row).on_conflict_do_nothing())
        .execute(connection)?;
    Ok((made == 1).then_some(id))
}

type NoticeRow = (
    NoticeId,
    Word<NoticeKind>,
    (String, String),
    (Option<UserId>, Option<String>, Instant),
    Option<String>,
    Option<Instant>,
);

/// A person's notices, newest first.
pub(super) fn list(
    connection: &mut DbConnection,
    user: UserId,
    unread: bool,
    before: Option<NoticeId>,
    limit: i64,
) -> Result<Vec<Notice>> {
    let mut query = notices::table
        .inner_join(tickets::table.on(tickets::id.eq(notices::ticket_id)))
        .inner_join(ticket_events::table.on(ticket_events::id.eq(notices::event_id)))
        .left_join(users::table.on(users::id.nullable().eq(ticket_events::actor_id)))
        .filter(notices::user_id.eq(user))
        .order(notices::id.desc())
        .limit(limit + 1)
        .select((
            notices::id,
            notices::kind,
            (tickets::number, tickets::subject),
            (ticket_events::actor_id, ticket_events::note, ticket_events::at),
            users::display_name.nullable(),
            notices::read_at,
        ))
        .into_boxed();
    if unread {
        query = query.filter(notices::read_at.is_null());
    }
    if let Some(before) = before {
        query = query.filter(notices::id.lt(before));
    }
    let wire = |(id, kind, (ticket, subject), (actor, note, at), name, read_at): NoticeRow| Notice {
        id: id.0,
        kind: kind.0,
        ticket,
        subject,
        actor: actor.zip(name).map(|(id, display_name)| PersonRef { id: id.0, display_name }),
        note,
        at: at.utc(),
        read_at: read_at.map(|at| at.utc()),
    };
    Ok(query.load::<NoticeRow>(connection)?.into_iter().map(wire).collect())
}

/// How many a person has not read.
pub(super) fn unread(connection: &mut DbConnection, user: UserId) -> Result<i64> {
    Ok(notices::table
        .filter(notices::user_id.eq(user).and(notices::read_at.is_null()))
        .count()
        .get_result(connection)?)
}

/// Marks a person's notices as read: some, or all.
pub(super) fn mark_read(
    connection: &mut DbConnection,
    user: UserId,
    ids: Option<Vec<NoticeId>>,
    now: DateTime<Utc>,
) -> Result<()> {
    let unread = notices::user_id.eq(user).and(notices::read_at.is_null());
    let read = notices::read_at.eq(Some(Instant::from(now)));
    match ids {
        Some(ids) => diesel::update(notices::table.filter(unread.and(notices::id.eq_any(ids))))
            .set(read)
            .execute(connection)?,
        None => diesel::update(notices::table.filter(unread)).set(read).execute(connection)?,
    };
    Ok(())
}

/// Where a person wants to be told of a kind.
pub(super) fn ways(connection: &mut DbConnection, user: UserId, kind: NoticeKind) -> Result<NoticeWays> {
    let kept = notice_preferences::table
        .find((user, Word(kind)))
        .select((notice_preferences::in_app, notice_preferences::by_mail))
        .first::<(bool, bool)>(connection)
        .optional()?;
    Ok(kept.map_or_else(|| usual_ways(kind), |(in_app, by_mail)| NoticeWays { in_app, by_mail }))
}

/// The same for every kind.
pub(super) fn preferences(connection: &mut DbConnection, user: UserId) -> Result<NoticePreferences> {
    let mut kinds: std::collections::BTreeMap<_, _> =
        NoticeKind::ALL.iter().map(|kind| (*kind, usual_ways(*kind))).collect();
    let kept = notice_preferences::table
        .filter(notice_preferences::user_id.eq(user))
        .select((notice_preferences::kind, notice_preferences::in_app, notice_preferences::by_mail))
        .load::<(Word<NoticeKind>, bool, bool)>(connection)?;
    kinds.extend(kept.into_iter().map(|(kind, in_app, by_mail)| (kind.0, NoticeWays { in_app, by_mail })));
    Ok(NoticePreferences { kinds })
}

/// Keeps where a person wants to be told of a kind.
pub(super) fn prefer(
    connection: &mut DbConnection,
    user: UserId,
    kind: NoticeKind,
    ways: NoticeWays,
) -> Result<()> {
    let key = notice_preferences::table.find((user, Word(kind)));
    diesel::delete(key).execute(connection)?;
    diesel::insert_into(notice_preferences::table)
        .values((
            notice_preferences::user_id.eq(user),
            notice_preferences::kind.eq(Word(kind)),
            notice_preferences::in_app.eq(ways.in_app),
            notice_preferences::by_mail.eq(ways.by_mail),
        ))
        .execute(connection)?;
    Ok(())
}

/// The template that an administrator has put in the place of the built-in one.
pub(super) fn template(
    connection: &mut DbConnection,
    project: ProjectId,
    kind: NoticeKind,
    locale: Locale,
) -> Result<Option<String>> {
    Ok(mail_templates::table
        .find((project, Word(kind), Word(locale)))
        .select(mail_templates::source)
        .first(connection)
        .optional()?)
}

/// A letter to be kept until it is sent.
pub(super) struct NewMail<'a> {
    pub(super) notice: Option<NoticeId>,
    pub(super) project: ProjectId,
    pub(super) ticket: TicketId,
    pub(super) user: UserId,
    pub(super) recipient: &'a str,
    pub(super) message_id: String,
    pub(super) thread_id: String,
    pub(super) letter: &'a Letter,
    pub(super) next_at: DateTime<Utc>,
    pub(super) now: DateTime<Utc>,
}

/// Keeps a letter.
pub(super) fn insert_mail(connection: &mut DbConnection, mail: &NewMail<'_>) -> Result<()> {
    let NewMail { notice, project, ticket, user, recipient, message_id, thread_id, letter, next_at, now } = mail;
    diesel::insert_into(mails::table)
        .values((
            (
                mails::id.eq(MailId::fresh()),
                mails::notice_id.eq(notice),
                mails::project_id.eq(Some(project)),
                mails::ticket_id.eq(Some(ticket)),
                mails::user_id.eq(Some(user)),
                mails::recipient.eq(recipient),
                mails::message_id.eq(message_id),
                mails::thread_id.eq(Some(thread_id)),
            ),
            (
                mails::subject.eq(&letter.subject),
                mails::body_text.eq(&letter.text),
                mails::body_html.eq(&letter.html),
                mails::state.eq(Word(MailState::Waiting)),
                mails::attempts.eq(0),
                mails::next_at.eq(Some(Instant::from(*next_at))),
                mails::created_at.eq(Instant::from(*now)),
            ),
        ))
        .execute(connection)?;
    Ok(())
}

/// A letter that this replica is to send.
pub(super) struct Claimed {
    pub(super) id: MailId,
    /// How often it was tried before.
    pub(super) attempts: i32,
    pub(super) envelope: Envelope,
}

/// Whether the time of any letter has come.
pub(super) fn is_due(connection: &mut DbConnection, now: DateTime<Utc>) -> Result<bool> {
    let first = mails::table
        .filter(mails::next_at.le(Instant::from(now)))
        .select(mails::id)
        .first::<MailId>(connection)
        .optional()?;
    Ok(first.is_some())
}

/// Claims letters whose time has come, the longest waiting first: until `until` nobody else does.
pub(super) fn claim(
    connection: &mut DbConnection,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
    most: i64,
) -> Result<Vec<Claimed>> {
    let due = mails::table
        .filter(mails::next_at.le(Instant::from(now)))
        .order(mails::next_at)
        .limit(most)
        .select(mails::id);
    let ids: Vec<MailId> =
        PerEngine { postgres: due.for_update().skip_locked(), sqlite: due }.get_results(connection)?;
    diesel::update(mails::table.filter(mails::id.eq_any(&ids)))
        .set((mails::state.eq(Word(MailState::Sending)), mails::next_at.eq(Some(Instant::from(until)))))
        .execute(connection)?;
    let rows = mails::table.filter(mails::id.eq_any(&ids)).select(MailRow::as_select()).load(connection)?;
    let claimed = |row: MailRow| {
        let MailRow { id, attempts, recipient, message_id, thread_id, reply_to, subject, body_text, body_html } =
            row;
        let envelope =
            Envelope { recipient, message_id, thread_id, reply_to, subject, text: body_text, html: body_html };
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
    reply_to: Option<String>,
    subject: String,
    body_text: String,
    body_html: String,
}

/// The mail server has taken a letter.
pub(super) fn sent(connection: &mut DbConnection, id: MailId, now: DateTime<Utc>) -> Result<()> {
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
pub(super) fn failed(
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
            mails::last_fault.eq(Some(what)),
        ))
        .execute(connection)?;
    Ok(())
}

type ShownMail = (
    (MailId, Option<String>, String, String),
    (Word<MailState>, i32, Option<Instant>, Option<String>, Instant, Option<Instant>),
);

/// Letters of the projects of an administrator, newest first.
pub(super) fn letters(
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
            ),
        ))
        .into_boxed();
    if let Some(state) = state {
        query = query.filter(mails::state.eq(Word(state)));
    }
    if let Some(before) = before {
        query = query.filter(mails::id.lt(before));
    }
    let wire = |((id, ticket, recipient, subject), (state, attempts, next, last_fault, created, sent)): ShownMail| Mail {
        id: id.0,
        ticket,
        recipient,
        subject,
        state: state.0,
        attempts,
        next_at: next.map(|at| at.utc()),
        last_fault,
        created_at: created.utc(),
        sent_at: sent.map(|at| at.utc()),
    };
    Ok(query.load::<ShownMail>(connection)?.into_iter().map(wire).collect())
}

/// Puts a letter that was given up, or was sent, on its way again.
pub(super) fn send_again(
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
    ))
    .execute(connection)?;
    if changed == 1 { Ok(()) } else { Err(Error::NotFound) }
}
