//! API keys: what programs come by, in the name of a person or of a service account. The key is
//! shown once and kept as a hash; it can do no more than whom it belongs to, for a year at most.

use super::sessions::digest;
use super::{Caller, store};
use crate::db::DbConnection;
use crate::db::schema::{api_keys, projects, users};
use crate::db::types::{Document, Instant};
use crate::error::{Conflict, Error, Result};
use crate::http::{Answer, Work};
use crate::ids::{ApiKeyId, ProjectId, UserId};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use contract::auth::{ApiKey, CreateApiKey, Locale, NewApiKey, Scope, UserKind};
use contract::reference::{NamedRef, Reference};
use diesel::prelude::*;
use serde_json::Value;
use uuid::Uuid;

/// What every key begins with, so that it is recognised: here, and by those who search sources for
/// keys that were left in them.
const PREFIX: &str = "mesa_pat_";

/// The longest that a key is good for.
const LONGEST_LIFE: TimeDelta = TimeDelta::days(366);

/// How exactly the last use is told.
const NOTED_EVERY: TimeDelta = TimeDelta::minutes(1);

/// Whoever comes by a key, and what it is good for.
pub(super) struct Bearer {
    pub(super) caller: Caller,
    pub(super) key: ApiKeyId,
    pub(super) scopes: Vec<Scope>,
    /// Whether its use has been noted within the last minute.
    pub(super) noted: bool,
}

/// A key as it is stored.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = api_keys)]
pub(super) struct ApiKeyRow {
    id: ApiKeyId,
    name: String,
    scopes: Document<Vec<Scope>>,
    projects: Option<Document<Vec<Uuid>>>,
    created_at: Instant,
    expires_at: Instant,
    last_used_at: Option<Instant>,
}

/// Whether a bearer token is an API key, and not an access token.
pub(super) fn is_one(token: &str) -> bool {
    token.starts_with(PREFIX)
}

/// Whoever comes by this key, if it is good.
pub(super) fn bearer(
    connection: &mut DbConnection,
    token: &str,
    locale: Locale,
    now: DateTime<Utc>,
) -> Result<Option<Bearer>> {
    let good = api_keys::table
        .inner_join(users::table.on(users::id.eq(api_keys::user_id)))
        .filter(api_keys::token_hash.eq(digest(token)).and(api_keys::revoked_at.is_null()))
        .filter(api_keys::expires_at.gt(Instant::from(now)).and(users::active.eq(true)))
        .select((ApiKeyRow::as_select(), store::Principal::COLUMNS))
        .first::<(ApiKeyRow, store::Principal)>(connection)
        .optional()?;
    let Some((row, principal)) = good else { return Ok(None) };
    let ApiKeyRow { id, scopes, projects, last_used_at, .. } = row;
    let mut caller = principal.caller(locale);
    caller.api_key = Some(id);
    if let Some(Document(reached)) = projects {
        let reached: Vec<ProjectId> = reached.into_iter().map(ProjectId).collect();
        caller.roles.retain(|(project, _)| reached.contains(project));
        caller.fence = Some(reached);
    }
    let noted = last_used_at.is_some_and(|at| now - at.utc() < NOTED_EVERY);
    Ok(Some(Bearer { caller, key: id, scopes: scopes.0, noted }))
}

/// Notes that a key is in use.
pub(super) fn note_use(connection: &mut DbConnection, key: ApiKeyId, now: DateTime<Utc>) -> Result<()> {
    diesel::update(api_keys::table.find(key))
        .set(api_keys::last_used_at.eq(Some(Instant::from(now))))
        .execute(connection)?;
    Ok(())
}

/// The keys of an account that are not revoked, the latest first: up to one more than `limit`, from
/// behind `before`.
pub(super) fn list(
    connection: &mut DbConnection,
    owner: UserId,
    before: Option<ApiKeyId>,
    limit: i64,
) -> Result<Vec<ApiKey>> {
    let mut query = api_keys::table
        .filter(api_keys::user_id.eq(owner).and(api_keys::revoked_at.is_null()))
        .order(api_keys::id.desc())
        .limit(limit + 1)
        .select(ApiKeyRow::as_select())
        .into_boxed();
    if let Some(before) = before {
        query = query.filter(api_keys::id.lt(before));
    }
    let rows = query.load(connection)?;
    rows.into_iter().map(|row| shown(connection, row)).collect()
}

/// Makes a key of the caller's own.
pub(super) fn create_own(work: &mut Work<'_>, body: CreateApiKey) -> Result<Answer<NewApiKey>> {
    let owner = work.caller.id;
    let reach: Vec<ProjectId> = work.caller.roles.iter().map(|(project, _)| *project).collect();
    create(work, owner, body, &reach, "/api/v1/me/api-keys")
}

