//! `Idempotency-Key`: the same key and request within a day get the same answer again. The
//! answer is kept in the transaction of what it tells, so a crash between the two cannot be.

use super::answer::Answer;
use super::body::BodyDigest;
use crate::app::App;
use crate::db::DbConnection;
use crate::db::dialect::Both;
use crate::db::removal::remove_oldest;
use crate::db::schema::idempotency_keys::dsl::{
    body, caller_id, created_at, etag, idempotency_keys, key as key_column, location, request_hash, status,
};
use crate::db::types::Instant;
use crate::error::{Conflict, Error, Result};
use crate::ids::UserId;
use actix_web::http::StatusCode;
use actix_web::{HttpMessage, HttpRequest};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

/// How long answers are kept.
const LIFE: TimeDelta = TimeDelta::hours(24);

/// The status under a key whose request is not over: one of many use cases, begun.
const BEGUN: i32 = 0;

/// The status under a key whose answer held a secret, and was not kept.
const SHOWN_ONCE: i32 = 1;

/// Marks a request that takes no key.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unkeyed;

/// A key with what was asked under it, of which no more is kept than a sum that nobody without the server's key
/// can try their guesses on: there may be a password in it.
#[derive(Clone, Debug)]
pub(super) struct Key {
    key: String,
    request_hash: Vec<u8>,
}

impl Key {
    /// Of a request, if it has one.
    pub(super) fn of(request: &HttpRequest) -> Result<Option<Self>> {
        if request.extensions().contains::<Unkeyed>() {
            return Ok(None);
        }
        let Some(header) = request.headers().get("idempotency-key") else { return Ok(None) };
        let key = header
            .to_str()
            .ok()
            .filter(|key| (1..=255).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic()));
        let Some(key) = key else { return Err(Error::field("Idempotency-Key", "idempotency_key")) };
        let (method, path, query) = (request.method(), request.path(), request.query_string());
        let asked = format!("{method} {path}?{query}\n");
        let sent = request.extensions().get::<BodyDigest>().map(|digest| digest.0);
        let sum = App::of(request)?.keys.request_sum(asked.as_bytes(), sent.as_ref());
        Ok(Some(Self { key: key.to_owned(), request_hash: sum }))
    }

    /// The key of one of the many use cases of a request. No client's key has a space in it.
    pub(super) fn part(&self, index: usize) -> Self {
        Self { key: format!("{} {index}", self.key), request_hash: self.request_hash.clone() }
    }

    /// Takes the key for this transaction, or gives the answer that was given under it. A second
    /// request with the key waits here until the first has committed. A request of many use cases
    /// that was cut short is taken up again.
    pub(super) fn claim<T>(
        &self,
        connection: &mut DbConnection,
        caller: UserId,
        now: DateTime<Utc>,
    ) -> Result<Option<Answer<T>>> {
        diesel::delete(
            idempotency_keys.find((caller, &self.key)).filter(created_at.lt(Instant::from(now - LIFE))),
        )
        .execute(connection)?;
        let taken = Both(
            diesel::insert_into(idempotency_keys)
                .values((
                    caller_id.eq(caller),
                    key_column.eq(&self.key),
                    request_hash.eq(&self.request_hash),
                    status.eq(BEGUN),
                    body.eq(""),
                    created_at.eq(Instant::from(now)),
                ))
                .on_conflict_do_nothing(),
        )
        .execute(connection)?;
        if taken == 1 {
            return Ok(None);
        }
        let (hash, code, place, tag, content) = idempotency_keys
            .find((caller, &self.key))
            .select((request_hash, status, location, etag, body))
            .first::<(Vec<u8>, i32, Option<String>, Option<String>, String)>(connection)?;
        if hash != self.request_hash {
            return Err(Error::KeyReused);
        }
        if code == BEGUN {
            return Ok(None);
        }
        if code == SHOWN_ONCE {
            return Err(Error::Conflict(Conflict::ShownOnce));
        }
        let code = u16::try_from(code)
            .ok()
            .and_then(|code| StatusCode::from_u16(code).ok())
            .ok_or_else(|| Error::internal("a kept answer has no status"))?;
        Ok(Some(Answer::raw(code, place, tag, content)))
    }

    /// Keeps the answer.
    pub(super) fn keep<T>(
        &self,
        connection: &mut DbConnection,
        caller: UserId,
        answer: &Answer<T>,
    ) -> Result<()> {
        if answer.once {
            diesel::update(idempotency_keys.find((caller, &self.key)))
                .set(status.eq(SHOWN_ONCE))
                .execute(connection)?;
            return Ok(());
        }
        diesel::update(idempotency_keys.find((caller, &self.key)))
            .set((
                status.eq(i32::from(answer.status.as_u16())),
                location.eq(&answer.location),
                etag.eq(&answer.etag),
                body.eq(&answer.body),
            ))
            .execute(connection)?;
        Ok(())
    }
}

/// Deletes the answers kept for a person, and those of others that tell of them.
pub fn forget_all(connection: &mut DbConnection, person: UserId) -> Result<()> {
    let named = body.like(format!("%{}%", person.0));
    diesel::delete(idempotency_keys.filter(caller_id.eq(person).or(named))).execute(connection)?;
    Ok(())
}

/// Deletes kept answers older than a day, some of them.
pub fn forget_expired(connection: &mut DbConnection, now: DateTime<Utc>) -> Result<usize> {
    Ok(remove_oldest!(connection, idempotency_keys, created_at, now - LIFE))
}
