//! A database for each test: a SQLite file, or with `MESA_TEST_DATABASE_URL` a fresh PostgreSQL
//! database that is dropped at the end.

use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use diesel::prelude::*;
use mesa::app;
use mesa::db::DatabaseUrl;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// Copied for each test, which is faster than migrating an empty one.
const TEMPLATE: &str = "mesa_test_template";

/// Key of the advisory lock under which the first of many test processes makes the template.
const TEMPLATE_LOCK: i64 = 0x7465_7374;

/// A test's own database.
pub struct TestDatabase {
    url: DatabaseUrl,
    /// The server it is on and its name, to drop it by.
    postgres: Option<(String, String)>,
}

impl TestDatabase {
    /// A fresh one; a SQLite file goes into `folder`.
    #[must_use]
    pub fn fresh(folder: &Path) -> Self {
        match postgres_server() {
            None => Self { url: DatabaseUrl::Sqlite(folder.join("mesa.db")), postgres: None },
            Some(server) => {
                let name = format!("mesa_test_{}", mesa::ids::fresh().simple());
                let mut connection = maintenance(&server);
                make_template(&mut connection, &server);
                connection
                    .batch_execute(&format!("CREATE DATABASE {name} TEMPLATE {TEMPLATE}"))
                    .expect("the test's database is made");
                let url = DatabaseUrl::Postgres(database(&server, &name));
                Self { url, postgres: Some((server, name)) }
            }
        }
    }

    /// Where it is.
    #[must_use]
    pub fn url(&self) -> &DatabaseUrl {
        &self.url
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        if let Some((server, name)) = &self.postgres
            && let Ok(mut connection) = PgConnection::establish(&database(server, "postgres"))
        {
            // What cannot be dropped goes with the whole server.
            let _ = connection.batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }
}

/// `postgres://user@host:port/`, without a database's name.
fn postgres_server() -> Option<String> {
    #[expect(clippy::disallowed_methods, reason = "which engine the suite runs on is said once, here")]
    std::env::var("MESA_TEST_DATABASE_URL").ok().filter(|url| !url.is_empty())
}

fn database(server: &str, name: &str) -> String {
    format!("{}/{name}", server.trim_end_matches('/'))
}

fn maintenance(server: &str) -> PgConnection {
    PgConnection::establish(&database(server, "postgres")).expect("PostgreSQL answers")
}

/// Makes the migrated template, or makes it anew when the migrations have changed since.
fn make_template(connection: &mut PgConnection, server: &str) {
    connection
        .batch_execute(&format!("SELECT pg_advisory_lock({TEMPLATE_LOCK})"))
        .expect("the lock is taken");
    let url = DatabaseUrl::Postgres(database(server, TEMPLATE));
    if !is_current(connection) {
        connection
            .batch_execute(&format!("DROP DATABASE IF EXISTS {TEMPLATE} WITH (FORCE)"))
            .expect("the old template goes");
        connection.batch_execute(&format!("CREATE DATABASE {TEMPLATE}")).expect("the template is made");
        app::migrate(&url).expect("migrations apply");
        let mark = format!("COMMENT ON DATABASE {TEMPLATE} IS '{}'", migrations_mark());
        connection.batch_execute(&mark).expect("the template is marked");
    }
    connection
        .batch_execute(&format!("SELECT pg_advisory_unlock({TEMPLATE_LOCK})"))
        .expect("the lock is given back");
}

fn is_current(connection: &mut PgConnection) -> bool {
    #[derive(QueryableByName)]
    struct Comment {
        #[diesel(sql_type = diesel::sql_types::Nullable<diesel::sql_types::Text>)]
        comment: Option<String>,
    }
    let query = format!(
        "SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = '{TEMPLATE}'"
    );
    let found: Vec<Comment> = diesel::sql_query(query).load(connection).expect("databases can be listed");
    found.first().and_then(|row| row.comment.as_deref()) == Some(migrations_mark().as_str())
}

/// Changes with any migration.
fn migrations_mark() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../migrations/postgres");
    let entries = fs::read_dir(folder).expect("there are migrations");
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.expect("readable").path().join("up.sql")).collect();
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        fs::read_to_string(file).expect("every migration has an up.sql").hash(&mut hasher);
    }
    format!("{:x}", hasher.finish())
}
