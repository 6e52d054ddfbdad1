//! Lists of the tickets that have some words in them, by each engine's own full text.
//!
//! SQLite numbers tickets by their instant of registration (`tickets.row`), which is also the order
//! in which its full text gives what it finds. So a search in that order, the usual one, reads no
//! more than its page. PostgreSQL weighs by its statistics whether to begin with the words or with
//! the order. Both keep the words there are, by which a beginning is spelled out: `tickets_stems`.

use super::visible::Condition;
use crate::db::DbConnection;
use crate::db::dialect::PerEngine;
use crate::db::prepared::Fixed;
use crate::db::search;
use crate::error::Result;
use chrono::{DateTime, Utc};
use diesel::connection::SimpleConnection;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};

/// Words that tickets are to have, all of them, as full text is asked for them.
pub(super) struct Words {
    /// `None` when nothing can be found.
    query: Option<String>,
}

impl Words {
    /// What `words` asks for; the last of them may be only begun.
    pub(super) fn of(connection: &mut DbConnection, words: &str) -> Result<Self> {
        Ok(Self { query: query(connection, words)? })
    }

    /// The condition that a ticket has them.
    pub(super) fn condition(&self) -> Condition {
        let Some(query) = &self.query else { return Box::new(Fixed::new("1 = 0")) };
        Box::new(PerEngine {
            postgres: sql::<Bool>("tickets.search_vector @@ to_tsquery('simple', ")
                .bind::<Text, _>(query.clone())
                .sql(")"),
            sqlite: sql::<Bool>("tickets.row IN (SELECT rowid FROM tickets_text WHERE tickets_text MATCH ")
                .bind::<Text, _>(query.clone())
                .sql(")"),
        })
    }
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

    /// Begins behind the row `after` with `first` rows: with luck, all that a page needs. `None`
    /// when nothing can be found.
    pub(super) fn of(
        connection: &mut DbConnection,
        words: &str,
        direction: Direction,
        after: Option<i64>,
        first: i64,
    ) -> Result<Option<Self>> {
        let Some(query) = query(connection, words)? else { return Ok(None) };
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

/// As many words as this are sought one by one rather than by what they begin with: either engine
/// would have to bring all that each of them finds together first.
const FEW: usize = 8;

/// The full text's query; `None` when nothing can be found.
fn query(connection: &mut DbConnection, words: &str) -> Result<Option<String>> {
    let sought = search::sought(words);
    let few = match &sought.beginning {
        Some(beginning) => beginning_with(connection, beginning)?,
        None => None,
    };
    Ok(sought.query(connection.engine(), few.as_deref()))
}

/// The words there are that begin so; `None` when they are many.
fn beginning_with(connection: &mut DbConnection, beginning: &str) -> Result<Option<Vec<String>>> {
    let end = format!("{beginning}{}", char::MAX);
    let found = match connection {
        // Numbers and codes are not kept there: each is in few tickets.
        DbConnection::Pg(_) if beginning.starts_with(|first: char| first.is_ascii_digit()) => {
            return Ok(None);
        }
        DbConnection::Pg(postgres) => tickets_stems::table
            .filter(tickets_stems::term.ge(beginning).and(tickets_stems::term.lt(&end)))
            .select(tickets_stems::term)
            .distinct()
            .order(tickets_stems::term)
            .limit(i64::try_from(FEW + 1).unwrap_or(i64::MAX))
            .load(postgres)?,
        DbConnection::Sqlite(sqlite) => {
            let (mut found, mut from) = (Vec::new(), beginning.to_owned());
            // Each look-up goes straight to the next word, however many tickets have it.
            while found.len() <= FEW {
                let next = tickets_stems::table
                    .filter(tickets_stems::term.ge(&from).and(tickets_stems::term.lt(&end)))
                    .select(tickets_stems::term)
                    .limit(1);
                let Some(word) = next.first::<String>(sqlite).optional()? else { break };
                // The least that comes after a word is what goes on with the least sign there is in words.
                from = format!("{word}0");
                found.push(word);
            }
            found
        }
    };
    Ok((found.len() <= FEW).then_some(found))
}

/// Forgets words that tickets had and none has any more; how many lost ones were looked at. SQLite's
/// full text does so by itself.
pub fn forget_lost_words(connection: &mut DbConnection, _now: DateTime<Utc>) -> Result<usize> {
    let DbConnection::Pg(postgres) = connection else { return Ok(0) };
    let lost: Vec<String> =
        tickets_stems_lost::table.select(tickets_stems_lost::term).limit(LOST_BATCH).load(postgres)?;
    if lost.is_empty() {
        return Ok(0);
    }
    // Tickets are kept from getting and losing words for as long as these few are looked up.
    postgres.batch_execute(
        "SET LOCAL lock_timeout = '1s'; SET LOCAL enable_seqscan = off;
         LOCK TABLE tickets_stems IN SHARE ROW EXCLUSIVE MODE",
    )?;
    diesel::delete(tickets_stems::table.filter(tickets_stems::term.eq_any(&lost)).filter(sql::<Bool>(
        "NOT EXISTS (SELECT FROM tickets WHERE search_vector @@ to_tsquery('simple', tickets_stems.term))",
    )))
    .execute(postgres)?;
    let looked_up = tickets_stems_lost::table.filter(tickets_stems_lost::term.eq_any(&lost));
    Ok(diesel::delete(looked_up).execute(postgres)?)
}

/// How many lost words are looked up in one transaction.
const LOST_BATCH: i64 = 50;

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
    /// The words in full text, each perhaps more than once.
    tickets_stems (term) {
        term -> Text,
    }
}

diesel::table! {
    /// The words that a ticket had and no longer has, on PostgreSQL.
    tickets_stems_lost (term) {
        term -> Text,
    }
}
