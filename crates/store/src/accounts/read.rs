//! Reading accounts whole.

use std::collections::HashMap;

use filon_core::Id;

use super::columns::{account_columns, read};
use super::{AccountRecord, detail};
use crate::db::{Value, statements};
use crate::{Result, Tx};

/// How many accounts `each` holds in memory at a time.
const PART: usize = 200;

statements! {
    MANY = concat!("SELECT ", account_columns!(), " FROM accounts a WHERE a.id IN ($list) \
        AND a.retired_at IS NULL");
    MERGED_INTO = "SELECT merged_into FROM accounts WHERE id = $1 AND merged_into IS NOT NULL";
}

/// The account, unless it is not there, was merged into another or taken back with its import.
pub fn get(tx: &mut Tx<'_>, id: Id) -> Result<Option<AccountRecord>> {
    Ok(many(tx, &[id])?.pop())
}

/// The accounts of these ids that are there, in the order of `ids`.
pub fn many(tx: &mut Tx<'_>, ids: &[Id]) -> Result<Vec<AccountRecord>> {
    let mut found = Vec::with_capacity(ids.len());
    tx.each_of(MANY, ids.iter().map(|id| Value::from(*id)), |row| {
        let (account, standing) = read(&mut row.columns())?;
        found.push(AccountRecord { account, persons: Vec::new(), standing });
        Ok(())
    })?;
    let places: HashMap<Id, usize> = ids.iter().enumerate().map(|(place, id)| (*id, place)).collect();
    found.sort_by_key(|record| places.get(&record.account.id).copied());
    found.dedup_by_key(|record| record.account.id);
    detail::complete(tx, &mut found)?;
    Ok(found)
}

/// The account into which `id` was merged.
pub fn merged_into(tx: &mut Tx<'_>, id: Id) -> Result<Option<Id>> {
    tx.first(MERGED_INTO, &[id.into()], |row| row.columns().id())
}

/// Hands over each of these accounts that is there, in the order given, a few at a time in memory.
pub fn each_of(tx: &mut Tx<'_>, ids: &[Id], f: &mut dyn FnMut(AccountRecord) -> Result<()>) -> Result<()> {
    for part in ids.chunks(PART) {
        many(tx, part)?.into_iter().try_for_each(&mut *f)?;
    }
    Ok(())
}
