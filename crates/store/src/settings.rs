//! Settings: one JSON value under each key.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::{Result, Tx};

pub fn get(tx: &mut Tx<'_>, key: &str) -> Result<Option<Json>> {
    todo!()
}

pub fn set(tx: &mut Tx<'_>, key: &str, value: &Json) -> Result<()> {
    todo!()
}

pub fn delete(tx: &mut Tx<'_>, key: &str) -> Result<()> {
    todo!()
}

pub fn all(tx: &mut Tx<'_>) -> Result<BTreeMap<String, Json>> {
    todo!()
}
