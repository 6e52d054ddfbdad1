//! Slows down guessing: failed sign-ins are counted in the database, so that replicas count
//! together.
//!
//! Whoever wants to keep somebody out must not be able to do it by failing in their name. So the
//! failures of strangers (clients that have never signed in to the account) are counted by account
//! and address, and those of devices that are known as its owner's apart from them: these are not
//! held up by anybody else. And no one is held up for longer than a quarter of an hour from the
//! first failure; tries that are refused are not counted.
//!
//! A directory counts too, and locks the person's computer with the account. Where one does, fewer
//! failures than it bears are let through to it, half of them those of strangers.

use crate::config::Config;
use crate::db::DbConnection;
use crate::db::dialect::Both;
use crate::db::removal::remove_oldest;
use crate::db::schema::sign_in_failures;
use crate::db::types::Instant;
use crate::error::{Error, Result};
use crate::http::{RateLimit, counted_as};
use crate::ids::UserId;
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

/// How long failures are remembered after the first.
const WINDOW: TimeDelta = TimeDelta::minutes(15);

/// Whose failures are counted.
#[derive(Clone, Debug)]
pub(super) enum Subject {
    /// Strangers that try a user name from an address, whether or not there is such an account.
    StrangerFrom(String, String),
    /// Strangers that try a user name from anywhere.
    Strangers(String),
    /// Devices on which the account's owner has signed in.
    Devices(String),
    /// A client's address, which may be a whole office's; of IPv6 its network.
    Address(String),
    /// Wrong second factors of strangers who know the password.
    Codes(String),
    /// Somebody who is signed in and is asked once more.
    Owner(UserId),
    /// What the directory is asked about an account by strangers, or by known devices.
    Directory {
        /// The folded user name.
        username: String,
        /// Whether it is by known devices.
        known: bool,
        /// As many failures as it bears of these.
        most: i32,
        /// As long as it remembers after the last.
        window: TimeDelta,
    },
}

impl Subject {
    fn key(&self) -> String {
        match self {
            Self::StrangerFrom(username, address) => format!("stranger:{address}:{username}"),
            Self::Strangers(username) => format!("strangers:{username}"),
            Self::Devices(username) => format!("devices:{username}"),
            Self::Address(address) => format!("address:{address}"),
            Self::Codes(username) => format!("codes:{username}"),
            Self::Owner(user) => format!("owner:{user}"),
            Self::Directory { username, known, .. } => {
                format!("directory:{}:{username}", if *known { "device" } else { "stranger" })
            }
        }
    }

    /// Failures after which further tries are refused.
    fn most(&self) -> i32 {
        match self {
            Self::StrangerFrom(..) | Self::Devices(_) | Self::Owner(_) => 10,
            Self::Strangers(_) | Self::Address(_) => 100,
            Self::Codes(_) => 5,
            Self::Directory { most, .. } => *most,
        }
    }

    fn window(&self) -> TimeDelta {
        if let Self::Directory { window, .. } = self { *window } else { WINDOW }
    }

    /// Whether the failures are forgotten so long after the last, and not after the first.
    fn slides(&self) -> bool {
        matches!(self, Self::Directory { .. })
    }
}

/// Who counts for a sign-in: by which user name, from where, and whether the device is known as the
/// owner's. The first is the one whose limit the client is told.
pub(super) fn of_sign_in(username: &str, address: &str, known: bool, config: &Config) -> Vec<Subject> {
    let network = address.parse().map(|address| counted_as(address).to_string());
    let (username, address) = (username.to_owned(), network.unwrap_or_else(|_| address.to_owned()));
    let mut subjects = if known {
        vec![Subject::Devices(username.clone())]
    } else {
        vec![
            Subject::StrangerFrom(username.clone(), address.clone()),
            Subject::Strangers(username.clone()),
            Subject::Address(address),
            Subject::Codes(username.clone()),
        ]
    };
    if config.directory_lockout_failures > 0 {
        let let_through = config.directory_lockout_failures - 1;
        let strangers = let_through / 2;
        let most = if known { let_through - strangers } else { strangers };
        let window = TimeDelta::minutes(i64::from(config.directory_lockout_minutes));
        subjects.push(Subject::Directory { username, known, most, window });
    }
    subjects
}

