//! SQLite files: copied through their engine, checked, and put under their final name in one step.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::{Result, StoreError};

/// Copies an SQLite file through its engine while others use it. The copy is made under another name,
/// checked, put on the disk, and only then renamed.
pub(crate) fn copy_sqlite(from: &Path, to: &Path) -> Result<()> {
    let draft = beside(to, ".copying");
    remove(&draft)?;
    {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let source = Connection::open_with_flags(from, flags)?;
        source.busy_timeout(Duration::from_secs(5))?;
        let mut target = Connection::open(&draft)?;
        let backup = rusqlite::backup::Backup::new(&source, &mut target)?;
        // All pages in one step: a copy made by parts starts again whenever somebody writes.
        backup.run_to_completion(i32::MAX, Duration::from_millis(10), None)?;
    }
    settle(&draft)?;
    verify_sqlite(&draft)?;
    put_in_place(&draft, to)
}

/// Leaves an SQLite file that nobody has open as one file, without a write-ahead log beside it.
pub(super) fn settle(path: &Path) -> Result<()> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    let mode: String = connection.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
    match mode.as_str() {
        "delete" => Ok(()),
        _ => Err(StoreError::Locked),
    }
}

/// Whether every page of an SQLite file is sound.
pub(super) fn verify_sqlite(path: &Path) -> Result<()> {
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

/// Keeps the file that is about to be replaced under another name. Fails where somebody has it open.
pub(super) fn set_aside(target: &Path) -> Result<()> {
    if !target.exists() {
        return Ok(());
    }
    // A file that is not a database is set aside as it is.
    match settle(target) {
        Ok(()) => {}
        Err(StoreError::Database(_) | StoreError::Damaged { .. }) => {}
        Err(error) => return Err(error),
    }
    let kept = beside(target, ".before-restore");
    remove(&kept)?;
    std::fs::hard_link(target, &kept).or_else(|_| std::fs::copy(target, &kept).map(|_| ())).map_err(io(&kept))
}

/// Renames a finished file over its final name, once its bytes are on the disk.
pub(super) fn put_in_place(draft: &Path, to: &Path) -> Result<()> {
    std::fs::File::open(draft).and_then(|file| file.sync_all()).map_err(io(draft))?;
    std::fs::rename(draft, to).map_err(io(to))?;
    if let Some(folder) = to.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        // A folder that cannot be synced (some network disks) is no reason to call the copy failed.
        let _ = std::fs::File::open(folder).and_then(|folder| folder.sync_all());
    }
    Ok(())
}

/// Removes a file where there is one.
pub(super) fn remove(path: &Path) -> Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(io(path)(error)),
        _ => Ok(()),
    }
}

/// The same path with something behind it.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn io(path: &Path) -> impl Fn(std::io::Error) -> StoreError {
    let path = path.to_owned();
    move |source| StoreError::Io { path: path.clone(), source }
}
