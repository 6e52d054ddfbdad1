//! Use cases: administrators enter stakeholders, change and remove them; and who is to be told.

use super::model::{self, Who};
use super::rules::telling::{USUAL_PRIORITY, is_told, tidy};
use super::store;
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::http::{Answer, Work};
use crate::ids::{ProjectId, ServiceId, StakeholderId, UserId};
use crate::{catalog, people, projects};
use contract::auth::Role;
use contract::reference::Reference;
use contract::stakeholders::{CreateStakeholder, Occasion, Stakeholder, UpdateStakeholder};
use serde_json::Value;
use std::collections::BTreeSet;

/// Enters a stakeholder.
pub(super) fn create(work: &mut Work<'_>, body: CreateStakeholder) -> Result<Answer<Stakeholder>> {
    let CreateStakeholder { project, service, person, area, interest, influence, told_of, from_priority } =
        body;
    let project = projects::for_caller(work.connection, &work.caller, Some(&project))?.id;
    if !work.caller.is_any_in(project, &[Role::Admin]) {
        return Err(Error::Forbidden);
    }
    work.in_project(project);
    let who = match (person, area) {
        (Some(person), None) => Who::Person(known_person(work, project, &person)?),
        (None, Some(area)) => Who::Area(area.trim().to_owned()),
        (Some(_), Some(_)) | (None, None) => return Err(Error::field("person", "person_or_area")),
    };
    let service = service.map(|service| known_service(work, project, &service)).transpose()?;
    let stakeholder = model::Stakeholder {
        id: StakeholderId::fresh(),
        project,
        service,
        who,
        interest,
        influence,
        told_of: tidy(told_of.as_deref().unwrap_or(Occasion::ALL)),
        from_priority: from_priority.unwrap_or(USUAL_PRIORITY),
        created_at: work.now,
        updated_at: work.now,
        version: 1,
    };
    store::insert(work.connection, &stakeholder)?;
    let (id, shown) = (stakeholder.id, shown(work.connection, stakeholder)?);
    work.changed(&Value::Null, &shown);
    Ok(Answer::versioned(shown.version, &shown)?.at(format!("/api/v1/stakeholders/{id}")))
}

/// Changes what is said of a stakeholder that is at `version`.
pub(super) fn update(
    work: &mut Work<'_>,
    id: StakeholderId,
    version: i64,
    body: UpdateStakeholder,
) -> Result<Answer<Stakeholder>> {
    let mut stakeholder = administered(work, id)?;
    if stakeholder.version != version {
        return Err(Error::Stale);
    }
    let before = shown(work.connection, stakeholder.clone())?;
    let UpdateStakeholder { service, interest, influence, told_of, from_priority } = body;
    if let Some(service) = service {
        stakeholder.service =
            service.map(|service| known_service(work, stakeholder.project, &service)).transpose()?;
    }
    if let Some(told_of) = told_of {
        stakeholder.told_of = tidy(&told_of);
    }
    stakeholder.interest = interest.unwrap_or(stakeholder.interest);
    stakeholder.influence = influence.unwrap_or(stakeholder.influence);
    stakeholder.from_priority = from_priority.unwrap_or(stakeholder.from_priority);
    stakeholder.updated_at = work.now;
    stakeholder.version += 1;
    store::update(work.connection, &stakeholder)?;
    let after = shown(work.connection, stakeholder)?;
    work.changed(&before, &after);
    Answer::versioned(after.version, &after)
}

/// Takes a stakeholder out.
pub(super) fn remove(work: &mut Work<'_>, id: StakeholderId) -> Result<Answer<()>> {
    let stakeholder = administered(work, id)?;
    store::remove(work.connection, id)?;
    let before = shown(work.connection, stakeholder)?;
    work.changed(&before, &Value::Null);
    Ok(Answer::nothing())
}

