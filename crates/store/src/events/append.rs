//! Writing the journal, and with it what is derived of it.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use filon_core::journal::{Standing, standing};
use filon_core::{Event, Id};

use super::read::of_accounts;
use crate::accounts::standing_values;
use crate::db::{Sheet, Value, statements, values};
use crate::{Result, StoreError, Tx};

const COLUMNS: &[&str] = &[
    "id",
    "account",
    "holder",
    "person",
    "kind",
    "channel",
    "campaign",
    "day",
    "at",
    "actor",
    "outcome",
    "minutes",
    "kilometres",
    "amount",
    "margin",
    "voids",
    "voided_by",
    "idempotency",
    "recorded_at",
];

statements! {
    HOLDERS = "SELECT id, COALESCE(merged_into, id) FROM accounts WHERE id IN ($list) \
        AND (retired_at IS NULL OR merged_into IS NOT NULL)";
    KEYS = "SELECT idempotency FROM events WHERE idempotency IN ($list)";
    HOLDERS_OF_LINES = "SELECT id, holder FROM events WHERE id IN ($list)";
    VOID = "UPDATE events SET voided_by = $2 WHERE id = $1 AND voided_by IS NULL";
    STAND = "UPDATE accounts SET stage = $1, first_event_on = $2, last_contact_on = $3, \
        last_inbound_on = $4, first_order_on = $5, last_order_on = $6, orders = $7, revenue_cents = $8, \
        margin_cents = $9 WHERE id = $10";
}

/// A line on its way into the table.
struct Line<'e> {
    event: &'e Event,
    holder: Id,
    key: Option<&'e str>,
}

/// Appends lines and brings what is derived of the touched accounts up to date. Refuses a line whose
/// account is not there, or that voids a line of another account. A line for an account that was merged
/// counts for the one that holds it now.
pub fn append(tx: &mut Tx<'_>, events: &[Event]) -> Result<()> {
    let lines: Vec<_> = events.iter().map(|event| (event, None)).collect();
    write(tx, &lines)
}

/// Appends those lines whose key was never recorded; a file given twice or a double click records
/// nothing twice. Answers, for each line, whether it is new.
pub fn append_once(tx: &mut Tx<'_>, lines: &[(String, Event)]) -> Result<Vec<bool>> {
    let mut known: HashSet<String> = HashSet::new();
    tx.each_of(KEYS, lines.iter().map(|(key, _)| Value::from(key)), |row| {
        known.insert(row.columns().string()?);
        Ok(())
    })?;
    let new: Vec<bool> = lines.iter().map(|(key, _)| known.insert(key.clone())).collect();
    let fresh: Vec<_> = lines
        .iter()
        .zip(&new)
        .filter(|(_, new)| **new)
        .map(|((key, event), _)| (event, Some(key.as_str())))
        .collect();
    write(tx, &fresh)?;
    Ok(new)
}

fn write(tx: &mut Tx<'_>, events: &[(&Event, Option<&str>)]) -> Result<()> {
    if events.is_empty() {
        return Ok(());
    }
    let holders = holders(tx, events.iter().map(|(event, _)| event.account))?;
    let mut lines = Vec::with_capacity(events.len());
    for (event, key) in events {
        let holder = holders.get(&event.account);
        let holder = *holder.ok_or_else(|| StoreError::not_found("account", event.account))?;
        lines.push(Line { event, holder, key: *key });
    }
    refuse_foreign_voids(tx, &lines)?;
    insert(tx, &lines)?;
    for line in &lines {
        if let Some(voided) = line.event.voids {
            tx.execute(VOID, values![voided, line.event.id])?;
        }
    }
    let mut touched: Vec<Id> = lines.iter().map(|line| line.holder).collect();
    touched.sort_unstable();
    touched.dedup();
    stand_again(tx, &touched)
}

/// The account that holds each of these accounts' lines.
fn holders(tx: &mut Tx<'_>, accounts: impl Iterator<Item = Id>) -> Result<HashMap<Id, Id>> {
    let distinct: HashSet<Id> = accounts.collect();
    let mut holders = HashMap::with_capacity(distinct.len());
    tx.each_of(HOLDERS, distinct.into_iter().map(Value::from), |row| {
        let mut columns = row.columns();
        holders.insert(columns.id()?, columns.id()?);
        Ok(())
    })?;
    Ok(holders)
}

