//! What the demo's desk can be asked for.

use super::people::People;
use crate::catalog::{self, NewService};
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::ProjectId;
use contract::tickets::Kind;

/// Key, name, category, description, kind, needs authorisation.
const SERVICES: &[(&str, &str, &str, &str, Kind, bool)] = &[(
    "correo",
    "Correo electrónico",
    "Correo y colaboración",
    "Crear, modificar o recuperar un buzón y sus listas.",
    Kind::Request,
    false,
)];

/// Makes the catalogues.
pub(super) fn create(connection: &mut DbConnection, project: ProjectId, _people: &People) -> Result<()> {
    for (key, name, category, description, kind, needs_authorisation) in SERVICES {
        let service = NewService {
            key,
            name,
            category,
            description,
            kind: *kind,
            needs_authorisation: *needs_authorisation,
        };
        catalog::create_service(connection, project, &service)?;
    }
    Ok(())
}
