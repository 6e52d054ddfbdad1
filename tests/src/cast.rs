//! Who is on stage: the project `TIC` with somebody of every role and a catalogue, and another
//! project, `OTR`, whose people are strangers to it.

use chrono::{DateTime, Utc};
use contract::auth::{Locale, Role};
use contract::privacy::FIRST_NOTICE;
use contract::reference::Reference;
use contract::tickets::Kind;
use mesa::catalog::{self, NewService};
use mesa::db::DbConnection;
use mesa::error::{Error, Result};
use mesa::ids::{ProjectId, ProviderId, UserId};
use mesa::people::{self, NewPerson};
use mesa::{auth, demo, privacy, projects};
use std::collections::HashMap;

/// Of the password of all of them, `mesa-demo`, by the cheapest Argon2id there is: a test checks it
/// several times and is not about its strength.
const HASH: &str =
    "$argon2id$v=19$m=8,t=1,p=1$yuVS4k8DeGOktMGNwDC3GQ$ouQwjDmZL0T5g9pKo02MEEV30q4iXp0aYWRQq9/OO1g";

/// The people of `TIC`: user name, name, role.
pub const PEOPLE: [(&str, &str, Role); 10] = [
    ("requester", "Ana Rojas", Role::Requester),
    ("requester2", "Luis Moreno", Role::Requester),
    ("agent", "Alan Torres", Role::Agent),
    ("agent2", "Bibiana Ruiz", Role::Agent),
    ("specialist", "Sara Gómez", Role::Specialist),
    ("specialist2", "Darío Peña", Role::Specialist),
    ("provider", "Pablo Díaz", Role::Provider),
    ("provider2", "Nubia Soto", Role::Provider),
    ("supervisor", "Sofía Vargas", Role::Supervisor),
    ("admin", "Adriana Castro", Role::Admin),
];

/// The people of `OTR`.
pub const STRANGERS: [(&str, &str, Role); 3] = [
    ("stranger", "Ximena Lara", Role::Requester),
    ("stranger_agent", "Óscar León", Role::Agent),
    ("stranger_admin", "Irene Paz", Role::Admin),
];

/// Puts everybody on stage.
pub fn enter(connection: &mut DbConnection, now: DateTime<Utc>) -> Result<()> {
    let tic = demo::create_project(connection, "TIC", "Tecnologías de la información", now)?;
    let near = people::create_provider(connection, tic, "redes-sas", "Redes y Soluciones S. A. S.")?;
    let far = people::create_provider(connection, tic, "soporte-ltda", "Soporte Ltda.")?;
    let mut ids = HashMap::new();
    for (username, name, role) in PEOPLE {
        let company = match username {
            "provider" => Some(near),
            "provider2" => Some(far),
            _ => None,
        };
        ids.insert(username, person(connection, tic, username, name, role, company, now)?);
    }
    for (key, name, level, company, members) in [
        ("n1", "Mesa N1", 1, None, &["agent", "agent2"][..]),
        ("n2-redes", "Redes N2", 2, None, &["specialist"]),
        ("n2-sistemas", "Sistemas N2", 2, None, &["specialist2"]),
        ("n3", "Redes y Soluciones N3", 3, Some(near), &["provider"]),
        ("n3-soporte", "Soporte Ltda. N3", 3, Some(far), &["provider2"]),
    ] {
        let group = people::create_group(connection, tic, key, name, level, company)?;
        for member in members {
            people::add_member(connection, group, ids[member])?;
        }
    }
    catalogue(connection, tic, ids["requester"])?;
    let other = demo::create_project(connection, "OTR", "Otra dependencia", now)?;
    for (username, name, role) in STRANGERS {
        person(connection, other, username, name, role, None, now)?;
    }
    people::create_group(connection, other, "otr-n1", "Mesa de OTR", 1, None)?;
    service(connection, other, "nomina", "Nómina", Kind::Request)
}

/// An account for a program, with a role in `TIC`.
pub fn service_account(
    connection: &mut DbConnection,
    username: &str,
    role: Role,
    now: DateTime<Utc>,
) -> Result<()> {
    let tic = projects::find(connection, &Reference::from("TIC"))?.ok_or(Error::NotFound)?.id;
    let id = person(connection, tic, username, "Un programa", role, None, now)?;
    auth::make_service_account(connection, id, now)
}

/// Makes the account `nueva` of `TIC`, which has never been used: its person has accepted no notice.
pub fn newcomer(connection: &mut DbConnection, now: DateTime<Utc>) -> Result<()> {
    let project = projects::find(connection, &"TIC".into())?.ok_or(Error::NotFound)?.id;
    let new = NewPerson {
        username: "nueva",
        display_name: "Nora Nueva",
        email: Some("nueva@example.org"),
        phone: None,
        area: None,
        locale: Locale::Es,
        password_hash: Some(HASH),
        provider: None,
    };
    let id = people::create_person(connection, &new, now)?;
    people::grant(connection, id, project, Role::Requester)
}

fn catalogue(connection: &mut DbConnection, project: ProjectId, holder: UserId) -> Result<()> {
    service(connection, project, "correo", "Correo electrónico", Kind::Request)?;
    service(connection, project, "red", "Red de datos", Kind::Incident)?;
    let system = catalog::create_information_system(connection, project, "sire", "SIRE", "Misional")?;
    catalog::create_information_system(connection, project, "orfeo", "Orfeo", "Apoyo")?;
    catalog::create_component(
        connection,
        project,
        "bd-sire",
        "Base de datos de SIRE",
        "Datos",
        Some(system),
    )?;
    catalog::create_component(connection, project, "switch-p3", "Switch del piso 3", "Red", None)?;
    catalog::create_asset(connection, project, "PC-0001", "Portátil", "Portátil", Some(holder))?;
    catalog::create_asset(connection, project, "PC-0002", "Escritorio", "Escritorio", None)?;
    Ok(())
}

fn service(
    connection: &mut DbConnection,
    project: ProjectId,
    key: &str,
    name: &str,
    kind: Kind,
) -> Result<()> {
    let service = NewService {
        key,
        name,
        category: "General",
        description: "Un servicio del catálogo.",
        kind,
        needs_authorisation: false,
    };
    catalog::create_service(connection, project, &service).map(|_| ())
}

fn person(
    connection: &mut DbConnection,
    project: ProjectId,
    username: &str,
    name: &str,
    role: Role,
    provider: Option<ProviderId>,
    now: DateTime<Utc>,
) -> Result<UserId> {
    let email = format!("{username}@example.org");
    let new = NewPerson {
        username,
        display_name: name,
        email: Some(&email),
        phone: Some("2101"),
        area: None,
        locale: Locale::Es,
        password_hash: Some(HASH),
        provider,
    };
    let id = people::create_person(connection, &new, now)?;
    people::grant(connection, id, project, role)?;
    // They have been here before.
    privacy::accept(connection, id, FIRST_NOTICE, now, None)?;
    Ok(id)
}
