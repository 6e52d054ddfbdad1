//! What is kept of people: copied, taken out, and removed when its time is over. Letters go before the
//! notices that they are of.

use crate::db::DbConnection;
use crate::db::removal::remove_oldest;
use crate::db::schema::{
    desk_notices, digest_cases, digest_preferences, mails, notice_preferences, notices, tickets,
};
use crate::db::types::{Instant, Word};
use crate::error::Result;
use crate::ids::{MailId, ProjectId, TicketId, UserId};
use chrono::{DateTime, Utc};
use contract::notifications::{DeskNoticeKind, MailState, NoticeKind};
use diesel::prelude::*;
use serde::Serialize;

/// What is kept of what a person was told.
#[derive(Clone, Debug, Serialize)]
pub struct Kept {
    /// In the bell.
    pub notices: Vec<KeptNotice>,
    /// In the bell too, of the settings of projects.
    pub desk: Vec<KeptDeskNotice>,
    /// By mail.
    pub letters: Vec<KeptLetter>,
}

/// A notice.
#[derive(Clone, Debug, Serialize)]
pub struct KeptNotice {
    /// What it told.
    pub kind: NoticeKind,
    /// Number of the case.
    pub ticket: String,
    /// When they were told.
    pub at: DateTime<Utc>,
    /// When they read it.
    pub read_at: Option<DateTime<Utc>>,
}

/// A notice of the settings of a project.
#[derive(Clone, Debug, Serialize)]
pub struct KeptDeskNotice {
    /// What it told.
    pub kind: DeskNoticeKind,
    /// What it was about.
    pub subject: String,
    /// When they were told.
    pub at: DateTime<Utc>,
    /// When they read it.
    pub read_at: Option<DateTime<Utc>>,
}

/// A letter.
#[derive(Clone, Debug, Serialize)]
pub struct KeptLetter {
    /// To which address.
    pub recipient: String,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub text: String,
    /// Where it is.
    pub state: MailState,
    /// When it was written.
    pub written_at: DateTime<Utc>,
    /// When the mail server took it.
    pub sent_at: Option<DateTime<Utc>>,
}

type NoticeRow = (Word<NoticeKind>, String, Instant, Option<Instant>);
type DeskRow = (Word<DeskNoticeKind>, String, Instant, Option<Instant>);
type LetterRow = (String, String, String, Word<MailState>, Instant, Option<Instant>);

/// What is kept of what a person was told, of some projects or all.
pub fn kept_of(
    connection: &mut DbConnection,
    person: UserId,
    projects: Option<&[ProjectId]>,
) -> Result<Kept> {
    let mut told = notices::table
        .inner_join(tickets::table.on(tickets::id.eq(notices::ticket_id)))
        .filter(notices::user_id.eq(person))
        .order(notices::id)
        .select((notices::kind, tickets::number, notices::created_at, notices::read_at))
        .into_boxed();
    let mut of_the_desk = desk_notices::table
        .filter(desk_notices::user_id.eq(person))
        .order(desk_notices::id)
        .select((desk_notices::kind, desk_notices::subject, desk_notices::created_at, desk_notices::read_at))
        .into_boxed();
    let mut sent = mails::table
        .filter(mails::user_id.eq(person))
        .order(mails::id)
        .select((
            mails::recipient,
            mails::subject,
            mails::body_text,
            mails::state,
            mails::created_at,
            mails::sent_at,
        ))
        .into_boxed();
    if let Some(projects) = projects {
        told = told.filter(tickets::project_id.eq_any(projects.to_vec()));
        of_the_desk = of_the_desk.filter(desk_notices::project_id.eq_any(projects.to_vec()));
        sent = sent.filter(mails::project_id.eq_any(projects.to_vec()));
    }
    let notice = |(kind, ticket, at, read_at): NoticeRow| KeptNotice {
        kind: kind.0,
        ticket,
        at: at.utc(),
        read_at: read_at.map(Instant::utc),
    };
    let desk_notice = |(kind, subject, at, read_at): DeskRow| KeptDeskNotice {
        kind: kind.0,
        subject,
        at: at.utc(),
        read_at: read_at.map(Instant::utc),
    };
    let letter = |(recipient, subject, text, state, written_at, sent_at): LetterRow| KeptLetter {
        recipient,
        subject,
        text,
        state: state.0,
        written_at: written_at.utc(),
        sent_at: sent_at.map(Instant::utc),
    };
    Ok(Kept {
        notices: told.load::<NoticeRow>(connection)?.into_iter().map(notice).collect(),
        desk: of_the_desk.load::<DeskRow>(connection)?.into_iter().map(desk_notice).collect(),
        letters: sent.load::<LetterRow>(connection)?.into_iter().map(letter).collect(),
    })
}

