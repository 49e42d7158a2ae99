//! Backups, restoring and moving between engines.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::check::Difference;
use rusqlite::{Connection, OpenFlags};

use crate::{Db, Result, StoreError};

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

/// Copies an SQLite file through its engine while others use it. The copy is made under another name,
/// checked, put on the disk, and only then renamed.
pub(crate) fn copy_sqlite(from: &Path, to: &Path) -> Result<()> {
    let draft = beside(to, ".part");
    let _ = std::fs::remove_file(&draft);
    {
        let source = Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let mut target = Connection::open(&draft)?;
        let backup = rusqlite::backup::Backup::new(&source, &mut target)?;
        // All pages in one step: a copy made by parts starts again whenever somebody writes.
        backup.run_to_completion(-1, Duration::from_millis(10), None)?;
        drop(backup);
        target.pragma_update(None, "journal_mode", "DELETE")?;
    }
    verify_sqlite(&draft)?;
    put_in_place(&draft, to)
}

/// Whether every page of an SQLite file is sound.
pub(crate) fn verify_sqlite(path: &Path) -> Result<()> {
    let damaged = |detail: String| StoreError::Damaged { path: path.to_owned(), detail };
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)
        .map_err(|error| damaged(error.to_string()))?;
    let answer = connection
        .query_row("PRAGMA integrity_check(1)", [], |row| row.get::<_, String>(0))
        .map_err(|error| damaged(error.to_string()))?;
    match answer.as_str() {
        "ok" => Ok(()),
        _ => Err(damaged(answer)),
    }
}

/// Renames a finished file over its final name, once its bytes are on the disk.
fn put_in_place(draft: &Path, to: &Path) -> Result<()> {
    let io = |path: &Path| {
        let path = path.to_owned();
        move |source| StoreError::Io { path, source }
    };
    std::fs::File::open(draft).and_then(|file| file.sync_all()).map_err(io(draft))?;
    std::fs::rename(draft, to).map_err(io(to))?;
    if let Some(folder) = to.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        // A folder that cannot be synced (some network disks) is no reason to call the copy failed.
        let _ = std::fs::File::open(folder).and_then(|folder| folder.sync_all());
    }
    Ok(())
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