/// A line may only take back one of its own account, written before it or with it.
fn refuse_foreign_voids(tx: &mut Tx<'_>, lines: &[Line<'_>]) -> Result<()> {
    let wanted: Vec<Id> = lines.iter().filter_map(|line| line.event.voids).collect();
    if wanted.is_empty() {
        return Ok(());
    }
    let mut holder_of: HashMap<Id, Id> = lines.iter().map(|line| (line.event.id, line.holder)).collect();
    tx.each_of(HOLDERS_OF_LINES, wanted.into_iter().map(Value::from), |row| {
        let mut columns = row.columns();
        holder_of.insert(columns.id()?, columns.id()?);
        Ok(())
    })?;
    for line in lines {
        let Some(voided) = line.event.voids else { continue };
        match holder_of.get(&voided) {
            None => return Err(StoreError::not_found("event", voided)),
            Some(holder) if *holder != line.holder => {
                return Err(StoreError::conflict("an event is taken back by one of its own account"));
            }
            Some(_) => {}
        }
    }
    Ok(())
}

/// The rows of the first lines of accounts that are being made in the same call, and their notes. A line takes back
/// none but one of those.
pub(crate) fn sheets(events: &[&Event]) -> [Sheet; 2] {
    let lines: Vec<_> = events.iter().map(|event| Line { event, holder: event.account, key: None }).collect();
    sheets_of(&lines)
}

fn insert(tx: &mut Tx<'_>, lines: &[Line<'_>]) -> Result<()> {
    sheets_of(lines).iter().try_for_each(|sheet| tx.insert_sheet(sheet))
}

/// The rows; what lines of one call take back of each other is marked at once.
fn sheets_of(lines: &[Line<'_>]) -> [Sheet; 2] {
    let mut voided_by: HashMap<Id, Id> = HashMap::new();
    for line in lines {
        if let Some(voided) = line.event.voids {
            voided_by.entry(voided).or_insert(line.event.id);
        }
    }
    // A line is written before those that name it.
    let mut ordered: Vec<&Line<'_>> = lines.iter().collect();
    ordered.sort_by_key(|line| line.event.voids.is_some());
    let mut rows = Sheet::new("events", COLUMNS).with_room(lines.len(), 110);
    let mut notes = Sheet::new("event_notes", &["event", "note"]).with_room(lines.len(), 100);
    for line in ordered {
        let event = line.event;
        rows.extend([
            event.id.into(),
            event.account.into(),
            line.holder.into(),
            event.person.into(),
            event.kind.code().into(),
            event.channel.map(|channel| channel.code()).into(),
            event.campaign.into(),
            event.on.into(),
            event.at.into(),
            event.by.into(),
            event.outcome.map(|outcome| outcome.code()).into(),
            event.minutes.into(),
            event.kilometres.into(),
            event.amount.into(),
            event.margin.into(),
            event.voids.into(),
            voided_by.get(&event.id).copied().into(),
            line.key.into(),
            event.recorded_at.into(),
        ]);
        notes.extend(event.note.iter().flat_map(|note| [event.id.into(), note.into()]));
    }
    [rows, notes]
}

/// How many standings one statement writes.
const STANDINGS: usize = 100;

/// The same as `STAND` for many accounts: a launch touches thousands.
pub(crate) static STAND_MANY: LazyLock<String> = LazyLock::new(|| {
    let row = |n: usize| {
        let place = |column: usize| format!("${}", n * 10 + column);
        let texts: Vec<String> = (1..=6).map(place).collect();
        let numbers: Vec<String> =
            (7..=9).map(|column| format!("CAST({} AS BIGINT)", place(column))).collect();
        format!("({}, {}, {})", texts.join(", "), numbers.join(", "), place(10))
    };
    let rows: Vec<String> = (0..STANDINGS).map(row).collect();
    format!(
        "WITH v (stage, first_event_on, last_contact_on, last_inbound_on, first_order_on, last_order_on, orders, \
         revenue_cents, margin_cents, id) AS (VALUES {}) UPDATE accounts SET stage = v.stage, \
         first_event_on = v.first_event_on, last_contact_on = v.last_contact_on, \
         last_inbound_on = v.last_inbound_on, first_order_on = v.first_order_on, \
         last_order_on = v.last_order_on, orders = v.orders, revenue_cents = v.revenue_cents, \
         margin_cents = v.margin_cents FROM v WHERE accounts.id = v.id",
        rows.join(", ")
    )
});

/// Folds the journals of these accounts again and keeps the result beside them.
pub(crate) fn stand_again(tx: &mut Tx<'_>, accounts: &[Id]) -> Result<()> {
    for part in accounts.chunks(STANDINGS) {
        let journals = of_accounts(tx, part)?;
        let mut rows = part.iter().map(|id| {
            let journal = journals.get(id).map(Vec::as_slice).unwrap_or_default();
            let standing = standing_values(&Standing::fold(standing(journal, None)));
            standing.into_iter().chain([Value::from(*id)]).collect::<Vec<Value<'_>>>()
        });
        if part.len() < STANDINGS {
            rows.try_for_each(|row| tx.execute(STAND, &row).map(|_| ()))?;
        } else {
            let values: Vec<Value<'_>> = rows.flatten().collect();
            tx.execute(&STAND_MANY, &values)?;
        }
    }
    Ok(())
}
