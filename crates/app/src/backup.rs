//! A verified copy of everything, and back.

use std::path::Path;

use serde::Serialize;

use crate::{Actor, App, Result};

/// The backup that was made, and what was read back from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BackupAnswer {
    pub file: String,
    pub bytes: u64,
    pub accounts: u64,
    pub events: u64,
    pub sha256: String,
}

/// Writes a backup and verifies it by restoring it.
pub fn backup(_app: &App, _actor: &Actor, _path: &Path) -> Result<BackupAnswer> {
    crate::error::pending()
}

/// Makes a base from a backup; a base that holds something is not overwritten.
pub fn restore(_url: &str, _actor: &Actor, _path: &Path) -> Result<BackupAnswer> {
    crate::error::pending()
}

/// Moves everything from one base to another, empty one.
pub fn copy(_from: &App, _actor: &Actor, _to: &str) -> Result<BackupAnswer> {
    crate::error::pending()
}
