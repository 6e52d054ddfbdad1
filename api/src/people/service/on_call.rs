//! Who is on call: put there and taken off (Ley 2191 de 2022: nobody else is disturbed outside service hours).

use super::administered_in;
use crate::error::{Conflict, Error, Result};
use crate::http::{Answer, Work};
use crate::ids::{OnCallId, UserId};
use crate::people::store;
use chrono::TimeDelta;
use contract::people::{CreateOnCall, OnCall};
use contract::reference::Reference;

/// Nobody is on call for longer than this at once.
const LONGEST: TimeDelta = TimeDelta::days(31);

/// Puts somebody of a group on call.
pub(in crate::people) fn put_on_call(
    work: &mut Work<'_>,
    reference: &Reference,
    body: &CreateOnCall,
) -> Result<Answer<OnCall>> {
    let group = store::locked_group(work.connection, &administered_in(&work.caller), reference)?;
    let CreateOnCall { person, from, until } = body;
    if until <= from {
        return Err(Error::field("until", "order"));
    }
    if *until <= work.now {
        return Err(Error::field("until", "future"));
    }
    if *until - *from > LONGEST {
        return Err(Error::field("until", "span"));
    }
    let members = store::members(work.connection, group.id)?;
    let named = members.iter().find(|member| {
        person.id() == Some(member.id) || member.username.eq_ignore_ascii_case(person.as_str())
    });
    let person = UserId(named.ok_or_else(|| Error::field("person", "not_in_group"))?.id);
    let time = (*from, *until);
    if store::is_on_call_within(work.connection, group.id, person, time)? {
        return Err(Error::Conflict(Conflict::Exists));
    }
    let id = store::insert_on_call(work.connection, group.id, person, time)?;
    let shown = store::one_on_call(work.connection, group.id, id)?;
    work.in_project(group.project);
    work.changed(&None::<()>, &shown);
    Answer::created(format!("/api/v1/groups/{}/on-call/{id}", group.id), &shown)
}

/// Takes somebody off call.
pub(in crate::people) fn take_off_call(
    work: &mut Work<'_>,
    reference: &Reference,
    id: OnCallId,
) -> Result<Answer<()>> {
    let group = store::locked_group(work.connection, &administered_in(&work.caller), reference)?;
    let before = store::one_on_call(work.connection, group.id, id)?;
    store::delete_on_call(work.connection, id)?;
    work.in_project(group.project);
    work.changed(&before, &None::<()>);
    Ok(Answer::nothing())
}
