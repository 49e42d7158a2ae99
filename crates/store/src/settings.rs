//! Settings: one JSON value under each key.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::db::{statements, values};
use crate::{Result, Tx};

statements! {
    GET = "SELECT value FROM settings WHERE key = $1";
    ALL = "SELECT key, value FROM settings ORDER BY key";
    SET = "INSERT INTO settings (key, value) VALUES ($1, $2) \
        ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    DELETE = "DELETE FROM settings WHERE key = $1";
}

/// The value under a key.
pub fn get(tx: &mut Tx<'_>, key: &str) -> Result<Option<Json>> {
    tx.first(GET, values![key], |row| row.columns().json())
}

/// Puts a value under a key.
pub fn set(tx: &mut Tx<'_>, key: &str, value: &Json) -> Result<()> {
    tx.execute(SET, values![key, value.to_string()]).map(|_| ())
}

/// Takes the value away, so that the default counts again.
pub fn delete(tx: &mut Tx<'_>, key: &str) -> Result<()> {
    tx.execute(DELETE, values![key]).map(|_| ())
}

/// Every setting.
pub fn all(tx: &mut Tx<'_>) -> Result<BTreeMap<String, Json>> {
    let all = tx.query(ALL, &[], |row| {
        let mut columns = row.columns();
        Ok((columns.string()?, columns.json()?))
    })?;
    Ok(all.into_iter().collect())
}
