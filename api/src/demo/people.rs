//! Who works with the demo's desk.

use super::ACCOUNTS;
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::{ProjectId, UserId};
use crate::people::{self, NewPerson};
use crate::privacy;
use chrono::{DateTime, Utc};
use contract::auth::{Locale, Role};
use contract::privacy::FIRST_NOTICE;
use std::collections::HashMap;

/// The people by user name.
pub(super) type People = HashMap<&'static str, UserId>;

/// User name, name, area, telephone extension, roles.
type Somebody = (&'static str, &'static str, &'static str, &'static str, &'static [Role]);

const STAFF: &[Somebody] = &[
    ("requester", "Ana María Rojas", "Subdirección de Análisis de Riesgos", "2101", &[Role::Requester]),
    ("agent", "Alan Torres", "Mesa de servicios", "1001", &[Role::Agent, Role::Requester]),
    ("specialist", "Sara Gómez", "Oficina TIC", "1010", &[Role::Specialist, Role::Requester]),
    ("provider", "Pablo Díaz", "Redes y Soluciones S. A. S.", "601 555 0134", &[Role::Provider]),
    ("supervisor", "Sofía Vargas", "Oficina TIC", "1000", &[Role::Supervisor, Role::Requester]),
    ("admin", "Adriana Castro", "Oficina TIC", "1002", &[Role::Admin, Role::Requester]),
    ("lmoreno", "Luis Moreno", "Subdirección Corporativa", "2204", &[Role::Requester]),
    ("cpena", "Claudia Peña", "Oficina Jurídica", "2310", &[Role::Requester]),
    ("jramirez", "Jorge Ramírez", "Subdirección de Manejo de Emergencias", "2415", &[Role::Requester]),
    ("mquintero", "Marta Quintero", "Control Interno", "2502", &[Role::Requester]),
    ("dsuarez", "Diana Suárez", "Mesa de servicios", "1003", &[Role::Agent, Role::Requester]),
    ("fhenao", "Felipe Henao", "Oficina TIC", "1011", &[Role::Specialist, Role::Requester]),
];

/// Makes the accounts, the provider company and the groups of each level.
pub(super) fn create(
    connection: &mut DbConnection,
    project: ProjectId,
    password_hash: &str,
    now: DateTime<Utc>,
) -> Result<People> {
    let company =
        people::create_provider(connection, project, "redes-y-soluciones", "Redes y Soluciones S. A. S.")?;
    let mut made = People::new();
    for (username, display_name, area, phone, roles) in STAFF {
        let email = format!("{username}@idiger.example");
        let demo_account = ACCOUNTS.iter().any(|(account, _)| account == username);
        let person = NewPerson {
            username,
            display_name,
            email: Some(&email),
            phone: Some(phone),
            area: Some(area),
            locale: Locale::Es,
            // Only the six announced accounts can sign in.
            password_hash: demo_account.then_some(password_hash),
            provider: roles.contains(&Role::Provider).then_some(company),
        };
        let id = people::create_person(connection, &person, now)?;
        for role in *roles {
            people::grant(connection, id, project, *role)?;
        }
        privacy::accept(connection, id, FIRST_NOTICE, now, None)?;
        made.insert(username, id);
    }
    for (key, name, level, provider, members) in [
        ("n1-mesa", "Mesa de servicios", 1, None, &["agent", "dsuarez"][..]),
        ("n2-infraestructura", "Infraestructura y redes", 2, None, &["specialist"]),
        ("n2-sistemas", "Sistemas de información", 2, None, &["fhenao", "specialist"]),
        ("n3-redes-y-soluciones", "Redes y Soluciones", 3, Some(company), &["provider"]),
    ] {
        let group = people::create_group(connection, project, key, name, level, provider)?;
        for member in members {
            people::add_member(connection, group, made[member])?;
        }
    }
    Ok(made)
}
