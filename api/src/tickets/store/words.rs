//! Lists of the tickets that have some words in them, by each engine's own full text.
//!
//! SQLite numbers tickets by their instant of registration (`tickets.row`), which is also the order
//! in which its full text gives what it finds. So a search in that order, the usual one, reads no
//! more than its page. PostgreSQL weighs by its statistics whether to begin with the words or with
//! the order.

use super::visible::Condition;
use crate::db::dialect::PerEngine;
use crate::db::prepared::Fixed;
use crate::db::{DbConnection, Engine, search};
use crate::error::Result;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};

/// The condition that a ticket has all the words.
pub(super) fn matching(words: &str, engine: Engine) -> Condition {
    let Some(query) = search::query(words, engine) else { return Box::new(Fixed::new("1 = 0")) };
    Box::new(PerEngine {
        postgres: sql::<Bool>("tickets.search_vector @@ to_tsquery('simple', ")
            .bind::<Text, _>(query.clone())
            .sql(")"),
        sqlite: sql::<Bool>("tickets.row IN (SELECT rowid FROM tickets_text WHERE tickets_text MATCH ")
            .bind::<Text, _>(query)
            .sql(")"),
    })
}

/// In which direction a list goes through the order of registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Newest,
    Oldest,
}

/// What SQLite's full text finds, in the order of registration, some rows at a time.
pub(super) struct Finds {
    query: String,
    direction: Direction,
    /// The row before the next.
    last: i64,
    most: i64,
    done: bool,
}

impl Finds {
    /// How many rows are asked for at most, when other conditions have left few of those before.
    const MOST: i64 = 8_192;

    /// Begins behind the row `after` with `first` rows: with luck, all that a page needs.
    pub(super) fn of(words: &str, direction: Direction, after: Option<i64>, first: i64) -> Option<Self> {
        let query = search::query(words, Engine::Sqlite)?;
        let last = after.unwrap_or(match direction {
            Direction::Newest => i64::MAX,
            Direction::Oldest => i64::MIN,
        });
        Some(Self { query, direction, last, most: first, done: false })
    }

    /// The next rows; none when all have been given.
    pub(super) fn next(&mut self, connection: &mut DbConnection) -> Result<Vec<i64>> {
        let DbConnection::Sqlite(sqlite) = connection else { return Ok(Vec::new()) };
        if self.done {
            return Ok(Vec::new());
        }
        let found = tickets_text::table
            .filter(Fixed::about("tickets_text MATCH ?", self.query.clone()))
            .select(tickets_text::rowid)
            .limit(self.most);
        let found: Vec<i64> = match self.direction {
            Direction::Newest => found
                .filter(tickets_text::rowid.lt(self.last))
                .order(tickets_text::rowid.desc())
                .load(sqlite)?,
            Direction::Oldest => found
                .filter(tickets_text::rowid.gt(self.last))
                .order(tickets_text::rowid.asc())
                .load(sqlite)?,
        };
        self.last = found.last().copied().unwrap_or(self.last);
        self.done = i64::try_from(found.len()).is_ok_and(|count| count < self.most);
        self.most = (self.most * 4).min(Self::MOST);
        Ok(found)
    }
}

/// The condition that a ticket is one of these rows of SQLite's table.
pub(super) fn among(rows: &[i64]) -> Condition {
    let rows: Vec<String> = rows.iter().map(i64::to_string).collect();
    let rows = format!("[{}]", rows.join(","));
    Box::new(Fixed::about("tickets.row IN (SELECT value FROM json_each(?))", rows))
}

diesel::table! {
    /// SQLite's full text, which has the numbers of the tickets' rows.
    tickets_text (rowid) {
        rowid -> BigInt,
    }
}
