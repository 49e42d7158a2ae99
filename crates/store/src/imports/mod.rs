//! Import batches, and taking one back.

mod undo;

use filon_core::text::fold;
use filon_core::{Id, Moment};
use serde_json::Value as Json;

pub use undo::{Undone, undo};

use crate::db::{Row, Value, statements, values};
use crate::{Result, StoreError, Tx};

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

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, file_name, actor, row_count, created, merged, skipped, options, rejected, created_at, \
             undone_at FROM batches ",
            $rest
        )
    };
}

statements! {
    INSERT = "INSERT INTO batches (id, file_name, file_key, actor, row_count, created, merged, skipped, \
        options, rejected, created_at, undone_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    UPDATE = "UPDATE batches SET file_name = $2, file_key = $3, actor = $4, row_count = $5, created = $6, \
        merged = $7, skipped = $8, options = $9, rejected = $10, created_at = $11, undone_at = $12 \
        WHERE id = $1";
    LIST = select!("ORDER BY id DESC");
    GET = select!("WHERE id = $1");
}

/// Records a batch; call it before the accounts that name it.
pub fn insert(tx: &mut Tx<'_>, batch: &Batch) -> Result<()> {
    tx.execute(INSERT, &written(batch)).map(|_| ())
}

/// Rewrites a batch, once its counts are known.
pub fn update(tx: &mut Tx<'_>, batch: &Batch) -> Result<()> {
    match tx.execute(UPDATE, &written(batch))? {
        0 => Err(StoreError::not_found("import", batch.id)),
        _ => Ok(()),
    }
}

fn written(batch: &Batch) -> [Value<'_>; 12] {
    [
        batch.id.into(),
        Value::from(&batch.file_name),
        fold(&batch.file_name).into(),
        batch.by.into(),
        batch.rows.into(),
        batch.created.into(),
        batch.merged.into(),
        batch.skipped.into(),
        batch.options.to_string().into(),
        batch.rejected.to_string().into(),
        batch.created_at.into(),
        batch.undone_at.into(),
    ]
}

/// Every batch, newest first.
pub fn list(tx: &mut Tx<'_>) -> Result<Vec<Batch>> {
    tx.query(LIST, &[], read)
}

/// The batch, where it is there.
pub fn get(tx: &mut Tx<'_>, id: Id) -> Result<Option<Batch>> {
    tx.first(GET, values![id], read)
}

fn read(row: &Row) -> Result<Batch> {
    let mut columns = row.columns();
    Ok(Batch {
        id: columns.id()?,
        file_name: columns.string()?,
        by: columns.opt_id()?,
        rows: columns.int()?,
        created: columns.int()?,
        merged: columns.int()?,
        skipped: columns.int()?,
        options: columns.json()?,
        rejected: columns.json()?,
        created_at: columns.moment()?,
        undone_at: columns.opt_moment()?,
    })
}

/// The statements of imports, for the test that prepares every one.
pub(crate) const ALL_STATEMENTS: &[&[(&str, &str)]] = &[STATEMENTS, undo::STATEMENTS];