/// A person was told nothing, and wants nothing of it; nobody keeps a letter about their cases.
pub fn forget_person(connection: &mut DbConnection, person: UserId) -> Result<()> {
    let theirs = tickets::table
        .filter(tickets::requester_id.eq(person))
        .select(tickets::id)
        .load::<TicketId>(connection)?;
    for ticket in theirs {
        forget_ticket(connection, ticket)?;
    }
    diesel::delete(mails::table.filter(mails::user_id.eq(person))).execute(connection)?;
    diesel::delete(notices::table.filter(notices::user_id.eq(person))).execute(connection)?;
    diesel::delete(desk_notices::table.filter(desk_notices::user_id.eq(person))).execute(connection)?;
    diesel::delete(notice_preferences::table.filter(notice_preferences::user_id.eq(person)))
        .execute(connection)?;
    diesel::delete(digest_preferences::table.find(person)).execute(connection)?;
    Ok(())
}

/// Nobody was told of a case.
pub fn forget_ticket(connection: &mut DbConnection, ticket: TicketId) -> Result<()> {
    let summaries: Vec<MailId> = digest_cases::table
        .filter(digest_cases::ticket_id.eq(ticket))
        .select(digest_cases::mail_id)
        .load(connection)?;
    diesel::delete(mails::table.filter(mails::id.eq_any(summaries))).execute(connection)?;
    diesel::delete(mails::table.filter(mails::ticket_id.eq(ticket))).execute(connection)?;
    diesel::delete(notices::table.filter(notices::ticket_id.eq(ticket))).execute(connection)?;
    Ok(())
}

/// Who was told of a case, each once.
pub(in crate::notifications) fn told_of(
    connection: &mut DbConnection,
    ticket: TicketId,
) -> Result<Vec<UserId>> {
    let mut people = notices::table
        .filter(notices::ticket_id.eq(ticket))
        .order(notices::user_id)
        .select(notices::user_id)
        .load::<UserId>(connection)?;
    people.dedup();
    Ok(people)
}

/// A person was not told of a case.
pub(in crate::notifications) fn forget_of(
    connection: &mut DbConnection,
    person: UserId,
    ticket: TicketId,
) -> Result<()> {
    let summaries: Vec<MailId> = digest_cases::table
        .filter(digest_cases::ticket_id.eq(ticket))
        .select(digest_cases::mail_id)
        .load(connection)?;
    diesel::delete(mails::table.filter(mails::user_id.eq(person).and(mails::id.eq_any(summaries))))
        .execute(connection)?;
    diesel::delete(mails::table.filter(mails::user_id.eq(person).and(mails::ticket_id.eq(ticket))))
        .execute(connection)?;
    diesel::delete(notices::table.filter(notices::user_id.eq(person).and(notices::ticket_id.eq(ticket))))
        .execute(connection)?;
    Ok(())
}

/// Removes some of the letters from before an instant; how many.
pub(in crate::notifications) fn forget_letters(
    connection: &mut DbConnection,
    before: DateTime<Utc>,
) -> Result<usize> {
    Ok(remove_oldest!(connection, mails::table, mails::created_at, before))
}

/// Removes some of the notices from before an instant, whose letters are gone; how many.
pub(in crate::notifications) fn forget_notices(
    connection: &mut DbConnection,
    before: DateTime<Utc>,
) -> Result<usize> {
    Ok(remove_oldest!(connection, notices::table, notices::created_at, before))
}
