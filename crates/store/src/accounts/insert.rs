//! Adding accounts, one or a hundred thousand.

use std::collections::HashSet;

use filon_core::journal::{Standing, standing};
use filon_core::text::fold;
use filon_core::{Account, Id};

use super::columns::{BASE_COLUMNS, DERIVED_COLUMNS, STANDING_COLUMNS, standing_values, written};
use super::derive::Derived;
use super::find::live_references;
use super::{Draft, detail};
use crate::db::{Value, ahead, statements};
use crate::{Result, StoreError, Tx, events, persons};

statements! {
    OWNERS = "SELECT id FROM users WHERE id IN ($list)";
    BATCHES = "SELECT id FROM batches WHERE id IN ($list)";
}

/// Adds accounts, their persons and their first events, all or none. Fast for 100,000 rows: what is
/// derived is computed from the drafts, and nothing is read back.
pub fn insert_many(tx: &mut Tx<'_>, drafts: &[Draft]) -> Result<()> {
    refuse_taken(tx, drafts)?;
    tx.without_indexes(&["accounts", "persons"], drafts.len(), |tx, _| insert_part(tx, drafts))
}

/// The same for accounts that are made a few thousand at a time, until `next` answers `None`; `rows` is
/// about how many there will be. `next` must not look for accounts or persons: their indexes may be gone
/// until the end. A reference that is taken is refused then at the latest.
pub fn insert_parts(
    tx: &mut Tx<'_>,
    rows: usize,
    mut next: impl FnMut(&mut Tx<'_>) -> Result<Option<Vec<Draft>>>,
) -> Result<()> {
    tx.without_indexes(&["accounts", "persons"], rows, |tx, indexed| {
        while let Some(drafts) = next(tx)? {
            if indexed {
                refuse_taken(tx, &drafts)?;
            }
            insert_part(tx, &drafts)?;
        }
        Ok(())
    })
}

fn insert_part(tx: &mut Tx<'_>, drafts: &[Draft]) -> Result<()> {
    for draft in drafts {
        let id = draft.account.id;
        let others = draft.persons.iter().map(|person| person.account);
        let others = others.chain(draft.events.iter().map(|event| event.account));
        if others.into_iter().any(|other| other != id) {
            return Err(StoreError::conflict("a draft holds something of another account"));
        }
    }
    refuse_unknown(tx, OWNERS, "user", drafts.iter().filter_map(|draft| draft.account.owner))?;
    refuse_unknown(tx, BATCHES, "batch", drafts.iter().filter_map(|draft| draft.account.batch))?;
    tx.trusting(drafts.len(), |tx| insert_rows(tx, drafts))?;
    let lines: Vec<_> = drafts.iter().flat_map(|draft| &draft.events).collect();
    events::insert_rows(tx, &lines)
}

/// Writes accounts with their details and persons.
fn insert_rows(tx: &mut Tx<'_>, drafts: &[Draft]) -> Result<()> {
    let rows = drafts.iter().map(|draft| {
        let mut row = written(&draft.account, Derived::of(&draft.account, &draft.persons));
        row.extend(standing_values(&Standing::fold(standing(&draft.events, None))));
        row
    });
    let columns = [BASE_COLUMNS, DERIVED_COLUMNS, STANDING_COLUMNS].concat();
    ahead(rows, |rows| tx.insert_rows("accounts", &columns, rows))?;
    insert_details(tx, drafts.iter().map(|draft| &draft.account))?;
    let everybody = || drafts.iter().flat_map(|draft| draft.persons.iter().map(|p| (p, draft.account.batch)));
    persons::insert_rows(tx, everybody())
}

/// Who and what is named must be there: foreign keys are not looked up row by row.
fn refuse_unknown(
    tx: &mut Tx<'_>,
    sql: &str,
    what: &'static str,
    named: impl Iterator<Item = Id>,
) -> Result<()> {
    let mut named: Vec<Id> = named.collect();
    named.sort_unstable();
    named.dedup();
    let mut known = HashSet::new();
    tx.each_of(sql, named.iter().map(|id| Value::from(*id)), |row| {
        known.insert(row.columns().id()?);
        Ok(())
    })?;
    let unknown = named.iter().find(|id| !known.contains(*id));
    unknown.map_or(Ok(()), |id| Err(StoreError::not_found(what, *id)))
}

/// Two accounts never share a reference: the error names the first that would be given twice.
fn refuse_taken(tx: &mut Tx<'_>, drafts: &[Draft]) -> Result<()> {
    let references: Vec<&str> =
        drafts.iter().filter_map(|draft| draft.account.reference.as_deref()).collect();
    let mut seen = HashSet::with_capacity(references.len());
    if let Some(twice) = references.iter().find(|reference| !seen.insert(**reference)) {
        return Err(StoreError::conflict(*twice));
    }
    let taken = live_references(tx, &references)?;
    references
        .iter()
        .find(|reference| taken.contains_key(**reference))
        .map_or(Ok(()), |reference| Err(StoreError::conflict(*reference)))
}

/// Adds the tags and own fields of accounts that have none yet.
pub(super) fn insert_details<'a>(
    tx: &mut Tx<'_>,
    accounts: impl Iterator<Item = &'a Account> + Clone,
) -> Result<()> {
    let tags = accounts.clone().flat_map(|account| {
        let mut seen = HashSet::new();
        let tags = account.tags.iter().filter(move |tag| seen.insert(*tag)).enumerate();
        tags.map(|(place, tag)| vec![account.id.into(), (place as i64).into(), tag.into(), fold(tag).into()])
    });
    tx.insert_rows("account_tags", detail::TAG_COLUMNS, tags)?;
    let custom = accounts.flat_map(|account| {
        account.custom.iter().map(|(name, value)| {
            vec![account.id.into(), name.into(), value.into(), fold(name).into(), fold(value).into()]
        })
    });
    tx.insert_rows("account_custom", detail::CUSTOM_COLUMNS, custom)
}
