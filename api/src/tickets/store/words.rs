//! Lists of the tickets that have some words in them, by each engine's own full text.

use super::visible::Condition;
use crate::db::dialect::PerEngine;
use crate::db::{DbConnection, Engine, search};
use crate::error::Result;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Text};

/// How much a search finds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// So little that it is best to take it and put it in order.
    Little,
    /// So much that it is best to go through the tickets in order and take what is among it.
    Much,
}

/// How many tickets found are still little: about where the two ways cost the same with 200,000 tickets.
const LITTLE: i64 = 500;

/// For SQLite, which cannot tell beforehand; PostgreSQL has statistics.
pub(super) fn found(connection: &mut DbConnection, words: Option<&str>) -> Result<Found> {
    #[derive(QueryableByName)]
    struct Counted {
        #[diesel(sql_type = BigInt)]
        rows: i64,
    }
    let (DbConnection::Sqlite(sqlite), Some(words)) = (connection, words) else {
        return Ok(Found::Much);
    };
    let Some(query) = search::query(words, Engine::Sqlite) else { return Ok(Found::Little) };
    let counted: Counted = diesel::sql_query(
        "SELECT count(*) AS rows FROM (SELECT 1 FROM tickets_text WHERE tickets_text MATCH ? LIMIT ?)",
    )
    .bind::<Text, _>(query)
    .bind::<BigInt, _>(LITTLE + 1)
    .get_result(sqlite)?;
    Ok(if counted.rows > LITTLE { Found::Much } else { Found::Little })
}

/// Full text, by each engine's own index.
pub(super) fn matching(words: &str, engine: Engine, found: Found) -> Condition {
    let Some(query) = search::query(words, engine) else { return Box::new(sql::<Bool>("1 = 0")) };
    // The plus keeps SQLite from beginning with what was found.
    let row = if found == Found::Much { "+tickets.row" } else { "tickets.row" };
    Box::new(PerEngine {
        postgres: sql::<Bool>("tickets.search_vector @@ to_tsquery('simple', ")
            .bind::<Text, _>(query.clone())
            .sql(")"),
        sqlite: sql::<Bool>(row)
            .sql(" IN (SELECT rowid FROM tickets_text WHERE tickets_text MATCH ")
            .bind::<Text, _>(query)
            .sql(")"),
    })
}
