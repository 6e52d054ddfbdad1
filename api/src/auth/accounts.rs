//! Accounts that somebody else vouches for: a directory, or an OpenID provider. The first sign-in
//! makes one, each later one brings it up to date, and their source alone says when they end.
//!
//! Roles and groups carry their source: those that came from there are changed from there, and those
//! that were given here stay whatever the source says.

use super::grants::Grant;
use super::members;
use crate::audit::{self, Changes};
use crate::db::DbConnection;
use crate::db::dialect::{columns, for_update};
use crate::db::schema::{sessions, users};
use crate::db::search::fold;
use crate::db::types::{Instant, Word};
use crate::error::{Barred, Result};
use crate::http::Origin;
use crate::ids::UserId;
use chrono::{DateTime, Utc};
use contract::auth::{AccountSource, Locale, UserKind};
use contract::is_invisible;
use diesel::prelude::*;
use serde::Serialize;

/// What a source says about a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Profile {
    /// What names them for good at the source.
    pub(super) external_id: String,
    /// The name they sign in with.
    pub(super) username: String,
    /// The name others read.
    pub(super) display_name: String,
    /// Where notices go.
    pub(super) email: Option<String>,
    /// Telephone or extension.
    pub(super) phone: Option<String>,
    /// The part of the organisation they work in.
    pub(super) area: Option<String>,
    /// Where they sit.
    pub(super) office: Option<String>,
    /// What their groups make them.
    pub(super) grants: Vec<Grant>,
}

/// What a source says of a person, as people are to read it: without the characters that cannot be seen,
/// which nobody can write here either. A source that says nothing else says nothing.
pub(super) fn legible(said: &str) -> Option<String> {
    let spaced = said.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter });
    let seen: String = spaced.filter(|letter| !is_invisible(*letter)).collect();
    Some(seen.trim().to_owned()).filter(|seen| !seen.is_empty())
}

/// Whose account a person may take over who comes for the first time and whose user name is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Linking {
    /// Nobody's: whoever may choose a name elsewhere must not become somebody here by it.
    Never,
    /// One without a password that no other source vouches for: the source is to be believed.
    Unclaimed,
    /// That, and one of the same source whose entry is known not to be there any more.
    Replaced,
}

/// What became of a person at the door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Entrance {
    /// They are in.
    Open(UserId),
    /// They may not come in.
    Barred(Barred),
    /// The name is that of another entry of the same source, which this one may have replaced.
    OtherEntry(String),
}

/// An account of a source that is active.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = users)]
pub(super) struct Known {
    pub(super) id: UserId,
    pub(super) username: String,
    pub(super) external_id: Option<String>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = users)]
struct Row {
    id: UserId,
    kind: Word<UserKind>,
    username: String,
    display_name: String,
    email: Option<String>,
    phone: Option<String>,
    area: Option<String>,
    office: Option<String>,
    active: bool,
    source: Word<AccountSource>,
    external_id: Option<String>,
    password_hash: Option<String>,
    absent_since: Option<Instant>,
    version: i64,
}

/// An account as the audit log tells it.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Snapshot {
    source: AccountSource,
    external_id: Option<String>,
    username: String,
    display_name: String,
    email: Option<String>,
    phone: Option<String>,
    area: Option<String>,
    office: Option<String>,
    active: bool,
    roles: Vec<String>,
    groups: Vec<String>,
}

/// A source at an instant, with what the audit log is to say of where it was asked from.
#[derive(Clone, Debug)]
pub(super) struct Vouched<'a> {
    pub(super) source: AccountSource,
    pub(super) now: DateTime<Utc>,
    pub(super) origin: &'a Origin,
}

