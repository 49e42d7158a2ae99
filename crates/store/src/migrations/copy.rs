//! The copy that is taken of a populated SQLite file before its schema changes.

use std::path::{Path, PathBuf};

use crate::Result;

/// Copies the file beside itself and reads the copy back before anything is changed. The copy takes its
/// name only once it is whole, so that a killed program leaves no copy that looks good.
pub(super) fn before_migrating(path: &Path, number: i64) -> Result<PathBuf> {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".before-{number:04}"));
    let copy = PathBuf::from(name);
    crate::backup::copy_sqlite(path, &copy)?;
    Ok(copy)
}
