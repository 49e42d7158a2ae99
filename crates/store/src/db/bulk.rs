//! Many rows at once: what SQLite does faster when it is told that there will be many, and rows that are
//! computed by another thread while the engine takes those before.

use std::sync::mpsc::sync_channel;
use std::thread;

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use super::tx::Inner;
use super::{Tx, Value};
use crate::Result;

/// Fewer rows are not worth the trouble.
const MANY: usize = 2_000;
/// Rows that cross from one thread to the other together, and how many such parts may wait.
const PART: usize = 256;
const WAITING: usize = 4;

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
            let last = format!("SELECT COALESCE(MAX(rowid), 0) FROM {table}");
            are_many &= connection.query_row(&last, [], |row| row.get::<_, i64>(0))? / 2 <= rows as i64;
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
        let answer = f(self, false)?;
        for index in indexes {
            connection.execute_batch(&index)?;
        }
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

/// Hands over rows that another thread computes a little ahead.
pub(crate) fn ahead<'v, T>(
    mut rows: impl ExactSizeIterator<Item = Vec<Value<'v>>> + Send,
    take: impl FnOnce(&mut dyn Iterator<Item = Vec<Value<'v>>>) -> T,
) -> T {
    if rows.len() < MANY {
        return take(&mut rows);
    }
    thread::scope(|scope| {
        let (sender, receiver) = sync_channel::<Vec<Vec<Value<'v>>>>(WAITING);
        scope.spawn(move || {
            loop {
                let part: Vec<_> = rows.by_ref().take(PART).collect();
                if part.is_empty() || sender.send(part).is_err() {
                    break;
                }
            }
        });
        take(&mut receiver.into_iter().flatten())
    })
}
