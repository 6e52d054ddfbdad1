//! Slows down guessing: failed sign-ins are counted in the database, so that replicas count
//! together, by account and by address. A success forgets those of the account.

use crate::db::DbConnection;
use crate::db::dialect::Both;
use crate::db::schema::sign_in_failures;
use crate::db::types::Instant;
use crate::error::{Error, Result};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

/// How long failures are remembered after the first.
const WINDOW: TimeDelta = TimeDelta::minutes(15);

/// Whose failures are counted.
#[derive(Clone, Debug)]
pub(super) enum Subject {
    /// A user name, whether or not there is such an account.
    Account(String),
    /// A client's address.
    Address(String),
}

impl Subject {
    fn key(&self) -> String {
        match self {
            Self::Account(username) => format!("account:{username}"),
            Self::Address(address) => format!("address:{address}"),
        }
    }

    /// Failures after which further tries are refused. An address may be a whole office's.
    fn most(&self) -> i32 {
        match self {
            Self::Account(_) => 10,
            Self::Address(_) => 100,
        }
    }
}

/// Refuses while one of the subjects has failed too often.
pub(super) fn check(connection: &mut DbConnection, subjects: &[Subject], now: DateTime<Utc>) -> Result<()> {
    for subject in subjects {
        let row = sign_in_failures::table
            .find(subject.key())
            .select((sign_in_failures::failures, sign_in_failures::window_until))
            .first::<(i32, Instant)>(connection)
            .optional()?;
        if let Some((failures, until)) = row
            && failures >= subject.most()
            && until.utc() > now
        {
            let seconds = (until.utc() - now).num_seconds() + 1;
            return Err(Error::TooMany(u32::try_from(seconds).unwrap_or(u32::MAX)));
        }
    }
    Ok(())
}

/// Counts a failure for each subject.
pub(super) fn failed(connection: &mut DbConnection, subjects: &[Subject], now: DateTime<Utc>) -> Result<()> {
    for subject in subjects {
        let (key, until) = (subject.key(), Instant::from(now + WINDOW));
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
    }
    Ok(())
}

/// Forgets the failures of an account that has signed in.
pub(super) fn succeeded(connection: &mut DbConnection, account: &Subject) -> Result<()> {
    diesel::delete(sign_in_failures::table.find(account.key())).execute(connection)?;
    Ok(())
}

/// Deletes what no longer counts.
pub fn forget_expired(connection: &mut DbConnection, now: DateTime<Utc>) -> Result<usize> {
    Ok(diesel::delete(sign_in_failures::table.filter(sign_in_failures::window_until.lt(Instant::from(now))))
        .execute(connection)?)
}
