//! A task for each mailbox fetches what nobody has seen. Of many replicas the one that holds the mailbox's
//! lease does it; should two do it for a moment, the `Message-ID` tells what was taken.

use super::model::{Extent, LARGEST};
use super::service::{self, Fetched, Inbox};
use super::stuck::Stuck;
use crate::app::App;
use crate::error::{Error, Result};
use crate::jobs::lease;
use crate::outbound::imap::{Fault, MailboxConfig, MailboxSession};
use crate::projects;
use contract::reference::Reference;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout_at};

/// How long the server is listened to before the lease is renewed, which ends by itself after a minute.
const LISTEN: Duration = Duration::from_secs(25);

/// How long a replica waits for the lease that another has.
const ASIDE: Duration = Duration::from_secs(20);

/// How long a task may take to end that was told to.
const LAST: Duration = Duration::from_secs(10);

/// Seconds to wait after each failure in a row; after the last of them, always as long.
const WAITS: [u64; 6] = [2, 5, 15, 30, 60, 300];

/// The tasks, which run until they are told to stop.
pub struct Fetching {
    stop: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
}

impl Fetching {
    /// Lets what has begun be done, and no more. A task that waits for a slow server is ended: what it has not
    /// marked as seen is fetched the next time.
    pub async fn stop(self) {
        // Nobody listens where there is no mailbox.
        let _ = self.stop.send(true);
        let until = Instant::now() + LAST;
        for mut task in self.tasks {
            match timeout_at(until, &mut task).await {
                Ok(Ok(())) => {}
                Ok(Err(error)) => log::error!("a mailbox's task has ended: {error}"),
                Err(_) => task.abort(),
            }
        }
    }
}

/// Starts a task for each mailbox.
#[must_use]
pub fn start(app: &App) -> Fetching {
    let (stop, stopped) = watch::channel(false);
    let tasks = app.config.mailboxes.iter().map(|mailbox| {
        let (app, mailbox, stopped) = (app.clone(), mailbox.clone(), stopped.clone());
        tokio::spawn(async move { keep_fetching(&app, &mailbox, stopped).await })
    });
    Fetching { tasks: tasks.collect(), stop }
}

/// Fetches from every mailbox once; how many mails were taken. A mailbox that cannot be reached is logged,
/// and its mails wait there.
pub async fn fetch_all(app: &App) -> Result<usize> {
    let mut taken = 0;
    for mailbox in &app.config.mailboxes {
        match fetch_once(app, mailbox).await {
            Ok(some) => taken += some,
            Err(error) => log::warn!("mailbox {}: {error}", mailbox.name),
        }
    }
    Ok(taken)
}

/// Goes on until nothing fails any more, or is given up.
async fn fetch_once(app: &App, mailbox: &MailboxConfig) -> Result<usize> {
    let mut stuck = Stuck::default();
    let mut taken = 0;
    loop {
        let before = stuck.failures();
        let mut session = MailboxSession::open(mailbox).await.map_err(away)?;
        let inbox = inbox(app, mailbox).await?;
        let round = fetch_unseen(app, &inbox, mailbox, &mut session, &mut stuck, || false, false).await;
        session.close().await;
        match round {
            Err(error) if stuck.failures() == before => return Err(error),
            Err(_) => {}
            Ok(some) => taken += some,
        }
        if stuck.failures() == before {
            return Ok(taken);
        }
    }
}

async fn keep_fetching(app: &App, mailbox: &MailboxConfig, mut stopped: watch::Receiver<bool>) {
    let name = lease_of(mailbox);
    let (mut failures, mut stuck) = (0, Stuck::default());
    // Whoever has started it may be gone without a word.
    while !*stopped.borrow() && stopped.has_changed().is_ok() {
        let pause = match lease::take(app, &name).await {
            Ok(true) => match listen(app, mailbox, &name, &mut stopped, &mut failures, &mut stuck).await {
                Ok(()) => ASIDE,
                Err(error) => pause_after(&mut failures, mailbox, &error),
            },
            Ok(false) => ASIDE,
            Err(error) => pause_after(&mut failures, mailbox, &error),
        };
        if !*stopped.borrow() {
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                _ = stopped.changed() => {}
            }
        }
    }
    if let Err(error) = lease::give_back(app, &name).await {
        log::warn!("mailbox {}: {error}", mailbox.name);
    }
}

fn pause_after(failures: &mut usize, mailbox: &MailboxConfig, error: &Error) -> Duration {
    let seconds = WAITS.get(*failures).or(WAITS.last()).copied().unwrap_or_default();
    *failures += 1;
    log::warn!("mailbox {}: {error}; trying again in {seconds} s", mailbox.name);
    Duration::from_secs(seconds)
}

