//! The tray: mails as agents see them.

use crate::auth::Caller;
use crate::db::DbConnection;
use crate::db::dialect::for_update;
use crate::db::schema::{inbound_mails, tickets};
use crate::db::types::{Instant, Word};
use crate::error::{Conflict, Error, Result};
use crate::ids::{AttachmentId, InboundMailId, ProjectId, TicketId, UserId};
use crate::tickets::hidden_from;
use contract::auth::Role;
use contract::inbound::{InboundMailState, QuarantineReason};
use diesel::prelude::*;

/// A mail, as it is kept.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = inbound_mails)]
pub(in crate::inbound::mail) struct Row {
    pub(in crate::inbound::mail) id: InboundMailId,
    pub(in crate::inbound::mail) project_id: ProjectId,
    pub(in crate::inbound::mail) mailbox: String,
    pub(in crate::inbound::mail) message_id: String,
    pub(in crate::inbound::mail) state: Word<InboundMailState>,
    pub(in crate::inbound::mail) reason: Option<Word<QuarantineReason>>,
    pub(in crate::inbound::mail) user_id: Option<UserId>,
    pub(in crate::inbound::mail) sender: String,
    pub(in crate::inbound::mail) sender_name: Option<String>,
    pub(in crate::inbound::mail) recipients: String,
    pub(in crate::inbound::mail) subject: String,
    pub(in crate::inbound::mail) body: String,
    pub(in crate::inbound::mail) folded: Option<String>,
    pub(in crate::inbound::mail) size_bytes: i64,
    pub(in crate::inbound::mail) files: i32,
    pub(in crate::inbound::mail) raw_id: Option<AttachmentId>,
    pub(in crate::inbound::mail) sent_at: Option<Instant>,
    pub(in crate::inbound::mail) received_at: Instant,
    pub(in crate::inbound::mail) ticket_id: Option<TicketId>,
    pub(in crate::inbound::mail) handled_by_id: Option<UserId>,
    pub(in crate::inbound::mail) handled_at: Option<Instant>,
}

/// Which mails are listed.
#[derive(Clone, Copy, Debug)]
pub(in crate::inbound::mail) struct Listed {
    pub(in crate::inbound::mail) state: Option<InboundMailState>,
    pub(in crate::inbound::mail) ticket: Option<TicketId>,
    pub(in crate::inbound::mail) before: Option<InboundMailId>,
    pub(in crate::inbound::mail) limit: i64,
}

type Mails<'a> = inbound_mails::BoxedQuery<'a, crate::db::MultiBackend>;

/// The mails of the projects whose desk the caller is of, but for those about cases of which they may not
/// know.
fn readable<'a>(connection: &mut DbConnection, caller: &Caller) -> Result<Mails<'a>> {
    let hidden = hidden_from(connection, caller)?;
    let theirs = caller.projects_as(&[Role::Agent, Role::Admin]);
    // A mailbox of one project gets answers to the letters of all.
    let of_theirs = tickets::table
        .filter(tickets::project_id.eq_any(theirs.clone()).and(tickets::id.ne_all(hidden)))
        .select(tickets::id.nullable());
    let about_none_or_theirs =
        inbound_mails::ticket_id.is_null().or(inbound_mails::ticket_id.eq_any(of_theirs).assume_not_null());
    Ok(inbound_mails::table
        .filter(inbound_mails::project_id.eq_any(theirs))
        .filter(about_none_or_theirs)
        .into_boxed())
}

fn narrowed<'a>(connection: &mut DbConnection, caller: &Caller, which: &Listed) -> Result<Mails<'a>> {
    let mut query = readable(connection, caller)?;
    if let Some(state) = which.state {
        query = query.filter(inbound_mails::state.eq(Word(state)));
    }
    if let Some(ticket) = which.ticket {
        query = query.filter(inbound_mails::ticket_id.eq(Some(ticket)));
    }
    Ok(query)
}

/// Up to one more than `limit`, the newest first, with the number of the case that each is about.
pub(in crate::inbound::mail) fn list(
    connection: &mut DbConnection,
    caller: &Caller,
    which: &Listed,
) -> Result<Vec<(Row, Option<String>)>> {
    let mut query = narrowed(connection, caller, which)?;
    if let Some(before) = which.before {
        query = query.filter(inbound_mails::id.lt(before));
    }
    let rows = query
        .order(inbound_mails::id.desc())
        .limit(which.limit + 1)
        .select(Row::as_select())
        .load(connection)?;
    numbered(connection, rows)
}

/// How many those are in all.
pub(in crate::inbound::mail) fn count(
    connection: &mut DbConnection,
    caller: &Caller,
    which: &Listed,
) -> Result<i64> {
    Ok(narrowed(connection, caller, which)?.count().get_result(connection)?)
}

/// One of them.
pub(in crate::inbound::mail) fn one(
    connection: &mut DbConnection,
    caller: &Caller,
    id: InboundMailId,
) -> Result<(Row, Option<String>)> {
    let row = readable(connection, caller)?
        .filter(inbound_mails::id.eq(id))
        .select(Row::as_select())
        .first(connection)?;
    numbered(connection, vec![row])?.pop().ok_or(Error::NotFound)
}

/// One that waits, to be decided by this transaction.
pub(in crate::inbound::mail) fn waiting(
    connection: &mut DbConnection,
    caller: &Caller,
    id: InboundMailId,
) -> Result<Row> {
    let _: InboundMailId =
        for_update!(inbound_mails::table.find(id).select(inbound_mails::id)).get_result(connection)?;
    let (row, _) = one(connection, caller, id)?;
    if row.state.0 == InboundMailState::Quarantined {
        Ok(row)
    } else {
        Err(Error::Conflict(Conflict::Decided))
    }
}

fn numbered(connection: &mut DbConnection, rows: Vec<Row>) -> Result<Vec<(Row, Option<String>)>> {
    let about: Vec<TicketId> = rows.iter().filter_map(|row| row.ticket_id).collect();
    let numbers = tickets::table
        .filter(tickets::id.eq_any(about))
        .select((tickets::id, tickets::number))
        .load::<(TicketId, String)>(connection)?;
    let number = |row: &Row| {
        let ticket = row.ticket_id?;
        numbers.iter().find(|(id, _)| *id == ticket).map(|(_, number)| number.clone())
    };
    Ok(rows
        .into_iter()
        .map(|row| {
            let number = number(&row);
            (row, number)
        })
        .collect())
}
