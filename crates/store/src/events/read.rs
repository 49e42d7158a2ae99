//! Reading the journal.

use std::collections::HashMap;

use filon_core::{CallOutcome, Channel, Event, EventKind, Id};

use crate::db::{Columns, Value, statements, values};
use crate::{Result, Tx};

/// Columns that [`read`] reads, the note apart. An event is of the account that holds it now.
macro_rules! event_columns {
    () => {
        "e.id, e.holder, e.person, e.kind, e.channel, e.campaign, e.day, e.at, e.actor, e.outcome, \
         e.minutes, e.kilometres, e.amount, e.margin, e.voids, e.recorded_at"
    };
}
pub(crate) use event_columns;

/// The same with the note.
macro_rules! select_events {
    () => {
        concat!(
            "SELECT ",
            $crate::events::read::event_columns!(),
            ", n.note FROM events e LEFT JOIN event_notes n ON n.event = e.id "
        )
    };
}

statements! {
    GET = concat!(select_events!(), "WHERE e.id = $1");
    OF_ACCOUNTS = concat!(select_events!(), "WHERE e.holder IN ($list) ORDER BY e.holder, e.day, e.id");
    OF_KEY = "SELECT id FROM events WHERE idempotency = $1";
    OF_CAMPAIGN = concat!(select_events!(), "WHERE e.campaign = $1 ORDER BY e.day, e.id");
    LATEST = concat!(select_events!(), "ORDER BY e.id DESC LIMIT CAST($1 AS BIGINT)");
}

/// The event, where it is there.
pub fn get(tx: &mut Tx<'_>, id: Id) -> Result<Option<Event>> {
    tx.first(GET, values![id], |row| read_with_note(&mut row.columns()))
}

/// The line that was recorded under a key by [`append_once`](super::append_once).
pub fn of_key(tx: &mut Tx<'_>, key: &str) -> Result<Option<Id>> {
    tx.first(OF_KEY, values![key], |row| row.columns().id())
}

/// The journal of an account in its order, voided and voiding lines included.
pub fn of_account(tx: &mut Tx<'_>, account: Id) -> Result<Vec<Event>> {
    Ok(of_accounts(tx, &[account])?.remove(&account).unwrap_or_default())
}

/// The journals of several accounts, each in its order; an account without any line is left out.
pub fn of_accounts(tx: &mut Tx<'_>, accounts: &[Id]) -> Result<HashMap<Id, Vec<Event>>> {
    let mut journals: HashMap<Id, Vec<Event>> = HashMap::new();
    let mut distinct = accounts.to_vec();
    distinct.sort_unstable();
    distinct.dedup();
    tx.each_of(OF_ACCOUNTS, distinct.iter().map(|id| Value::from(*id)), |row| {
        let event = read_with_note(&mut row.columns())?;
        journals.entry(event.account).or_default().push(event);
        Ok(())
    })?;
    Ok(journals)
}

/// The lines of a campaign, in the order of the journal.
pub fn of_campaign(tx: &mut Tx<'_>, campaign: Id) -> Result<Vec<Event>> {
    tx.query(OF_CAMPAIGN, values![campaign], |row| read_with_note(&mut row.columns()))
}

/// The last lines recorded, newest first.
pub fn latest(tx: &mut Tx<'_>, limit: i64) -> Result<Vec<Event>> {
    tx.query(LATEST, values![limit], |row| read_with_note(&mut row.columns()))
}

fn read_with_note(columns: &mut Columns<'_>) -> Result<Event> {
    let id = columns.id()?;
    let mut event = read(id, columns)?;
    event.note = columns.opt_string()?;
    Ok(event)
}

/// Reads what follows the id in [`event_columns`].
pub(crate) fn read(id: Id, columns: &mut Columns<'_>) -> Result<Event> {
    Ok(Event {
        id,
        account: columns.id()?,
        person: columns.opt_id()?,
        kind: columns.code(EventKind::from_code)?,
        channel: columns.opt_code(Channel::from_code)?,
        campaign: columns.opt_id()?,
        on: columns.date()?,
        at: columns.opt_moment()?,
        by: columns.opt_id()?,
        outcome: columns.opt_code(CallOutcome::from_code)?,
        minutes: columns.opt_int()?,
        kilometres: columns.opt_int()?,
        amount: columns.opt_int()?,
        margin: columns.opt_int()?,
        voids: columns.opt_id()?,
        recorded_at: columns.moment()?,
        note: None,
    })
}
