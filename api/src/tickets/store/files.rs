//! Attached files: what is known of them; their bytes are in the file store.

use crate::db::DbConnection;
use crate::db::schema::attachments as table;
use crate::db::types::{Instant, Word};
use crate::error::Result;
use crate::ids::{AttachmentId, TicketId, UserId};
use crate::tickets::model::Attachment;
use contract::tickets::Visibility;
use diesel::prelude::*;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = table)]
struct AttachmentRow {
    id: AttachmentId,
    ticket_id: TicketId,
    file_name: String,
    media_type: String,
    size_bytes: i64,
    sha256: String,
    visibility: Word<Visibility>,
    uploaded_by_id: UserId,
    uploaded_at: Instant,
}

impl From<&Attachment> for AttachmentRow {
    fn from(attachment: &Attachment) -> Self {
        let Attachment {
            id,
            ticket,
            file_name,
            media_type,
            size_bytes,
            sha256,
            visibility,
            uploaded_by,
            uploaded_at,
        } = attachment.clone();
        let (visibility, uploaded_at) = (Word(visibility), uploaded_at.into());
        Self {
            id,
            ticket_id: ticket,
            file_name,
            media_type,
            size_bytes,
            sha256,
            visibility,
            uploaded_by_id: uploaded_by,
            uploaded_at,
        }
    }
}

impl From<AttachmentRow> for Attachment {
    fn from(row: AttachmentRow) -> Self {
        let AttachmentRow {
            id,
            ticket_id,
            file_name,
            media_type,
            size_bytes,
            sha256,
            visibility,
            uploaded_by_id,
            uploaded_at,
        } = row;
        let (visibility, uploaded_at) = (visibility.0, uploaded_at.utc());
        Self {
            id,
            ticket: ticket_id,
            file_name,
            media_type,
            size_bytes,
            sha256,
            visibility,
            uploaded_by: uploaded_by_id,
            uploaded_at,
        }
    }
}

/// Notes a file whose bytes are stored.
pub fn insert_attachment(connection: &mut DbConnection, attachment: &Attachment) -> Result<()> {
    diesel::insert_into(table::table).values(AttachmentRow::from(attachment)).execute(connection)?;
    Ok(())
}

/// The files of some tickets, oldest first.
pub fn attachments(
    connection: &mut DbConnection,
    of: &[TicketId],
    internal: bool,
) -> Result<Vec<Attachment>> {
    let rows = reachable(of, internal).order(table::id).load::<AttachmentRow>(connection)?;
    Ok(rows.into_iter().map(Attachment::from).collect())
}

/// One file of some tickets.
pub fn attachment(
    connection: &mut DbConnection,
    of: &[TicketId],
    id: AttachmentId,
    internal: bool,
) -> Result<Attachment> {
    Ok(reachable(of, internal).filter(table::id.eq(id)).first::<AttachmentRow>(connection)?.into())
}

type Reachable<'a> = table::BoxedQuery<
    'a,
    crate::db::MultiBackend,
    diesel::dsl::SqlTypeOf<diesel::dsl::AsSelect<AttachmentRow, crate::db::MultiBackend>>,
>;

fn reachable<'a>(of: &[TicketId], internal: bool) -> Reachable<'a> {
    let mut query = table::table
        .filter(table::ticket_id.eq_any(of.to_vec()))
        .select(AttachmentRow::as_select())
        .into_boxed();
    if !internal {
        query = query.filter(table::visibility.eq(Word(Visibility::Public)));
    }
    query
}
