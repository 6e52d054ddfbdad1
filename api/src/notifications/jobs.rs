//! Telling and sending, when there is something to tell or to send.

use super::compose::Desk;
use super::{service, store};
use crate::app::App;
use crate::db::DbConnection;
use crate::db::removal::in_turn;
use crate::error::{Error, Result};
use crate::ids::EventId;
use crate::jobs::outbox;
use crate::live::feed;
use crate::outbound::mail::{Fault, Mailer};
use chrono::{DateTime, TimeDelta, Utc};
use futures_util::{StreamExt, stream};
use std::collections::BTreeMap;

/// Entries told in one transaction: others want to write too.
const AT_ONCE: i64 = 20;

/// Letters claimed together, and how many of them are on their way side by side.
const CLAIMED: i64 = 200;
const SIDE_BY_SIDE: usize = 16;

/// How long a replica may be at a letter before another takes it for lost.
const CLAIM: TimeDelta = TimeDelta::minutes(5);

/// How long a slow mail server may be at one letter.
const LONGEST: TimeDelta = TimeDelta::minutes(2);

/// Minutes to wait after each failed try; after the last the letter is given up.
const WAITS: [i64; 9] = [1, 2, 5, 15, 30, 60, 180, 360, 720];

/// For how many days notices, letters and the feed are kept.
pub const KEPT_DAYS: u32 = 90;

/// Removes some of the letters, notices, entries of the feed and failures whose time is over; how many. A
/// letter goes before the notice that it is of, which was written at the same instant.
pub fn forget_old(connection: &mut DbConnection, now: DateTime<Utc>) -> Result<usize> {
    let before = now - TimeDelta::days(KEPT_DAYS.into());
    in_turn(
        connection,
        before,
        &[
            store::forget_letters,
            store::forget_notices,
            store::forget_desk_notices,
            feed::forget_before,
            outbox::forget_failures,
        ],
    )
}

/// Tells everything that has happened; how many entries those were. Any number of replicas may do it
/// at once.
pub async fn tell_all(app: &App) -> Result<usize> {
    let mut told = 0;
    let outcome = tell_until_nothing_is_left(app, &mut told).await;
    if told > 0 {
        app.live.wake();
    }
    outcome.map(|()| told)
}

async fn tell_until_nothing_is_left(app: &App, told: &mut usize) -> Result<()> {
    while !app.db.read(outbox::is_empty).await? {
        match tell_together(app).await {
            // Others are at the rest.
            Ok(0) => break,
            Ok(some) => *told += some,
            Err(Error::Unavailable(cause)) => return Err(Error::Unavailable(cause)),
            // Nothing of it was told. One of them is to hold up none of the others.
            Err(error) => {
                log::warn!("tell: {error}: each entry by itself");
                *told += tell_each(app).await?;
            }
        }
    }
    Ok(())
}

/// Tells the next entries in one transaction; how many.
async fn tell_together(app: &App) -> Result<usize> {
    let (desk, now) = (Desk::of(app), app.clock.now());
    let work = move |connection: &mut DbConnection| {
        let events = outbox::take(connection, AT_ONCE)?;
        let mut happened = Vec::new();
        for event in &events {
            happened.extend(service::tell(connection, &desk, *event, now)?);
        }
        feed::append(connection, &happened)?;
        Ok(events.len())
    };
    app.db.write(work).await
}

/// Tells the next entries, each in a transaction of its own, and sets aside those that cannot be told; how
/// many were told.
async fn tell_each(app: &App) -> Result<usize> {
    let mut told = 0;
    for event in app.db.read(|connection| outbox::next(connection, AT_ONCE)).await? {
        let (desk, now) = (Desk::of(app), app.clock.now());
        let work = move |connection: &mut DbConnection| {
            if !outbox::take_one(connection, event)? {
                return Ok(0_usize);
            }
            let happened = service::tell(connection, &desk, event, now)?;
            feed::append(connection, happened.as_slice())?;
            Ok(1)
        };
        match app.db.write(work).await {
            Ok(one) => told += one,
            // That is nobody's fault: it is told when the database is there again.
            Err(Error::Unavailable(cause)) => return Err(Error::Unavailable(cause)),
            Err(error) => set_aside(app, event, &error).await?,
        }
    }
    Ok(told)
}

