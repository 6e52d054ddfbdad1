//! The floor under registering: the same writes in bare SQL, prepared once, one commit for each,
//! without HTTP, rules or answers. A registration takes a number and leaves a ticket, an entry of
//! its timeline, a watcher and an entry of the audit log.

use super::load::per_second;
use diesel::backend::Backend;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::result::Error::QueryBuilderError;
use diesel::serialize::ToSql;
use diesel::sql_types::Text;
use mesa::db::{DatabaseUrl, DbConnection};
use mesa::error::{Error, Result};
use std::time::Instant;

/// Registrations of each connection.
const EACH: usize = 1_500;

/// Columns of a ticket that are its own; all others are those of the case it is a copy of.
const OWN: [&str; 4] = ["row", "id", "number", "search_vector"];

/// Registrations a second: on SQLite, which has one writer, one after another; on PostgreSQL over
/// as many connections as the server has.
pub fn registrations(url: &DatabaseUrl, connections: usize) -> Result<f64> {
    let connections = if matches!(url, DatabaseUrl::Sqlite(_)) { 1 } else { connections };
    let (mut ready, mut threads) = (Vec::new(), Vec::new());
    for _ in 0..connections {
        let mut connection = url.connect().map_err(Error::internal)?;
        let statements = statements(&mut connection)?;
        ready.push((connection, statements));
    }
    let begun = Instant::now();
    for (mut connection, statements) in ready {
        threads
            .push(std::thread::spawn(move || (0..EACH).try_for_each(|_| one(&mut connection, &statements))));
    }
    for thread in threads {
        thread.join().map_err(|_| Error::internal("a thread of the floor panicked"))??;
    }
    Ok(per_second(EACH * connections, begun.elapsed().as_secs_f64()))
}

fn one(connection: &mut DbConnection, statements: &[String]) -> Result<()> {
    let id = || mesa::ids::fresh().simple().to_string();
    let (ticket, number) = (id(), format!("FLOOR-{}", id()));
    match connection {
        DbConnection::Sqlite(sqlite) => {
            // As the server's writer does.
            sqlite.batch_execute("BEGIN IMMEDIATE")?;
            for statement in statements {
                Prepared { sql: statement, values: [&ticket, &number, &id()] }.execute(sqlite)?;
            }
            sqlite.batch_execute("COMMIT")?;
        }
        DbConnection::Pg(postgres) => {
            postgres.batch_execute("BEGIN")?;
            for statement in statements {
                Prepared { sql: statement, values: [&ticket, &number, &id()] }.execute(postgres)?;
            }
            postgres.batch_execute("COMMIT")?;
        }
    }
    Ok(())
}

/// With `@0` for the ticket's id, `@1` for its number, and `@2` for the id of another row.
fn statements(connection: &mut DbConnection) -> Result<Vec<String>> {
    let columns = columns_of_tickets(connection)?;
    let (ticket, fresh, take) = match connection {
        DbConnection::Sqlite(_) => {
            ("unhex(@0)", "unhex(@2)", "UPDATE ticket_counters SET last = last + 1".to_owned())
        }
        DbConnection::Pg(postgres) => {
            let sequences = diesel::sql_query("SELECT sequencename::text AS name FROM pg_sequences");
            let Name { name } = sequences.get_result(postgres)?;
            ("@0::uuid", "@2::uuid", format!("SELECT nextval('{name}')"))
        }
    };
    let like = "FROM tickets WHERE number = 'TIC-1'";
    let event = "registered_at, requester_id, 'register', 3, 'portal', 'public', '[]', '{}'";
    let request = "0".repeat(32);
    Ok(vec![
        take,
        format!("INSERT INTO tickets (id, number, {columns}) SELECT {ticket}, @1, {columns} {like}"),
        format!(
            "INSERT INTO ticket_events (id, ticket_id, at, actor_id, action, activity, channel, visibility, changes, details)
             SELECT {fresh}, {ticket}, {event} {like}"
        ),
        format!("INSERT INTO ticket_watchers (ticket_id, user_id) SELECT {ticket}, requester_id {like}"),
        format!(
            "INSERT INTO audit_log (id, at, actor_id, operation, object, address, request_id)
             SELECT {fresh}, registered_at, requester_id, 'POST /api/v1/tickets', @1, '127.0.0.1', '{request}' {like}"
        ),
    ])
}

#[derive(QueryableByName)]
struct Name {
    #[diesel(sql_type = Text)]
    name: String,
}

fn columns_of_tickets(connection: &mut DbConnection) -> Result<String> {
    let names: Vec<Name> = match connection {
        DbConnection::Sqlite(sqlite) => {
            diesel::sql_query("SELECT name FROM pragma_table_info('tickets')").load(sqlite)?
        }
        DbConnection::Pg(postgres) => diesel::sql_query(
            "SELECT column_name::text AS name FROM information_schema.columns WHERE table_name = 'tickets'",
        )
        .load(postgres)?,
    };
    let others = names.into_iter().map(|column| column.name).filter(|name| !OWN.contains(&name.as_str()));
    Ok(others.collect::<Vec<_>>().join(", "))
}

/// A statement that stays prepared, which those of `diesel::sql_query` do not.
struct Prepared<'a> {
    sql: &'a str,
    values: [&'a str; 3],
}

impl<DB: Backend> QueryFragment<DB> for Prepared<'_>
where
    str: ToSql<Text, DB>,
    DB: diesel::sql_types::HasSqlType<Text>,
{
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        let mut pieces = self.sql.split('@');
        pass.push_sql(pieces.next().unwrap_or_default());
        for piece in pieces {
            let (place, sql) = piece.split_at(1);
            let value = place.parse::<usize>().ok().and_then(|place| self.values.get(place));
            pass.push_bind_param::<Text, str>(
                value.ok_or_else(|| place.to_owned().into()).map_err(QueryBuilderError)?,
            )?;
            pass.push_sql(sql);
        }
        Ok(())
    }
}

impl QueryId for Prepared<'_> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Conn> RunQueryDsl<Conn> for Prepared<'_> {}
