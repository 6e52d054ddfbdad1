//! Signing in, staying signed in, signing out.

use super::keys::Keys;
use super::password::Place;
use super::sessions::{self, Opened, Refreshed};
use super::store::Account;
use super::throttle::{self, Subject};
use super::tokens::IMPERSONATION;
use super::{Caller, directory, password, second_factor, store};
use crate::app::App;
use crate::audit;
use crate::db::DbConnection;
use crate::db::search::fold;
use crate::error::{Error, Result};
use crate::http::{Origin, RateLimit};
use crate::ids::UserId;
use chrono::{DateTime, TimeDelta, Utc};
use contract::auth::{AccessToken, LoginRequest, Me};
use contract::reference::PersonRef;

/// What a sign-in or refresh gives: the answer, and the cookies' values.
pub(super) struct SignedSession {
    pub(super) answer: AccessToken,
    pub(super) refresh_token: String,
    /// By which the device is known from now on, after a sign-in.
    pub(super) device: Option<String>,
}

/// What came of a sign-in, and what is left of the limit on tries.
pub(super) struct Attempt {
    pub(super) outcome: Result<SignedSession>,
    pub(super) left: Option<RateLimit>,
}

/// What a password and a code have shown.
enum Shown {
    /// Who it is.
    Themselves(Opened),
    /// Nothing.
    WrongPassword,
    /// The password, but the account takes a code too.
    CodeMissing,
    /// The password, but the code is wrong.
    WrongCode,
}

/// Who may be meant by a user name, and whose failures count.
struct Candidate {
    account: Option<Account>,
    subjects: Vec<Subject>,
    /// Why no password is looked at, if none is.
    refused: Option<Error>,
    left: Option<RateLimit>,
}

/// Begins a session for whoever knows the password (TC-PD-15 activity 2), and has the second factor
/// if the account takes one. `device` is what the client remembers of an earlier sign-in.
pub(super) async fn sign_in(
    app: &App,
    request: LoginRequest,
    device: Option<&str>,
    origin: Origin,
) -> Result<Attempt> {
    let LoginRequest { username, password, code } = request;
    let typed = username.trim().to_owned();
    let (username, now, life) = (fold(&typed), app.clock.now(), session_life(app));
    let device_of = device.and_then(|remembered| app.keys.owner_of_device(remembered, now));
    let place = password::place().await?;
    let Candidate { account, subjects, refused, left } =
        candidate(app, username.clone(), device_of, &origin).await?;
    if let Some(error) = refused {
        return Ok(Attempt { outcome: Err(error), left });
    }
    let asked = Asked { username: &typed, password, subjects: &subjects, origin: &origin };
    let user = authenticate(app, &place, account, asked).await?;
    let keys = app.keys.clone();
    let (shown, left) = app
        .db
        .write(move |connection| {
            let shown = match user {
                Some(user) => begin(connection, &keys, user, code.as_deref(), life, &origin, now)?,
                None => Shown::WrongPassword,
            };
            let word = match shown {
                Shown::Themselves(_) => "sign_in",
                Shown::CodeMissing => "second_factor_asked",
                Shown::WrongPassword | Shown::WrongCode => "sign_in_failed",
            };
            audit::record(connection, &audit::Entry::word(now, user, word, &username, &origin))?;
            match shown {
                Shown::Themselves(_) => throttle::succeeded(connection, &subjects)?,
                Shown::CodeMissing => {}
                Shown::WrongPassword => throttle::failed(connection, &by_password(&subjects), now)?,
                Shown::WrongCode => throttle::failed(connection, &by_code(&subjects), now)?,
            }
            Ok((shown, throttle::standing(connection, &subjects, now)?))
        })
        .await?;
    drop(place);
    let outcome = match shown {
        Shown::Themselves(opened) => {
            let device = Some(app.keys.device(opened.user, now)?);
            signed(app, opened).await.map(|signed| SignedSession { device, ..signed })
        }
        Shown::WrongPassword => Err(Error::InvalidCredentials),
        Shown::CodeMissing => Err(Error::SecondFactorRequired),
        Shown::WrongCode => Err(Error::InvalidCode),
    };
    Ok(Attempt { outcome, left })
}

async fn candidate(
    app: &App,
    username: String,
    device_of: Option<UserId>,
    origin: &Origin,
) -> Result<Candidate> {
    let (now, config) = (app.clock.now(), app.config.clone());
    let address = origin.address.clone().unwrap_or_default();
    app.db
        .read(move |connection| {
            let account = store::account(connection, &username)?;
            let known = account.as_ref().is_some_and(|account| device_of == Some(account.id));
            let subjects = throttle::of_sign_in(&username, &address, known, &config);
            let refused = match throttle::check(connection, &subjects, now) {
                Ok(()) => None,
                Err(error @ Error::TooMany(_)) => Some(error),
                Err(error) => return Err(error),
            };
            let left = throttle::standing(connection, &subjects, now)?;
            Ok(Candidate { account, subjects, refused, left })
        })
        .await
}

