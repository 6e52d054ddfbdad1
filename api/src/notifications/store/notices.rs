//! Notices, and where people want them.

use super::desk::{mark_read_of_the_desk, unread_of_the_desk};
use crate::db::DbConnection;
use crate::db::dialect::Both;
use crate::db::schema::{notice_preferences, notices, ticket_events, tickets, users};
use crate::db::types::{Instant, Word};
use crate::error::Result;
use crate::ids::{EventId, NoticeId, ProjectId, ServiceId, TicketId, UserId};
use crate::notifications::rules::audience::usual_ways;
use crate::notifications::rules::leaving::is_gathered;
use chrono::{DateTime, Utc};
use contract::notifications::{Notice, NoticeKind, NoticePreferences, NoticeWays};
use contract::reference::PersonRef;
use contract::tickets::Action;
use diesel::prelude::*;
use std::collections::{BTreeMap, HashSet};

/// A notice to be written.
pub(in crate::notifications) struct NewNotice {
    pub(in crate::notifications) user: UserId,
    pub(in crate::notifications) ticket: TicketId,
    pub(in crate::notifications) event: EventId,
    pub(in crate::notifications) kind: NoticeKind,
    pub(in crate::notifications) now: DateTime<Utc>,
}

/// Writes a notice; none when that person has one of that entry already. One that is not wanted in the
/// bell is written as read: its letter refers to it.
pub(in crate::notifications) fn insert_notice(
    connection: &mut DbConnection,
    notice: &NewNotice,
    in_app: bool,
) -> Result<Option<NoticeId>> {
    let NewNotice { user, ticket, event, kind, now } = notice;
    let id = NoticeId::fresh();
    let at = Instant::from(*now);
    let row = (
        notices::id.eq(id),
        notices::user_id.eq(user),
        notices::ticket_id.eq(ticket),
        notices::event_id.eq(event),
        notices::kind.eq(Word(*kind)),
        notices::created_at.eq(at),
        notices::read_at.eq((!in_app).then_some(at)),
    );
    let made =
        Both(diesel::insert_into(notices::table).values(row).on_conflict_do_nothing()).execute(connection)?;
    Ok((made == 1).then_some(id))
}

type NoticeRow = (
    (NoticeId, Word<NoticeKind>, Option<Instant>),
    (TicketId, String, String),
    (ProjectId, Option<ServiceId>, i32, bool),
    (Option<UserId>, Option<String>, Instant, Word<Action>),
    Option<String>,
);

/// What a person was told, with what decides how much of it they may still know.
pub(in crate::notifications) struct Told {
    pub(in crate::notifications) ticket: TicketId,
    pub(in crate::notifications) project: ProjectId,
    pub(in crate::notifications) service: Option<ServiceId>,
    pub(in crate::notifications) priority: u8,
    pub(in crate::notifications) confidential: bool,
    pub(in crate::notifications) action: Action,
    /// As it reads for whoever may open the case.
    pub(in crate::notifications) notice: Notice,
}

/// A person's notices, newest first, each with the ticket it is of.
pub(in crate::notifications) fn list(
    connection: &mut DbConnection,
    user: UserId,
    unread: bool,
    before: Option<NoticeId>,
    limit: i64,
) -> Result<Vec<Told>> {
    let mut query = notices::table
        .inner_join(tickets::table.on(tickets::id.eq(notices::ticket_id)))
        .inner_join(ticket_events::table.on(ticket_events::id.eq(notices::event_id)))
        .left_join(users::table.on(users::id.nullable().eq(ticket_events::actor_id)))
        .filter(notices::user_id.eq(user))
        .order(notices::id.desc())
        .limit(limit + 1)
        .select((
            (notices::id, notices::kind, notices::read_at),
            (tickets::id, tickets::number, tickets::subject),
            (tickets::project_id, tickets::service_id, tickets::priority, tickets::confidential),
            (ticket_events::actor_id, ticket_events::note, ticket_events::at, ticket_events::action),
            users::display_name.nullable(),
        ))
        .into_boxed();
    if unread {
        query = query.filter(notices::read_at.is_null());
    }
    if let Some(before) = before {
        query = query.filter(notices::id.lt(before));
    }
    Ok(query.load::<NoticeRow>(connection)?.into_iter().map(told).collect())
}

