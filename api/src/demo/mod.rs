//! Demo data (`MESA_DEMO=1`): the project TIC of an IT office with people, catalogue and cases in
//! every state, so that a newcomer sees a desk at work. Never put into a database that has data.

mod cases;
mod catalogue;
mod people;
#[cfg(test)]
mod tests;

use crate::app::App;
use crate::auth::password;
use crate::db::DbConnection;
use crate::db::schema::users;
use crate::error::Result;
use crate::ids::ProjectId;
use crate::projects::{self, NewProject};
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use std::fmt::Write;

/// The password of every demo account.
pub const PASSWORD: &str = "mesa-demo";

/// The demo accounts: user name and what they are.
pub const ACCOUNTS: [(&str, &str); 6] = [
    ("requester", "solicitante"),
    ("agent", "agente N1"),
    ("specialist", "especialista N2"),
    ("provider", "proveedor N3"),
    ("supervisor", "supervisión (OTI)"),
    ("admin", "administración"),
];

/// Fills the database if there is nobody in it yet.
pub async fn fill_if_empty(app: &App) -> Result<()> {
    if app.db.read(is_peopled).await? {
        return Ok(());
    }
    let hash = tokio::task::spawn_blocking(|| password::hash(PASSWORD))
        .await
        .map_err(crate::error::Error::internal)??;
    let now = app.clock.now();
    app.db
        .write(move |connection| {
            // Another replica may have been faster.
            if is_peopled(connection)? {
                return Ok(());
            }
            let project = create_project(connection, "TIC", "Tecnologías de la información", now)?;
            let people = people::create(connection, project, &hash, now)?;
            catalogue::create(connection, project, &people)?;
            cases::create(connection, project, &people, now)
        })
        .await
}

/// Makes a project with the procedure's hours and agreement.
pub fn create_project(
    connection: &mut DbConnection,
    key: &str,
    name: &str,
    now: DateTime<Utc>,
) -> Result<ProjectId> {
    projects::begin(connection, &NewProject { key, name, time_zone: "America/Bogota" }, now)
}

/// What a newcomer reads at start.
#[must_use]
pub fn welcome() -> String {
    let mut text = String::from("Demo: sign in with one of these accounts, password mesa-demo\n");
    for (username, role) in ACCOUNTS {
        let _ = writeln!(text, "  {username:<12} {role}");
    }
    text
}

fn is_peopled(connection: &mut DbConnection) -> Result<bool> {
    Ok(users::table.select(users::id).first::<crate::ids::UserId>(connection).optional()?.is_some())
}
