//! Groups: made, changed, and who is in them.

use super::{administered, administered_in, company, named};
use crate::db::DbConnection;
use crate::error::{Conflict, Error, FieldFault, Result};
use crate::http::{Answer, Work};
use crate::ids::{ProjectId, ProviderId, UserId};
use crate::people::model::{Account, GroupSettings};
use crate::people::rules::{WorksThere, works_in};
use crate::people::store;
use crate::{projects, tickets};
use contract::auth::Role;
use contract::people::{CreateGroup, GroupDetail, SetMembers, UpdateGroup};
use contract::reference::Reference;

/// Makes a group.
pub(in crate::people) fn create_group(work: &mut Work<'_>, body: CreateGroup) -> Result<Answer<GroupDetail>> {
    let CreateGroup { project, key, name, level, provider, members } = body;
    let project = administered(work, &project, "project")?.id;
    let provider = provider.map(|reference| company(work, &[project], &reference)).transpose()?;
    only_third_level(level, provider)?;
    let id = store::create_group(work.connection, project, &key, name.trim(), level, provider)?;
    let group = store::group(work.connection, &[project], &id.0.into())?;
    let members = workers(work, &group, &members)?;
    store::set_members(work.connection, group.id, &members)?;
    work.in_project(project);
    let shown = shown_group(work.connection, group)?;
    work.changed(&None::<()>, &shown);
    let location = format!("/api/v1/groups/{id}");
    Ok(Answer::versioned(shown.version, &shown)?.at(location))
}

/// Changes a group. What decides which tickets are for it stays while any is in its charge.
pub(in crate::people) fn update_group(
    work: &mut Work<'_>,
    reference: &Reference,
    version: i64,
    body: UpdateGroup,
) -> Result<Answer<GroupDetail>> {
    let mut group = current(work, reference, version)?;
    let before = shown_group(work.connection, group.clone())?;
    let UpdateGroup { name, level, provider, active } = body;
    let was = (group.level, group.provider, group.active);
    if let Some(name) = name {
        name.trim().clone_into(&mut group.name);
    }
    group.level = level.unwrap_or(group.level);
    if let Some(provider) = provider {
        group.provider = provider.map(|reference| company(work, &[group.project], &reference)).transpose()?;
    }
    group.active = active.unwrap_or(group.active);
    only_third_level(group.level, group.provider)?;
    let now = (group.level, group.provider, group.active);
    let reopened = (was.0, was.1, true) == now;
    if now != was && !reopened && before.open_tickets > 0 {
        return Err(Error::Conflict(Conflict::InCharge(before.open_tickets)));
    }
    store::update_group(work.connection, &group)?;
    answer(work, &group, &before)
}

/// Says who is in a group.
pub(in crate::people) fn set_members(
    work: &mut Work<'_>,
    reference: &Reference,
    version: i64,
    body: &SetMembers,
) -> Result<Answer<GroupDetail>> {
    let group = current(work, reference, version)?;
    let before = shown_group(work.connection, group.clone())?;
    let members = workers(work, &group, &body.members)?;
    store::set_members(work.connection, group.id, &members)?;
    store::update_group(work.connection, &group)?;
    answer(work, &group, &before)
}

/// Puts somebody in a group of one of the projects.
pub(super) fn place(
    work: &mut Work<'_>,
    projects: &[ProjectId],
    reference: &Reference,
    person: &Account,
) -> Result<()> {
    let group = match store::group(work.connection, projects, reference) {
        Ok(group) if group.active => group,
        Ok(_) | Err(Error::NotFound) => return Err(Error::field("group", "unknown_reference")),
        Err(error) => return Err(error),
    };
    fits(&group, &person.roles_in(group.project), person.provider)?;
    store::add_member(work.connection, group.id, person.id)
}

/// A group with the people in it, as clients see it.
pub(in crate::people) fn shown_group(
    connection: &mut DbConnection,
    group: GroupSettings,
) -> Result<GroupDetail> {
    let (id, project, version) = (group.id, group.project, group.version);
    let shown = store::shown_groups(connection, vec![group])?.pop();
    Ok(GroupDetail {
        group: shown.ok_or_else(|| Error::internal("a group is gone"))?,
        project: projects::named(connection, &[project])?
            .remove(&project)
            .ok_or_else(|| Error::internal("a group of no project"))?,
        members: store::members(connection, id)?,
        open_tickets: tickets::in_charge_of_group(connection, id)?,
        version,
    })
}

fn current(work: &mut Work<'_>, reference: &Reference, version: i64) -> Result<GroupSettings> {
    let own = administered_in(&work.caller);
    let group = store::locked_group(work.connection, &own, reference)?;
    work.in_project(group.project);
    if group.version == version { Ok(group) } else { Err(Error::Stale) }
}

fn answer(work: &mut Work<'_>, group: &GroupSettings, before: &GroupDetail) -> Result<Answer<GroupDetail>> {
    let group = store::group(work.connection, &[group.project], &group.id.0.into())?;
    let shown = shown_group(work.connection, group)?;
    work.changed(before, &shown);
    Answer::versioned(shown.version, &shown)
}

fn only_third_level(level: u8, provider: Option<ProviderId>) -> Result<()> {
    if provider.is_some() && level != 3 { Err(Error::field("provider", "provider_level")) } else { Ok(()) }
}

/// The people who are to be in a group; all faults at once. Whoever is in it already may stay.
fn workers(work: &mut Work<'_>, group: &GroupSettings, references: &[Reference]) -> Result<Vec<UserId>> {
    let (mut people, mut faults) = (Vec::new(), Vec::<FieldFault>::new());
    let present = store::members(work.connection, group.id)?;
    for (index, reference) in references.iter().enumerate() {
        let stays = present.iter().find(|member| {
            reference.id() == Some(member.id) || member.username.eq_ignore_ascii_case(reference.as_str())
        });
        if let Some(member) = stays {
            people.push(UserId(member.id));
            continue;
        }
        match worker(work, group, reference) {
            Ok(person) => people.push(person),
            Err(error) => match named(error, &format!("members.{index}")) {
                Error::Invalid(found) => faults.extend(found),
                other => return Err(other),
            },
        }
    }
    if faults.is_empty() { Ok(people) } else { Err(Error::Invalid(faults)) }
}

fn worker(work: &mut Work<'_>, group: &GroupSettings, reference: &Reference) -> Result<UserId> {
    let person = store::find_person(work.connection, group.project, reference)?
        .ok_or_else(|| Error::field("member", "unknown_reference"))?;
    fits(group, &person.roles, person.provider)?;
    Ok(person.id)
}

fn fits(group: &GroupSettings, roles: &[Role], company: Option<ProviderId>) -> Result<()> {
    let of_its_company = group.provider.is_none() || group.provider == company;
    match works_in(group.level, roles, of_its_company) {
        WorksThere::Yes => Ok(()),
        WorksThere::NotInProject => Err(Error::field("member", "not_in_project")),
        WorksThere::OtherCompany => Err(Error::field("member", "wrong_provider")),
    }
}
