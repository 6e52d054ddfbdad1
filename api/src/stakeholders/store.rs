//! Every query on stakeholders.

use super::model::{Stakeholder, Who};
use crate::db::DbConnection;
use crate::db::dialect::for_update;
use crate::db::schema::stakeholders;
use crate::db::types::{Document, Instant, Word};
use crate::error::{Error, Result};
use crate::ids::{ProjectId, ServiceId, StakeholderId, UserId};
use contract::stakeholders::{Degree, Occasion};
use diesel::prelude::*;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = stakeholders, treat_none_as_null = true, treat_none_as_default_value = false)]
struct Row {
    id: StakeholderId,
    project_id: ProjectId,
    service_id: Option<ServiceId>,
    user_id: Option<UserId>,
    area: Option<String>,
    interest: Word<Degree>,
    influence: Word<Degree>,
    told_of: Document<Vec<Occasion>>,
    from_priority: i32,
    created_at: Instant,
    updated_at: Instant,
    version: i64,
}

impl From<Row> for Stakeholder {
    fn from(row: Row) -> Self {
        let Row {
            id,
            project_id,
            service_id,
            user_id,
            area,
            interest,
            influence,
            told_of,
            from_priority,
            created_at,
            updated_at,
            version,
        } = row;
        Self {
            id,
            project: project_id,
            service: service_id,
            who: user_id.map_or_else(|| Who::Area(area.unwrap_or_default()), Who::Person),
            interest: interest.0,
            influence: influence.0,
            told_of: told_of.0,
            from_priority: u8::try_from(from_priority).unwrap_or_default(),
            created_at: created_at.utc(),
            updated_at: updated_at.utc(),
            version,
        }
    }
}

impl From<&Stakeholder> for Row {
    fn from(stakeholder: &Stakeholder) -> Self {
        let Stakeholder {
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
        Self {
            id: *id,
            project_id: *project,
            service_id: *service,
            user_id: who.person(),
            area: who.area().map(str::to_owned),
            interest: Word(*interest),
            influence: Word(*influence),
            told_of: Document(told_of.clone()),
            from_priority: i32::from(*from_priority),
            created_at: (*created_at).into(),
            updated_at: (*updated_at).into(),
            version: *version,
        }
    }
}

/// The stakeholders of some projects, the latest first: up to one more than `limit`, from behind `before`.
pub(super) fn list(
    connection: &mut DbConnection,
    projects: &[ProjectId],
    before: Option<StakeholderId>,
    limit: i64,
) -> Result<Vec<Stakeholder>> {
    let mut query = stakeholders::table
        .filter(stakeholders::project_id.eq_any(projects.to_vec()))
        .order(stakeholders::id.desc())
        .limit(limit + 1)
        .select(Row::as_select())
        .into_boxed();
    if let Some(before) = before {
        query = query.filter(stakeholders::id.lt(before));
    }
    Ok(query.load::<Row>(connection)?.into_iter().map(Stakeholder::from).collect())
}

/// A stakeholder of one of the projects.
pub(super) fn find(
    connection: &mut DbConnection,
    projects: &[ProjectId],
    id: StakeholderId,
) -> Result<Stakeholder> {
    let row = stakeholders::table
        .filter(stakeholders::id.eq(id).and(stakeholders::project_id.eq_any(projects.to_vec())))
        .select(Row::as_select())
        .first::<Row>(connection)?;
    Ok(row.into())
}

/// The same, which nobody else changes until this transaction ends.
pub(super) fn locked(
    connection: &mut DbConnection,
    projects: &[ProjectId],
    id: StakeholderId,
) -> Result<Stakeholder> {
    let _: StakeholderId =
        for_update!(stakeholders::table.find(id).select(stakeholders::id)).get_result(connection)?;
    find(connection, projects, id)
}

/// Keeps a new stakeholder.
pub(super) fn insert(connection: &mut DbConnection, stakeholder: &Stakeholder) -> Result<()> {
    diesel::insert_into(stakeholders::table).values(Row::from(stakeholder)).execute(connection)?;
    Ok(())
}

/// Stores a changed stakeholder that this transaction has locked.
pub(super) fn update(connection: &mut DbConnection, stakeholder: &Stakeholder) -> Result<()> {
    let changed = diesel::update(stakeholders::table.find(stakeholder.id))
        .set(Row::from(stakeholder))
        .execute(connection)?;
    if changed == 1 { Ok(()) } else { Err(Error::internal("a locked stakeholder is gone")) }
}

/// Takes a stakeholder out.
pub(super) fn remove(connection: &mut DbConnection, id: StakeholderId) -> Result<()> {
    diesel::delete(stakeholders::table.find(id)).execute(connection)?;
    Ok(())
}

/// Who has a stake in a service or in the whole project, of those who are told of a priority.
pub(super) fn told(
    connection: &mut DbConnection,
    project: ProjectId,
    service: Option<ServiceId>,
    priority: u8,
) -> Result<Vec<Stakeholder>> {
    let query = stakeholders::table
        .filter(stakeholders::project_id.eq(project))
        .filter(stakeholders::from_priority.ge(i32::from(priority)))
        .order(stakeholders::id)
        .select(Row::as_select())
        .into_boxed();
    let query = match service {
        Some(service) => {
            let of_service = stakeholders::service_id.eq(Some(service)).assume_not_null();
            query.filter(stakeholders::service_id.is_null().or(of_service))
        }
        None => query.filter(stakeholders::service_id.is_null()),
    };
    Ok(query.load::<Row>(connection)?.into_iter().map(Stakeholder::from).collect())
}

/// The stakes of a person, of some projects or all.
pub(super) fn of_person(
    connection: &mut DbConnection,
    person: UserId,
    projects: Option<&[ProjectId]>,
) -> Result<Vec<Stakeholder>> {
    let mut query = stakeholders::table
        .filter(stakeholders::user_id.eq(Some(person)))
        .order(stakeholders::id)
        .select(Row::as_select())
        .into_boxed();
    if let Some(projects) = projects {
        query = query.filter(stakeholders::project_id.eq_any(projects.to_vec()));
    }
    Ok(query.load::<Row>(connection)?.into_iter().map(Stakeholder::from).collect())
}

/// A person has a stake in nothing.
pub fn forget_person(connection: &mut DbConnection, person: UserId) -> Result<()> {
    diesel::delete(stakeholders::table.filter(stakeholders::user_id.eq(Some(person)))).execute(connection)?;
    Ok(())
}
