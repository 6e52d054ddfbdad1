//! Use cases of administrators: a project is made, and its settings are changed.

use super::model::{NewProject, Project};
use super::store;
use crate::auth::Caller;
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::http::{Answer, Work};
use crate::ids::ProjectId;
use crate::{people, sla, surveys};
use chrono::{DateTime, Utc};
use contract::auth::Role;
use contract::projects::{CreateProject, ProjectSettings, UpdateProject};
use contract::reference::Reference;

/// Where the procedure is in force.
const TIME_ZONE: &str = "America/Bogota";

/// The group that takes what comes in, when nobody has made another.
const FIRST_GROUP: (&str, &str) = ("n1", "Mesa de servicios");

/// Makes a project with the procedure's service hours and agreement, and the first questions of its survey.
pub fn begin(connection: &mut DbConnection, new: &NewProject<'_>, now: DateTime<Utc>) -> Result<ProjectId> {
    let id = store::create(connection, new, now)?;
    sla::create_defaults(connection, id, zone(new.time_zone)?, now)?;
    surveys::create_defaults(connection, id)?;
    Ok(id)
}

/// Makes a project that is ready for its first ticket, and whoever makes it its administrator.
pub(super) fn create(work: &mut Work<'_>, body: CreateProject) -> Result<Answer<ProjectSettings>> {
    let CreateProject {
        key,
        name,
        time_zone,
        acceptance_window,
        acceptance_hours,
        reminder_hours,
        priority_matrix,
    } = body;
    let time_zone = time_zone.as_deref().unwrap_or(TIME_ZONE);
    let new = NewProject { key: &key, name: name.trim(), time_zone };
    let id = begin(work.connection, &new, work.now)?;
    let (group_key, group_name) = FIRST_GROUP;
    people::create_group(work.connection, id, group_key, group_name, 1, None)?;
    people::grant(work.connection, work.caller.id, id, Role::Admin)?;
    let mut project = store::load(work.connection, id)?;
    project.acceptance_window = acceptance_window.unwrap_or(project.acceptance_window);
    project.acceptance_hours = acceptance_hours.unwrap_or(project.acceptance_hours);
    project.priority_matrix = priority_matrix.unwrap_or(project.priority_matrix);
    if let Some(hours) = reminder_hours {
        project.reminder_hours = most_first(hours);
    }
    store::settle(work.connection, &project)?;
    work.in_project(id);
    let mut caller = Caller::clone(&work.caller);
    caller.roles.push((id, Role::Admin));
    let shown = shown(project, &caller);
    work.changed(&None::<()>, &shown);
    Ok(Answer::versioned(shown.version, &shown)?.at(format!("/api/v1/projects/{id}")))
}

/// Changes settings. What is promised stays promised: a ticket keeps its priority until it is
/// classified again, and the end of an acceptance window that has begun.
pub(super) fn update(
    work: &mut Work<'_>,
    reference: &Reference,
    version: i64,
    body: UpdateProject,
) -> Result<Answer<ProjectSettings>> {
    let id = visible(work.connection, &work.caller, reference)?.id;
    if !work.caller.is_any_in(id, &[Role::Admin]) {
        return Err(Error::Forbidden);
    }
    store::hold(work.connection, id)?;
    let mut project = store::load(work.connection, id)?;
    if project.version != version {
        return Err(Error::Stale);
    }
    let before = shown(project.clone(), &work.caller);
    let UpdateProject {
        name,
        time_zone,
        acceptance_window,
        acceptance_hours,
        reminder_hours,
        priority_matrix,
    } = body;
    if let Some(name) = name {
        name.trim().clone_into(&mut project.name);
    }
    if let Some(name) = time_zone {
        zone(&name)?;
        project.time_zone = name;
    }
    project.acceptance_window = acceptance_window.unwrap_or(project.acceptance_window);
    project.acceptance_hours = acceptance_hours.unwrap_or(project.acceptance_hours);
    project.priority_matrix = priority_matrix.unwrap_or(project.priority_matrix);
    if let Some(hours) = reminder_hours {
        project.reminder_hours = most_first(hours);
    }
    store::settle(work.connection, &Project { version: version + 1, ..project })?;
    let shown = shown(store::load(work.connection, id)?, &work.caller);
    work.in_project(id);
    work.changed(&before, &shown);
    Answer::versioned(shown.version, &shown)
}

/// A project that the caller belongs to.
pub(super) fn visible(
    connection: &mut DbConnection,
    caller: &Caller,
    reference: &Reference,
) -> Result<Project> {
    let found = store::find(connection, reference)?;
    found.filter(|project| caller.is_any_in(project.id, Role::ALL)).ok_or(Error::NotFound)
}

/// A project with its settings, as clients see it.
pub(super) fn shown(project: Project, caller: &Caller) -> ProjectSettings {
    let Project {
        id,
        key,
        name,
        time_zone,
        acceptance_window,
        acceptance_hours,
        reminder_hours,
        priority_matrix,
        version,
    } = project;
    let roles = caller.roles_in(id);
    ProjectSettings {
        project: contract::projects::Project { id: id.0, key, name, time_zone, roles },
        acceptance_window,
        acceptance_hours,
        reminder_hours,
        priority_matrix,
        version,
    }
}

fn most_first(mut hours: Vec<u32>) -> Vec<u32> {
    hours.sort_unstable();
    hours.reverse();
    hours
}

fn zone(name: &str) -> Result<chrono_tz::Tz> {
    name.parse().map_err(|_| Error::field("time_zone", "time_zone"))
}
