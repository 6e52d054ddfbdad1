//! Signing in, staying signed in, signing out.

use super::sessions::{self, Opened, Refreshed};
use super::throttle::{self, Subject};
use super::{directory, password, store};
use crate::app::App;
use crate::audit;
use crate::db::search::fold;
use crate::error::{Error, Result};
use crate::http::Origin;
use crate::ids::UserId;
use chrono::TimeDelta;
use contract::auth::{AccessToken, LoginRequest};

/// What a sign-in or refresh gives: the answer, and the cookie's value.
pub(super) struct SignedSession {
    pub(super) answer: AccessToken,
    pub(super) refresh_token: String,
}

/// Begins a session for whoever knows the password (TC-PD-15 activity 2).
pub(super) async fn sign_in(app: &App, request: LoginRequest, origin: Origin) -> Result<SignedSession> {
    let username = fold(request.username.trim());
    let subjects =
        [Subject::Account(username.clone()), Subject::Address(origin.address.clone().unwrap_or_default())];
    let authenticated = authenticate(app, &request, &username, &subjects, &origin).await?;
    let (now, life) = (app.clock.now(), session_life(app));
    let opened = app
        .db
        .write(move |connection| {
            let Some(user) = authenticated else {
                throttle::failed(connection, &subjects, now)?;
                audit::record(
                    connection,
                    &audit::Entry::word(now, None, "sign_in_failed", &username, &origin),
                )?;
                return Ok(None);
            };
            throttle::succeeded(connection, &subjects[0])?;
            audit::record(connection, &audit::Entry::word(now, Some(user), "sign_in", &username, &origin))?;
            sessions::open(connection, user, life, now).map(Some)
        })
        .await?
        .ok_or(Error::InvalidCredentials)?;
    signed(app, opened).await
}

/// Whose password it is. The seam for other sources of accounts: each is asked here in turn. An account
/// that has a password here is asked about here alone, so that it works whatever the directory does.
async fn authenticate(
    app: &App,
    request: &LoginRequest,
    username: &str,
    subjects: &[Subject; 2],
    origin: &Origin,
) -> Result<Option<UserId>> {
    let (folded, known, now) = (username.to_owned(), subjects.clone(), app.clock.now());
    let account = app
        .db
        .read(move |connection| {
            throttle::check(connection, &known, now)?;
            store::account(connection, &folded)
        })
        .await?;
    let hash = account.as_ref().and_then(|account| account.password_hash.clone());
    let is_local = hash.is_some();
    let fits = password::check(request.password.clone(), hash).await?;
    if !is_local {
        return directory::sign_in(app, request.username.trim(), &request.password, subjects, origin).await;
    }
    Ok(account.filter(|account| fits && account.active).map(|account| account.id))
}

/// Begins a session for somebody whom others vouch for.
pub(super) async fn begin(app: &App, user: UserId, username: &str, origin: &Origin) -> Result<SignedSession> {
    let (now, life, name, origin) = (app.clock.now(), session_life(app), fold(username), origin.clone());
    let opened = app
        .db
        .write(move |connection| {
            audit::record(connection, &audit::Entry::word(now, Some(user), "sign_in", &name, &origin))?;
            sessions::open(connection, user, life, now)
        })
        .await?;
    signed(app, opened).await
}

/// Continues a session by its refresh token.
pub(super) async fn refresh(app: &App, token: String, origin: Origin) -> Result<SignedSession> {
    let (now, life) = (app.clock.now(), session_life(app));
    let refreshed = app
        .db
        .write(move |connection| {
            let refreshed = sessions::refresh(connection, &token, life, now)?;
            let (actor, operation) = match &refreshed {
                Refreshed::Continued(opened) => (opened.user, "session_refresh"),
                Refreshed::Reused(user) => (*user, "session_revoked_on_reuse"),
                Refreshed::Unknown => return Ok(refreshed),
            };
            audit::record(connection, &audit::Entry::word(now, Some(actor), operation, "", &origin))?;
            Ok(refreshed)
        })
        .await?;
    match refreshed {
        Refreshed::Continued(opened) => signed(app, opened).await,
        Refreshed::Reused(_) => Err(Error::SessionRevoked),
        Refreshed::Unknown => Err(Error::Unauthenticated),
    }
}

/// Ends the session, if the token is one of ours.
pub(super) async fn sign_out(app: &App, token: String, origin: Origin) -> Result<()> {
    let now = app.clock.now();
    app.db
        .write(move |connection| {
            if let Some(user) = sessions::close(connection, &token, now)? {
                audit::record(connection, &audit::Entry::word(now, Some(user), "sign_out", "", &origin))?;
            }
            Ok(())
        })
        .await
}

async fn signed(app: &App, opened: Opened) -> Result<SignedSession> {
    let Opened { user, session, refresh_token } = opened;
    let access_token = app.tokens.issue(user, session, app.clock.now())?;
    let me = app.db.read(move |connection| store::me(connection, user)).await?;
    let answer = AccessToken {
        access_token,
        token_type: "Bearer".to_owned(),
        expires_in: app.tokens.life_seconds(),
        user: me,
    };
    Ok(SignedSession { answer, refresh_token })
}

fn session_life(app: &App) -> TimeDelta {
    TimeDelta::hours(i64::from(app.config.session_hours))
}
