//! Every query on the catalogues.

use crate::db::DbConnection;
use crate::db::names::{self, Named};
use crate::db::schema::{assets, components, information_systems, services};
use crate::db::types::Word;
use crate::error::Result;
use crate::ids::{AssetId, ComponentId, InformationSystemId, ProjectId, ServiceId, UserId};
use crate::people;
use contract::catalog::{CatalogItem, Service};
use contract::reference::{NamedRef, Reference};
use contract::tickets::Kind;
use diesel::prelude::*;
use std::collections::HashMap;

/// The two questions that tickets ask of each catalogue: which item is meant, and how are items shown.
macro_rules! catalog {
    ($(#[$about:meta])* $table:ident, $id:ident, $find:ident, $named:ident) => {
        $(#[$about])*
        pub fn $find(connection: &mut DbConnection, project: ProjectId, reference: &Reference) -> Result<Option<$id>> {
            let query = $table::table.filter($table::project_id.eq(project)).select($table::id).into_boxed();
            let query = match reference.id() {
                Some(id) => query.filter($table::id.eq($id(id))),
                None => query.filter($table::key.eq(reference.as_str().to_owned())),
            };
            Ok(query.first(connection).optional()?)
        }

        /// How its items are shown beside other things.
        pub fn $named(connection: &mut DbConnection, ids: &[$id]) -> Result<HashMap<$id, NamedRef>> {
            names::of(connection, Named::with_key(stringify!($table)), ids)
        }
    };
}

catalog!(
    /// A service of the project by key or id.
    services, ServiceId, find_service, named_services
);
catalog!(
    /// An information system of the project by key or id.
    information_systems, InformationSystemId, find_information_system, named_information_systems
);
catalog!(
    /// A component of the project by key or id.
    components, ComponentId, find_component, named_components
);
catalog!(
    /// A piece of equipment of the project by tag or id.
    assets, AssetId, find_asset, named_assets
);

/// Where the names of services are.
pub const SERVICES: Named = Named::with_key("services");

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = services)]
struct ServiceRow {
    id: ServiceId,
    project_id: ProjectId,
    key: String,
    name: String,
    category: String,
    description: String,
    kind: Word<Kind>,
    needs_authorisation: bool,
}

/// The services of a project, by category and name.
pub(super) fn services_of(connection: &mut DbConnection, project: ProjectId) -> Result<Vec<Service>> {
    let rows = services::table
        .filter(services::project_id.eq(project))
        .order((services::category, services::name))
        .select(ServiceRow::as_select())
        .load(connection)?;
    let wire = |row: ServiceRow| {
        let ServiceRow { id, project_id: _, key, name, category, description, kind, needs_authorisation } =
            row;
        Service { id: id.0, key, name, category, description, kind: kind.0, needs_authorisation }
    };
    Ok(rows.into_iter().map(wire).collect())
}

/// The information systems of a project, by name.
pub(super) fn information_systems_of(
    connection: &mut DbConnection,
    project: ProjectId,
) -> Result<Vec<CatalogItem>> {
    use information_systems as t;
    let rows = t::table
        .filter(t::project_id.eq(project))
        .order(t::name)
        .select((t::id, t::key, t::name, t::category))
        .load::<(InformationSystemId, String, String, String)>(connection)?;
    let wire = |(id, key, name, category): (InformationSystemId, String, String, String)| CatalogItem {
        id: id.0,
        key,
        name,
        category,
        holder: None,
        information_system: None,
    };
    Ok(rows.into_iter().map(wire).collect())
}

/// The components of a project, by name.
pub(super) fn components_of(connection: &mut DbConnection, project: ProjectId) -> Result<Vec<CatalogItem>> {
    use components as t;
    type Row = (ComponentId, String, String, String, Option<InformationSystemId>);
    let rows = t::table
        .filter(t::project_id.eq(project))
        .order(t::name)
        .select((t::id, t::key, t::name, t::category, t::information_system_id))
        .load::<Row>(connection)?;
    let systems: Vec<_> = rows.iter().filter_map(|row| row.4).collect();
    let systems = named_information_systems(connection, &systems)?;
    let wire = |(id, key, name, category, system): Row| {
        let information_system = system.and_then(|system| systems.get(&system).cloned());
        CatalogItem { id: id.0, key, name, category, holder: None, information_system }
    };
    Ok(rows.into_iter().map(wire).collect())
}

