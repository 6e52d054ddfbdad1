//! The directory of the organisation (LDAP or Active Directory): people sign in with the user name
//! and password of their computer (TC-PD-15 activity 2), and are here what their groups there make
//! them. `docs/operate/sign-in.md` tells it to whoever sets it up.
//!
//! `client.rs` asks the servers, `verdict.rs` reads what they say to a password, `entry.rs` what they
//! say about a person, `sync.rs` looks every night who has left. The password is checked and
//! forgotten: it is neither stored nor logged.

mod client;
mod config;
mod dn;
mod entry;
mod sync;
mod verdict;

pub use client::Directory;
pub use config::{DirectoryConfig, USER_FILTER};
pub use sync::sync;

use super::accounts::{self, Entrance, Linking, Profile, Vouched};
use super::store;
use super::throttle::{self, Subject};
use crate::app::App;
use crate::audit::{self, Changes};
use crate::db::search::fold;
use crate::error::{Barred, Conflict, Error, Result};
use crate::http::Origin;
use crate::ids::UserId;
use chrono::TimeDelta;
use client::{Checked, Fate};
use contract::auth::AccountSource;
use serde_json::json;

/// For how long a failure keeps a lock from being told.
const MEMORY: TimeDelta = TimeDelta::hours(24);

/// Whose name and password these are; nobody's when they are nobody's, or there is no directory.
///
/// A directory says that an account is locked before it looks at the password, so saying it here would
/// tell whoever locks an account by guessing that there is such an account. It is therefore told only
/// for a name under which nobody has failed here within a day; otherwise the answer is that of a wrong
/// password, whose sentence names the possibility to everybody.
pub(super) async fn sign_in(
    app: &App,
    login: &str,
    password: &str,
    subjects: &[Subject],
    origin: &Origin,
) -> Result<Option<UserId>> {
    let Some(directory) = &app.directory else { return Ok(None) };
    let profile = match directory.check(login, password).await? {
        Checked::Nobody => return Ok(None),
        Checked::Barred(Barred::AccountLocked) if has_failed(app, login).await? => return Ok(None),
        Checked::Barred(why) => return refuse(app, login, why, subjects, origin).await,
        Checked::Person(profile) => *profile,
    };
    let mut entrance = enter(app, &profile, Linking::Unclaimed, origin).await?;
    if let Entrance::OtherEntry(other) = entrance {
        // An entry that was made anew, or two names that differ by an accent?
        let replaced =
            matches!(directory.connect().await?.fate(&profile.username, &other).await?, Fate::Gone);
        entrance = if replaced {
            enter(app, &profile, Linking::Replaced, origin).await?
        } else {
            Entrance::Barred(Barred::AccountConflict)
        };
    }
    match entrance {
        Entrance::Open(user) => Ok(Some(user)),
        Entrance::Barred(why) => refuse(app, login, why, subjects, origin).await,
        Entrance::OtherEntry(_) => Err(Error::internal("an entry that was replaced is still in the way")),
    }
}

async fn enter(app: &App, profile: &Profile, linking: Linking, origin: &Origin) -> Result<Entrance> {
    match enter_once(app, profile, linking, origin).await {
        // The same person has come in by another door just now: now they are there.
        Err(Error::Conflict(Conflict::Exists)) => enter_once(app, profile, linking, origin).await,
        outcome => outcome,
    }
}

async fn enter_once(app: &App, profile: &Profile, linking: Linking, origin: &Origin) -> Result<Entrance> {
    let (profile, origin, now) = (profile.clone(), origin.clone(), app.clock.now());
    app.db
        .write(move |connection| {
            let by = Vouched { source: AccountSource::Directory, now, origin: &origin };
            accounts::enter(connection, &by, &profile, linking)
        })
        .await
}

async fn has_failed(app: &App, login: &str) -> Result<bool> {
    let (name, since) = (fold(login), app.clock.now() - MEMORY);
    app.db.read(move |connection| store::has_failed(connection, &name, since)).await
}

/// Tells why, and keeps it in the audit log for whoever is called about it.
async fn refuse<T>(app: &App, login: &str, why: Barred, subjects: &[Subject], origin: &Origin) -> Result<T> {
    let (name, subjects, origin, now) = (fold(login), subjects.to_vec(), origin.clone(), app.clock.now());
    app.db
        .write(move |connection| {
            if why == Barred::AccountLocked {
                // The password may have been a guess.
                throttle::failed(connection, &subjects, now)?;
            }
            let reason = Changes::between(&(), &json!({ "reason": why.code() }));
            let entry = audit::Entry {
                changes: Some(&reason),
                ..audit::Entry::word(now, None, "sign_in_refused", &name, &origin)
            };
            audit::record(connection, &entry)
        })
        .await?;
    Err(Error::Barred(why))
}
