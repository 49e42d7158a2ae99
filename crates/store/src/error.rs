//! What can go wrong in the store.

use std::path::PathBuf;

/// The store's result.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// A failure, for the application to word.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody else held the database for longer than we wait (5 s). Trying again later may succeed.
    #[error("the database is locked")]
    Locked,
    /// The database was written by a newer Filon: nothing was changed.
    #[error("the database has schema {found}, this program knows {known}")]
    Newer { found: i64, known: i64 },
    /// The database holds tables, and none of Filon's: nothing was changed.
    #[error("the database belongs to another program")]
    Foreign,
    /// A migration that was applied to this database is not the one that this program knows.
    #[error("migration {number} was applied with another text")]
    Altered { number: i64 },
    /// The thing that was named is not there.
    #[error("{what} not found: {key}")]
    NotFound { what: &'static str, key: String },
    /// A rule of the data refuses it: a name already taken, a target frozen twice.
    #[error("conflict: {what}")]
    Conflict { what: String },
    /// The address of the database could not be read.
    #[error("not a database address: {0}")]
    Address(String),
    /// The database can be read, not written: a read-only disk or file.
    #[error("the database is read-only")]
    ReadOnly,
    /// The disk is full. Nothing of the transaction was kept.
    #[error("no space left for the database")]
    Full,
    /// The file is not a database, or is damaged.
    #[error("{path}: {detail}")]
    Damaged { path: PathBuf, detail: String },
    /// A stored value is not what its column promises.
    #[error("unreadable {what}: {value}")]
    Value { what: &'static str, value: String },
    #[error("{path}: {source}")]
    Io { path: PathBuf, source: std::io::Error },
    /// The server of the database does not answer.
    #[error("the database does not answer: {0}")]
    Unreachable(String),
    /// PostgreSQL gave way to another transaction; `Db::write` runs it again.
    #[error("the transaction met another one")]
    Lost,
    /// What the engine said, where none of the above fits.
    #[error("database: {0}")]
    Database(String),
}

impl StoreError {
    /// Something named was not there.
    pub fn not_found(what: &'static str, key: impl Into<String>) -> StoreError {
        StoreError::NotFound { what, key: key.into() }
    }

    pub(crate) fn conflict(what: impl Into<String>) -> StoreError {
        StoreError::Conflict { what: what.into() }
    }

    pub(crate) fn value(what: &'static str, value: impl Into<String>) -> StoreError {
        StoreError::Value { what, value: value.into() }
    }
}
