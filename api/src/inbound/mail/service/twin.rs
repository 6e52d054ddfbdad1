//! A mail with an id under which one was taken: that one again, or another. Some programs give all that they
//! send one id, and anybody may give a mail the id of somebody else's.

use super::{Desk, Fetched, fail, understood};
use crate::app::App;
use crate::error::{Error, Result};
use crate::inbound::mail::model::{Extent, Mail, digest};
use crate::inbound::mail::rules::decision::Wholeness;
use crate::inbound::mail::store::{self, Twin, twin};
use std::sync::Arc;

/// Puts another mail into quarantine, under an id that is made of its bytes; false when it was taken before.
pub(super) async fn set_apart(app: &App, desk: Desk, mail: &Mail, fetched: &Fetched) -> Result<bool> {
    // What cannot be fetched is known by its place, and more or less of it may be given each time.
    if mail.wholeness == Wholeness::Unfetched || is_taken(app, &desk, mail).await? {
        return Ok(false);
    }
    let mail = Mail { message_id: digest(&fetched.raw), ..mail.clone() };
    let known = {
        let (mailbox, id) = (desk.inbox.name.clone(), mail.message_id.clone());
        app.db.read(move |connection| store::is_known(connection, &mailbox, &id)).await?
    };
    if known {
        return Ok(false);
    }
    let raw = app.files.keep_nameless(&fetched.raw).await?;
    log::warn!("a mail of {} has the id of another, and waits for somebody to look at it", desk.inbox.name);
    let kept = app.db.write(move |connection| fail(connection, &desk, &mail, raw)).await;
    if !matches!(kept, Ok(true)) {
        app.files.remove(raw).await;
    }
    kept
}

/// Whether a mail says what the one says that was taken under its id. Their heads may differ: a mail to two
/// addresses may come into one mailbox by two ways.
async fn is_taken(app: &App, desk: &Desk, mail: &Mail) -> Result<bool> {
    let (mailbox, id) = (desk.inbox.name.clone(), mail.message_id.clone());
    let found = app.db.read(move |connection| twin(connection, &mailbox, &id)).await?;
    let removed = || Error::Unavailable("the mail of that id has been removed meanwhile".to_owned());
    let Twin { sender, subject, body, folded, files, raw_id } = found.ok_or_else(removed)?;
    let says_the_same = sender == mail.sender
        && subject == mail.subject
        && body == mail.body
        && folded == mail.folded
        && usize::try_from(files).is_ok_and(|files| files == mail.files.len());
    if !says_the_same || mail.files.is_empty() {
        return Ok(says_the_same);
    }
    // What is in its files is known only as long as it is kept as it came.
    let Some(raw) = raw_id else { return Ok(true) };
    let Ok(raw) = app.files.bytes(raw).await else { return Ok(true) };
    let earlier = Fetched { raw: Arc::new(raw), size: mail.size, extent: Extent::Whole };
    Ok(understood(&earlier, None).await.files == mail.files)
}