/// Who is to be told of something that happened to an incident of a project, each once: the people with a
/// stake in its service or in the whole project, and those of the areas that have one.
pub fn concerned(
    connection: &mut DbConnection,
    project: ProjectId,
    service: Option<ServiceId>,
    priority: u8,
    occasion: Occasion,
) -> Result<Vec<UserId>> {
    let mut told = BTreeSet::new();
    for stakeholder in store::told(connection, project, service, priority)? {
        if !is_told(&stakeholder.told_of, stakeholder.from_priority, occasion, priority) {
            continue;
        }
        match stakeholder.who {
            Who::Person(person) => {
                told.insert(person);
            }
            Who::Area(area) => told.extend(people::of_area(connection, project, &area)?),
        }
    }
    Ok(told.into_iter().collect())
}

/// The stakes of a person, of some projects or all.
pub fn of_person(
    connection: &mut DbConnection,
    person: UserId,
    projects: Option<&[ProjectId]>,
) -> Result<Vec<Stakeholder>> {
    let stakes = store::of_person(connection, person, projects)?;
    all_shown(connection, stakes)
}

/// A stakeholder as clients see it.
pub(super) fn shown(connection: &mut DbConnection, stakeholder: model::Stakeholder) -> Result<Stakeholder> {
    let shown = all_shown(connection, vec![stakeholder])?.pop();
    shown.ok_or_else(|| Error::internal("a stakeholder was lost on the way"))
}

/// Some stakeholders as clients see them, in the same order.
pub(super) fn all_shown(
    connection: &mut DbConnection,
    stakeholders: Vec<model::Stakeholder>,
) -> Result<Vec<Stakeholder>> {
    if stakeholders.is_empty() {
        return Ok(Vec::new());
    }
    let of: Vec<ProjectId> = stakeholders.iter().map(|stakeholder| stakeholder.project).collect();
    let services: Vec<ServiceId> =
        stakeholders.iter().filter_map(|stakeholder| stakeholder.service).collect();
    let persons: Vec<UserId> =
        stakeholders.iter().filter_map(|stakeholder| stakeholder.who.person()).collect();
    let projects = projects::named(connection, &of)?;
    let services = catalog::named_services(connection, &services)?;
    let persons = people::names(connection, &persons)?;
    let wire = |stakeholder: model::Stakeholder| -> Result<Stakeholder> {
        let model::Stakeholder {
            id,
            project,
            service,
            who,
            interest,
            influence,
            told_of,
            from_priority,
            created_at,
            updated_at,
            version,
        } = stakeholder;
        let project = projects.get(&project).cloned();
        Ok(Stakeholder {
            id: id.0,
            project: project.ok_or_else(|| Error::internal("a stakeholder of no project"))?,
            service: service.and_then(|service| services.get(&service).cloned()),
            person: who.person().and_then(|person| persons.get(&person).cloned()),
            area: who.area().map(str::to_owned),
            interest,
            influence,
            told_of,
            from_priority,
            created_at,
            updated_at,
            version,
        })
    };
    stakeholders.into_iter().map(wire).collect()
}

/// A stakeholder of a project that the caller administers, to be changed.
fn administered(work: &mut Work<'_>, id: StakeholderId) -> Result<model::Stakeholder> {
    let own = work.caller.projects_as(&[Role::Admin]);
    let stakeholder = store::locked(work.connection, &own, id)?;
    work.in_project(stakeholder.project);
    Ok(stakeholder)
}

/// Somebody who belongs to the project, and so may hear of its incidents. They are who they are until the
/// transaction ends: nobody is made anonymous meanwhile.
fn known_person(work: &mut Work<'_>, project: ProjectId, reference: &Reference) -> Result<UserId> {
    let person = people::find_person(work.connection, project, reference)?
        .ok_or_else(|| Error::field("person", "unknown_reference"))?;
    if person.roles.is_empty() {
        return Err(Error::field("person", "not_in_project"));
    }
    people::stay_who_they_are(work.connection, &[person.id])?;
    Ok(person.id)
}

fn known_service(work: &mut Work<'_>, project: ProjectId, reference: &Reference) -> Result<ServiceId> {
    catalog::find_service(work.connection, project, reference)?
        .ok_or_else(|| Error::field("service", "unknown_reference"))
}