/// Lets in whom a source vouches for: finds, links or makes the account, and brings it up to date.
pub(super) fn enter(
    connection: &mut DbConnection,
    by: &Vouched<'_>,
    profile: &Profile,
    linking: Linking,
) -> Result<Entrance> {
    let known = of_source(connection, by.source, &profile.external_id)?;
    let (row, linked) = match known {
        Some(row) => (Some(row), false),
        None => (named(connection, &profile.username)?, true),
    };
    let Some(row) = row else {
        let id = create(connection, by, profile)?;
        return admitted(connection, id);
    };
    if row.kind.0 == UserKind::Service {
        return Ok(Entrance::Barred(Barred::AccountConflict));
    }
    if linked {
        match (linking, row.source.0, &row.external_id) {
            _ if row.password_hash.is_some() => return Ok(Entrance::Barred(Barred::AccountConflict)),
            (Linking::Unclaimed | Linking::Replaced, AccountSource::Local, _) => {}
            (Linking::Unclaimed, source, Some(other)) if source == by.source => {
                return Ok(Entrance::OtherEntry(other.clone()));
            }
            (Linking::Replaced, source, _) if source == by.source => {}
            _ => return Ok(Entrance::Barred(Barred::AccountConflict)),
        }
    }
    // Only what the source has ended does the source begin again, and only for the same person.
    if !row.active && (linked || row.absent_since.is_none()) {
        return Ok(Entrance::Barred(Barred::AccountDisabled));
    }
    let id = row.id;
    update(connection, by, &row, profile)?;
    admitted(connection, id)
}

/// Brings an account up to date with what its source says; whether anything was new.
pub(super) fn refresh(
    connection: &mut DbConnection,
    by: &Vouched<'_>,
    account: UserId,
    profile: &Profile,
) -> Result<bool> {
    let row = of_source(connection, by.source, &profile.external_id)?;
    match row.filter(|row| row.id == account && row.active) {
        Some(row) => update(connection, by, &row, profile),
        None => Ok(false),
    }
}

/// The active accounts that a source vouches for, by user name.
pub(super) fn known_to(connection: &mut DbConnection, source: AccountSource) -> Result<Vec<Known>> {
    Ok(users::table
        .filter(users::source.eq(Word(source)).and(users::active.eq(true)))
        .order(users::username)
        .select(Known::as_select())
        .load(connection)?)
}

/// Ends an account that its source does not know any more, and all its sessions; whether there was one.
pub(super) fn deactivate(connection: &mut DbConnection, by: &Vouched<'_>, account: UserId) -> Result<bool> {
    let row: Row = for_update!(users::table.find(account).select(columns::<Row>())).get_result(connection)?;
    if !row.active || row.source.0 != by.source {
        return Ok(false);
    }
    let before = snapshot(connection, account)?;
    let now = Instant::from(by.now);
    diesel::update(users::table.find(account))
        .set((
            users::active.eq(false),
            users::absent_since.eq(Some(now)),
            users::version.eq(row.version + 1),
            users::updated_at.eq(now),
        ))
        .execute(connection)?;
    diesel::update(sessions::table.filter(sessions::user_id.eq(account).and(sessions::revoked_at.is_null())))
        .set(sessions::revoked_at.eq(Some(now)))
        .execute(connection)?;
    let after = snapshot(connection, account)?;
    record(connection, by, account, "account_deactivated", &Changes::between(&before, &after), &after)?;
    Ok(true)
}

fn of_source(connection: &mut DbConnection, source: AccountSource, id: &str) -> Result<Option<Row>> {
    let query = users::table
        .filter(users::source.eq(Word(source)).and(users::external_id.eq(id)))
        .select(columns::<Row>());
    Ok(for_update!(query).get_result(connection).optional()?)
}

fn named(connection: &mut DbConnection, username: &str) -> Result<Option<Row>> {
    let name = fold(username);
    let query = users::table.filter(users::username.eq(&name)).select(columns::<Row>());
    Ok(for_update!(query).get_result(connection).optional()?)
}