/// The equipment of a project, by tag; only what `holder` is in charge of, if one is given.
pub(super) fn assets_of(
    connection: &mut DbConnection,
    project: ProjectId,
    holder: Option<UserId>,
) -> Result<Vec<CatalogItem>> {
    use assets as t;
    type Row = (AssetId, String, String, String, Option<UserId>);
    let mut query = t::table
        .filter(t::project_id.eq(project))
        .order(t::key)
        .select((t::id, t::key, t::name, t::category, t::holder_id))
        .into_boxed();
    if let Some(holder) = holder {
        query = query.filter(t::holder_id.eq(holder));
    }
    let rows = query.load::<Row>(connection)?;
    let holders: Vec<_> = rows.iter().filter_map(|row| row.4).collect();
    let holders = people::names(connection, &holders)?;
    let wire = |(id, key, name, category, holder): Row| {
        let holder = holder.and_then(|holder| holders.get(&holder).cloned());
        CatalogItem { id: id.0, key, name, category, holder, information_system: None }
    };
    Ok(rows.into_iter().map(wire).collect())
}

/// What making a service takes.
#[derive(Clone, Copy, Debug)]
pub struct NewService<'a> {
    /// Its short, unique name.
    pub key: &'a str,
    /// The name people read.
    pub name: &'a str,
    /// The shelf it stands on.
    pub category: &'a str,
    /// What it is for.
    pub description: &'a str,
    /// The kind of ticket it usually gives.
    pub kind: Kind,
    /// Whether the OTI must authorise it.
    pub needs_authorisation: bool,
}

/// Makes a service.
pub fn create_service(
    connection: &mut DbConnection,
    project: ProjectId,
    service: &NewService<'_>,
) -> Result<ServiceId> {
    let NewService { key, name, category, description, kind, needs_authorisation } = *service;
    let row = ServiceRow {
        id: ServiceId::fresh(),
        project_id: project,
        key: key.to_owned(),
        name: name.to_owned(),
        category: category.to_owned(),
        description: description.to_owned(),
        kind: Word(kind),
        needs_authorisation,
    };
    let id = row.id;
    diesel::insert_into(services::table).values(row).execute(connection)?;
    Ok(id)
}

/// Makes an information system.
pub fn create_information_system(
    connection: &mut DbConnection,
    project: ProjectId,
    key: &str,
    name: &str,
    category: &str,
) -> Result<InformationSystemId> {
    use information_systems as t;
    let id = InformationSystemId::fresh();
    diesel::insert_into(t::table)
        .values((
            t::id.eq(id),
            t::project_id.eq(project),
            t::key.eq(key),
            t::name.eq(name),
            t::category.eq(category),
        ))
        .execute(connection)?;
    Ok(id)
}

/// Makes a component, of an information system if one is given.
pub fn create_component(
    connection: &mut DbConnection,
    project: ProjectId,
    key: &str,
    name: &str,
    category: &str,
    system: Option<InformationSystemId>,
) -> Result<ComponentId> {
    use components as t;
    let id = ComponentId::fresh();
    diesel::insert_into(t::table)
        .values((
            t::id.eq(id),
            t::project_id.eq(project),
            t::key.eq(key),
            t::name.eq(name),
            t::category.eq(category),
            t::information_system_id.eq(system),
        ))
        .execute(connection)?;
    Ok(id)
}

/// Makes a piece of equipment, in the charge of a person if one is given.
pub fn create_asset(
    connection: &mut DbConnection,
    project: ProjectId,
    tag: &str,
    name: &str,
    category: &str,
    holder: Option<UserId>,
) -> Result<AssetId> {
    use assets as t;
    let id = AssetId::fresh();
    diesel::insert_into(t::table)
        .values((
            t::id.eq(id),
            t::project_id.eq(project),
            t::key.eq(tag),
            t::name.eq(name),
            t::category.eq(category),
            t::holder_id.eq(holder),
        ))
        .execute(connection)?;
    Ok(id)
}
