//! Who is on call.

use crate::db::DbConnection;
use crate::db::schema::{group_members, on_call, users};
use crate::db::types::Instant;
use crate::error::Result;
use crate::ids::{GroupId, OnCallId, UserId};
use chrono::{DateTime, Utc};
use contract::people as wire;
use contract::reference::PersonRef;
use diesel::prelude::*;

/// Who of a group is on call at an instant, each once: as long as they are in it and their account is in use.
pub fn on_call(connection: &mut DbConnection, group: GroupId, at: DateTime<Utc>) -> Result<Vec<UserId>> {
    let at = Instant::from(at);
    let mut people = on_call::table
        .inner_join(users::table.on(users::id.eq(on_call::user_id)))
        .inner_join(group_members::table.on(
            group_members::group_id.eq(on_call::group_id).and(group_members::user_id.eq(on_call::user_id)),
        ))
        .filter(on_call::group_id.eq(group).and(on_call::starts_at.le(at)).and(on_call::ends_at.gt(at)))
        .filter(users::active.eq(true))
        .order(users::id)
        .select(users::id)
        .load::<UserId>(connection)?;
    people.dedup();
    Ok(people)
}

type Row = (OnCallId, UserId, String, Instant, Instant);

fn shown((id, person, display_name, from, until): Row) -> wire::OnCall {
    let person = PersonRef { id: person.0, display_name };
    wire::OnCall { id: id.0, person, from: from.utc(), until: until.utc() }
}

/// The times of a group that are not over, first to last.
pub(in crate::people) fn on_call_from(
    connection: &mut DbConnection,
    group: GroupId,
    now: DateTime<Utc>,
) -> Result<Vec<wire::OnCall>> {
    let rows = on_call::table
        .inner_join(users::table.on(users::id.eq(on_call::user_id)))
        .filter(on_call::group_id.eq(group).and(on_call::ends_at.gt(Instant::from(now))))
        .order((on_call::starts_at, on_call::id))
        .select((on_call::id, users::id, users::display_name, on_call::starts_at, on_call::ends_at))
        .load::<Row>(connection)?;
    Ok(rows.into_iter().map(shown).collect())
}

/// Whether somebody is on call for a group at any instant of a time.
pub(in crate::people) fn is_on_call_within(
    connection: &mut DbConnection,
    group: GroupId,
    person: UserId,
    (from, until): (DateTime<Utc>, DateTime<Utc>),
) -> Result<bool> {
    let found = on_call::table
        .filter(on_call::group_id.eq(group).and(on_call::user_id.eq(person)))
        .filter(on_call::starts_at.lt(Instant::from(until)).and(on_call::ends_at.gt(Instant::from(from))))
        .select(on_call::id)
        .first::<OnCallId>(connection)
        .optional()?;
    Ok(found.is_some())
}

/// Puts somebody on call.
pub(in crate::people) fn insert_on_call(
    connection: &mut DbConnection,
    group: GroupId,
    person: UserId,
    (from, until): (DateTime<Utc>, DateTime<Utc>),
) -> Result<OnCallId> {
    let id = OnCallId::fresh();
    diesel::insert_into(on_call::table)
        .values((
            on_call::id.eq(id),
            on_call::group_id.eq(group),
            on_call::user_id.eq(person),
            on_call::starts_at.eq(Instant::from(from)),
            on_call::ends_at.eq(Instant::from(until)),
        ))
        .execute(connection)?;
    Ok(id)
}

/// A time of a group.
pub(in crate::people) fn one_on_call(
    connection: &mut DbConnection,
    group: GroupId,
    id: OnCallId,
) -> Result<wire::OnCall> {
    let row = on_call::table
        .inner_join(users::table.on(users::id.eq(on_call::user_id)))
        .filter(on_call::group_id.eq(group).and(on_call::id.eq(id)))
        .select((on_call::id, users::id, users::display_name, on_call::starts_at, on_call::ends_at))
        .first::<Row>(connection)?;
    Ok(shown(row))
}

/// Takes somebody off call.
pub(in crate::people) fn delete_on_call(connection: &mut DbConnection, id: OnCallId) -> Result<()> {
    diesel::delete(on_call::table.find(id)).execute(connection)?;
    Ok(())
}
