//! Taking an import back.

use std::collections::HashSet;

use filon_core::{Event, EventKind, Id, IdSource, Moment};

use crate::db::{Value, statements, values};
use crate::{Result, StoreError, Tx, accounts, events};

/// What an undo did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Undone {
    /// How many accounts were taken back.
    pub removed: i64,
    /// How many persons, added by it to accounts that were there before, were taken back.
    pub persons: i64,
    /// Accounts of the batch that were edited, contacted, targeted or merged since: kept.
    pub kept: Vec<Id>,
}

// An account is kept as soon as anything but its own import left a mark on it: an edit of the account or
// of a person, a person of another import, a follow-up, a target, something typed during a call, an account
// merged into it, or a line of the journal (calls, meetings and visits have theirs). The opening balance, and consent or opposition that came in the file, are the import's own
// when they were written in the same millisecond as the account.
statements! {
    START = "UPDATE batches SET undone_at = $2 WHERE id = $1 AND undone_at IS NULL";
    MEMBERS = "SELECT a.id, a.retired_at FROM accounts a WHERE a.batch = $1 ORDER BY a.id";
    EDITED = "SELECT a.id FROM accounts a WHERE a.batch = $1 AND (a.edited_at IS NOT NULL \
        OR a.merged_into IS NOT NULL)";
    PERSON_EDITED = "SELECT a.id FROM accounts a JOIN persons p ON p.account = a.id WHERE a.batch = $1 \
        AND (p.edited_at IS NOT NULL OR p.batch IS NULL OR p.batch <> a.batch)";
    FOLLOWED = "SELECT a.id FROM accounts a JOIN follow_ups f ON f.account = a.id WHERE a.batch = $1";
    TARGETED = "SELECT a.id FROM accounts a JOIN targets t ON t.account = a.id WHERE a.batch = $1";
    TYPED_ON = "SELECT a.id FROM accounts a JOIN call_drafts d ON d.account = a.id WHERE a.batch = $1";
    SPOKEN_OF = "SELECT a.id FROM accounts a JOIN events e ON e.holder = a.id WHERE a.batch = $1 \
        AND (e.account <> a.id OR e.recorded_at <> a.created_at \
        OR e.kind NOT IN ('client_known', 'consent_given', 'opted_out', 'note'))";
    OWN_LINES = "SELECT e.id, e.holder FROM events e JOIN accounts a ON a.id = e.holder \
        WHERE a.id IN ($list) AND e.voided_by IS NULL AND e.kind <> 'voided' ORDER BY e.holder, e.id";
    ERASE_NOTES = "DELETE FROM event_notes WHERE event IN (SELECT e.id FROM events e WHERE e.holder IN ($list))";
    WITH_LINES = "SELECT DISTINCT e.holder FROM events e WHERE e.holder IN ($list)";
    DELETE = "DELETE FROM accounts WHERE id IN ($list)";
    DELETE_PERSONS = "DELETE FROM persons WHERE account IN ($list)";
    DELETE_TAGS = "DELETE FROM account_tags WHERE account IN ($list)";
    DELETE_CUSTOM = "DELETE FROM account_custom WHERE account IN ($list)";
    DELETE_CLAIMS = "DELETE FROM claims WHERE account IN ($list)";
    DELETE_ARMS = "DELETE FROM call_arms WHERE account IN ($list)";
    ADDED_PERSONS = "SELECT p.id, p.account FROM persons p JOIN accounts a ON a.id = p.account \
        WHERE p.batch = $1 AND p.edited_at IS NULL AND (a.batch IS NULL OR a.batch <> $1)";
    DELETE_ADDED = "DELETE FROM persons WHERE id IN ($list)";
    EMPTY_OUT = "UPDATE accounts SET retired_at = $2, reference = NULL, name = '', siret = NULL, siren = NULL, \
        naf = NULL, employees = NULL, revenue = NULL, address_lines = '[]', postcode = NULL, city = NULL, \
        phone = NULL, email = NULL, website = NULL, source = NULL, note = NULL, name_key = '', city_key = '', \
        postcode_key = '', dept = '', region = '', naf_key = '', employees_min = NULL, source_key = '', search_text = '', \
        dedupe_key = '' WHERE id = $1";
}