/// Refuses while one of the subjects has failed too often.
pub(super) fn check(connection: &mut DbConnection, subjects: &[Subject], now: DateTime<Utc>) -> Result<()> {
    for subject in subjects {
        let (failures, left) = counted(connection, subject, now)?;
        if failures >= subject.most() {
            return Err(Error::TooMany(left));
        }
    }
    Ok(())
}

/// How much of the first subject's limit is left.
pub(super) fn standing(
    connection: &mut DbConnection,
    subjects: &[Subject],
    now: DateTime<Utc>,
) -> Result<Option<RateLimit>> {
    let Some(subject) = subjects.first() else { return Ok(None) };
    let (failures, left) = counted(connection, subject, now)?;
    Ok(Some(RateLimit {
        policy: "sign-in",
        quota: subject.most().unsigned_abs(),
        window: u32::try_from(subject.window().num_seconds()).unwrap_or(u32::MAX),
        remaining: subject.most().saturating_sub(failures).max(0).unsigned_abs(),
        reset: left,
    }))
}

/// A subject's failures that still count, and the seconds until they are forgotten.
fn counted(connection: &mut DbConnection, subject: &Subject, now: DateTime<Utc>) -> Result<(i32, u32)> {
    let row = sign_in_failures::table
        .find(subject.key())
        .filter(sign_in_failures::window_until.gt(Instant::from(now)))
        .select((sign_in_failures::failures, sign_in_failures::window_until))
        .first::<(i32, Instant)>(connection)
        .optional()?;
    let Some((failures, until)) = row else { return Ok((0, 0)) };
    Ok((failures, u32::try_from((until.utc() - now).num_seconds() + 1).unwrap_or(u32::MAX)))
}

/// Counts a failure for each subject.
pub(super) fn failed(connection: &mut DbConnection, subjects: &[Subject], now: DateTime<Utc>) -> Result<()> {
    for subject in subjects {
        let (key, until) = (subject.key(), Instant::from(now + subject.window()));
        diesel::delete(
            sign_in_failures::table.find(&key).filter(sign_in_failures::window_until.le(Instant::from(now))),
        )
        .execute(connection)?;
        Both(
            diesel::insert_into(sign_in_failures::table)
                .values((
                    sign_in_failures::subject.eq(&key),
                    sign_in_failures::failures.eq(1),
                    sign_in_failures::window_until.eq(until),
                ))
                .on_conflict(sign_in_failures::subject)
                .do_update()
                .set(sign_in_failures::failures.eq(sign_in_failures::failures + 1)),
        )
        .execute(connection)?;
        if subject.slides() {
            diesel::update(sign_in_failures::table.find(&key))
                .set(sign_in_failures::window_until.eq(until))
                .execute(connection)?;
        }
    }
    Ok(())
}

/// Forgets the failures of whoever has shown who they are; those of an address stay, since others
/// may have failed from there.
pub(super) fn succeeded(connection: &mut DbConnection, subjects: &[Subject]) -> Result<()> {
    let theirs = subjects.iter().filter(|subject| !matches!(subject, Subject::Address(_)));
    let keys: Vec<String> = theirs.map(Subject::key).collect();
    diesel::delete(sign_in_failures::table.filter(sign_in_failures::subject.eq_any(keys)))
        .execute(connection)?;
    Ok(())
}

/// Deletes some of what no longer counts.
pub fn forget_expired(connection: &mut DbConnection, now: DateTime<Utc>) -> Result<usize> {
    Ok(remove_oldest!(connection, sign_in_failures::table, sign_in_failures::window_until, now))
}
