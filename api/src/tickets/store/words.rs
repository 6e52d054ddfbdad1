//! Lists of the tickets that have some words in them, by each engine's own full text.
//!
//! SQLite numbers tickets by their instant of registration (`tickets.row`), which is also the order
//! in which its full text gives what it finds. So a search in that order, the usual one, reads no
//! more than its page. PostgreSQL weighs by its statistics whether to begin with the words or with
//! the order.

use super::visible::Condition;
use crate::db::dialect::PerEngine;
use crate::db::prepared::Fixed;
use crate::db::search::{self, Sought};
use crate::db::{DbConnection, Engine};
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
    /// As many words as this are sought one by one rather than by what they begin with: full text
    /// would have to bring all that each of them finds into one order first.
    const FEW: usize = 8;
    /// How many rows are asked for at most, when other conditions have left few of those before.
    const MOST: i64 = 8_192;

    /// Begins behind the row `after` with `first` rows: with luck, all that a page needs. `None`
    /// when nothing can be found.
    pub(super) fn of(
        connection: &mut DbConnection,
        words: &str,
        direction: Direction,
        after: Option<i64>,
        first: i64,
    ) -> Result<Option<Self>> {
        let Some(query) = query(connection, search::sought(words))? else { return Ok(None) };
        let last = after.unwrap_or(match direction {
            Direction::Newest => i64::MAX,
            Direction::Oldest => i64::MIN,
        });
        Ok(Some(Self { query, direction, last, most: first, done: false }))
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

/// The full text's query. A beginning is spelled out where only few words begin so.
fn query(connection: &mut DbConnection, sought: Sought) -> Result<Option<String>> {
    let Sought { words, beginning } = sought;
    let mut all: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    if let Some(beginning) = beginning {
        all.push(match beginning_with(connection, &beginning)?.as_deref() {
            None => format!("\"{beginning}\"*"),
            Some([]) => return Ok(None),
            Some(few) => format!("(\"{}\")", few.join("\" OR \"")),
        });
    }
    Ok((!all.is_empty()).then(|| all.join(" AND ")))
}

/// The words in SQLite's full text that begin so; `None` when they are many. Each look-up goes
/// straight to the next word, however many tickets have it.
fn beginning_with(connection: &mut DbConnection, beginning: &str) -> Result<Option<Vec<String>>> {
    let DbConnection::Sqlite(sqlite) = connection else { return Ok(None) };
    let end = format!("{beginning}{}", char::MAX);
    let (mut found, mut from) = (Vec::new(), beginning.to_owned());
    while found.len() <= Finds::FEW {
        let next = tickets_stems::table
            .filter(tickets_stems::term.ge(&from).and(tickets_stems::term.lt(&end)))
            .select(tickets_stems::term)
            .limit(1);
        let Some(word) = next.first::<String>(sqlite).optional()? else { return Ok(Some(found)) };
        // The least that comes after a word is what goes on with the least sign there is in words.
        from = format!("{word}0");
        found.push(word);
    }
    Ok(None)
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

diesel::table! {
    /// The words in it, each as often as it is there.
    tickets_stems (term) {
        term -> Text,
    }
}