/// Makes a key of a service account, which reaches only what the caller administers.
pub(super) fn create_for(
    work: &mut Work<'_>,
    account: &Reference,
    body: CreateApiKey,
) -> Result<Answer<NewApiKey>> {
    let account = store::governed(work.connection, &work.caller, account)?;
    if account.kind != UserKind::Service {
        return Err(Error::Conflict(Conflict::NotService));
    }
    if body.projects.is_none() && account.administered.len() < account.projects.len() {
        return Err(Error::field("projects", "required"));
    }
    if let [project] = account.projects[..] {
        work.in_project(project);
    }
    let place = format!("/api/v1/users/{}/api-keys", account.id);
    create(work, account.id, body, &account.administered, &place)
}

fn create(
    work: &mut Work<'_>,
    owner: UserId,
    body: CreateApiKey,
    reach: &[ProjectId],
    place: &str,
) -> Result<Answer<NewApiKey>> {
    let CreateApiKey { name, mut scopes, projects: wanted, expires_at } = body;
    if expires_at <= work.now {
        return Err(Error::field("expires_at", "future"));
    }
    if expires_at - work.now > LONGEST_LIFE {
        return Err(Error::field("expires_at", "span"));
    }
    scopes.sort_unstable();
    scopes.dedup();
    let wanted = match wanted {
        Some(wanted) => Some(Document(named_among(work.connection, &wanted, reach)?)),
        None => None,
    };
    let id = ApiKeyId::fresh();
    let key = format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>()));
    diesel::insert_into(api_keys::table)
        .values((
            api_keys::id.eq(id),
            api_keys::user_id.eq(owner),
            api_keys::name.eq(name.trim()),
            api_keys::token_hash.eq(digest(&key)),
            api_keys::scopes.eq(Document(scopes)),
            api_keys::projects.eq(wanted),
            api_keys::created_at.eq(Instant::from(work.now)),
            api_keys::created_by_id.eq(work.caller.id),
            api_keys::expires_at.eq(Instant::from(expires_at)),
        ))
        .execute(work.connection)?;
    let row = api_keys::table.find(id).select(ApiKeyRow::as_select()).first(work.connection)?;
    let api_key = shown(work.connection, row)?;
    work.changed(&Value::Null, &api_key);
    Answer::created(format!("{place}/{id}"), &NewApiKey { key, api_key }).map(Answer::shown_once)
}

/// Revokes a key of an account that the caller administers.
pub(super) fn revoke_for(work: &mut Work<'_>, account: &Reference, key: ApiKeyId) -> Result<Answer<()>> {
    let account = store::governed_alone(work.connection, &work.caller, account)?;
    if let [project] = account.projects[..] {
        work.in_project(project);
    }
    revoke(work, account.id, key)
}

/// Revokes a key of an account.
pub(super) fn revoke(work: &mut Work<'_>, owner: UserId, key: ApiKeyId) -> Result<Answer<()>> {
    let row = api_keys::table
        .find(key)
        .filter(api_keys::user_id.eq(owner).and(api_keys::revoked_at.is_null()))
        .select(ApiKeyRow::as_select())
        .first(work.connection)
        .optional()?
        .ok_or(Error::NotFound)?;
    diesel::update(api_keys::table.find(key))
        .set(api_keys::revoked_at.eq(Some(Instant::from(work.now))))
        .execute(work.connection)?;
    let before = shown(work.connection, row)?;
    work.changed(&before, &Value::Null);
    Ok(Answer::nothing())
}

/// The projects that are named, each once; only among `reach`.
fn named_among(
    connection: &mut DbConnection,
    wanted: &[Reference],
    reach: &[ProjectId],
) -> Result<Vec<Uuid>> {
    let known = projects::table
        .filter(projects::id.eq_any(reach))
        .select((projects::id, projects::key))
        .load::<(ProjectId, String)>(connection)?;
    let mut found = Vec::new();
    for reference in wanted {
        let named = known
            .iter()
            .find(|(id, key)| reference.id() == Some(id.0) || reference.as_str() == key)
            .ok_or_else(|| Error::field("projects", "unknown_reference"))?;
        found.push(named.0.0);
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

fn shown(connection: &mut DbConnection, row: ApiKeyRow) -> Result<ApiKey> {
    let ApiKeyRow { id, name, scopes, projects: reached, created_at, expires_at, last_used_at } = row;
    let reached = match reached {
        Some(Document(reached)) => Some(named(connection, reached)?),
        None => None,
    };
    Ok(ApiKey {
        id: id.0,
        name,
        scopes: scopes.0,
        projects: reached,
        created_at: created_at.utc(),
        expires_at: expires_at.utc(),
        last_used_at: last_used_at.map(Instant::utc),
    })
}

fn named(connection: &mut DbConnection, ids: Vec<Uuid>) -> Result<Vec<NamedRef>> {
    let ids: Vec<ProjectId> = ids.into_iter().map(ProjectId).collect();
    let rows = projects::table
        .filter(projects::id.eq_any(ids))
        .order(projects::key)
        .select((projects::id, projects::key, projects::name))
        .load::<(ProjectId, String, String)>(connection)?;
    Ok(rows.into_iter().map(|(id, key, name)| NamedRef { id: id.0, key, name }).collect())
}
