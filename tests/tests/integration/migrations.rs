//! Migrations go up, down and up again, and leave nothing behind on the way down.

use diesel::prelude::*;
use diesel::sql_types::Text;
use mesa::db::{DbConnection, migrations};
use tests::TestDatabase;

#[test]
fn up_down_up() {
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    let database = TestDatabase::fresh(folder.path());
    let mut connection = database.url().connect().expect("a connection");
    migrations::run(&mut connection).expect("up");
    assert!(migrations::are_complete(&mut connection).expect("asked"));
    let first = tables(&mut connection);
    assert!(first.contains(&"tickets".to_owned()), "{first:?}");
    let reverted = migrations::revert_all(&mut connection).expect("down");
    assert!(!migrations::are_complete(&mut connection).expect("asked"));
    assert_eq!(tables(&mut connection), Vec::<String>::new(), "going down leaves nothing behind");
    assert_eq!(migrations::run(&mut connection).expect("up again"), reverted);
    assert_eq!(tables(&mut connection), first);
    assert_eq!(migrations::run(&mut connection).expect("nothing to do"), 0);
}

/// People are found by their address without reading all of them.
#[test]
fn an_address_is_found_by_its_index() {
    #[derive(QueryableByName)]
    struct Step {
        #[diesel(sql_type = Text)]
        detail: String,
    }
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    let database = TestDatabase::fresh(folder.path());
    let mut connection = database.url().connect().expect("a connection");
    migrations::run(&mut connection).expect("up");
    let plan = match &mut connection {
        // What it decides by depends on how many people there are: the index is there, of the same expression.
        DbConnection::Pg(postgres) => diesel::sql_query(
            "SELECT indexdef::text AS detail FROM pg_indexes \
             WHERE indexname = 'users_by_email' AND indexdef LIKE '%(lower(email))'",
        )
        .load::<Step>(postgres),
        // As `people::with_address` asks.
        DbConnection::Sqlite(sqlite) => diesel::sql_query(
            "EXPLAIN QUERY PLAN SELECT id FROM users WHERE lower(users.email) = lower('Ana@example.org')",
        )
        .load::<Step>(sqlite),
    }
    .expect("a plan");
    let plan: Vec<String> = plan.into_iter().map(|step| step.detail).collect();
    assert!(plan.iter().any(|step| step.contains("users_by_email")), "{plan:?}");
}

/// Every table but the one that says which migrations have been applied.
fn tables(connection: &mut DbConnection) -> Vec<String> {
    #[derive(QueryableByName)]
    struct Table {
        #[diesel(sql_type = Text)]
        name: String,
    }
    let mut tables: Vec<Table> = match connection {
        DbConnection::Pg(postgres) => diesel::sql_query(
            "SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public'",
        )
        .load(postgres),
        DbConnection::Sqlite(sqlite) => diesel::sql_query(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
        )
        .load(sqlite),
    }
    .expect("tables can be listed");
    tables.retain(|table| table.name != "__diesel_schema_migrations");
    let mut names: Vec<String> = tables.into_iter().map(|table| table.name).collect();
    names.sort();
    names
}
