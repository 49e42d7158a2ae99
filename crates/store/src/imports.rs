//! Import batches, and taking one back.

use filon_core::{Id, IdSource, Moment};
use serde_json::Value as Json;

use crate::{Result, Tx};

/// One imported file.
#[derive(Debug, Clone, PartialEq)]
pub struct Batch {
    pub id: Id,
    pub file_name: String,
    /// Who imported it.
    pub by: Option<Id>,
    pub rows: i64,
    pub created: i64,
    pub merged: i64,
    pub skipped: i64,
    /// Options, format, encoding, mapping: whatever the application wants to show again.
    pub options: Json,
    /// The rejected rows, as in the answer of `import`.
    pub rejected: Json,
    pub created_at: Moment,
    pub undone_at: Option<Moment>,
}

/// What an undo did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Undone {
    /// How many accounts were taken back.
    pub removed: i64,
    /// How many persons, added by it to accounts that were there before, were taken back.
    pub persons: i64,
    /// Accounts of the batch that were edited, contacted or merged since: kept.
    pub kept: Vec<Id>,
}

/// Records a batch; call it before the accounts that name it.
pub fn insert(tx: &mut Tx<'_>, batch: &Batch) -> Result<()> {
    todo!()
}

/// Every batch, newest first.
pub fn list(tx: &mut Tx<'_>) -> Result<Vec<Batch>> {
    todo!()
}

pub fn get(tx: &mut Tx<'_>, id: Id) -> Result<Option<Batch>> {
    todo!()
}

/// Takes a batch back: its accounts go, except those that were edited or contacted since. Undoing
/// twice is a conflict. Journal lines that it wrote are voided with `ids`, never deleted.
pub fn undo(tx: &mut Tx<'_>, id: Id, at: Moment, by: Option<Id>, ids: &mut IdSource) -> Result<Undone> {
    todo!()
}
