//! New passwords of local accounts. Whoever sets one first lets it be judged and hashed
//! ([`prepare`]), which takes time, and then stores it in a transaction of theirs ([`set`]).

use super::policy::{Owner, judge};
use super::throttle::{self, Subject};
use super::{Caller, password, sessions, store};
use crate::app::App;
use crate::audit;
use crate::db::DbConnection;
use crate::db::schema::users;
use crate::db::types::Word;
use crate::error::{Conflict, Error, Result};
use crate::http::Origin;
use crate::ids::{SessionId, UserId};
use chrono::{DateTime, Utc};
use contract::auth::{ChangePassword, UserKind};
use diesel::prelude::*;

/// A new password that has been judged: its hash.
#[derive(Clone)]
pub struct NewPassword(String);

impl NewPassword {
    /// The hash, for an account in the making.
    #[must_use]
    pub fn hash(&self) -> &str {
        &self.0
    }
}

/// Judges a new password and hashes it; what is wrong with it is a fault of `field`.
pub async fn prepare(app: &App, field: &str, new: String, owner: &Owner) -> Result<NewPassword> {
    if let Some(fault) = judge(field, &new, app.config.password_min_length, owner) {
        return Err(Error::Invalid(vec![fault]));
    }
    password::hash_aside(new).await.map(NewPassword)
}

/// Gives an account a new password and ends its sessions, or all but one. With `must_change` its
/// owner is to choose another before anything else.
pub fn set(
    connection: &mut DbConnection,
    user: UserId,
    new: &NewPassword,
    must_change: bool,
    but: Option<SessionId>,
    now: DateTime<Utc>,
) -> Result<()> {
    let of_a_person = users::table.find(user).filter(users::kind.eq(Word(UserKind::Person)));
    let changed = diesel::update(of_a_person)
        .set((users::password_hash.eq(Some(&new.0)), users::must_change_password.eq(must_change)))
        .execute(connection)?;
    if changed == 0 {
        return Err(Error::Conflict(Conflict::NoLocalPassword));
    }
    sessions::end_all(connection, user, but, now)?;
    Ok(())
}

/// What a person changes their password to, once they have shown that they know the present one.
pub(super) async fn prepare_own(
    app: &App,
    caller: &Caller,
    body: ChangePassword,
    origin: &Origin,
) -> Result<NewPassword> {
    let ChangePassword { current, new } = body;
    if !knows_password(app, caller.id, current.clone(), origin).await? {
        return Err(Error::field("current", "wrong_password"));
    }
    if current == new {
        return Err(Error::field("new", "password_same"));
    }
    let user = caller.id;
    let owner = app.db.read(move |connection| store::owner(connection, user)).await?;
    prepare(app, "new", new, &owner).await
}

/// Whether somebody who is signed in knows the account's password. Tries are counted as those of
/// signing in are, but apart from them: whoever has found an open session can neither guess on nor
/// keep its owner from signing in.
pub(super) async fn knows_password(app: &App, user: UserId, given: String, origin: &Origin) -> Result<bool> {
    let (now, subjects) = (app.clock.now(), [Subject::Owner(user)]);
    let counted = subjects.clone();
    let place = password::place().await?;
    let hash = app
        .db
        .read(move |connection| {
            throttle::check(connection, &counted, now)?;
            store::password_hash(connection, user)
        })
        .await?
        .ok_or(Error::Conflict(Conflict::NoLocalPassword))?;
    let fits = place.check(given, Some(hash)).await?;
    let origin = origin.clone();
    app.db
        .write(move |connection| {
            if fits {
                return throttle::succeeded(connection, &subjects);
            }
            throttle::failed(connection, &subjects, now)?;
            audit::record(connection, &audit::Entry::word(now, Some(user), "password_wrong", "", &origin))
        })
        .await?;
    Ok(fits)
}
