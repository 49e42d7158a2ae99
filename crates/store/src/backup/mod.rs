//! Backups, restoring and moving between engines.

mod copy;
mod file;
mod tables;

use std::path::Path;

pub use copy::{TableCopy, copy};
pub(crate) use file::copy_sqlite;
pub(crate) use tables::TABLES;

use crate::check::Difference;
use crate::db::is_postgres;
use crate::{Db, Result, StoreError, check};

/// A verified backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    pub tables: Vec<TableCopy>,
    pub bytes: u64,
    /// What `check` finds in it: a backup keeps the data as they are, and says so.
    pub differences: Vec<Difference>,
}

/// Writes the database into one SQLite file, whichever engine keeps it, while others go on working. The
/// file takes its name once it has been read back whole: pages, tables and what is derived.
pub fn to_file(db: &Db, file: &Path) -> Result<Backup> {
    let draft = file::beside(file, ".part");
    file::remove(&draft)?;
    match db.path() {
        Some(path) => file::copy_sqlite(path, &draft)?,
        None => copy_out(db, &draft)?,
    }
    let backup = verify(&draft)?;
    file::put_in_place(&draft, file)?;
    Ok(backup)
}

fn copy_out(db: &Db, draft: &Path) -> Result<()> {
    let target = Db::open(&text(draft)?)?;
    copy(db, &target)?;
    drop(target);
    file::settle(draft)
}

/// Brings a backup back to `url`: an SQLite path is replaced whole (nobody else may have it open), a
/// PostgreSQL database must be empty. The backup is checked first; a bad one changes nothing. A file that
/// is replaced stays beside as `….before-restore`.
pub fn restore(backup: &Path, url: &str) -> Result<Backup> {
    file::verify_sqlite(backup)?;
    if is_postgres(url) {
        // Read from a copy: opening may bring an old backup's schema up to date.
        let draft =
            file::beside(&std::env::temp_dir().join(std::process::id().to_string()), ".filon-restore");
        file::copy_sqlite(backup, &draft)?;
        let answer = restore_postgres(&draft, url);
        file::remove(&draft)?;
        return answer;
    }
    let target = Path::new(url);
    let draft = file::beside(target, ".restore");
    file::copy_sqlite(backup, &draft)?;
    let verified = verify(&draft).inspect_err(|_| {
        let _ = file::remove(&draft);
    })?;
    file::set_aside(target)?;
    file::put_in_place(&draft, target)?;
    Ok(verified)
}

fn restore_postgres(draft: &Path, url: &str) -> Result<Backup> {
    let verified = verify(draft)?;
    copy(&Db::open(&text(draft)?)?, &Db::open(url)?)?;
    Ok(verified)
}

/// Reads a backup whole, after bringing its schema up to date.
fn verify(file: &Path) -> Result<Backup> {
    file::verify_sqlite(file)?;
    let (tables, differences) = {
        let db = Db::open(&text(file)?)?;
        db.read(|tx| Ok::<_, StoreError>((copy::hashes(tx)?, check::run(tx)?)))?
    };
    file::settle(file)?;
    let bytes =
        std::fs::metadata(file).map_err(|source| StoreError::Io { path: file.to_owned(), source })?.len();
    Ok(Backup { tables, bytes, differences })
}

fn text(path: &Path) -> Result<String> {
    let text = path.to_str().ok_or_else(|| StoreError::Address(path.display().to_string()))?;
    Ok(text.to_owned())
}
