//! Suppressions: who must not be contacted, kept as hashes so that they outlive erasure and re-import.

use std::collections::HashMap;

use filon_core::{Channel, Moment};

use crate::{Result, Tx};

/// One suppression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppression {
    /// Keyed hash of an e-mail, telephone or postal key, made by the application.
    pub key: String,
    /// `None` is every channel.
    pub channel: Option<Channel>,
    pub since: Moment,
}

/// Adds suppressions; one that is there keeps its first moment.
pub fn add(tx: &mut Tx<'_>, suppressions: &[Suppression]) -> Result<()> {
    todo!()
}

/// The suppressions of these keys, by key.
pub fn of(tx: &mut Tx<'_>, keys: &[&str]) -> Result<HashMap<String, Vec<Suppression>>> {
    todo!()
}

/// Takes one back: a named right of the application, never an import.
pub fn remove(tx: &mut Tx<'_>, key: &str, channel: Option<Channel>) -> Result<()> {
    todo!()
}

pub fn count(tx: &mut Tx<'_>) -> Result<i64> {
    todo!()
}