/// Sets an entry aside that cannot be told, for the operator to see.
async fn set_aside(app: &App, event: EventId, error: &Error) -> Result<()> {
    let (fault, now) = (error.to_string(), app.clock.now());
    log::error!("tell: entry {event} is set aside: {fault}");
    if app.db.write(move |connection| outbox::set_aside(connection, event, &fault, now)).await? {
        app.metrics.untold.inc();
    }
    Ok(())
}

/// Writes the summaries whose time has come; how many. Each is a transaction that takes away what it tells:
/// a summary is written once, whatever happens, and then sent like any letter.
pub async fn write_digests(app: &App) -> Result<usize> {
    let (mut written, mut last) = (0, None);
    loop {
        let now = app.clock.now();
        let next = app.db.read(move |connection| store::next_due(connection, now, last)).await?;
        let Some(person) = next else { return Ok(written) };
        let desk = Desk::of(app);
        let work = move |connection: &mut DbConnection| service::write_digest(connection, &desk, person, now);
        // One that fails stays due, and holds up nobody else's.
        match app.db.write(work).await {
            Ok(told) => written += usize::from(told),
            Err(error) => log::error!("the digest of {person}: {error}"),
        }
        last = Some(person);
    }
}

/// Sends the letters whose time has come; how many have left. A letter is claimed, sent, and only then
/// marked as sent: after a crash in between it is sent again, under the same `Message-ID`.
pub async fn send_due(app: &App) -> Result<usize> {
    let Some(mailer) = app.mailer.clone() else { return Ok(0) };
    let mut left = 0;
    loop {
        let now = app.clock.now();
        if !app.db.read(move |connection| store::is_due(connection, now)).await? {
            return Ok(left);
        }
        let until = now + CLAIM;
        let claimed = app.db.write(move |connection| store::claim(connection, now, until, CLAIMED)).await?;
        if claimed.is_empty() {
            return Ok(left);
        }
        // Several people at once, but each of them in the order in which things happened.
        let mut by_person: BTreeMap<String, Vec<store::Claimed>> = BTreeMap::new();
        for letter in claimed {
            by_person.entry(letter.envelope.recipient.clone()).or_default().push(letter);
        }
        let sendings: Vec<_> =
            by_person.into_values().map(|letters| send_in_order(app, &mailer, letters, until)).collect();
        let outcomes: Vec<Result<usize>> =
            stream::iter(sendings).buffer_unordered(SIDE_BY_SIDE).collect().await;
        for outcome in outcomes {
            left += outcome?;
        }
    }
}

/// Sends somebody's letters. What the claim leaves no time for is claimed anew: another replica may be at
/// it by then, and nobody is to get it twice.
async fn send_in_order(
    app: &App,
    mailer: &Mailer,
    letters: Vec<store::Claimed>,
    until: DateTime<Utc>,
) -> Result<usize> {
    let mut left = 0;
    for letter in letters {
        if app.clock.now() + LONGEST > until {
            break;
        }
        left += usize::from(send(app, mailer, letter).await?);
    }
    Ok(left)
}

async fn send(app: &App, mailer: &Mailer, letter: store::Claimed) -> Result<bool> {
    let store::Claimed { id, attempts, envelope } = letter;
    let outcome = mailer.send(&envelope).await;
    let now = app.clock.now();
    let sent = outcome.is_ok();
    app.db
        .write(move |connection| match outcome {
            Ok(()) => store::sent(connection, id, now),
            Err(Fault { permanent, what }) => {
                let next = if permanent { None } else { next_try(attempts, now) };
                store::failed(connection, id, &what, next)
            }
        })
        .await?;
    Ok(sent)
}

/// When to try again after `attempts` failed tries; never after the last.
fn next_try(attempts: i32, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let minutes = WAITS.get(usize::try_from(attempts).unwrap_or(usize::MAX))?;
    Some(now + TimeDelta::minutes(*minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_tried_for_about_a_day() {
        let now = DateTime::UNIX_EPOCH;
        assert_eq!(next_try(0, now), Some(now + TimeDelta::minutes(1)));
        assert_eq!(next_try(9, now), None);
        let all: i64 = WAITS.iter().sum();
        assert!((20 * 60..30 * 60).contains(&all), "{all} minutes");
    }
}
