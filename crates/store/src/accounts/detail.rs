//! Tags and own fields, which stand in tables of their own.

use std::collections::{HashMap, HashSet};

use filon_core::text::fold;
use filon_core::{Account, Id, Person};

use super::AccountRecord;
use crate::db::{Sheet, Value, statements};
use crate::persons::person_columns;
use crate::{Result, Tx, persons};

pub(super) const TAG_COLUMNS: &[&str] = &["account", "place", "tag", "tag_key"];
pub(super) const CUSTOM_COLUMNS: &[&str] = &["account", "name", "value", "name_key", "value_key"];

statements! {
    TAGS_OF = "SELECT account, tag FROM account_tags WHERE account IN ($list) ORDER BY account, place";
    CUSTOM_OF = "SELECT account, name, value FROM account_custom WHERE account IN ($list)";
    PERSONS_OF = concat!("SELECT ", person_columns!(), " FROM persons p WHERE p.account IN ($list) \
        ORDER BY p.account, p.is_primary DESC, p.id");
    DELETE_TAGS = "DELETE FROM account_tags WHERE account = $1";
    DELETE_CUSTOM = "DELETE FROM account_custom WHERE account = $1";
    TAGS = "SELECT MIN(t.tag), COUNT(*) FROM account_tags t JOIN accounts a ON a.id = t.account \
        WHERE a.retired_at IS NULL GROUP BY t.tag_key ORDER BY t.tag_key";
    CUSTOM_FIELDS = "SELECT MIN(c.name), COUNT(*) FROM account_custom c JOIN accounts a ON a.id = c.account \
        WHERE a.retired_at IS NULL GROUP BY c.name_key ORDER BY c.name_key";
}

/// Fills in tags, own fields and persons of records whose own columns are read.
pub(super) fn complete(tx: &mut Tx<'_>, records: &mut [AccountRecord]) -> Result<()> {
    let places: HashMap<Id, usize> =
        records.iter().enumerate().map(|(place, record)| (record.account.id, place)).collect();
    let ids: Vec<Value<'_>> = records.iter().map(|record| record.account.id.into()).collect();
    tx.each_of(TAGS_OF, ids.iter().cloned(), |row| {
        let mut columns = row.columns();
        if let Some(place) = places.get(&columns.id()?) {
            records[*place].account.tags.push(columns.string()?);
        }
        Ok(())
    })?;
    tx.each_of(CUSTOM_OF, ids.iter().cloned(), |row| {
        let mut columns = row.columns();
        if let Some(place) = places.get(&columns.id()?) {
            let name = columns.string()?;
            records[*place].account.custom.insert(name, columns.string()?);
        }
        Ok(())
    })?;
    tx.each_of(PERSONS_OF, ids.iter().cloned(), |row| {
        let person: Person = persons::read(&mut row.columns())?;
        if let Some(place) = places.get(&person.account) {
            records[*place].persons.push(person);
        }
        Ok(())
    })
}

/// Writes the tags and own fields of an account again.
pub(super) fn rewrite(tx: &mut Tx<'_>, account: &Account) -> Result<()> {
    tx.execute(DELETE_TAGS, &[account.id.into()])?;
    tx.execute(DELETE_CUSTOM, &[account.id.into()])?;
    let (mut tags, mut custom) =
        (Sheet::new("account_tags", TAG_COLUMNS), Sheet::new("account_custom", CUSTOM_COLUMNS));
    add_tags(&mut tags, account);
    add_custom(&mut custom, account);
    tx.insert_sheet(&tags)?;
    tx.insert_sheet(&custom)
}

/// The tags of an account, each once.
pub(super) fn add_tags(sheet: &mut Sheet, account: &Account) {
    let mut seen = HashSet::new();
    for (place, tag) in account.tags.iter().filter(|tag| seen.insert(*tag)).enumerate() {
        sheet.extend([account.id.into(), (place as i64).into(), tag.into(), fold(tag).into()]);
    }
}

/// The own fields of an account.
pub(super) fn add_custom(sheet: &mut Sheet, account: &Account) {
    for (name, value) in &account.custom {
        sheet.extend([account.id.into(), name.into(), value.into(), fold(name).into(), fold(value).into()]);
    }
}

/// The names of the company's own fields, with the number of accounts that have each.
pub fn custom_fields(tx: &mut Tx<'_>) -> Result<Vec<(String, i64)>> {
    tx.query(CUSTOM_FIELDS, &[], counted)
}

/// The tags in use, with the number of accounts that have each.
pub fn tags(tx: &mut Tx<'_>) -> Result<Vec<(String, i64)>> {
    tx.query(TAGS, &[], counted)
}

fn counted(row: &crate::db::Row) -> Result<(String, i64)> {
    let mut columns = row.columns();
    Ok((columns.string()?, columns.int()?))
}
