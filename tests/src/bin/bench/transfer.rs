//! The same desk on PostgreSQL: every row of a seeded SQLite file, sent through `psql` by COPY.

use diesel::prelude::*;
use diesel::sql_types::Text;
use diesel::{PgConnection, SqliteConnection};
use mesa::app;
use mesa::db::DatabaseUrl;
use mesa::error::{Error, Result};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// In an order in which what is referred to comes first.
const TABLES: [&str; 16] = [
    "projects",
    "providers",
    "users",
    "privacy_acceptances",
    "memberships",
    "groups",
    "group_members",
    "calendars",
    "holidays",
    "agreements",
    "services",
    "information_systems",
    "components",
    "tickets",
    "ticket_events",
    "ticket_watchers",
];

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// Fills an empty PostgreSQL database.
pub fn to_postgres(file: &Path, url: &str) -> Result<()> {
    app::migrate(&DatabaseUrl::Postgres(url.to_owned()))?;
    let mut from = SqliteConnection::establish(&file.to_string_lossy()).map_err(Error::internal)?;
    let mut to = PgConnection::establish(url).map_err(Error::internal)?;
    for table in TABLES {
        let columns: Vec<Column> = diesel::sql_query(format!(
            "SELECT column_name::text AS name, data_type::text AS kind FROM information_schema.columns
             WHERE table_name = '{table}' AND table_schema = 'public' AND is_generated = 'NEVER' ORDER BY ordinal_position"
        ))
        .load(&mut to)?;
        copy(table, &columns, &mut from, url)?;
    }
    for statement in [
        // A number for each case is taken.
        "DO $$ DECLARE project record; BEGIN FOR project IN SELECT id, key FROM projects LOOP
           EXECUTE format('CREATE SEQUENCE ticket_numbers_%s START %s', replace(project.id::text, '-', ''),
             (SELECT count(*) + 1 FROM tickets WHERE project_id = project.id));
         END LOOP; END $$",
        // As autovacuum would have done by now.
        "VACUUM ANALYZE",
    ] {
        diesel::sql_query(statement).execute(&mut to)?;
    }
    Ok(())
}

fn copy(table: &str, columns: &[Column], from: &mut SqliteConnection, url: &str) -> Result<()> {
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let statement = format!("COPY {table} ({}) FROM STDIN WITH (FORMAT csv)", names.join(", "));
    let mut psql = Command::new("psql")
        .args(["--quiet", "--no-psqlrc", "--set", "ON_ERROR_STOP=1", "--command", &statement, url])
        .stdin(Stdio::piped())
        .spawn()
        .map_err(Error::internal)?;
    let mut input = psql.stdin.take().ok_or_else(|| Error::internal("psql has no input"))?;
    let values: Vec<String> = columns.iter().map(as_csv).collect();
    let query = format!("SELECT {} AS line FROM {table}", values.join(" || ',' || "));
    for line in diesel::sql_query(query).load_iter::<Line, _>(from)? {
        writeln!(input, "{}", line?.line).map_err(Error::internal)?;
    }
    drop(input);
    if psql.wait().map_err(Error::internal)?.success() {
        Ok(())
    } else {
        Err(Error::internal(format!("COPY {table}")))
    }
}

/// A column's value as SQLite's SQL writes it for PostgreSQL to read; nothing for NULL.
fn as_csv(column: &Column) -> String {
    let Column { name, kind } = column;
    let value = match kind.as_str() {
        "uuid" => format!("hex({name})"),
        "timestamp with time zone" => format!(
            "strftime('%Y-%m-%dT%H:%M:%S', {name} / 1000000, 'unixepoch') || printf('.%06dZ', {name} % 1000000)"
        ),
        "boolean" | "integer" | "bigint" | "smallint" => name.clone(),
        _ => format!("'\"' || replace({name}, '\"', '\"\"') || '\"'"),
    };
    format!("CASE WHEN {name} IS NULL THEN '' ELSE {value} END")
}
