//! Use cases of administrators: sources are made, changed, given another secret, and deleted.

use super::model::Source;
use super::{proof, store};
use crate::auth::Keys;
use crate::db::DbConnection;
use crate::error::{Conflict, Error, Result};
use crate::http::{Answer, Work};
use crate::ids::{GroupId, InboundSourceId, ProjectId, ServiceId, UserId};
use crate::{catalog, people, projects};
use contract::auth::Role;
use contract::inbound::{
    CreateInboundSource, InboundSource, NewInboundSource, SeverityRule, UpdateInboundSource,
};
use contract::reference::{PersonRef, Reference};
use serde_json::Value;

/// How many sources a project may have.
const MOST: i64 = 50;

/// For how many minutes an alert that comes back is the same incident, unless somebody has said.
const FLAP_MINUTES: u16 = 15;

/// Makes a source.
pub(super) fn create(
    work: &mut Work<'_>,
    keys: &Keys,
    body: CreateInboundSource,
) -> Result<Answer<NewInboundSource>> {
    let CreateInboundSource { project, channel, name, registrar, service, group, severities, flap_minutes } =
        body;
    let project = projects::for_caller(work.connection, &work.caller, Some(&project))?.id;
    if !work.caller.is_any_in(project, &[Role::Admin]) {
        return Err(Error::Forbidden);
    }
    work.in_project(project);
    projects::hold(work.connection, project)?;
    if store::count(work.connection, project)? >= MOST {
        return Err(Error::Conflict(Conflict::LimitReached(MOST)));
    }
    let id = InboundSourceId::fresh();
    let source = Source {
        id,
        project,
        channel,
        name: name.trim().to_owned(),
        registrar: known_registrar(work, project, &registrar)?,
        service: service.map(|service| known_service(work, project, &service)).transpose()?,
        group: group.map(|group| known_group(work, project, &group)).transpose()?,
        severities: severities.unwrap_or_else(SeverityRule::usual),
        flap_minutes: flap_minutes.unwrap_or(FLAP_MINUTES),
        active: true,
        earlier_secret_until: None,
        last_used_at: None,
        version: 1,
    };
    let (secret, stored) = proof::fresh_secret(keys, id)?;
    store::insert(work.connection, &source, &stored, work.now)?;
    let source = shown(work.connection, source)?;
    work.changed(&Value::Null, &source);
    let version = source.version;
    let answer = Answer::versioned(version, &NewInboundSource { secret, source })?;
    Ok(answer.at(format!("/api/v1/inbound-sources/{id}")).shown_once())
}

/// Changes a source that is at `version`.
pub(super) fn update(
    work: &mut Work<'_>,
    id: InboundSourceId,
    version: i64,
    body: UpdateInboundSource,
) -> Result<Answer<InboundSource>> {
    let mut source = administered(work, id)?;
    if source.version != version {
        return Err(Error::Stale);
    }
    let before = shown(work.connection, source.clone())?;
    let UpdateInboundSource { name, registrar, service, group, severities, flap_minutes, active } = body;
    if let Some(name) = name {
        name.trim().clone_into(&mut source.name);
    }
    if let Some(registrar) = registrar {
        source.registrar = known_registrar(work, source.project, &registrar)?;
    }
    if let Some(service) = service {
        source.service = service.map(|service| known_service(work, source.project, &service)).transpose()?;
    }
    if let Some(group) = group {
        source.group = group.map(|group| known_group(work, source.project, &group)).transpose()?;
    }
    source.severities = severities.unwrap_or(source.severities);
    source.flap_minutes = flap_minutes.unwrap_or(source.flap_minutes);
    source.active = active.unwrap_or(source.active);
    source.version += 1;
    store::update(work.connection, &source)?;
    let after = shown(work.connection, source)?;
    work.changed(&before, &after);
    Answer::versioned(after.version, &after)
}