/// Takes a batch back: its accounts go, except those that were edited or contacted since. Undoing
/// twice is a conflict. Journal lines that it wrote are voided with `ids`, never deleted; an account that
/// has some stays as an empty shell which nothing lists.
pub fn undo(tx: &mut Tx<'_>, id: Id, at: Moment, by: Option<Id>, ids: &mut IdSource) -> Result<Undone> {
    if tx.execute(START, values![id, at])? == 0 {
        return Err(match super::get(tx, id)? {
            Some(_) => StoreError::conflict("the import was taken back already"),
            None => StoreError::not_found("import", id),
        });
    }
    let kept = marked(tx, id)?;
    let members = tx.query(MEMBERS, values![id], |row| {
        let mut columns = row.columns();
        Ok((columns.id()?, columns.opt_int()?.is_some()))
    })?;
    let gone: Vec<Id> = members
        .iter()
        .filter(|(account, retired)| !retired && !kept.contains(account))
        .map(|(account, _)| *account)
        .collect();
    let with_lines = void_own_lines(tx, &gone, at, by, ids)?;
    for statement in [ERASE_NOTES, DELETE_PERSONS, DELETE_TAGS, DELETE_CUSTOM, DELETE_CLAIMS, DELETE_ARMS] {
        tx.execute_of(statement, list(&gone))?;
    }
    let without: Vec<Id> = gone.iter().copied().filter(|account| !with_lines.contains(account)).collect();
    tx.execute_of(DELETE, list(&without))?;
    for account in &with_lines {
        tx.execute(EMPTY_OUT, values![*account, at])?;
    }
    let persons = take_back_persons(tx, id)?;
    let kept = members.into_iter().map(|(account, _)| account).filter(|a| kept.contains(a)).collect();
    Ok(Undone { removed: gone.len() as i64, persons, kept })
}

fn list(ids: &[Id]) -> impl ExactSizeIterator<Item = Value<'static>> {
    ids.iter().map(|id| Value::from(*id)).collect::<Vec<_>>().into_iter()
}

/// The accounts of the batch that something else left a mark on.
fn marked(tx: &mut Tx<'_>, batch: Id) -> Result<HashSet<Id>> {
    let mut marked = HashSet::new();
    for statement in [EDITED, PERSON_EDITED, FOLLOWED, TARGETED, TYPED_ON, SPOKEN_OF] {
        marked.extend(tx.query(statement, values![batch], |row| row.columns().id())?);
    }
    Ok(marked)
}

/// Voids what the import itself wrote in the journals of these accounts; answers those that have lines.
fn void_own_lines(
    tx: &mut Tx<'_>,
    gone: &[Id],
    at: Moment,
    by: Option<Id>,
    ids: &mut IdSource,
) -> Result<HashSet<Id>> {
    let mut voids: Vec<Event> = Vec::new();
    tx.each_of(OWN_LINES, list(gone), |row| {
        let mut columns = row.columns();
        let voided = columns.id()?;
        voids.push(Event {
            id: ids.next_id(),
            account: columns.id()?,
            person: None,
            kind: EventKind::Voided,
            channel: None,
            campaign: None,
            on: at.day(),
            at: Some(at),
            by,
            outcome: None,
            minutes: None,
            kilometres: None,
            amount: None,
            margin: None,
            note: None,
            voids: Some(voided),
            recorded_at: at,
        });
        Ok(())
    })?;
    events::append(tx, &voids)?;
    let mut with_lines = HashSet::new();
    tx.each_of(WITH_LINES, list(gone), |row| {
        with_lines.insert(row.columns().id()?);
        Ok(())
    })?;
    Ok(with_lines)
}

/// Persons that the batch added to accounts of others, unless they were edited since.
fn take_back_persons(tx: &mut Tx<'_>, batch: Id) -> Result<i64> {
    let added = tx.query(ADDED_PERSONS, values![batch], |row| {
        let mut columns = row.columns();
        Ok((columns.id()?, columns.id()?))
    })?;
    let persons: Vec<Id> = added.iter().map(|(person, _)| *person).collect();
    tx.execute_of(DELETE_ADDED, list(&persons))?;
    let mut touched: Vec<Id> = added.into_iter().map(|(_, account)| account).collect();
    touched.sort_unstable();
    touched.dedup();
    accounts::derive_again(tx, &touched)?;
    Ok(persons.len() as i64)
}