/// What somebody signs in with.
struct Asked<'a> {
    /// As it was typed: the directory has its own ideas of what is the same.
    username: &'a str,
    password: String,
    subjects: &'a [Subject],
    origin: &'a Origin,
}

/// Whose password it is. The seam for other sources of accounts: each is asked here in turn. An account
/// that has a password here is asked about here alone, so that it works whatever the directory does.
async fn authenticate(
    app: &App,
    place: &Place,
    account: Option<Account>,
    asked: Asked<'_>,
) -> Result<Option<UserId>> {
    let Asked { username, password, subjects, origin } = asked;
    let hash = account.as_ref().and_then(|account| account.password_hash.clone());
    let is_local = hash.is_some();
    let fits = place.check(password.clone(), hash).await?;
    if !is_local {
        return directory::sign_in(app, username, &password, &by_password(subjects), origin).await;
    }
    Ok(account.filter(|account| fits && account.active).map(|account| account.id))
}

/// Begins a session for somebody whom others vouch for.
pub(super) async fn begin_vouched(
    app: &App,
    user: UserId,
    username: &str,
    origin: &Origin,
) -> Result<SignedSession> {
    let (now, life, name, origin) = (app.clock.now(), session_life(app), fold(username), origin.clone());
    let opened = app
        .db
        .write(move |connection| {
            audit::record(connection, &audit::Entry::word(now, Some(user), "sign_in", &name, &origin))?;
            sessions::open(connection, user, life, &origin, now)
        })
        .await?;
    signed(app, opened).await
}

/// Begins a session for somebody who knows the password.
fn begin(
    connection: &mut DbConnection,
    keys: &Keys,
    user: UserId,
    code: Option<&str>,
    life: TimeDelta,
    origin: &Origin,
    now: DateTime<Utc>,
) -> Result<Shown> {
    if store::has_second_factor(connection, user)? {
        let Some(code) = code else { return Ok(Shown::CodeMissing) };
        if !second_factor::take(connection, keys, user, code, now)? {
            return Ok(Shown::WrongCode);
        }
    }
    sessions::open(connection, user, life, origin, now).map(Shown::Themselves)
}

/// Those for whom a wrong password counts.
fn by_password(subjects: &[Subject]) -> Vec<Subject> {
    subjects.iter().filter(|subject| !matches!(subject, Subject::Codes(_))).cloned().collect()
}

/// Those for whom a wrong code counts: the directory had nothing against the password.
fn by_code(subjects: &[Subject]) -> Vec<Subject> {
    subjects.iter().filter(|subject| !matches!(subject, Subject::Directory { .. })).cloned().collect()
}

/// Continues a session by its refresh token.
pub(super) async fn refresh(app: &App, token: String, origin: Origin) -> Result<SignedSession> {
    let (now, life) = (app.clock.now(), session_life(app));
    let refreshed = app
        .db
        .write(move |connection| {
            let refreshed = sessions::refresh(connection, &token, life, &origin, now)?;
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

/// Lets an administrator act in somebody's place, who has been found fit for it.
pub fn impersonate(app: &App, admin: &Caller, person: Me) -> Result<AccessToken> {
    let session = admin.session.ok_or(Error::OnlyInPerson)?;
    let access_token =
        app.tokens.issue_to_impersonate(UserId(person.id), admin.id, session, app.clock.now())?;
    let impersonator = PersonRef { id: admin.id.0, display_name: admin.display_name.clone() };
    Ok(AccessToken {
        access_token,
        token_type: "Bearer".to_owned(),
        expires_in: u32::try_from(IMPERSONATION.num_seconds()).unwrap_or_default(),
        user: Me { impersonator: Some(impersonator), duties: admin.duties.clone(), ..person },
    })
}

async fn signed(app: &App, opened: Opened) -> Result<SignedSession> {
    let Opened { user, session, refresh_token } = opened;
    let access_token = app.tokens.issue(user, session, app.clock.now())?;
    let required = app.config.second_factor_roles.clone();
    let me = app.db.read(move |connection| store::me(connection, user, &required)).await?;
    let answer = AccessToken {
        access_token,
        token_type: "Bearer".to_owned(),
        expires_in: app.tokens.life_seconds(),
        user: me,
    };
    Ok(SignedSession { answer, refresh_token, device: None })
}

fn session_life(app: &App) -> TimeDelta {
    TimeDelta::hours(i64::from(app.config.session_hours))
}
