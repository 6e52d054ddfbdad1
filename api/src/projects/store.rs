//! Every query on `projects`.

use super::model::{NewProject, Project};
use crate::auth::Caller;
use crate::db::DbConnection;
use crate::db::dialect::PerEngine;
use crate::db::names::{self, Named};
use crate::db::schema::projects;
use crate::db::types::{Document, Instant, Word};
use crate::error::{Error, Result};
use crate::ids::ProjectId;
use crate::sla;
use crate::tickets::priority::{DEFAULT, Matrix};
use chrono::{DateTime, Utc};
use contract::projects::AcceptanceWindow;
use contract::reference::{NamedRef, Reference};
use diesel::prelude::*;
use std::collections::HashMap;

/// A reminder a day before silence counts as acceptance.
const REMINDER_HOURS: [u32; 1] = [24];

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = projects)]
struct Row {
    id: ProjectId,
    key: String,
    name: String,
    time_zone: String,
    acceptance_window: Word<AcceptanceWindow>,
    acceptance_hours: i32,
    priority_matrix: Document<Matrix>,
    created_at: Instant,
    version: i64,
    reminder_hours: Document<Vec<u32>>,
}

impl From<Row> for Project {
    fn from(row: Row) -> Self {
        let Row {
            id,
            key,
            name,
            time_zone,
            acceptance_window,
            acceptance_hours,
            priority_matrix,
            created_at: _,
            version,
            reminder_hours,
        } = row;
        let acceptance_hours = acceptance_hours.unsigned_abs();
        Self {
            id,
            key,
            name,
            time_zone,
            acceptance_window: acceptance_window.0,
            acceptance_hours,
            reminder_hours: reminder_hours.0,
            priority_matrix: priority_matrix.0,
            version,
        }
    }
}

/// A project by id.
pub fn load(connection: &mut DbConnection, id: ProjectId) -> Result<Project> {
    Ok(projects::table.find(id).select(Row::as_select()).first(connection)?.into())
}

/// A project by key or id.
pub fn find(connection: &mut DbConnection, reference: &Reference) -> Result<Option<Project>> {
    let query = projects::table.select(Row::as_select());
    let row = match reference.id() {
        Some(id) => query.filter(projects::id.eq(ProjectId(id))).first(connection).optional()?,
        None => query.filter(projects::key.eq(reference.as_str())).first(connection).optional()?,
    };
    Ok(row.map(Project::from))
}

/// The project a caller names, or their first by key; only among those they belong to.
pub fn for_caller(
    connection: &mut DbConnection,
    caller: &Caller,
    wanted: Option<&Reference>,
) -> Result<Project> {
    let mine: Vec<ProjectId> = caller.roles.iter().map(|(project, _)| *project).collect();
    let project = match wanted {
        Some(reference) => find(connection, reference)?.filter(|project| mine.contains(&project.id)),
        None => projects::table
            .filter(projects::id.eq_any(&mine))
            .order(projects::key)
            .select(Row::as_select())
            .first(connection)
            .optional()?
            .map(Project::from),
    };
    project.ok_or_else(|| Error::field("project", "unknown_reference"))
}

/// Holds a project: whoever else wants to hold it waits until this transaction ends.
pub fn hold(connection: &mut DbConnection, id: ProjectId) -> Result<()> {
    // Cases of the project are registered meanwhile: they refer to it, and its key does not change.
    let project = || projects::table.find(id).select(projects::id);
    let _: ProjectId =
        PerEngine { postgres: project().for_no_key_update(), sqlite: project() }.get_result(connection)?;
    Ok(())
}

/// Stores the settings of a project that this transaction holds.
pub(super) fn settle(connection: &mut DbConnection, project: &Project) -> Result<()> {
    let Project {
        id,
        key: _,
        name,
        time_zone,
        acceptance_window,
        acceptance_hours,
        reminder_hours,
        priority_matrix,
        version,
    } = project;
    diesel::update(projects::table.find(*id))
        .set((
            projects::name.eq(name),
            projects::time_zone.eq(time_zone),
            projects::acceptance_window.eq(Word(*acceptance_window)),
            projects::acceptance_hours.eq(i32::try_from(*acceptance_hours).unwrap_or(i32::MAX)),
            projects::reminder_hours.eq(Document(reminder_hours.clone())),
            projects::priority_matrix.eq(Document(*priority_matrix)),
            projects::version.eq(version),
        ))
        .execute(connection)?;
    Ok(())
}

/// Every project among `ids`, by key.
pub(super) fn among(connection: &mut DbConnection, ids: &[ProjectId]) -> Result<Vec<Project>> {
    let rows = projects::table
        .filter(projects::id.eq_any(ids))
        .order(projects::key)
        .select(Row::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Project::from).collect())
}

/// How projects are shown beside other things.
pub fn named(connection: &mut DbConnection, ids: &[ProjectId]) -> Result<HashMap<ProjectId, NamedRef>> {
    names::of(connection, PROJECTS, ids)
}

/// Where the names of projects are.
pub const PROJECTS: Named = Named::with_key("projects");

/// Makes a project with the procedure's settings: 48 hours of wall clock to accept a solution.
pub fn create(
    connection: &mut DbConnection,
    project: &NewProject<'_>,
    now: DateTime<Utc>,
) -> Result<ProjectId> {
    let id = ProjectId::fresh();
    let row = Row {
        id,
        key: project.key.to_owned(),
        name: project.name.to_owned(),
        time_zone: project.time_zone.to_owned(),
        acceptance_window: Word(AcceptanceWindow::WallClock),
        acceptance_hours: i32::try_from(sla::ACCEPTANCE_HOURS).unwrap_or_default(),
        priority_matrix: Document(DEFAULT),
        created_at: now.into(),
        version: 1,
        reminder_hours: Document(REMINDER_HOURS.to_vec()),
    };
    diesel::insert_into(projects::table).values(row).execute(connection)?;
    crate::tickets::make_numbers(connection, id)?;
    Ok(id)
}
