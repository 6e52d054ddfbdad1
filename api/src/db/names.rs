//! What things are called, to be shown beside others: of several kinds in one question, since on
//! PostgreSQL each question is a way to the server and back.

use super::connection::{DbConnection, MultiBackend};
use super::prepared::{Fixed, IdAmong};
use super::types::sql;
use crate::error::Result;
use crate::ids::NamedId;
use contract::reference::NamedRef;
use diesel::backend::Backend;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::{Integer, Text};
use diesel::sqlite::Sqlite;
use std::collections::HashMap;
use std::hash::Hash;
use uuid::Uuid;

/// A kind of thing that has a name: its table, with a column `id`, and where its key and its name are.
#[derive(Clone, Copy, Debug)]
pub struct Named {
    table: &'static str,
    key: &'static str,
    name: &'static str,
}

impl Named {
    /// With columns `key` and `name`.
    #[must_use]
    pub const fn with_key(table: &'static str) -> Self {
        Self { table, key: "key", name: "name" }
    }

    /// With a key or a name that is called otherwise: columns, or an expression in SQL.
    #[must_use]
    pub const fn by(table: &'static str, key: &'static str, name: &'static str) -> Self {
        Self { table, key, name }
    }
}

/// What some things of a kind are called. What is not there is left out.
pub fn of<I>(connection: &mut DbConnection, kind: Named, ids: &[I]) -> Result<HashMap<I, NamedRef>>
where
    I: Copy + Eq + Hash + From<Uuid> + Into<Uuid>,
{
    let [names] = of_all(connection, [(kind, ids.iter().copied().map(I::into).collect())])?;
    Ok(names.into_iter().map(|(id, name)| (id.into(), name)).collect())
}

/// The same of several kinds, in their order.
pub fn of_all<const KINDS: usize>(
    connection: &mut DbConnection,
    wanted: [(Named, Vec<Uuid>); KINDS],
) -> Result<[HashMap<Uuid, NamedRef>; KINDS]> {
    let mut names = [(); KINDS].map(|()| HashMap::new());
    let asked = wanted.into_iter().enumerate().filter(|(_, (_, ids))| !ids.is_empty());
    let parts: Vec<Part> = asked.map(|(place, (kind, ids))| Part::of(place, kind, &ids)).collect();
    if parts.is_empty() {
        return Ok(names);
    }
    for (place, NamedId(id), key, name) in
        Question(parts).load::<(i32, NamedId, String, String)>(connection)?
    {
        let kind = usize::try_from(place).ok().and_then(|place| names.get_mut(place));
        kind.and_then(|kind| kind.insert(id, NamedRef { id, key, name }));
    }
    Ok(names)
}

/// What is asked about one kind.
struct Part {
    select: String,
    among: IdAmong<Fixed, NamedId>,
}

impl Part {
    fn of(place: usize, Named { table, key, name }: Named, ids: &[Uuid]) -> Self {
        let ids: Vec<NamedId> = ids.iter().copied().map(NamedId).collect();
        Self {
            select: format!("SELECT {place} AS place, id, {key} AS key, {name} AS name FROM {table} WHERE "),
            among: IdAmong::new(Fixed::new("id"), &ids),
        }
    }
}

struct Question(Vec<Part>);

impl Question {
    fn walk<'b, DB: Backend>(&'b self, mut pass: AstPass<'_, 'b, DB>) -> QueryResult<()>
    where
        IdAmong<Fixed, NamedId>: QueryFragment<DB>,
    {
        for (position, part) in self.0.iter().enumerate() {
            pass.push_sql(if position > 0 { " UNION ALL " } else { "" });
            pass.push_sql(&part.select);
            part.among.walk_ast(pass.reborrow())?;
        }
        Ok(())
    }
}

impl QueryFragment<Pg> for Question {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.walk(pass)
    }
}

impl QueryFragment<Sqlite> for Question {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        self.walk(pass)
    }
}

impl QueryFragment<MultiBackend> for Question {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        MultiBackend::walk_variant_ast(self, pass)
    }
}

impl QueryId for Question {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl Query for Question {
    type SqlType = (Integer, sql::Id, Text, Text);
}

impl RunQueryDsl<DbConnection> for Question {}
