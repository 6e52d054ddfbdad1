//! Sessions and their refresh tokens. A refresh token is good for one use, which gives the next;
//! one that is used again has been copied, and its session ends (RFC 9700 §4.14).

use super::{client, store};
use crate::db::DbConnection;
use crate::db::dialect::for_update;
use crate::db::removal::remove_oldest;
use crate::db::schema::{api_keys, refresh_tokens, second_factors, sessions, users};
use crate::db::types::Instant;
use crate::error::{Error, Result};
use crate::http::{Answer, Origin, Work};
use crate::ids::{SessionId, UserId};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use contract::auth::Session;
use contract::reference::Reference;
use diesel::prelude::*;
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// Two tabs that wake up together send the same token; within this time that is no theft.
const GRACE: TimeDelta = TimeDelta::seconds(10);

/// A session as it is stored, while it lasts.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = sessions)]
pub(super) struct SessionRow {
    id: SessionId,
    created_at: Instant,
    last_seen_at: Instant,
    expires_at: Instant,
    address: Option<String>,
    client: Option<String>,
}

impl SessionRow {
    /// As its owner sees it, from the session `current`.
    pub(super) fn shown(self, current: Option<SessionId>) -> Session {
        let Self { id, created_at, last_seen_at, expires_at, address, client } = self;
        Session {
            id: id.0,
            current: current == Some(id),
            created_at: created_at.utc(),
            last_seen_at: last_seen_at.utc(),
            expires_at: expires_at.utc(),
            address,
            client,
        }
    }
}

/// A session with the token that continues it.
pub(super) struct Opened {
    pub(super) user: UserId,
    pub(super) session: SessionId,
    pub(super) refresh_token: String,
}

/// What became of a refresh token.
pub(super) enum Refreshed {
    /// It was good; here is the next.
    Continued(Opened),
    /// It had been used before: the session has been ended.
    Reused(UserId),
    /// It is none of ours, or the session is over.
    Unknown,
}

/// Begins a session that ends after `life` without use.
pub(super) fn open(
    connection: &mut DbConnection,
    user: UserId,
    life: TimeDelta,
    origin: &Origin,
    now: DateTime<Utc>,
) -> Result<Opened> {
    let session = SessionId::fresh();
    diesel::insert_into(sessions::table)
        .values((
            sessions::id.eq(session),
            sessions::user_id.eq(user),
            sessions::created_at.eq(Instant::from(now)),
            sessions::expires_at.eq(Instant::from(now + life)),
            sessions::last_seen_at.eq(Instant::from(now)),
            sessions::address.eq(&origin.address),
            sessions::client.eq(client_of(origin)),
        ))
        .execute(connection)?;
    // Asked after the session refers to them, which nobody can be closed or made anonymous beside.
    let active = users::table.find(user).select(users::active).first::<bool>(connection)?;
    if !active {
        return Err(Error::Unauthenticated);
    }
    let refresh_token = issue(connection, session, now)?;
    Ok(Opened { user, session, refresh_token })
}

/// Exchanges a refresh token for the next.
pub(super) fn refresh(
    connection: &mut DbConnection,
    token: &str,
    life: TimeDelta,
    origin: &Origin,
    now: DateTime<Utc>,
) -> Result<Refreshed> {
    let hash = digest(token);
    let row = refresh_tokens::table
        .inner_join(sessions::table.on(sessions::id.eq(refresh_tokens::session_id)))
        .inner_join(users::table.on(users::id.eq(sessions::user_id)))
        .filter(refresh_tokens::token_hash.eq(&hash))
        .filter(
            sessions::revoked_at
                .is_null()
                .and(sessions::expires_at.gt(Instant::from(now)))
                .and(users::active.eq(true)),
        )
        .select((sessions::id, sessions::user_id))
        .first::<(SessionId, UserId)>(connection)
        .optional()?;
    let Some((session, user)) = row else { return Ok(Refreshed::Unknown) };
    let used_at: Option<Instant> =
        for_update!(refresh_tokens::table.find(&hash).select(refresh_tokens::used_at))
            .get_result(connection)?;
    if used_at.is_some_and(|used_at| now - used_at.utc() > GRACE) {
        revoke(connection, session, now)?;
        return Ok(Refreshed::Reused(user));
    }
    diesel::update(refresh_tokens::table.find(&hash))
        .set(refresh_tokens::used_at.eq(Some(used_at.unwrap_or_else(|| now.into()))))
        .execute(connection)?;
    diesel::update(sessions::table.find(session))
        .set((
            sessions::expires_at.eq(Instant::from(now + life)),
            sessions::last_seen_at.eq(Instant::from(now)),
            sessions::address.eq(&origin.address),
            sessions::client.eq(client_of(origin)),
        ))
        .execute(connection)?;
    let refresh_token = issue(connection, session, now)?;
    Ok(Refreshed::Continued(Opened { user, session, refresh_token }))
}

/// Ends the session that a refresh token belongs to; whose it was.
pub(super) fn close(
    connection: &mut DbConnection,
    token: &str,
    now: DateTime<Utc>,
) -> Result<Option<UserId>> {
    let row = refresh_tokens::table
        .inner_join(sessions::table.on(sessions::id.eq(refresh_tokens::session_id)))
        .filter(refresh_tokens::token_hash.eq(digest(token)))
        .select((sessions::id, sessions::user_id))
        .first::<(SessionId, UserId)>(connection)
        .optional()?;
    let Some((session, user)) = row else { return Ok(None) };
    revoke(connection, session, now)?;
    Ok(Some(user))
}

