//! One listener: what they have heard, and what they are told next.

use super::message;
use super::news::{self, Entry, MOST, News};
use crate::app::App;
use crate::auth::{Caller, Credential};
use crate::error::{Error, Result};
use crate::live::{Beat, Seat, feed};
use crate::notifications;
use chrono::{DateTime, TimeDelta, Utc};
use contract::events::{Reset, UnreadNotices};
use futures_util::{Stream, stream};
use std::sync::Arc;

/// How often whoever listens is looked at again: they may have signed out, or be somebody else now.
const LOOKED_AT_EVERY: TimeDelta = TimeDelta::minutes(1);

/// After how long a silence it is said that the way is still open.
const SILENCE: TimeDelta = TimeDelta::seconds(15);

/// Somebody who listens.
pub(super) struct Listener {
    app: App,
    caller: Arc<Caller>,
    credential: Credential,
    seat: Seat<News>,
    /// Up to where everything has been told.
    heard: i64,
    unread: i64,
    looked_at: DateTime<Utc>,
    spoke_at: DateTime<Utc>,
    /// What is to be said first.
    first: Option<String>,
    /// Something went past: everything is to be asked for again.
    missed: bool,
}

impl Listener {
    /// Sits down, and catches up with what happened after a position.
    pub(super) async fn begin(
        app: &App,
        caller: Arc<Caller>,
        credential: Credential,
        after: Option<i64>,
        request: &str,
    ) -> Result<Self> {
        // Before anything is read, so that nothing falls in between.
        let seat = app.live.listen(caller.id, Some(request))?;
        let me = Arc::clone(&caller);
        let (heard, unread, first) = app
            .db
            .read(move |connection| {
                let end = feed::end(connection)?;
                let mut text = String::from("retry: 3000\n");
                let mut heard = after.unwrap_or(end);
                let kept = heard >= feed::beginning(connection)? - 1 && heard <= end;
                if kept && end - heard <= MOST {
                    let (until, entries) = news::read_entries(connection, heard)?;
                    text.push_str(&message::still_here(heard));
                    text.push_str(&news::told_to(connection, &me, &entries, &[])?);
                    heard = until;
                } else {
                    heard = end;
                    message::push(&mut text, "reset", Some(end), &Reset { position: end })?;
                }
                let unread = notifications::unread(connection, me.id)?;
                message::push(&mut text, "notices", None, &UnreadNotices { unread })?;
                Ok((heard, unread, text))
            })
            .await?;
        let now = app.clock.now();
        Ok(Self {
            app: app.clone(),
            caller,
            credential,
            seat,
            heard,
            unread,
            looked_at: now,
            spoke_at: now,
            first: Some(first),
            missed: false,
        })
    }

    /// What they are told, until they leave, may not listen any more, or the server stops.
    pub(super) fn told(self) -> impl Stream<Item = Result<String>> {
        stream::unfold(self, |mut listener| async move {
            let text = listener.next().await?;
            Some((Ok(text), listener))
        })
    }

    async fn next(&mut self) -> Option<String> {
        if let Some(first) = self.first.take() {
            return Some(first);
        }
        loop {
            let beat = self.seat.beat().await?;
            let now = self.app.clock.now();
            let look_again = now - self.looked_at >= LOOKED_AT_EVERY;
            if look_again {
                self.look_again(now).await?;
            }
            let text = match beat {
                Beat::News(news) => self.hear(&news, look_again).await,
                Beat::Silence => Ok(String::new()),
                Beat::Missed => {
                    self.missed = true;
                    Ok(String::new())
                }
            };
            // What could not be read is read with the next beat.
            let text = text.unwrap_or_else(|error| {
                log::warn!("events: {error}");
                String::new()
            });
            if !text.is_empty() {
                self.spoke_at = now;
                return Some(text);
            }
            if now - self.spoke_at >= SILENCE {
                self.spoke_at = now;
                return Some(message::still_here(self.heard));
            }
        }
    }

    /// Nothing when they may not listen any more. While the database is away, nobody is sent away.
    async fn look_again(&mut self, now: DateTime<Utc>) -> Option<()> {
        match self.credential.holder(&self.app).await {
            Ok(caller) => self.caller = Arc::new(caller),
            Err(Error::Unavailable(_)) => return Some(()),
            Err(_) => return None,
        }
        self.looked_at = now;
        Some(())
    }

    /// What of some news is for them. `recount` says that their unread notices are to be counted anyway.
    async fn hear(&mut self, news: &Arc<News>, recount: bool) -> Result<String> {
        if self.missed {
            return self.begin_anew(news);
        }
        let behind = news.after > self.heard;
        let told = behind || recount || news.told.contains(&self.caller.id);
        if !told && !news::might_concern(&self.caller, &news.entries, &news.moves) {
            self.heard = self.heard.max(news.until);
            return Ok(String::new());
        }
        let (caller, heard, shared) = (Arc::clone(&self.caller), self.heard, Arc::clone(news));
        let (caught_up, mut text, unread) = self
            .app
            .db
            .read(move |connection| {
                let mut text = String::new();
                let mut heard = heard;
                if behind {
                    // Nobody had read for all since; so they read for themselves what is in between.
                    let (until, entries) = news::read_entries(connection, heard)?;
                    text.push_str(&news::told_to(connection, &caller, &entries, &[])?);
                    heard = until;
                }
                let caught_up = heard >= shared.after;
                let rest = behind_of(&shared.entries, heard);
                text.push_str(&news::told_to(connection, &caller, rest, &shared.moves)?);
                let unread = if told { Some(notifications::unread(connection, caller.id)?) } else { None };
                Ok((caught_up, text, unread))
            })
            .await?;
        if !caught_up {
            return self.begin_anew(news);
        }
        self.heard = self.heard.max(news.until);
        if let Some(unread) = unread.filter(|unread| *unread != self.unread) {
            self.unread = unread;
            message::push(&mut text, "notices", None, &UnreadNotices { unread })?;
        }
        Ok(text)
    }

    fn begin_anew(&mut self, news: &News) -> Result<String> {
        self.missed = false;
        self.heard = news.until;
        let mut text = String::new();
        message::push(&mut text, "reset", Some(self.heard), &Reset { position: self.heard })?;
        Ok(text)
    }
}

/// Those of some entries, which are in their order, that are behind a position.
fn behind_of(entries: &[Entry], position: i64) -> &[Entry] {
    &entries[entries.partition_point(|entry| entry.position <= position)..]
}
