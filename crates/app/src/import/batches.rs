//! The batches that were brought in, and taking one back.

use filon_core::{Id, Moment};

use crate::{Actor, App, Result};

/// One file that was brought in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    pub id: Id,
    pub file: String,
    pub source: String,
    pub rows: u64,
    pub created: u64,
    pub merged: u64,
    pub skipped: u64,
    pub rejected: u64,
    pub imported_at: Moment,
    pub undone_at: Option<Moment>,
}

/// What taking a batch back did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    pub removed: u64,
    /// Accounts that were worked on since: they stay.
    pub kept: Vec<KeptAccount>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptAccount {
    pub id: Id,
    pub name: String,
    pub reason: String,
}

/// The batches, last first.
pub fn batches(_app: &App, _actor: &Actor) -> Result<Vec<Batch>> {
    crate::error::pending()
}

/// Takes a batch back: the accounts that it made go, those worked on since stay and are listed.
pub fn undo(_app: &App, _actor: &Actor, _batch: Id) -> Result<Undone> {
    crate::error::pending()
}
