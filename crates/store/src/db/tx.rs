//! A transaction: one way to run statements on two engines.

use rusqlite::Connection;

use super::{Engine, Row, Sheet, Value, postgres as pg, sqlite};
use crate::{Result, StoreError};

/// A transaction: every function of the store takes one.
pub struct Tx<'a> {
    pub(super) inner: Inner<'a>,
    /// PostgreSQL ended it in favour of another one: it may succeed if it is run again. On SQLite, a bulk
    /// insertion stopped half way.
    pub(super) lost: bool,
}

pub(super) enum Inner<'a> {
    Sqlite(&'a Connection),
    Postgres(pg::PgTx<'a>),
}

impl<'a> Tx<'a> {
    pub(super) fn new(inner: Inner<'a>) -> Tx<'a> {
        Tx { inner, lost: false }
    }

    pub(super) fn into_inner(self) -> Inner<'a> {
        self.inner
    }

    /// The engine that it runs on.
    pub fn engine(&self) -> Engine {
        match self.inner {
            Inner::Sqlite(_) => Engine::Sqlite,
            Inner::Postgres(_) => Engine::Postgres,
        }
    }

    /// Runs a statement; answers how many rows it touched.
    pub(crate) fn execute(&mut self, sql: &str, values: &[Value<'_>]) -> Result<u64> {
        let answer = match &mut self.inner {
            Inner::Sqlite(connection) => sqlite::execute(connection, sql, values),
            Inner::Postgres(tx) => tx.execute(sql, values),
        };
        self.noting_loss(answer)
    }

    /// Runs a query and hands over its rows one at a time.
    pub(crate) fn each(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        mut f: impl FnMut(&Row) -> Result<()>,
    ) -> Result<()> {
        let answer = match &mut self.inner {
            Inner::Sqlite(connection) => sqlite::each(connection, sql, values, &mut f),
            Inner::Postgres(tx) => tx.each(sql, values, &mut f),
        };
        self.noting_loss(answer)
    }

    /// Runs a query and reads each of its rows.
    pub(crate) fn query<T>(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        read: impl Fn(&Row) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut all = Vec::new();
        self.each(sql, values, |row| {
            all.push(read(row)?);
            Ok(())
        })?;
        Ok(all)
    }

    /// Runs a query and reads its first row, if any.
    pub(crate) fn first<T>(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        read: impl Fn(&Row) -> Result<T>,
    ) -> Result<Option<T>> {
        let mut first = None;
        self.each(sql, values, |row| {
            if first.is_none() {
                first = Some(read(row)?);
            }
            Ok(())
        })?;
        Ok(first)
    }

    /// Runs a query whose only row is one number.
    pub(crate) fn number(&mut self, sql: &str, values: &[Value<'_>]) -> Result<i64> {
        let number = self.first(sql, values, |row| row.columns().int())?;
        number.ok_or_else(|| StoreError::value("count", "no row"))
    }

    /// Runs several statements without parameters: migrations.
    pub(crate) fn script(&mut self, sql: &str) -> Result<()> {
        let answer = match &mut self.inner {
            Inner::Sqlite(connection) => connection.execute_batch(sql).map_err(StoreError::from),
            Inner::Postgres(tx) => tx.script(sql),
        };
        self.noting_loss(answer)
    }

    /// Adds many rows to a table: a prepared loop on SQLite, COPY on PostgreSQL.
    pub(crate) fn insert_rows<'v>(
        &mut self,
        table: &str,
        columns: &[&str],
        rows: impl Iterator<Item = Vec<Value<'v>>>,
    ) -> Result<()> {
        let answer = match &mut self.inner {
            Inner::Sqlite(connection) => sqlite::insert_rows(connection, table, columns, rows),
            Inner::Postgres(tx) => tx.insert_rows(table, columns, rows),
        };
        self.noting_loss(answer)
    }

    /// Adds the rows of a sheet to its table, in the same two ways.
    pub(crate) fn insert_sheet(&mut self, sheet: &Sheet) -> Result<()> {
        if sheet.is_empty() {
            return Ok(());
        }
        let answer = match &mut self.inner {
            Inner::Sqlite(connection) => sqlite::insert_sheet(connection, sheet),
            Inner::Postgres(tx) => tx.insert_sheet(sheet),
        };
        self.noting_loss(answer)
    }

    /// Lets the engine look at tables to which many rows came: PostgreSQL would take a minute to notice.
    pub(crate) fn look_again(&mut self, tables: &[&str]) -> Result<()> {
        if self.engine() == Engine::Postgres {
            self.script(&format!("ANALYZE {}", tables.join(", ")))?;
        }
        Ok(())
    }

    /// The names of the columns that a statement answers, and how many parameters it takes.
    pub(crate) fn describe(&mut self, sql: &str) -> Result<(Vec<String>, usize)> {
        match &mut self.inner {
            Inner::Sqlite(connection) => sqlite::describe(connection, sql),
            Inner::Postgres(tx) => tx.describe(sql),
        }
    }

    fn noting_loss<T>(&mut self, answer: Result<T>) -> Result<T> {
        if let Err(StoreError::Lost) = &answer {
            self.lost = true;
        }
        answer
    }
}
