//! Suppressions: who must not be contacted, kept as hashes so that they outlive erasure and re-import.

use std::collections::HashMap;

use filon_core::{Channel, Moment};

use crate::db::{Row, Value, statements, values};
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

statements! {
    ADD = "INSERT INTO suppressions (key, channel, since) VALUES ($1, $2, $3) \
        ON CONFLICT (key, channel) DO NOTHING";
    OF = "SELECT key, channel, since FROM suppressions WHERE key IN ($list) ORDER BY key, channel";
    ALL = "SELECT key, channel, since FROM suppressions ORDER BY key, channel";
    REMOVE = "DELETE FROM suppressions WHERE key = $1 AND channel = $2";
    COUNT = "SELECT COUNT(*) FROM suppressions";
}

/// Adds suppressions; one that is there keeps its first moment.
pub fn add(tx: &mut Tx<'_>, suppressions: &[Suppression]) -> Result<()> {
    for Suppression { key, channel, since } in suppressions {
        tx.execute(ADD, values![key, word(*channel), *since])?;
    }
    Ok(())
}

/// The suppressions of these keys, by key.
pub fn of(tx: &mut Tx<'_>, keys: &[&str]) -> Result<HashMap<String, Vec<Suppression>>> {
    let mut found: HashMap<String, Vec<Suppression>> = HashMap::new();
    let mut distinct = keys.to_vec();
    distinct.sort_unstable();
    distinct.dedup();
    tx.each_of(OF, distinct.into_iter().map(Value::from), |row| {
        let line = read(row)?;
        found.entry(line.key.clone()).or_default().push(line);
        Ok(())
    })?;
    Ok(found)
}

/// Every suppression, by key.
pub fn all(tx: &mut Tx<'_>) -> Result<HashMap<String, Vec<Suppression>>> {
    let mut found: HashMap<String, Vec<Suppression>> = HashMap::new();
    for line in tx.query(ALL, &[], read)? {
        found.entry(line.key.clone()).or_default().push(line);
    }
    Ok(found)
}

fn read(row: &Row) -> Result<Suppression> {
    let mut columns = row.columns();
    let key = columns.string()?;
    let channel = match columns.str()? {
        "" => None,
        code => Some(Channel::from_code(code).ok_or_else(|| crate::StoreError::value("channel", code))?),
    };
    Ok(Suppression { key, channel, since: columns.moment()? })
}

/// Takes one back: a named right of the application, never an import.
pub fn remove(tx: &mut Tx<'_>, key: &str, channel: Option<Channel>) -> Result<()> {
    tx.execute(REMOVE, values![key, word(channel)]).map(|_| ())
}

/// How many there are.
pub fn count(tx: &mut Tx<'_>) -> Result<i64> {
    tx.number(COUNT, &[])
}

/// Every channel is an empty word: a key may not hold NULL.
fn word(channel: Option<Channel>) -> &'static str {
    channel.map_or("", |channel| channel.code())
}
