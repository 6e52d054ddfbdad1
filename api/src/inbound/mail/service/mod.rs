//! A mail is taken: what is known of it, what is decided, and what is done are one transaction.

mod act;
mod facts;
mod tray;
mod twin;

pub(super) use tray::{accept, discard, shown, shown_in_full};

use super::model::{Extent, Mail};
use super::rules::decision::{Decision, decide};
use super::store::{self, Outcome};
use crate::app::App;
use crate::auth::Keys;
use crate::config::Config;
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::ids::{AttachmentId, ProjectId};
use crate::tickets::{Files, Stored};
use chrono::{DateTime, Utc};
use contract::inbound::{InboundMailState, QuarantineReason};
use contract::tickets::Kind;
use std::sync::Arc;

/// A mailbox, as far as its mails need it.
#[derive(Clone, Debug)]
pub(super) struct Inbox {
    /// What it is called.
    pub(super) name: String,
    /// The project whose mails come into it.
    pub(super) project: ProjectId,
    /// What they are taken for.
    pub(super) kind: Kind,
    /// The mail server whose word counts on where they come from.
    pub(super) authserv_id: Option<String>,
}

/// A mail as it was fetched.
#[derive(Clone, Debug)]
pub(super) struct Fetched {
    /// Its bytes: all of them, or its head.
    pub(super) raw: Arc<Vec<u8>>,
    /// The size of all of it.
    pub(super) size: u64,
    /// How much of it that is.
    pub(super) extent: Extent,
}

/// What is known of the desk when a mail is taken.
#[derive(Clone)]
pub(super) struct Desk {
    config: Arc<Config>,
    keys: Arc<Keys>,
    /// The part of the ids of letters behind the `@`; none when no letters are sent.
    domain: Option<String>,
    inbox: Inbox,
    now: DateTime<Utc>,
}

/// What of a mail is in the file store.
#[derive(Clone, Debug, Default)]
pub(super) struct Kept {
    /// Its files.
    pub(super) files: Vec<Stored>,
    /// The names of those that are too large.
    pub(super) refused: Vec<String>,
}

/// Takes a mail; false when it was taken before. What goes wrong leaves nothing behind, and the mail is to
/// be taken again.
pub(super) async fn take(app: &App, inbox: &Inbox, fetched: Fetched) -> Result<bool> {
    let mail = Arc::new(understood(&fetched, inbox.authserv_id.as_deref()).await);
    let desk = Desk {
        config: Arc::clone(&app.config),
        keys: Arc::clone(&app.keys),
        domain: app.mailer.as_ref().map(|mailer| mailer.domain().to_owned()),
        inbox: inbox.clone(),
        now: app.clock.now(),
    };
    let Some(expected) = foreseen(app, &desk, &mail).await? else {
        return twin::set_apart(app, desk, &mail, &fetched).await;
    };
    let raw = app.files.keep_nameless(&fetched.raw).await?;
    let kept = if is_heard(&expected) { keep_files(&app.files, &mail).await } else { Ok(Kept::default()) };
    let kept = match kept {
        Ok(kept) => kept,
        Err(error) => {
            app.files.remove(raw).await;
            return Err(error);
        }
    };
    let files: Vec<AttachmentId> = kept.files.iter().map(|file| file.id).collect();
    let brought = Brought { raw, kept, heard: is_heard(&expected) };
    let settled = {
        let (desk, mail) = (desk.clone(), Arc::clone(&mail));
        app.db.write(move |connection| settle(connection, &desk, &mail, brought)).await
    };
    match settled {
        Ok(Settled::Kept { with_files: true }) => Ok(true),
        Ok(Settled::Kept { with_files: false }) => {
            remove_all(&app.files, &files).await;
            Ok(true)
        }
        Ok(Settled::Known) => {
            remove_all(&app.files, &files).await;
            app.files.remove(raw).await;
            Ok(false)
        }
        Err(error) => {
            remove_all(&app.files, &files).await;
            if matches!(error, Error::Unavailable(_)) {
                app.files.remove(raw).await;
                return Err(error);
            }
            log::warn!("a mail of {} waits for somebody to look at it: {error}", desk.inbox.name);
            app.db.write(move |connection| fail(connection, &desk, &mail, raw)).await
        }
    }
}

