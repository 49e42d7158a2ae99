//! Backups, restoring and moving between engines.

use std::path::Path;

use crate::check::Difference;
use crate::{Db, Result};

/// What was copied of one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableCopy {
    pub table: &'static str,
    pub rows: i64,
    /// SHA-256 of its rows in the order of their key, equal on both sides.
    pub hash: String,
}

/// A verified backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    pub tables: Vec<TableCopy>,
    pub bytes: u64,
}

/// Writes the database into one SQLite file, whichever engine keeps it, while others go on working. The
/// file takes its name once it has been read back, checked and found equal.
pub fn to_file(db: &Db, file: &Path) -> Result<Backup> {
    todo!()
}

/// Brings a backup back to `url`: an SQLite path is replaced whole (nobody else may have it open), a
/// PostgreSQL database must be empty. The backup is checked first; a bad one changes nothing.
pub fn restore(file: &Path, url: &str) -> Result<Backup> {
    todo!()
}

/// Copies everything into an empty database of either engine, table by table, and compares hashes.
pub fn copy(from: &Db, to: &Db) -> Result<Vec<TableCopy>> {
    todo!()
}
