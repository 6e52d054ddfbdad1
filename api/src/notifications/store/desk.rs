//! Notices of the settings of a project, for its administrators.

use crate::db::DbConnection;
use crate::db::removal::remove_oldest;
use crate::db::schema::{desk_notices, projects};
use crate::db::types::{Instant, Word};
use crate::error::Result;
use crate::ids::{NoticeId, ProjectId, UserId};
use chrono::{DateTime, Utc};
use contract::notifications::{DeskNotice, DeskNoticeKind};
use contract::reference::NamedRef;
use diesel::prelude::*;

/// How many are shown.
const SHOWN: i64 = 20;

/// A notice to be written.
pub(in crate::notifications) struct NewDeskNotice<'a> {
    pub(in crate::notifications) user: UserId,
    pub(in crate::notifications) project: ProjectId,
    pub(in crate::notifications) kind: DeskNoticeKind,
    pub(in crate::notifications) subject: &'a str,
    pub(in crate::notifications) page: &'a str,
    pub(in crate::notifications) now: DateTime<Utc>,
}

/// Writes a notice.
pub(in crate::notifications) fn insert_desk_notice(
    connection: &mut DbConnection,
    notice: &NewDeskNotice<'_>,
) -> Result<()> {
    let NewDeskNotice { user, project, kind, subject, page, now } = notice;
    diesel::insert_into(desk_notices::table)
        .values((
            desk_notices::id.eq(NoticeId::fresh()),
            desk_notices::user_id.eq(*user),
            desk_notices::project_id.eq(*project),
            desk_notices::kind.eq(Word(*kind)),
            desk_notices::subject.eq(*subject),
            desk_notices::page.eq(*page),
            desk_notices::created_at.eq(Instant::from(*now)),
        ))
        .execute(connection)?;
    Ok(())
}

type Row = (
    (NoticeId, Word<DeskNoticeKind>, String, String),
    (ProjectId, String, String),
    (Instant, Option<Instant>),
);

/// The latest of a person's notices of some projects, newest first.
pub(in crate::notifications) fn desk_notices_of(
    connection: &mut DbConnection,
    user: UserId,
    projects: &[ProjectId],
    unread: bool,
) -> Result<Vec<DeskNotice>> {
    let mut query = desk_notices::table
        .inner_join(projects::table.on(projects::id.eq(desk_notices::project_id)))
        .filter(desk_notices::user_id.eq(user))
        .filter(desk_notices::project_id.eq_any(projects.to_vec()))
        .order(desk_notices::id.desc())
        .limit(SHOWN)
        .select((
            (desk_notices::id, desk_notices::kind, desk_notices::subject, desk_notices::page),
            (projects::id, projects::key, projects::name),
            (desk_notices::created_at, desk_notices::read_at),
        ))
        .into_boxed();
    if unread {
        query = query.filter(desk_notices::read_at.is_null());
    }
    let wire = |((id, kind, subject, page), (project, key, name), (at, read_at)): Row| DeskNotice {
        id: id.0,
        kind: kind.0,
        project: NamedRef { id: project.0, key, name },
        subject,
        page,
        at: at.utc(),
        read_at: read_at.map(Instant::utc),
    };
    Ok(query.load::<Row>(connection)?.into_iter().map(wire).collect())
}

/// How many of them a person has not read.
pub(super) fn unread_of_the_desk(connection: &mut DbConnection, user: UserId) -> Result<i64> {
    Ok(desk_notices::table
        .filter(desk_notices::user_id.eq(user).and(desk_notices::read_at.is_null()))
        .count()
        .get_result(connection)?)
}

/// Marks a person's notices as read: some, or all.
pub(super) fn mark_read_of_the_desk(
    connection: &mut DbConnection,
    user: UserId,
    ids: Option<Vec<NoticeId>>,
    now: DateTime<Utc>,
) -> Result<()> {
    let unread = desk_notices::user_id.eq(user).and(desk_notices::read_at.is_null());
    let read = desk_notices::read_at.eq(Some(Instant::from(now)));
    match ids {
        Some(ids) => diesel::update(desk_notices::table.filter(unread.and(desk_notices::id.eq_any(ids))))
            .set(read)
            .execute(connection)?,
        None => diesel::update(desk_notices::table.filter(unread)).set(read).execute(connection)?,
    };
    Ok(())
}

/// Removes some of those from before an instant; how many.
pub(in crate::notifications) fn forget_desk_notices(
    connection: &mut DbConnection,
    before: DateTime<Utc>,
) -> Result<usize> {
    Ok(remove_oldest!(connection, desk_notices::table, desk_notices::created_at, before))
}
