//! SQLite: one writer, several readers, in WAL.

use std::path::{Path, PathBuf};

use rusqlite::types::Null;
use rusqlite::{CachedStatement, Connection, ErrorCode, OpenFlags, TransactionBehavior};

use super::pool::{PATIENCE, Pool};
use super::sheet::{Cell, Sheet};
use super::tx::Inner;
use super::{Row, Tx, Value};
use crate::{Result, StoreError};

const READERS: usize = 8;
/// Rows of accounts are long: larger pages hold more of them, and each costs its own bookkeeping.
const PAGE: u32 = 16_384;
/// More statements than the store has, so that none is ever prepared twice on a connection.
const CACHED_STATEMENTS: usize = 300;

/// Memory for pages of one connection, in KiB.
pub(super) const CACHE: i64 = 32_000;

/// An SQLite file.
pub(crate) struct Sqlite {
    pub(crate) path: PathBuf,
    writer: Pool<Connection>,
    readers: Pool<Connection>,
}

impl Sqlite {
    /// Opens the file, made on first use with the folder that holds it.
    pub(super) fn open(path: &Path) -> Result<Sqlite> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder)
                .map_err(|source| StoreError::Io { path: folder.to_owned(), source })?;
        }
        let (for_writer, for_readers) = (path.to_owned(), path.to_owned());
        Ok(Sqlite {
            path: path.to_owned(),
            writer: Pool::new(1, move || connect(&for_writer, false)),
            readers: Pool::new(READERS, move || connect(&for_readers, true)),
        })
    }

    pub(super) fn read<T, E: From<StoreError>>(
        &self,
        mut f: impl FnMut(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut connection = self.readers.take()?;
        let transaction = connection.transaction().map_err(StoreError::from)?;
        f(&mut Tx::new(Inner::Sqlite(&transaction)))
    }

    pub(super) fn write<T, E: From<StoreError>>(
        &self,
        mut f: impl FnMut(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut connection = self.writer.take()?;
        let transaction =
            connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
        let mut tx = Tx::new(Inner::Sqlite(&transaction));
        let answer = f(&mut tx)?;
        let is_half = tx.lost;
        drop(tx);
        if is_half {
            return Err(StoreError::Lost.into());
        }
        transaction.commit().map_err(StoreError::from)?;
        Ok(answer)
    }
}

/// Opens a connection with what every one of ours has set.
fn connect(path: &Path, read_only: bool) -> Result<Connection> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(|error| at(path, error))?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
    let file_is_writable = !connection.is_readonly("main")?;
    if file_is_writable {
        // Of a file that is being made: one that is there keeps its own.
        connection.pragma_update(None, "page_size", PAGE)?;
        connection.pragma_update(None, "journal_mode", "WAL").map_err(|error| at(path, error))?;
    }
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "cache_size", -CACHE)?;
    // The writer sorts whole indexes, which need not fit in memory.
    connection.pragma_update(None, "temp_store", if read_only { "MEMORY" } else { "FILE" })?;
    connection.pragma_update(None, "query_only", read_only)?;
    Ok(connection)
}

fn at(path: &Path, error: rusqlite::Error) -> StoreError {
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt | ErrorCode::CannotOpen) => {
            StoreError::Damaged { path: path.to_owned(), detail: error.to_string() }
        }
        _ => error.into(),
    }
}

/// SQLite numbers `$2` by its first appearance: the digits are read back from its name.
fn bind(statement: &mut CachedStatement<'_>, values: &[Value<'_>]) -> Result<()> {
    let count = statement.parameter_count();
    if count != values.len() {
        return Err(StoreError::Database(format!("{count} parameters, {} values", values.len())));
    }
    for place in 1..=count {
        let digits = statement.parameter_name(place).and_then(|name| name.get(1..)?.parse::<usize>().ok());
        let value = digits.and_then(|digits| values.get(digits.checked_sub(1)?));
        let value = value.ok_or_else(|| StoreError::Database(format!("parameter {place} has no value")))?;
        statement.raw_bind_parameter(place, value)?;
    }
    Ok(())
}

pub(super) fn execute(connection: &Connection, sql: &str, values: &[Value<'_>]) -> Result<u64> {
    let mut statement = connection.prepare_cached(sql)?;
    bind(&mut statement, values)?;
    Ok(statement.raw_execute()? as u64)
}

pub(super) fn each(
    connection: &Connection,
    sql: &str,
    values: &[Value<'_>],
    f: &mut dyn FnMut(&Row) -> Result<()>,
) -> Result<()> {
    let mut statement = connection.prepare_cached(sql)?;
    bind(&mut statement, values)?;
    let width = statement.column_count();
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next()? {
        f(&Row::of_sqlite(row, width)?)?;
    }
    Ok(())
}

pub(super) fn insert_rows<'v>(
    connection: &Connection,
    table: &str,
    columns: &[&str],
    rows: impl Iterator<Item = Vec<Value<'v>>>,
) -> Result<()> {
    let mut statement = connection.prepare_cached(&insertion(table, columns))?;
    for row in rows {
        for (index, value) in row.iter().enumerate() {
            statement.raw_bind_parameter(index + 1, value)?;
        }
        statement.raw_execute()?;
    }
    Ok(())
}

pub(super) fn insert_sheet(connection: &Connection, sheet: &Sheet) -> Result<()> {
    let mut statement = connection.prepare_cached(&insertion(sheet.table, &sheet.columns))?;
    let mut bound: Vec<Option<Cell<'_>>> = vec![None; sheet.columns.len()];
    sheet.each_row(|row| {
        for (place, (cell, bound)) in row.iter().zip(&mut bound).enumerate() {
            // A value stays bound until another takes its place: half of a row is what the one before had.
            if *bound == Some(*cell) {
                continue;
            }
            match cell {
                Cell::Null => statement.raw_bind_parameter(place + 1, Null)?,
                Cell::Int(int) => statement.raw_bind_parameter(place + 1, int)?,
                Cell::Text(text) => statement.raw_bind_parameter(place + 1, text)?,
            }
            *bound = Some(*cell);
        }
        statement.raw_execute()?;
        Ok(())
    })
}

fn insertion(table: &str, columns: &[&str]) -> String {
    let places = (1..=columns.len()).map(|n| format!("?{n}")).collect::<Vec<_>>().join(", ");
    format!("INSERT INTO {table} ({}) VALUES ({places})", columns.join(", "))
}

pub(super) fn describe(connection: &Connection, sql: &str) -> Result<(Vec<String>, usize)> {
    let statement = connection.prepare(sql)?;
    let names = statement.column_names().map(str::to_owned).collect();
    Ok((names, statement.parameter_count()))
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> StoreError {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Locked,
            Some(ErrorCode::ReadOnly) => StoreError::ReadOnly,
            Some(ErrorCode::DiskFull) => StoreError::Full,
            Some(ErrorCode::ConstraintViolation) => StoreError::conflict(error.to_string()),
            _ => StoreError::Database(error.to_string()),
        }
    }
}
