//! The batches that were brought in, and taking one back.

use filon_core::{Id, Moment};
use filon_store::{accounts, imports};

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
    /// Persons that it had added to accounts of before.
    pub persons: u64,
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
pub fn batches(app: &App, actor: &Actor) -> Result<Vec<Batch>> {
    let batches = app.read(actor, |tx| Ok(imports::list(tx)?))?;
    Ok(batches.into_iter().map(shown).collect())
}

/// Takes a batch back: the accounts that it made go, those worked on since stay and are listed.
pub fn undo(app: &App, actor: &Actor, batch: Id) -> Result<Undone> {
    let now = app.now();
    app.write(actor, |tx| {
        let undone = imports::undo(tx, batch, now, actor.user, &mut app.id_source())?;
        let kept = accounts::many(tx, &undone.kept)?;
        let reason = actor.words().import.kept_worked_on;
        let kept = kept.into_iter().map(|record| KeptAccount {
            id: record.account.id,
            name: record.account.name,
            reason: reason.to_owned(),
        });
        Ok(Undone { removed: count(undone.removed), persons: count(undone.persons), kept: kept.collect() })
    })
}

fn shown(batch: imports::Batch) -> Batch {
    let source = batch.options.get("source").and_then(|source| source.as_str()).unwrap_or(&batch.file_name);
    Batch {
        id: batch.id,
        source: source.to_owned(),
        rows: count(batch.rows),
        created: count(batch.created),
        merged: count(batch.merged),
        skipped: count(batch.skipped),
        rejected: batch.rejected.as_array().map_or(0, |rows| rows.len() as u64),
        imported_at: batch.created_at,
        undone_at: batch.undone_at,
        file: batch.file_name,
    }
}

fn count(count: i64) -> u64 {
    u64::try_from(count).unwrap_or(0)
}