/// Fetches, listens, and fetches again, until another replica has the lease or the desk stops.
async fn listen(
    app: &App,
    mailbox: &MailboxConfig,
    name: &str,
    stopped: &mut watch::Receiver<bool>,
    failures: &mut usize,
    stuck: &mut Stuck,
) -> Result<()> {
    let mut session = MailboxSession::open(mailbox).await.map_err(away)?;
    let inbox = inbox(app, mailbox).await?;
    log::info!("mailbox {}: connected", mailbox.name);
    loop {
        let ended = *stopped.borrow();
        if ended || !lease::take(app, name).await? {
            session.close().await;
            return Ok(());
        }
        let watching = stopped.clone();
        let ends = || *watching.borrow();
        let taken = fetch_unseen(app, &inbox, mailbox, &mut session, stuck, ends, true).await?;
        if taken > 0 {
            log::info!("mailbox {}: {taken} mails taken", mailbox.name);
        }
        *failures = 0;
        if *stopped.borrow() {
            continue;
        }
        tokio::select! {
            waited = session.wait(LISTEN) => (session, _) = waited.map_err(away)?,
            // The connection goes with the wait that it was lent to.
            _ = stopped.changed() => return Ok(()),
        }
    }
}

/// Takes what nobody has seen, one mail after another: what became of it is committed, and only then it is
/// marked. What could not be taken is left for the next time, and is in the way of no other.
async fn fetch_unseen(
    app: &App,
    inbox: &Inbox,
    mailbox: &MailboxConfig,
    session: &mut MailboxSession,
    stuck: &mut Stuck,
    stopped: impl Fn() -> bool,
    leased: bool,
) -> Result<usize> {
    let mut taken = 0;
    let unseen = session.unseen().await.map_err(away)?;
    for uid in stuck.in_order(session.validity(), unseen, app.clock.now()) {
        if stopped() {
            break;
        }
        if leased && !lease::take(app, &lease_named(&inbox.name)).await? {
            break;
        }
        let fetched = match fetched(session, uid).await {
            Ok(fetched) => fetched,
            Err(fault) => {
                if stuck.failed(uid, app.clock.now()) {
                    give_up(app, inbox, mailbox, (session.validity(), uid), &fault.0).await?;
                }
                // A server that does not give a mail may hang up, too: the next one is not to blame for that.
                return Err(away(fault));
            }
        };
        stuck.fetched(uid);
        match service::take(app, inbox, fetched).await {
            Ok(fresh) => taken += usize::from(fresh),
            Err(error @ Error::Unavailable(_)) => return Err(error),
            Err(error) => {
                log::error!("mailbox {}: mail {uid}: {error}", inbox.name);
                continue;
            }
        }
        session.mark_seen(uid).await.map_err(away)?;
    }
    Ok(taken)
}

/// A mail, or the head of one that is too large. One that is gone is not listed the next time; any other that the
/// server does not give is a fault.
async fn fetched(session: &mut MailboxSession, uid: u32) -> std::result::Result<Fetched, Fault> {
    let kept_back = || Fault("the server keeps it back".to_owned());
    let size = session.size(uid).await?.ok_or_else(kept_back)?;
    let only_head = usize::try_from(size).is_ok_and(|size| size > LARGEST);
    let raw = if only_head { session.head(uid).await? } else { session.mail(uid).await? };
    let extent = if only_head { Extent::Head } else { Extent::Whole };
    let raw = raw.ok_or_else(kept_back)?;
    Ok(Fetched { raw: Arc::new(raw), size: size.into(), extent })
}

/// Tells agents of a mail that cannot be fetched, once: it waits in the tray with as much of it as there is, and
/// stays unseen in the mailbox. Should it be fetched some day, it is taken like any other.
async fn give_up(
    app: &App,
    inbox: &Inbox,
    mailbox: &MailboxConfig,
    (validity, uid): (Option<u32>, u32),
    what: &str,
) -> Result<()> {
    let head = head_of(mailbox, uid).await.unwrap_or_default();
    let place = format!("X-Mesa-Unfetched: {} {} {uid}\r\n", inbox.name, validity.unwrap_or_default());
    let raw = [place.as_bytes(), head.as_slice()].concat();
    let size = u64::try_from(raw.len()).unwrap_or(u64::MAX);
    let fetched = Fetched { raw: Arc::new(raw), size, extent: Extent::Unfetched };
    if service::take(app, inbox, fetched).await? {
        log::error!("mailbox {}: mail {uid} cannot be fetched: {what}; the others go on", inbox.name);
    }
    Ok(())
}

/// The head of a mail, by a connection of its own: what came before may have broken the other.
async fn head_of(mailbox: &MailboxConfig, uid: u32) -> Option<Vec<u8>> {
    let mut session = MailboxSession::open(mailbox).await.ok()?;
    let head = session.head(uid).await.ok().flatten();
    session.close().await;
    head
}

async fn inbox(app: &App, mailbox: &MailboxConfig) -> Result<Inbox> {
    let project = Reference(mailbox.project.clone());
    let found = app.db.read(move |connection| projects::find(connection, &project)).await?;
    let project = found.ok_or_else(|| {
        Error::Unavailable(format!("MESA_IMAP_URL names the project {}, which is not there", mailbox.project))
    })?;
    Ok(Inbox {
        name: mailbox.name.clone(),
        project: project.id,
        kind: mailbox.kind,
        authserv_id: mailbox.authserv_id.clone(),
    })
}

fn lease_of(mailbox: &MailboxConfig) -> String {
    lease_named(&mailbox.name)
}

fn lease_named(mailbox: &str) -> String {
    format!("mailbox {mailbox}")
}

#[expect(clippy::needless_pass_by_value, reason = "it turns one error into another")]
fn away(fault: Fault) -> Error {
    Error::Unavailable(fault.to_string())
}
