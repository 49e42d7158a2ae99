//! Open follow-ups: of many accounts, of a time, closed and opened again by a call.

use std::collections::HashMap;

use filon_core::{Id, Moment};
use jiff::civil::Date;

use super::{FollowUp, read, select};
use crate::db::{Value, statements, values};
use crate::{Result, Tx};

statements! {
    OPEN_OF = select!("WHERE f.account IN ($list) AND f.done_on IS NULL \
        ORDER BY f.account, f.due_on, COALESCE(f.due_at, 0), f.id");
    BETWEEN = select!("WHERE f.done_on IS NULL AND f.due_on >= $1 AND f.due_on <= $2 \
        AND (CAST($3 AS TEXT) IS NULL OR f.owner = $3) ORDER BY f.due_on, COALESCE(f.due_at, 0), f.id");
    WITH_HOURS = select!("WHERE f.done_on IS NULL AND f.due_at IS NOT NULL AND f.due_at >= $1 \
        AND (CAST($2 AS TEXT) IS NULL OR f.owner = $2) ORDER BY f.due_at, f.id");
    CLOSE_BY = "UPDATE follow_ups SET done_on = $2, done_by = $3 WHERE account = $1 AND done_on IS NULL";
    REOPEN_BY = "UPDATE follow_ups SET done_on = NULL, done_by = NULL WHERE done_by = $1";
}

/// The open follow-ups of these accounts, each account's soonest first; accounts without any are left out.
pub fn open_of(tx: &mut Tx<'_>, accounts: &[Id]) -> Result<HashMap<Id, Vec<FollowUp>>> {
    let mut open: HashMap<Id, Vec<FollowUp>> = HashMap::new();
    let mut distinct = accounts.to_vec();
    distinct.sort_unstable();
    distinct.dedup();
    tx.each_of(OPEN_OF, distinct.into_iter().map(Value::from), |row| {
        let follow_up = read(row)?;
        open.entry(follow_up.account).or_default().push(follow_up);
        Ok(())
    })?;
    Ok(open)
}

/// The open follow-ups due from one day to another, both included; of one owner, or of everybody.
pub fn between(tx: &mut Tx<'_>, from: Date, to: Date, owner: Option<Id>) -> Result<Vec<FollowUp>> {
    tx.query(BETWEEN, values![from, to, owner], read)
}

/// The open follow-ups that have an hour, from a moment on; of one owner, or of everybody.
pub fn with_hours(tx: &mut Tx<'_>, from: Moment, owner: Option<Id>) -> Result<Vec<FollowUp>> {
    tx.query(WITH_HOURS, values![from, owner], read)
}

/// Closes every open follow-up of an account, because of the line `event`; answers how many.
pub fn close_by(tx: &mut Tx<'_>, account: Id, on: Date, event: Id) -> Result<u64> {
    tx.execute(CLOSE_BY, values![account, on, event])
}

/// Opens again what the line `event` closed; answers how many.
pub fn reopen_by(tx: &mut Tx<'_>, event: Id) -> Result<u64> {
    tx.execute(REOPEN_BY, values![event])
}