/// What a mail says. Nothing that is wrong with it keeps others from being read.
pub(super) async fn understood(fetched: &Fetched, authserv_id: Option<&str>) -> Mail {
    let Fetched { raw, size, extent } = fetched.clone();
    let server = authserv_id.map(str::to_owned);
    let read = tokio::task::spawn_blocking(move || Mail::of(&raw, size, extent, server.as_deref())).await;
    read.unwrap_or_else(|error| {
        log::error!("a mail could not be read: {error}");
        Mail::unreadable(&fetched.raw, fetched.size)
    })
}

/// What will probably be decided; nothing when one with the mail's id was taken before.
async fn foreseen(
    app: &App,
    desk: &Desk,
    mail: &Arc<Mail>,
) -> Result<Option<Decision<crate::ids::TicketId>>> {
    let (desk, mail) = (desk.clone(), Arc::clone(mail));
    app.db
        .read(move |connection| {
            if store::is_known(connection, &desk.inbox.name, &mail.message_id)? {
                return Ok(None);
            }
            let known = facts::gather(connection, &desk, &mail, 0)?;
            Ok(Some(decide(&known.facts)))
        })
        .await
}

/// Stores the files of a mail.
pub(super) async fn keep_files(files: &Files, mail: &Mail) -> Result<Kept> {
    let mut kept = Kept::default();
    for file in &mail.files {
        match files.keep(&file.name, &file.content).await {
            Ok(stored) => kept.files.push(stored),
            Err(Error::TooLarge(_)) => kept.refused.push(file.name.clone()),
            // There is nothing in it.
            Err(Error::Invalid(_)) => {}
            Err(error) => {
                let stored: Vec<AttachmentId> = kept.files.iter().map(|file| file.id).collect();
                remove_all(files, &stored).await;
                return Err(error);
            }
        }
    }
    Ok(kept)
}

pub(super) async fn remove_all(files: &Files, ids: &[AttachmentId]) {
    for id in ids {
        files.remove(*id).await;
    }
}

/// Whether a mail becomes part of a case, with its files.
fn is_heard<T>(decision: &Decision<T>) -> bool {
    matches!(decision, Decision::Comment(_) | Decision::Register | Decision::FollowUp(_))
}

/// What of a mail was stored before it is settled.
struct Brought {
    /// All of it.
    raw: AttachmentId,
    /// Its files, if it was to be heard.
    kept: Kept,
    heard: bool,
}

/// How a mail was settled.
enum Settled {
    /// It was taken meanwhile by another replica.
    Known,
    /// It is kept, and its files belong to a case, or do not.
    Kept { with_files: bool },
}

fn settle(connection: &mut DbConnection, desk: &Desk, mail: &Mail, brought: Brought) -> Result<Settled> {
    let Brought { raw, kept, heard } = brought;
    let place = (desk.inbox.project, desk.inbox.name.as_str());
    let Some(id) = store::claim(connection, mail, place, raw, desk.now)? else { return Ok(Settled::Known) };
    // This one is among those that are counted.
    let known = facts::gather(connection, desk, mail, 1)?;
    let decision = decide(&known.facts);
    if is_heard(&decision) && !heard {
        // Its files are not there: the next time they will be.
        return Err(Error::Unavailable("what is known of the sender has changed meanwhile".to_owned()));
    }
    let outcome = act::act(connection, desk, mail, &known, decision, kept)?;
    store::settle(connection, id, &outcome)?;
    let with_files = matches!(outcome.state, InboundMailState::Commented | InboundMailState::Registered);
    Ok(Settled::Kept { with_files })
}

/// Puts a mail into quarantine with which nothing else could be done.
fn fail(connection: &mut DbConnection, desk: &Desk, mail: &Mail, raw: AttachmentId) -> Result<bool> {
    let place = (desk.inbox.project, desk.inbox.name.as_str());
    let Some(id) = store::claim(connection, mail, place, raw, desk.now)? else { return Ok(false) };
    // Of a confidential case not everybody who reads the tray may know, whatever went wrong.
    let known = facts::gather(connection, desk, mail, 1)?;
    let outcome = Outcome {
        state: InboundMailState::Quarantined,
        reason: Some(QuarantineReason::Failed),
        person: known.sender.map(|sender| sender.id),
        ticket: known.ticket.map(|ticket| ticket.id),
        event: None,
        handled: None,
    };
    store::settle(connection, id, &outcome)?;
    Ok(true)
}
