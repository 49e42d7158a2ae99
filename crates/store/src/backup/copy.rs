//! One copier for every table and both engines.

use sha2::{Digest, Sha256};

use super::TABLES;
use super::tables::Table;
use crate::db::{Row, Value};
use crate::migrations::hex;
use crate::{Db, Result, StoreError, Tx};

/// How many rows are on their way at a time.
const PART: usize = 1_000;

/// What was copied of one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableCopy {
    pub table: &'static str,
    pub rows: i64,
    /// SHA-256 of its rows in the order of their key, equal on both sides.
    pub hash: String,
}

/// Copies everything into an empty database of either engine, table by table, and reads it back to
/// compare hashes. All of it is copied, as it stood at one moment, or nothing.
pub fn copy(from: &Db, to: &Db) -> Result<Vec<TableCopy>> {
    from.read(|source| {
        to.write(|target| {
            refuse_filled(target)?;
            TABLES.iter().map(|table| copy_table(source, target, table)).collect()
        })
    })
}

/// The rows and hash of every table.
pub(super) fn hashes(tx: &mut Tx<'_>) -> Result<Vec<TableCopy>> {
    TABLES.iter().map(|table| hash_table(tx, table)).collect()
}

fn refuse_filled(target: &mut Tx<'_>) -> Result<()> {
    for table in TABLES {
        if target.number(&table.count(), &[])? > 0 {
            return Err(StoreError::conflict(format!("the target is not empty: {}", table.name)));
        }
    }
    Ok(())
}

fn copy_table(source: &mut Tx<'_>, target: &mut Tx<'_>, table: &Table) -> Result<TableCopy> {
    let (columns, _) = source.describe(&table.select())?;
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let mut sum = Sum::new(table.name);
    let mut part: Vec<Vec<Value<'static>>> = Vec::with_capacity(PART);
    source.each(&table.select(), &[], |row| {
        sum.add(row);
        part.push(row.values(0, columns.len()));
        if part.len() == PART {
            target.insert_rows(table.name, &columns, part.drain(..))?;
        }
        Ok(())
    })?;
    target.insert_rows(table.name, &columns, part.into_iter())?;
    let (sent, arrived) = (sum.finish(), hash_table(target, table)?);
    if sent != arrived {
        return Err(StoreError::Database(format!("table {} arrived changed", table.name)));
    }
    Ok(sent)
}

fn hash_table(tx: &mut Tx<'_>, table: &Table) -> Result<TableCopy> {
    let mut sum = Sum::new(table.name);
    tx.each(&table.select(), &[], |row| {
        sum.add(row);
        Ok(())
    })?;
    Ok(sum.finish())
}

/// The running hash of a table.
struct Sum {
    table: &'static str,
    rows: i64,
    hash: Sha256,
}

impl Sum {
    fn new(table: &'static str) -> Sum {
        Sum { table, rows: 0, hash: Sha256::new() }
    }

    /// Each value with its kind and length, so that no two rows are written alike.
    fn add(&mut self, row: &Row) {
        self.rows += 1;
        for value in &row.0 {
            match value {
                Value::Null => self.field(b'n', &[]),
                Value::Int(int) => self.field(b'i', &int.to_le_bytes()),
                Value::Real(real) => self.field(b'r', &real.to_bits().to_le_bytes()),
                Value::Text(text) => self.field(b't', text.as_bytes()),
                Value::Blob(bytes) => self.field(b'b', bytes),
            }
        }
    }

    fn field(&mut self, kind: u8, bytes: &[u8]) {
        self.hash.update([kind]);
        self.hash.update((bytes.len() as u64).to_le_bytes());
        self.hash.update(bytes);
    }

    fn finish(self) -> TableCopy {
        TableCopy { table: self.table, rows: self.rows, hash: hex(&self.hash.finalize()) }
    }
}
