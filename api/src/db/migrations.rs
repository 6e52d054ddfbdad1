//! The migrations, embedded: equal names in equal order for both engines.

use super::connection::DbConnection;
use crate::error::{Error, Result};
use diesel::connection::SimpleConnection;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

const POSTGRES: EmbeddedMigrations = embed_migrations!("../migrations/postgres");
const SQLITE: EmbeddedMigrations = embed_migrations!("../migrations/sqlite");

/// Key of the advisory lock under which one replica migrates while the others wait.
const MIGRATION_LOCK: i64 = 0x6d65_7361;

/// Applies what is missing; returns how many were.
pub fn run(connection: &mut DbConnection) -> Result<usize> {
    match connection {
        DbConnection::Pg(postgres) => {
            // Waiting for another replica's migration may take longer than a request may.
            postgres.batch_execute(&format!(
                "SET statement_timeout = 0; SET lock_timeout = 0; SELECT pg_advisory_lock({MIGRATION_LOCK})"
            ))?;
            let applied = postgres.run_pending_migrations(POSTGRES).map(|versions| versions.len());
            postgres.batch_execute(&format!(
                "SELECT pg_advisory_unlock({MIGRATION_LOCK}); RESET statement_timeout; RESET lock_timeout"
            ))?;
            applied.map_err(Error::internal)
        }
        DbConnection::Sqlite(sqlite) => {
            sqlite.run_pending_migrations(SQLITE).map(|versions| versions.len()).map_err(Error::internal)
        }
    }
}

/// Takes every migration back; for tests.
pub fn revert_all(connection: &mut DbConnection) -> Result<usize> {
    match connection {
        DbConnection::Pg(postgres) => postgres.revert_all_migrations(POSTGRES),
        DbConnection::Sqlite(sqlite) => sqlite.revert_all_migrations(SQLITE),
    }
    .map(|versions| versions.len())
    .map_err(Error::internal)
}

/// Whether every migration has been applied.
pub fn are_complete(connection: &mut DbConnection) -> Result<bool> {
    match connection {
        DbConnection::Pg(postgres) => postgres.has_pending_migration(POSTGRES),
        DbConnection::Sqlite(sqlite) => sqlite.has_pending_migration(SQLITE),
    }
    .map(|pending| !pending)
    .map_err(Error::internal)
}
