//! Adding accounts, one or a hundred thousand.

use std::collections::HashSet;

use filon_core::journal::{Standing, standing};
use filon_core::{Event, Id};

use super::columns::{BASE_COLUMNS, DERIVED_COLUMNS, STANDING_COLUMNS, standing_values, written};
use super::derive::Derived;
use super::find::live_references;
use super::{Draft, detail};
use crate::db::{Sheet, Value, ahead, statements};
use crate::{Result, StoreError, Tx, events, persons};

statements! {
    USERS = "SELECT id FROM users WHERE id IN ($list)";
    BATCHES = "SELECT id FROM batches WHERE id IN ($list)";
    CAMPAIGNS = "SELECT id FROM campaigns WHERE id IN ($list)";
}

/// Tables whose indexes are taken down for many rows.
const INDEXED: &[&str] = &["accounts", "persons"];
/// Tables that fill up.
const FILLED: &[&str] = &["accounts", "account_custom", "persons", "events"];
/// After so many accounts, and then each time they have doubled, the engine looks at the tables again: PostgreSQL would
/// go on looking foreign keys up as it does in a table of nothing, row after row.
const FIRST_LOOK: usize = 1_000;

/// Adds accounts, their persons and their first events, all or none. Fast for 100,000 rows: what is
/// derived is computed from the drafts, and nothing is read back.
pub fn insert_many(tx: &mut Tx<'_>, drafts: &[Draft]) -> Result<()> {
    let prepared = Prepared::of(drafts)?;
    refuse_taken(tx, &prepared.references)?;
    tx.without_indexes(INDEXED, drafts.len(), |tx, _| prepared.insert(tx))?;
    if drafts.len() > FIRST_LOOK { tx.look_again(FILLED) } else { Ok(()) }
}

/// The same for accounts that are made some thousands at a time, on another thread where there are many; `rows` is
/// about how many there will be. A reference that is taken is refused at the end at the latest.
pub fn insert_parts(
    tx: &mut Tx<'_>,
    rows: usize,
    parts: impl Iterator<Item = Vec<Draft>> + Send,
) -> Result<()> {
    tx.without_indexes(INDEXED, rows, |tx, indexed| {
        ahead(rows, parts.map(|drafts| Prepared::of(&drafts)), |parts| {
            let (mut written, mut next_look) = (0, FIRST_LOOK);
            for prepared in parts {
                let prepared = prepared?;
                if indexed {
                    refuse_taken(tx, &prepared.references)?;
                }
                prepared.insert(tx)?;
                written += prepared.accounts;
                if written >= next_look {
                    tx.look_again(FILLED)?;
                    next_look = 2 * written;
                }
            }
            if written > FIRST_LOOK { tx.look_again(FILLED) } else { Ok(()) }
        })
    })
}

/// Drafts as the rows of each table, and what must be looked up before they may be written.
struct Prepared {
    accounts: usize,
    references: Vec<String>,
    users: Vec<Id>,
    batches: Vec<Id>,
    campaigns: Vec<Id>,
    sheets: Vec<Sheet>,
}

impl Prepared {
    fn of(drafts: &[Draft]) -> Result<Prepared> {
        drafts.iter().try_for_each(refuse_foreign)?;
        let columns = [BASE_COLUMNS, DERIVED_COLUMNS, STANDING_COLUMNS].concat();
        let mut accounts = Sheet::new("accounts", &columns).with_room(drafts.len(), 450);
        let mut tags = Sheet::new("account_tags", detail::TAG_COLUMNS);
        let mut custom = Sheet::new("account_custom", detail::CUSTOM_COLUMNS).with_room(drafts.len(), 80);
        let mut people = Sheet::new("persons", persons::WRITTEN).with_room(drafts.len(), 160);
        for Draft { account, persons, events } in drafts {
            accounts.extend(written(account, Derived::of(account, persons)));
            accounts.extend(standing_values(&Standing::fold(standing(events, None))));
            detail::add_tags(&mut tags, account);
            detail::add_custom(&mut custom, account);
            persons.iter().for_each(|person| people.extend(persons::row(person, account.batch)));
        }
        let lines: Vec<&Event> = drafts.iter().flat_map(|draft| &draft.events).collect();
        let [events, notes] = events::sheets(&lines);
        let owners = drafts.iter().filter_map(|draft| draft.account.owner);
        Ok(Prepared {
            accounts: drafts.len(),
            references: drafts.iter().filter_map(|draft| draft.account.reference.clone()).collect(),
            users: distinct(owners.chain(lines.iter().filter_map(|event| event.by))),
            batches: distinct(drafts.iter().filter_map(|draft| draft.account.batch)),
            campaigns: distinct(lines.iter().filter_map(|event| event.campaign)),
            sheets: vec![accounts, tags, custom, people, events, notes],
        })
    }

    /// Writes the rows; who and what they name must be there: foreign keys are not looked up row by row.
    fn insert(&self, tx: &mut Tx<'_>) -> Result<()> {
        refuse_unknown(tx, USERS, "user", &self.users)?;
        refuse_unknown(tx, BATCHES, "batch", &self.batches)?;
        refuse_unknown(tx, CAMPAIGNS, "campaign", &self.campaigns)?;
        tx.trusting(self.accounts, |tx| self.sheets.iter().try_for_each(|sheet| tx.insert_sheet(sheet)))
    }
}

/// A draft holds persons and lines of its own account; its lines take back none but each other.
fn refuse_foreign(draft: &Draft) -> Result<()> {
    let others = draft.persons.iter().map(|person| person.account);
    let others = others.chain(draft.events.iter().map(|event| event.account));
    if others.into_iter().any(|other| other != draft.account.id) {
        return Err(StoreError::conflict("a draft holds something of another account"));
    }
    let is_own = |voided: &Id| draft.events.iter().any(|event| event.id == *voided);
    match draft.events.iter().filter_map(|event| event.voids).find(|voided| !is_own(voided)) {
        Some(foreign) => Err(StoreError::not_found("event", foreign)),
        None => Ok(()),
    }
}

fn distinct(ids: impl Iterator<Item = Id>) -> Vec<Id> {
    let mut ids: Vec<Id> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

fn refuse_unknown(tx: &mut Tx<'_>, sql: &str, what: &'static str, named: &[Id]) -> Result<()> {
    let mut known = HashSet::new();
    tx.each_of(sql, named.iter().map(|id| Value::from(*id)), |row| {
        known.insert(row.columns().id()?);
        Ok(())
    })?;
    let unknown = named.iter().find(|id| !known.contains(*id));
    unknown.map_or(Ok(()), |id| Err(StoreError::not_found(what, *id)))
}

/// Two accounts never share a reference: the error names the first that would be given twice.
fn refuse_taken(tx: &mut Tx<'_>, references: &[String]) -> Result<()> {
    let mut seen = HashSet::with_capacity(references.len());
    if let Some(twice) = references.iter().find(|reference| !seen.insert(reference.as_str())) {
        return Err(StoreError::conflict(twice.as_str()));
    }
    let asked: Vec<&str> = references.iter().map(String::as_str).collect();
    let taken = live_references(tx, &asked)?;
    let found = references.iter().find(|reference| taken.contains_key(reference.as_str()));
    found.map_or(Ok(()), |reference| Err(StoreError::conflict(reference.as_str())))
}
