//! Lists of the tickets that have some words in them, by each engine's own full text.

use super::visible::Condition;
use crate::db::dialect::PerEngine;
use crate::db::{DbConnection, Engine, search};
use crate::error::Result;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Text};

/// How much a search finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// So few rows that it is best to take them and put them in order.
    Little(Vec<i64>),
    /// So much that it is best to go through the tickets in order and take what is among it.
    Much,
}

/// How many tickets found are still few: about where the two ways cost the same with 200,000 tickets.
const FEW: usize = 500;

/// For SQLite, which cannot tell beforehand; PostgreSQL has statistics.
pub(super) fn found(connection: &mut DbConnection, words: Option<&str>) -> Result<Found> {
    #[derive(QueryableByName)]
    struct Hit {
        #[diesel(sql_type = BigInt)]
        rowid: i64,
    }
    let (DbConnection::Sqlite(sqlite), Some(words)) = (connection, words) else { return Ok(Found::Much) };
    let Some(query) = search::query(words, Engine::Sqlite) else { return Ok(Found::Much) };
    let hits = diesel::sql_query(format!(
        "SELECT rowid FROM tickets_text WHERE tickets_text MATCH ? LIMIT {}",
        FEW + 1
    ))
    .bind::<Text, _>(query)
    .load::<Hit>(sqlite)?;
    if hits.len() > FEW {
        return Ok(Found::Much);
    }
    Ok(Found::Little(hits.into_iter().map(|hit| hit.rowid).collect()))
}

/// Full text, by each engine's own index.
pub(super) fn matching(words: &str, engine: Engine, found: Found) -> Condition {
    let Some(query) = search::query(words, engine) else { return Box::new(sql::<Bool>("1 = 0")) };
    if let Found::Little(rows) = found {
        let rows: Vec<String> = rows.iter().map(i64::to_string).collect();
        return Box::new(sql::<Bool>(&format!("tickets.row IN ({})", rows.join(", "))));
    }
    Box::new(PerEngine {
        postgres: sql::<Bool>("tickets.search_vector @@ to_tsquery('simple', ")
            .bind::<Text, _>(query.clone())
            .sql(")"),
        // The plus keeps SQLite from beginning with what was found.
        sqlite: sql::<Bool>("+tickets.row IN (SELECT rowid FROM tickets_text WHERE tickets_text MATCH ")
            .bind::<Text, _>(query)
            .sql(")"),
    })
}