fn create(connection: &mut DbConnection, by: &Vouched<'_>, profile: &Profile) -> Result<UserId> {
    let (id, now) = (UserId::fresh(), Instant::from(by.now));
    let Profile { external_id, username, display_name, email, phone, area, office, grants } = profile;
    diesel::insert_into(users::table)
        .values((
            users::id.eq(id),
            users::username.eq(fold(username)),
            users::display_name.eq(display_name),
            users::email.eq(email),
            users::phone.eq(phone),
            users::area.eq(area),
            users::office.eq(office),
            users::locale.eq(Word(Locale::Es)),
            users::active.eq(true),
            users::search_text.eq(search_text(profile, username)),
            users::version.eq(1),
            users::created_at.eq(now),
            users::updated_at.eq(now),
            users::source.eq(Word(by.source)),
            users::external_id.eq(external_id),
        ))
        .execute(connection)?;
    members::become_of(connection, id, by.source, grants)?;
    let after = snapshot(connection, id)?;
    record(connection, by, id, "account_created", &Changes::between(&(), &after), &after)?;
    Ok(id)
}

/// Makes an account what its source says; whether anything was new.
fn update(connection: &mut DbConnection, by: &Vouched<'_>, row: &Row, profile: &Profile) -> Result<bool> {
    let before = snapshot(connection, row.id)?;
    let wanted = fold(&profile.username);
    let taken = wanted != row.username && named(connection, &wanted)?.is_some();
    if taken {
        log::warn!("{} is now called {wanted} at its source, which is somebody else here", row.username);
    }
    let username = if taken { row.username.clone() } else { wanted };
    // People write these themselves where the source has nothing to say.
    let (phone, area) =
        (profile.phone.as_ref().or(row.phone.as_ref()), profile.area.as_ref().or(row.area.as_ref()));
    members::become_of(connection, row.id, by.source, &profile.grants)?;
    let same = row.username == username
        && row.display_name == profile.display_name
        && row.email == profile.email
        && row.phone.as_ref() == phone
        && row.area.as_ref() == area
        && row.office == profile.office
        && row.source.0 == by.source
        && row.external_id.as_deref() == Some(profile.external_id.as_str())
        && row.active;
    if !same {
        diesel::update(users::table.find(row.id))
            .set((
                users::search_text.eq(search_text(profile, &username)),
                users::username.eq(username),
                users::display_name.eq(&profile.display_name),
                users::email.eq(&profile.email),
                users::phone.eq(phone),
                users::area.eq(area),
                users::office.eq(&profile.office),
                users::source.eq(Word(by.source)),
                users::external_id.eq(&profile.external_id),
                users::active.eq(true),
                users::absent_since.eq(None::<Instant>),
                users::version.eq(row.version + 1),
                users::updated_at.eq(Instant::from(by.now)),
            ))
            .execute(connection)?;
    }
    let after = snapshot(connection, row.id)?;
    if before == after {
        return Ok(false);
    }
    record(connection, by, row.id, "account_refreshed", &Changes::between(&before, &after), &after)?;
    Ok(true)
}

/// In, if there is anything for them to do.
fn admitted(connection: &mut DbConnection, account: UserId) -> Result<Entrance> {
    Ok(if members::belongs_somewhere(connection, account)? {
        Entrance::Open(account)
    } else {
        Entrance::Barred(Barred::NoRole)
    })
}

fn snapshot(connection: &mut DbConnection, account: UserId) -> Result<Snapshot> {
    let row = users::table.find(account).select(Row::as_select()).first(connection)?;
    let Row { id, username, display_name, email, phone, area, office, active, source, external_id, .. } = row;
    Ok(Snapshot {
        source: source.0,
        external_id,
        username,
        display_name,
        email,
        phone,
        area,
        office,
        active,
        roles: members::roles_of(connection, id)?,
        groups: members::groups_of(connection, id)?,
    })
}

/// The actor is the person, except where it is the desk itself that ends their account.
fn record(
    connection: &mut DbConnection,
    by: &Vouched<'_>,
    account: UserId,
    word: &str,
    changes: &Changes,
    after: &Snapshot,
) -> Result<()> {
    let actor = (word != "account_deactivated").then_some(account);
    let entry = audit::Entry {
        changes: Some(changes),
        ..audit::Entry::word(by.now, actor, word, &after.username, by.origin)
    };
    audit::record(connection, &entry)
}

fn search_text(profile: &Profile, username: &str) -> String {
    fold(&[profile.display_name.as_str(), username, profile.email.as_deref().unwrap_or("")].join(" "))
}