fn told((head, case, place, entry, name): NoticeRow) -> Told {
    let (id, kind, read_at) = head;
    let (of, ticket, subject) = case;
    let (project, service, priority, confidential) = place;
    let (actor, note, at, action) = entry;
    let notice = Notice {
        id: id.0,
        kind: kind.0,
        ticket,
        subject,
        occasion: None,
        may_open: true,
        actor: actor.zip(name).map(|(id, display_name)| PersonRef { id: id.0, display_name }),
        note,
        at: at.utc(),
        read_at: read_at.map(Instant::utc),
    };
    let priority = u8::try_from(priority).unwrap_or_default();
    Told { ticket: of, project, service, priority, confidential, action: action.0, notice }
}

/// Who was told of a case by notices of a kind.
pub(in crate::notifications) fn told_as(
    connection: &mut DbConnection,
    ticket: TicketId,
    kind: NoticeKind,
) -> Result<HashSet<UserId>> {
    let told = notices::table
        .filter(notices::ticket_id.eq(ticket).and(notices::kind.eq(Word(kind))))
        .select(notices::user_id)
        .load::<UserId>(connection)?;
    Ok(told.into_iter().collect())
}

/// Who was told of some entries of these tickets.
pub fn told_by(
    connection: &mut DbConnection,
    tickets: &[TicketId],
    events: &[EventId],
) -> Result<HashSet<UserId>> {
    let told = notices::table
        .filter(notices::ticket_id.eq_any(tickets.to_vec()))
        .filter(notices::event_id.eq_any(events.to_vec()))
        .select(notices::user_id)
        .load::<UserId>(connection)?;
    Ok(told.into_iter().collect())
}

/// How many a person has not read: of cases, and of the settings of projects.
pub fn unread(connection: &mut DbConnection, user: UserId) -> Result<i64> {
    let of_cases: i64 = notices::table
        .filter(notices::user_id.eq(user).and(notices::read_at.is_null()))
        .count()
        .get_result(connection)?;
    Ok(of_cases + unread_of_the_desk(connection, user)?)
}

/// Marks a person's notices as read: some, or all, of cases and of the settings of projects.
pub(in crate::notifications) fn mark_read(
    connection: &mut DbConnection,
    user: UserId,
    ids: Option<Vec<NoticeId>>,
    now: DateTime<Utc>,
) -> Result<()> {
    mark_read_of_the_desk(connection, user, ids.clone(), now)?;
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
pub(in crate::notifications) fn ways(
    connection: &mut DbConnection,
    user: UserId,
    kind: NoticeKind,
) -> Result<NoticeWays> {
    let kept = notice_preferences::table
        .find((user, Word(kind)))
        .select((notice_preferences::in_app, notice_preferences::by_mail))
        .first::<(bool, bool)>(connection)
        .optional()?;
    Ok(kept.map_or_else(|| usual_ways(kind), |(in_app, by_mail)| NoticeWays { in_app, by_mail }))
}

/// The same for every kind, and when letters come.
pub(in crate::notifications) fn preferences(
    connection: &mut DbConnection,
    user: UserId,
) -> Result<NoticePreferences> {
    let mut kinds: BTreeMap<_, _> = NoticeKind::ALL.iter().map(|kind| (*kind, usual_ways(*kind))).collect();
    let kept = notice_preferences::table
        .filter(notice_preferences::user_id.eq(user))
        .select((notice_preferences::kind, notice_preferences::in_app, notice_preferences::by_mail))
        .load::<(Word<NoticeKind>, bool, bool)>(connection)?;
    kinds.extend(kept.into_iter().map(|(kind, in_app, by_mail)| (kind.0, NoticeWays { in_app, by_mail })));
    let (digest, digest_hour) = super::digests::digest(connection, user)?;
    let gathered = NoticeKind::ALL.iter().copied().filter(|kind| is_gathered(*kind)).collect();
    Ok(NoticePreferences { kinds, digest, digest_hour, gathered })
}

/// Keeps where a person wants to be told of a kind.
pub(in crate::notifications) fn prefer(
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
