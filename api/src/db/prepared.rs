//! Conditions whose SQL text is always the same, so that the engines keep the statements they are
//! in prepared. Diesel's own `sql` and, on SQLite, `eq_any` make a new statement each time.

use super::connection::MultiBackend;
use super::types::sql::{Document, Id};
use diesel::backend::Backend;
use diesel::expression::{AppearsOnTable, TypedExpressionType, ValidGrouping, is_aggregate};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::serialize::ToSql;
use diesel::sql_types::{Array, Bool, HasSqlType, SqlType, Text};
use diesel::sqlite::Sqlite;
use std::fmt::Display;
use std::marker::PhantomData;

/// A condition, or an expression of another type, in words that both engines understand.
#[derive(Debug, Clone)]
pub struct Fixed<T = Bool> {
    sql: &'static str,
    value: Option<String>,
    of: PhantomData<T>,
}

impl Fixed {
    /// Just these words.
    #[must_use]
    pub const fn new(sql: &'static str) -> Self {
        Self { sql, value: None, of: PhantomData }
    }

    /// These words, with a text in place of their only `?`.
    #[must_use]
    pub const fn about(sql: &'static str, value: String) -> Self {
        Self { sql, value: Some(value), of: PhantomData }
    }
}

impl Fixed<Document> {
    /// An expression whose value is a JSON document.
    #[must_use]
    pub const fn document(sql: &'static str) -> Self {
        Self { sql, value: None, of: PhantomData }
    }
}

impl<T> Fixed<T> {
    fn walk<'b, DB>(&'b self, mut pass: AstPass<'_, 'b, DB>) -> QueryResult<()>
    where
        DB: Backend + HasSqlType<Text>,
        String: ToSql<Text, DB>,
    {
        let (before, after) = self.sql.split_once('?').unwrap_or((self.sql, ""));
        pass.push_sql(before);
        if let Some(value) = &self.value {
            pass.push_bind_param::<Text, String>(value)?;
        }
        pass.push_sql(after);
        Ok(())
    }
}

impl<T> QueryFragment<Pg> for Fixed<T> {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.walk(pass)
    }
}

impl<T> QueryFragment<Sqlite> for Fixed<T> {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        self.walk(pass)
    }
}

impl<T> QueryFragment<MultiBackend> for Fixed<T> {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        MultiBackend::walk_variant_ast(self, pass)
    }
}

impl<T> QueryId for Fixed<T> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<T: SqlType + TypedExpressionType> Expression for Fixed<T> {
    type SqlType = T;
}

impl<T, QS> AppearsOnTable<QS> for Fixed<T> where Self: Expression {}

impl<T, QS> SelectableExpression<QS> for Fixed<T> where Self: Expression {}

impl<T, G> ValidGrouping<G> for Fixed<T> {
    type IsAggregate = is_aggregate::Never;
}

/// The condition that a column has one of some ids, as one bound value however many they are. PostgreSQL is
/// kept from counting them: where a few would cost it less than it reckons for any, it plans anew each time.
#[derive(Debug, Clone)]
pub struct IdAmong<C, I> {
    column: C,
    ids: Vec<I>,
    json: String,
}

impl<C, I: Copy + Display> IdAmong<C, I> {
    /// `column` has one of `ids`.
    pub fn new(column: C, ids: &[I]) -> Self {
        let quoted: Vec<String> = ids.iter().map(|id| format!("\"{id}\"")).collect();
        Self { column, ids: ids.to_vec(), json: format!("[{}]", quoted.join(",")) }
    }
}

impl<C: QueryFragment<Pg>, I: ToSql<Id, Pg> + std::fmt::Debug> QueryFragment<Pg> for IdAmong<C, I> {
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.column.walk_ast(pass.reborrow())?;
        pass.push_sql(" = ANY((SELECT ");
        pass.push_bind_param::<Array<Id>, Vec<I>>(&self.ids)?;
        pass.push_sql(")::uuid[])");
        Ok(())
    }
}

impl<C: QueryFragment<Sqlite>, I> QueryFragment<Sqlite> for IdAmong<C, I> {
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        self.column.walk_ast(pass.reborrow())?;
        pass.push_sql(" IN (SELECT unhex(value, '-') FROM json_each(");
        pass.push_bind_param::<Text, String>(&self.json)?;
        pass.push_sql("))");
        Ok(())
    }
}

impl<C, I> QueryFragment<MultiBackend> for IdAmong<C, I>
where
    Self: QueryFragment<Pg> + QueryFragment<Sqlite>,
{
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        MultiBackend::walk_variant_ast(self, pass)
    }
}

impl<C, I> QueryId for IdAmong<C, I> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<C: Expression, I> Expression for IdAmong<C, I> {
    type SqlType = Bool;
}

impl<C: AppearsOnTable<QS>, I, QS> AppearsOnTable<QS> for IdAmong<C, I> {}

impl<C: SelectableExpression<QS>, I, QS> SelectableExpression<QS> for IdAmong<C, I> {}

impl<C: ValidGrouping<G>, I, G> ValidGrouping<G> for IdAmong<C, I> {
    type IsAggregate = C::IsAggregate;
}
