//! The columns of accounts that are computed from what is written in them.

use std::collections::HashMap;

use filon_core::Id;

use super::{Difference, compare};
use crate::accounts::{self, DERIVED_COLUMNS, Derived, derived_values};
use crate::db::{Value, statements};
use crate::{Result, Tx};

const PART: usize = 200;

statements! {
    LIVE = "SELECT id FROM accounts WHERE retired_at IS NULL ORDER BY id";
    STORED = "SELECT id, created_on, name_key, city_key, postcode_key, dept, region, naf_key, employees_min, \
        country_key, source_key, search_text, dedupe_key FROM accounts WHERE id IN ($list)";
}

/// Computes the derived columns of every listed account again.
pub(super) fn accounts(tx: &mut Tx<'_>) -> Result<Vec<Difference>> {
    let mut differences = Vec::new();
    let live = tx.query(LIVE, &[], |row| row.columns().id())?;
    for part in live.chunks(PART) {
        let mut stored: HashMap<Id, Vec<Value<'static>>> = HashMap::with_capacity(part.len());
        tx.each_of(STORED, part.iter().map(|id| Value::from(*id)), |row| {
            stored.insert(row.columns().id()?, row.values(1, DERIVED_COLUMNS.len()));
            Ok(())
        })?;
        for record in accounts::many(tx, part)? {
            let id = record.account.id;
            let expected = derived_values(Derived::of(&record.account, &record.persons));
            if let Some(stored) = stored.get(&id) {
                let id = id.to_string();
                compare("accounts", &id, DERIVED_COLUMNS, stored, &expected, &mut differences);
            }
        }
    }
    Ok(differences)
}
