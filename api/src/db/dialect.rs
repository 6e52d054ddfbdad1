//! What the multi-engine query builder cannot say by itself.
//!
//! Which to take: a statement both engines know but the builder does not (`ON CONFLICT`): [`Both`];
//! rows to be locked for a read-then-write: [`for_update!`]; one piece that differs: [`PerEngine`];
//! a condition that nearly all rows meet: [`Mostly`]; the first rows of an order that an index has:
//! [`First`]; a batch of rows to insert: [`each!`].

use super::connection::{DbConnection, MultiBackend};
use diesel::backend::Backend;
use diesel::expression::{AppearsOnTable, ValidGrouping};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sqlite::Sqlite;

/// A statement that both engines know in the same form.
#[derive(Debug, Clone, Copy)]
pub struct Both<T>(pub T);

impl<T: QueryFragment<Pg> + QueryFragment<Sqlite>> QueryFragment<MultiBackend> for Both<T> {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        MultiBackend::walk_variant_ast(&self.0, pass)
    }
}

impl<T: QueryId> QueryId for Both<T> {
    type QueryId = T::QueryId;
    const HAS_STATIC_QUERY_ID: bool = T::HAS_STATIC_QUERY_ID;
}

impl<T: Query> Query for Both<T> {
    type SqlType = T::SqlType;
}

impl<T> RunQueryDsl<DbConnection> for Both<T> {}

/// A query, or a piece of one, with a form for each engine.
#[derive(Debug, Clone, Copy)]
pub struct PerEngine<P, S> {
    /// For PostgreSQL.
    pub postgres: P,
    /// For SQLite.
    pub sqlite: S,
}

impl<P: QueryFragment<Pg>, S> QueryFragment<Pg> for PerEngine<P, S> {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.postgres.walk_ast(pass)
    }
}

impl<P, S: QueryFragment<Sqlite>> QueryFragment<Sqlite> for PerEngine<P, S> {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        self.sqlite.walk_ast(pass)
    }
}

impl<P: QueryFragment<Pg>, S: QueryFragment<Sqlite>> QueryFragment<MultiBackend> for PerEngine<P, S> {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        MultiBackend::walk_variant_ast(self, pass)
    }
}

impl<P: Query, S: Query<SqlType = P::SqlType>> Query for PerEngine<P, S> {
    type SqlType = P::SqlType;
}

impl<P, S> RunQueryDsl<DbConnection> for PerEngine<P, S> {}

impl<P, S> QueryId for PerEngine<P, S> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<P: Expression, S: Expression<SqlType = P::SqlType>> Expression for PerEngine<P, S> {
    type SqlType = P::SqlType;
}

impl<P: AppearsOnTable<QS>, S: AppearsOnTable<QS>, QS> AppearsOnTable<QS> for PerEngine<P, S> where
    Self: Expression
{
}

impl<P: SelectableExpression<QS>, S: SelectableExpression<QS>, QS> SelectableExpression<QS>
    for PerEngine<P, S>
where
    Self: AppearsOnTable<QS>,
{
}

impl<P: ValidGrouping<G>, S, G> ValidGrouping<G> for PerEngine<P, S> {
    type IsAggregate = P::IsAggregate;
}

/// A condition that holds for most rows. SQLite takes any equality for one that leaves few, and then
/// reads by its index what it had better read by another's; PostgreSQL has statistics.
#[derive(Debug, Clone, Copy, QueryId, ValidGrouping)]
pub struct Mostly<T>(pub T);

impl<T: QueryFragment<Pg>> QueryFragment<Pg> for Mostly<T> {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.0.walk_ast(pass)
    }
}

impl<T: QueryFragment<Sqlite>> QueryFragment<Sqlite> for Mostly<T> {
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        pass.push_sql("likelihood(");
        self.0.walk_ast(pass.reborrow())?;
        pass.push_sql(", 0.9)");
        Ok(())
    }
}

impl<T: QueryFragment<Pg> + QueryFragment<Sqlite>> QueryFragment<MultiBackend> for Mostly<T> {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        MultiBackend::walk_variant_ast(self, pass)
    }
}

impl<T: Expression> Expression for Mostly<T> {
    type SqlType = T::SqlType;
}

impl<T: AppearsOnTable<QS>, QS> AppearsOnTable<QS> for Mostly<T> {}

impl<T: SelectableExpression<QS>, QS> SelectableExpression<QS> for Mostly<T> {}

/// The first rows of a query, as many as its text says. PostgreSQL plans a query whose bound is a parameter
/// anew each time: it would have to reckon with any. To be taken where the plan is always the same, whatever
/// the other parameters are.
#[derive(Debug, Clone, Copy)]
pub struct First<T> {
    query: T,
    rows: i64,
}

impl<T> First<T> {
    /// At least `most` rows: bounds are few, since each is a statement that is kept prepared.
    pub fn of(query: T, most: i64) -> Self {
        let bounds = (0..).map(|doubled| (FEWEST << doubled) + 1);
        Self { query, rows: bounds.take(16).find(|bound| *bound >= most).unwrap_or(i64::MAX) }
    }
}

/// The least that [`First`] asks for, but for the row that tells whether there are more.
const FEWEST: i64 = 25;

impl<DB: Backend, T: QueryFragment<DB>> QueryFragment<DB> for First<T> {
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        self.query.walk_ast(pass.reborrow())?;
        pass.push_sql(&format!(" LIMIT {}", self.rows));
        Ok(())
    }
}

impl<T: Query> Query for First<T> {
    type SqlType = T::SqlType;
}

impl<T> QueryId for First<T> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<T> RunQueryDsl<DbConnection> for First<T> {}

/// `SELECT … FOR UPDATE` where rows can be locked; on SQLite a write transaction already holds
/// the only write lock, so the plain `SELECT` is as safe.
macro_rules! for_update {
    ($query:expr) => {
        $crate::db::dialect::PerEngine { postgres: diesel::QueryDsl::for_update($query), sqlite: $query }
    };
}
pub(crate) use for_update;

/// The same statement compiled once for each engine, for batches of rows.
macro_rules! each {
    ($connection:ident => $body:expr) => {
        match $connection {
            $crate::db::DbConnection::Pg($connection) => $body,
            $crate::db::DbConnection::Sqlite($connection) => $body,
        }
    };
}
pub(crate) use each;

/// The columns of a row type, for `RETURNING`.
#[must_use]
pub fn columns<T: Selectable<MultiBackend>>() -> T::SelectExpression {
    T::construct_selection()
}
