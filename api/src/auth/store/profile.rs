//! People as they see themselves, and what they change of it.

use super::has_second_factor;
use crate::auth::{Caller, duties};
use crate::db::DbConnection;
use crate::db::dialect::for_update;
use crate::db::schema::{
    group_members, groups, memberships, privacy_acceptances, privacy_notices, projects, providers, users,
};
use crate::db::types::{Instant, Word};
use crate::error::{Error, Result};
use crate::ids::{GroupId, ProjectId, ProviderId, UserId};
use chrono::{DateTime, Utc};
use contract::auth::{Locale, Me, Membership, Role, UpdateMe, UserKind};
use contract::privacy::{FIRST_NOTICE, PrivacyState};
use contract::reference::{NamedRef, PersonRef};
use diesel::dsl::max;
use diesel::prelude::*;

#[derive(Queryable, Selectable)]
#[diesel(table_name = users)]
struct Profile {
    id: UserId,
    kind: Word<UserKind>,
    username: String,
    display_name: String,
    email: Option<String>,
    phone: Option<String>,
    area: Option<String>,
    office: Option<String>,
    locale: Word<Locale>,
    provider_id: Option<ProviderId>,
    password_hash: Option<String>,
    must_change_password: bool,
    version: i64,
}

/// The person as they see themselves; whoever has a role of `required` must have a second factor.
pub fn me(connection: &mut DbConnection, user: UserId, required: &[Role]) -> Result<Me> {
    let profile = users::table.find(user).select(Profile::as_select()).first(connection)?;
    let Profile {
        id,
        kind,
        username,
        display_name,
        email,
        phone,
        area,
        office,
        locale,
        provider_id,
        password_hash,
        must_change_password,
        version,
    } = profile;
    let local = password_hash.is_some();
    let provider = match provider_id {
        Some(provider) => Some(named(
            providers::table
                .find(provider)
                .select((providers::id, providers::key, providers::name))
                .first(connection)?,
        )),
        None => None,
    };
    let groups = groups::table
        .inner_join(group_members::table.on(group_members::group_id.eq(groups::id)))
        .filter(group_members::user_id.eq(user))
        .order(groups::name)
        .select((groups::id, groups::key, groups::name))
        .load::<(GroupId, String, String)>(connection)?;
    let memberships = own_memberships(connection, user)?;
    let second_factor = has_second_factor(connection, user)?;
    let held = memberships.iter().flat_map(|membership| &membership.roles);
    let must_have = local && held.into_iter().any(|role| required.contains(role));
    let privacy = privacy(connection, user)?;
    let asked = kind.0 == UserKind::Person && privacy.is_asked();
    Ok(Me {
        id: id.0,
        username,
        display_name,
        email,
        phone,
        area,
        office,
        locale: locale.0,
        provider,
        memberships,
        groups: groups.into_iter().map(|(id, key, name)| NamedRef { id: id.0, key, name }).collect(),
        has_password: local,
        second_factor,
        duties: duties(local && must_change_password, must_have && !second_factor, asked),
        impersonator: None,
        privacy,
        version,
    })
}

/// The same, as whoever acts in their place sees them.
pub(in crate::auth) fn seen_by(
    connection: &mut DbConnection,
    caller: &Caller,
    required: &[Role],
) -> Result<Me> {
    let me = me(connection, caller.id, required)?;
    let Some(admin) = caller.impersonator else { return Ok(me) };
    let display_name = users::table.find(admin).select(users::display_name).first(connection)?;
    let impersonator = Some(PersonRef { id: admin.0, display_name });
    Ok(Me { impersonator, duties: caller.duties.clone(), ..me })
}

/// Which version of the notice is in force, and which they accepted last.
fn privacy(connection: &mut DbConnection, user: UserId) -> Result<PrivacyState> {
    let published: Option<i32> =
        privacy_notices::table.select(max(privacy_notices::version)).first(connection)?;
    let accepted_version = privacy_acceptances::table
        .filter(privacy_acceptances::user_id.eq(user))
        .select(max(privacy_acceptances::version))
        .first(connection)?;
    Ok(PrivacyState { current_version: published.unwrap_or(FIRST_NOTICE), accepted_version })
}

fn own_memberships(connection: &mut DbConnection, user: UserId) -> Result<Vec<Membership>> {
    let rows = memberships::table
        .inner_join(projects::table.on(projects::id.eq(memberships::project_id)))
        .filter(memberships::user_id.eq(user))
        .order((projects::key, memberships::role))
        .select((projects::id, projects::key, projects::name, memberships::role))
        .load::<(ProjectId, String, String, Word<Role>)>(connection)?;
    let mut memberships: Vec<Membership> = Vec::new();
    for (id, key, name, role) in rows {
        match memberships.last_mut().filter(|last| last.project.id == id.0) {
            Some(same) => same.roles.push(role.0),
            None => memberships
                .push(Membership { project: NamedRef { id: id.0, key, name }, roles: vec![role.0] }),
        }
    }
    Ok(memberships)
}

fn named((id, key, name): (ProviderId, String, String)) -> NamedRef {
    NamedRef { id: id.0, key, name }
}

#[derive(AsChangeset)]
#[diesel(table_name = users)]
#[expect(clippy::option_option, reason = "absent stays, null clears")]
struct ProfileChange {
    locale: Option<Word<Locale>>,
    phone: Option<Option<String>>,
    area: Option<Option<String>>,
    version: i64,
    updated_at: Instant,
}

/// Changes the profile if it is still at `version`.
pub(in crate::auth) fn update_me(
    connection: &mut DbConnection,
    user: UserId,
    version: i64,
    change: UpdateMe,
    now: DateTime<Utc>,
) -> Result<()> {
    let current: i64 = for_update!(users::table.find(user).select(users::version)).get_result(connection)?;
    if current != version {
        return Err(Error::Stale);
    }
    let UpdateMe { locale, phone, area } = change;
    let change =
        ProfileChange { locale: locale.map(Word), phone, area, version: version + 1, updated_at: now.into() };
    diesel::update(users::table.find(user)).set(change).execute(connection)?;
    Ok(())
}