/// Gives a source another secret. The one it had stays good for an hour; one from before that ends now.
pub(super) fn rotate(
    work: &mut Work<'_>,
    keys: &Keys,
    id: InboundSourceId,
) -> Result<Answer<NewInboundSource>> {
    let mut source = administered(work, id)?;
    let before = shown(work.connection, source.clone())?;
    let (secret, stored) = proof::fresh_secret(keys, id)?;
    let until = work.now + proof::OVERLAP;
    source.version += 1;
    source.earlier_secret_until = Some(until);
    store::rotate(work.connection, &source, &stored, until)?;
    let source = shown(work.connection, source)?;
    work.changed(&before, &source);
    let version = source.version;
    Ok(Answer::versioned(version, &NewInboundSource { secret, source })?.shown_once())
}

/// Deletes a source, and what is known of its alerts and conversations. Its cases stay.
pub(super) fn delete(work: &mut Work<'_>, id: InboundSourceId) -> Result<Answer<()>> {
    let source = administered(work, id)?;
    store::delete(work.connection, id)?;
    let before = shown(work.connection, source)?;
    work.changed(&before, &Value::Null);
    Ok(Answer::nothing())
}

/// A source as clients see it.
pub(super) fn shown(connection: &mut DbConnection, source: Source) -> Result<InboundSource> {
    let Source {
        id,
        project,
        channel,
        name,
        registrar,
        service,
        group,
        severities,
        flap_minutes,
        active,
        earlier_secret_until,
        last_used_at,
        version,
    } = source;
    let project = projects::named(connection, &[project])?.remove(&project);
    let person = people::names(connection, &[registrar])?.remove(&registrar);
    let service = match service {
        Some(service) => catalog::named_services(connection, &[service])?.remove(&service),
        None => None,
    };
    let group = match group {
        Some(group) => people::named_groups(connection, &[group])?.remove(&group),
        None => None,
    };
    Ok(InboundSource {
        id: id.0,
        project: project.ok_or_else(|| Error::internal("a source of no project"))?,
        channel,
        name,
        registrar: person.unwrap_or(PersonRef { id: registrar.0, display_name: String::new() }),
        service,
        group,
        severities,
        flap_minutes,
        active,
        path: format!("/api/v1/inbound/{channel}?source={id}"),
        earlier_secret_until,
        last_used_at,
        version,
    })
}

/// A source of a project that the caller administers, to be changed.
fn administered(work: &mut Work<'_>, id: InboundSourceId) -> Result<Source> {
    let own = work.caller.projects_as(&[Role::Admin]);
    store::find(work.connection, &own, id)?;
    let source = store::locked(work.connection, id)?;
    work.in_project(source.project);
    Ok(source)
}

/// In whose name cases are registered: somebody who may register for others.
fn known_registrar(work: &mut Work<'_>, project: ProjectId, reference: &Reference) -> Result<UserId> {
    let person = people::find_person(work.connection, project, reference)?
        .ok_or_else(|| Error::field("registrar", "unknown_reference"))?;
    if person.roles.iter().any(|role| matches!(role, Role::Agent | Role::Admin)) {
        Ok(person.id)
    } else {
        Err(Error::field("registrar", "not_in_project"))
    }
}

fn known_service(work: &mut Work<'_>, project: ProjectId, reference: &Reference) -> Result<ServiceId> {
    catalog::find_service(work.connection, project, reference)?
        .ok_or_else(|| Error::field("service", "unknown_reference"))
}

/// A group that takes what comes in: one of level 1.
fn known_group(work: &mut Work<'_>, project: ProjectId, reference: &Reference) -> Result<GroupId> {
    let group = people::find_group(work.connection, project, reference)?
        .filter(|group| group.active)
        .ok_or_else(|| Error::field("group", "unknown_reference"))?;
    if group.level == 1 { Ok(group.id) } else { Err(Error::field("group", "wrong_level")) }
}
