//! A verified copy of everything, and back.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use filon_store::backup::{self as store, TableCopy};
use filon_store::{Db, Engine};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::fail::worded;
use crate::{Actor, App, AppError, Result, hex};

/// The backup that was made, and what was read back from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BackupAnswer {
    pub file: String,
    pub bytes: u64,
    pub accounts: u64,
    pub events: u64,
    pub sha256: String,
}

/// Writes a backup and verifies it by reading it back.
pub fn backup(app: &App, actor: &Actor, path: &Path) -> Result<BackupAnswer> {
    let made = store::to_file(app.db(), path).map_err(|error| worded(&error, actor.language))?;
    answer(actor, path, &made)
}

/// Makes a base from a backup, which is checked first; a bad one changes nothing.
pub fn restore(url: &str, actor: &Actor, path: &Path) -> Result<BackupAnswer> {
    let made = store::restore(path, url).map_err(|error| worded(&error, actor.language))?;
    answer(actor, path, &made)
}

/// Moves everything from one base to another, empty one, of either engine.
pub fn copy(from: &App, actor: &Actor, to: &str) -> Result<BackupAnswer> {
    let target = Db::open(to).map_err(|error| worded(&error, actor.language))?;
    let tables = store::copy(from.db(), &target).map_err(|error| worded(&error, actor.language))?;
    let file = match target.engine() {
        Engine::Sqlite => to.to_owned(),
        // The address may hold a password.
        Engine::Postgres => "postgres".to_owned(),
    };
    let hashes: String = tables.iter().map(|table| table.hash.as_str()).collect();
    Ok(BackupAnswer {
        file,
        bytes: 0,
        accounts: rows(&tables, "accounts"),
        events: rows(&tables, "events"),
        sha256: hex(&Sha256::digest(hashes)),
    })
}

fn answer(actor: &Actor, path: &Path, made: &store::Backup) -> Result<BackupAnswer> {
    Ok(BackupAnswer {
        file: path.display().to_string(),
        bytes: made.bytes,
        accounts: rows(&made.tables, "accounts"),
        events: rows(&made.tables, "events"),
        sha256: digest(path).map_err(|error| AppError::file(actor.language, path, &error))?,
    })
}

fn rows(tables: &[TableCopy], name: &str) -> u64 {
    tables.iter().find(|table| table.table == name).map_or(0, |table| crate::unsigned(table.rows))
}

fn digest(path: &Path) -> std::io::Result<String> {
    let mut file = File::open(path)?;
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok(hex(&hasher.finalize()));
        }
        hasher.update(&buffer[..read]);
    }
}
