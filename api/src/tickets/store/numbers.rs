//! Ticket numbers: unique in their project, rising, gaps allowed.

use crate::db::DbConnection;
use crate::db::dialect::Both;
use crate::error::Result;
use crate::ids::ProjectId;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

diesel::table! {
    use crate::db::types::sql::Id;
    use diesel::sql_types::BigInt;

    /// Only SQLite has it.
    ticket_counters (project_id) {
        project_id -> Id,
        last -> BigInt,
    }
}

#[derive(QueryableByName)]
struct Taken {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// Prepares the numbers of a new project.
pub fn make_numbers(connection: &mut DbConnection, project: ProjectId) -> Result<()> {
    match connection {
        DbConnection::Pg(postgres) => {
            // The name is made of hexadecimal digits, so it needs no quoting.
            diesel::sql_query(format!("CREATE SEQUENCE {}", sequence(project))).execute(postgres)?;
        }
        DbConnection::Sqlite(_) => {
            let row = (ticket_counters::project_id.eq(project), ticket_counters::last.eq(0));
            Both(diesel::insert_into(ticket_counters::table).values(row)).execute(connection)?;
        }
    }
    Ok(())
}

/// The next number of a project. A PostgreSQL sequence takes no lock that others would wait for;
/// SQLite has one writer at a time anyway.
pub(in crate::tickets) fn take(connection: &mut DbConnection, project: ProjectId) -> Result<i64> {
    match connection {
        DbConnection::Pg(postgres) => {
            let taken: Taken = diesel::sql_query("SELECT nextval($1::regclass) AS number")
                .bind::<Text, _>(sequence(project))
                .get_result(postgres)?;
            Ok(taken.number)
        }
        DbConnection::Sqlite(_) => {
            let next = diesel::update(ticket_counters::table.find(project))
                .set(ticket_counters::last.eq(ticket_counters::last + 1))
                .returning(ticket_counters::last);
            Ok(next.get_result(connection)?)
        }
    }
}

fn sequence(project: ProjectId) -> String {
    format!("ticket_numbers_{}", project.0.simple())
}
