//! Many rows at once: what SQLite does faster when it is told that there will be many, and parts that are
//! made by another thread while the engine takes those before.

use std::sync::mpsc::sync_channel;
use std::thread;

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use super::Tx;
use super::sqlite::CACHE;
use super::tx::Inner;
use crate::Result;

/// Fewer rows are not worth the trouble.
const MANY: usize = 2_000;
/// Memory for pages meanwhile, in KiB.
const BULK_CACHE: i64 = 64_000;
/// How many parts may wait to be taken.
const WAITING: usize = 2;

const INDEXES: &str = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?1 AND sql IS NOT NULL \
    ORDER BY rowid";

impl Tx<'_> {
    /// Runs `f`, which adds about `rows` rows to these tables. On SQLite, where they are many beside what the
    /// tables hold, their indexes are taken down and made again at the end, sorted, in the same transaction.
    /// `f` hears whether the indexes are there.
    pub(crate) fn without_indexes<T>(
        &mut self,
        tables: &[&str],
        rows: usize,
        f: impl FnOnce(&mut Self, bool) -> Result<T>,
    ) -> Result<T> {
        let connection = match &self.inner {
            Inner::Sqlite(connection) if rows >= MANY => *connection,
            _ => return f(self, true),
        };
        let mut are_many = true;
        for table in tables {
            let twice = 2 * rows as i64;
            let held = format!("SELECT COUNT(*) FROM (SELECT 1 FROM {table} LIMIT ?1 + 1)");
            are_many &= connection.query_row(&held, [twice], |row| row.get::<_, i64>(0))? <= twice;
        }
        if !are_many {
            return f(self, true);
        }
        // What fails half way must never be kept: the transaction is refused at its end.
        self.lost = true;
        let mut indexes = Vec::new();
        for table in tables {
            indexes.extend(take_down(connection, table)?);
        }
        // Each index reads its table again, which stays in memory for it as far as this goes.
        connection.pragma_update(None, "cache_size", -BULK_CACHE)?;
        let answer = f(self, false).and_then(|answer| {
            indexes.iter().try_for_each(|index| connection.execute_batch(index))?;
            Ok(answer)
        });
        connection.pragma_update(None, "cache_size", -CACHE)?;
        let answer = answer?;
        self.lost = false;
        Ok(answer)
    }

    /// Runs `f`, which adds `rows` rows. On SQLite, where they are many, foreign keys are not looked up
    /// meanwhile: the caller has made sure of them.
    pub(crate) fn trusting<T>(&mut self, rows: usize, f: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        let trusted = match &self.inner {
            Inner::Sqlite(connection) if rows >= MANY => Some(Trusted::new(connection)?),
            _ => None,
        };
        let answer = f(self);
        drop(trusted);
        answer
    }
}

/// Drops the indexes of a table; answers the statements that make them.
fn take_down(connection: &Connection, table: &str) -> Result<Vec<String>> {
    let mut statement = connection.prepare_cached(INDEXES)?;
    let found = statement.query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let indexes = found.collect::<rusqlite::Result<Vec<(String, String)>>>()?;
    for (name, _) in &indexes {
        connection.execute_batch(&format!("DROP INDEX {name}"))?;
    }
    Ok(indexes.into_iter().map(|(_, sql)| sql).collect())
}

/// While it lives, foreign keys are not looked up.
struct Trusted<'c>(&'c Connection);

impl<'c> Trusted<'c> {
    fn new(connection: &'c Connection) -> Result<Trusted<'c>> {
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, false)?;
        Ok(Trusted(connection))
    }
}

impl Drop for Trusted<'_> {
    fn drop(&mut self) {
        // Setting a flag of an open connection cannot fail.
        let _ = self.0.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true);
    }
}

/// Hands over parts that another thread makes a little ahead, where there are many rows in all.
pub(crate) fn ahead<P: Send, T>(
    rows: usize,
    mut parts: impl Iterator<Item = P> + Send,
    take: impl FnOnce(&mut dyn Iterator<Item = P>) -> T,
) -> T {
    if rows < MANY {
        return take(&mut parts);
    }
    thread::scope(|scope| {
        let (sender, receiver) = sync_channel(WAITING);
        scope.spawn(move || parts.try_for_each(|part| sender.send(part)));
        take(&mut receiver.into_iter())
    })
}