/// A person's sessions, the latest first: up to one more than `limit`, from behind `before`.
pub(super) fn list(
    connection: &mut DbConnection,
    user: UserId,
    before: Option<SessionId>,
    limit: i64,
    now: DateTime<Utc>,
) -> Result<Vec<SessionRow>> {
    let mut query = sessions::table
        .filter(sessions::user_id.eq(user).and(sessions::revoked_at.is_null()))
        .filter(sessions::expires_at.gt(Instant::from(now)))
        .order(sessions::id.desc())
        .limit(limit + 1)
        .select(SessionRow::as_select())
        .into_boxed();
    if let Some(before) = before {
        query = query.filter(sessions::id.lt(before));
    }
    Ok(query.load(connection)?)
}

/// Ends one of a person's sessions; which it was.
pub(super) fn end(
    connection: &mut DbConnection,
    user: UserId,
    session: SessionId,
    now: DateTime<Utc>,
) -> Result<SessionRow> {
    let row = sessions::table
        .find(session)
        .filter(sessions::user_id.eq(user).and(sessions::revoked_at.is_null()))
        .filter(sessions::expires_at.gt(Instant::from(now)))
        .select(SessionRow::as_select())
        .first(connection)
        .optional()?
        .ok_or(Error::NotFound)?;
    revoke(connection, session, now)?;
    Ok(row)
}

/// Ends all of a person's sessions, or all but one.
pub fn end_all(
    connection: &mut DbConnection,
    user: UserId,
    but: Option<SessionId>,
    now: DateTime<Utc>,
) -> Result<usize> {
    let lasting = sessions::table.filter(sessions::user_id.eq(user).and(sessions::revoked_at.is_null()));
    let ended = sessions::revoked_at.eq(Some(Instant::from(now)));
    Ok(match but {
        Some(but) => diesel::update(lasting.filter(sessions::id.ne(but))).set(ended).execute(connection)?,
        None => diesel::update(lasting).set(ended).execute(connection)?,
    })
}

/// Ends one session of a person whom the caller administers.
pub(super) fn end_for(work: &mut Work<'_>, person: &Reference, session: SessionId) -> Result<Answer<()>> {
    let account = store::governed_alone(work.connection, &work.caller, person)?;
    if let [project] = account.projects[..] {
        work.in_project(project);
    }
    let ended = end(work.connection, account.id, session, work.now)?.shown(work.caller.session);
    work.changed(&ended, &Value::Null);
    Ok(Answer::nothing())
}

/// Ends all sessions of a person whom the caller administers.
pub(super) fn end_all_for(work: &mut Work<'_>, person: &Reference) -> Result<Answer<()>> {
    let account = store::governed_alone(work.connection, &work.caller, person)?;
    if let [project] = account.projects[..] {
        work.in_project(project);
    }
    end_all(work.connection, account.id, None, work.now)?;
    Ok(Answer::nothing())
}

/// Deletes sessions that ended a day ago or earlier, some of them, and their tokens.
pub fn forget_expired(connection: &mut DbConnection, now: DateTime<Utc>) -> Result<usize> {
    let long_ago = now - TimeDelta::days(1);
    Ok(remove_oldest!(connection, sessions::table, sessions::expires_at, long_ago))
}

/// Ends all sessions of a person, and forgets them.
pub fn forget_all(connection: &mut DbConnection, user: UserId) -> Result<()> {
    // Recovery codes go with their factor.
    diesel::delete(second_factors::table.filter(second_factors::user_id.eq(user))).execute(connection)?;
    diesel::delete(api_keys::table.filter(api_keys::user_id.eq(user))).execute(connection)?;
    diesel::delete(sessions::table.filter(sessions::user_id.eq(user))).execute(connection)?;
    Ok(())
}

/// A session, as a person is told of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(clippy::struct_field_names, reason = "they are named as in the contract")]
pub struct OwnSession {
    /// When it began.
    pub created_at: DateTime<Utc>,
    /// When it ends without use.
    pub expires_at: DateTime<Utc>,
    /// When it was ended.
    pub revoked_at: Option<DateTime<Utc>>,
}

/// The sessions of a person, oldest first.
pub fn of_person(connection: &mut DbConnection, user: UserId) -> Result<Vec<OwnSession>> {
    let rows = sessions::table
        .filter(sessions::user_id.eq(user))
        .order(sessions::created_at)
        .select((sessions::created_at, sessions::expires_at, sessions::revoked_at))
        .load::<(Instant, Instant, Option<Instant>)>(connection)?;
    let own = |(created_at, expires_at, revoked_at): (Instant, Instant, Option<Instant>)| OwnSession {
        created_at: created_at.utc(),
        expires_at: expires_at.utc(),
        revoked_at: revoked_at.map(Instant::utc),
    };
    Ok(rows.into_iter().map(own).collect())
}

fn revoke(connection: &mut DbConnection, session: SessionId, now: DateTime<Utc>) -> Result<()> {
    diesel::update(sessions::table.find(session))
        .set(sessions::revoked_at.eq(Some(Instant::from(now))))
        .execute(connection)?;
    Ok(())
}

fn issue(connection: &mut DbConnection, session: SessionId, now: DateTime<Utc>) -> Result<String> {
    let token = URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>());
    diesel::insert_into(refresh_tokens::table)
        .values((
            refresh_tokens::token_hash.eq(digest(&token)),
            refresh_tokens::session_id.eq(session),
            refresh_tokens::issued_at.eq(Instant::from(now)),
        ))
        .execute(connection)?;
    Ok(token)
}

fn client_of(origin: &Origin) -> Option<String> {
    origin.user_agent.as_deref().and_then(client::in_words)
}

/// Tokens have 256 random bits, so a plain hash is enough.
pub(super) fn digest(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}
