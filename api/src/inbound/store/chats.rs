//! Conversations of chats and their messages, by the hashes of their names.

use crate::db::DbConnection;
use crate::db::removal::remove_oldest;
use crate::db::schema::{chat_conversations, chat_messages};
use crate::db::types::Instant;
use crate::error::Result;
use crate::ids::{InboundSourceId, TicketId};
use chrono::{DateTime, Utc};
use diesel::prelude::*;

/// The case of a conversation.
pub(in crate::inbound) fn conversation(
    connection: &mut DbConnection,
    source: InboundSourceId,
    conversation: &[u8],
) -> Result<Option<TicketId>> {
    Ok(chat_conversations::table
        .find((source, conversation.to_vec()))
        .select(chat_conversations::ticket_id)
        .first(connection)
        .optional()?)
}

/// Keeps what case a conversation is.
pub(in crate::inbound) fn keep_conversation(
    connection: &mut DbConnection,
    source: InboundSourceId,
    conversation: &[u8],
    ticket: TicketId,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::insert_into(chat_conversations::table)
        .values((
            chat_conversations::source_id.eq(source),
            chat_conversations::conversation.eq(conversation.to_vec()),
            chat_conversations::ticket_id.eq(ticket),
            chat_conversations::last_at.eq(Instant::from(now)),
        ))
        .execute(connection)?;
    Ok(())
}

/// Notes that a conversation goes on, and as which case.
pub(in crate::inbound) fn move_conversation(
    connection: &mut DbConnection,
    source: InboundSourceId,
    conversation: &[u8],
    ticket: TicketId,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::update(chat_conversations::table.find((source, conversation.to_vec())))
        .set((chat_conversations::ticket_id.eq(ticket), chat_conversations::last_at.eq(Instant::from(now))))
        .execute(connection)?;
    Ok(())
}

/// The case that a message went to, if it came before.
pub(in crate::inbound) fn message(
    connection: &mut DbConnection,
    source: InboundSourceId,
    message: &[u8],
) -> Result<Option<TicketId>> {
    Ok(chat_messages::table
        .find((source, message.to_vec()))
        .select(chat_messages::ticket_id)
        .first(connection)
        .optional()?)
}

/// Keeps to which case a message went.
pub(in crate::inbound) fn keep_message(
    connection: &mut DbConnection,
    source: InboundSourceId,
    message: &[u8],
    ticket: TicketId,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::insert_into(chat_messages::table)
        .values((
            chat_messages::source_id.eq(source),
            chat_messages::message.eq(message.to_vec()),
            chat_messages::ticket_id.eq(ticket),
            chat_messages::received_at.eq(Instant::from(now)),
        ))
        .execute(connection)?;
    Ok(())
}

/// Deletes some of the messages from before an instant.
pub(in crate::inbound) fn forget_messages(
    connection: &mut DbConnection,
    before: DateTime<Utc>,
) -> Result<usize> {
    Ok(remove_oldest!(connection, chat_messages::table, chat_messages::received_at, before))
}

/// Deletes some of the conversations that have been silent since an instant.
pub(in crate::inbound) fn forget_conversations(
    connection: &mut DbConnection,
    before: DateTime<Utc>,
) -> Result<usize> {
    Ok(remove_oldest!(connection, chat_conversations::table, chat_conversations::last_at, before))
}
