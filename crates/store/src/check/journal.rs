//! What is derived of the journal: the standing of accounts, and the two columns of events that follow
//! what came after.

use filon_core::journal::{Standing, standing};
use filon_core::{Event, Id};

use super::{Difference, compare};
use crate::accounts::{STANDING_COLUMNS, standing_values};
use crate::db::{Value, statements};
use crate::events::{event_columns, read_event};
use crate::{Result, Tx};

statements! {
    STANDINGS = concat!("SELECT a.id, a.stage, a.first_event_on, a.last_contact_on, a.last_inbound_on, \
        a.first_order_on, a.last_order_on, a.orders, a.revenue_cents, a.margin_cents, ", event_columns!(),
        " FROM accounts a LEFT JOIN events e ON e.holder = a.id ORDER BY a.id, e.day, e.id");
    HOLDERS = "SELECT e.id, e.holder, COALESCE(a.merged_into, a.id, '') FROM events e \
        LEFT JOIN accounts a ON a.id = e.account \
        WHERE e.holder <> COALESCE(a.merged_into, a.id, '') ORDER BY e.id";
    NOT_VOIDED = "SELECT e.id, COALESCE(e.voided_by, 'NULL'), MIN(v.id) FROM events e \
        JOIN events v ON v.voids = e.id WHERE e.voided_by IS NULL GROUP BY e.id, e.voided_by ORDER BY e.id";
    WRONGLY_VOIDED = "SELECT e.id, e.voided_by, 'NULL' FROM events e WHERE e.voided_by IS NOT NULL \
        AND NOT EXISTS (SELECT 1 FROM events v WHERE v.id = e.voided_by AND v.voids = e.id) ORDER BY e.id";
}

/// An account as stored, and its journal as read so far.
struct Open {
    id: Id,
    stored: Vec<Value<'static>>,
    events: Vec<Event>,
}

/// Folds every journal again.
pub(super) fn standings(tx: &mut Tx<'_>) -> Result<Vec<Difference>> {
    let mut differences = Vec::new();
    let mut open: Option<Open> = None;
    tx.each(STANDINGS, &[], |row| {
        let mut columns = row.columns();
        let id = columns.id()?;
        columns.skip(STANDING_COLUMNS.len());
        if open.as_ref().is_none_or(|open| open.id != id) {
            let stored = row.values(1, STANDING_COLUMNS.len());
            if let Some(finished) = open.replace(Open { id, stored, events: Vec::new() }) {
                finished.compare(&mut differences);
            }
        }
        if let (Some(open), Some(event)) = (&mut open, columns.opt_id()?) {
            open.events.push(read_event(event, &mut columns)?);
        }
        Ok(())
    })?;
    if let Some(finished) = open {
        finished.compare(&mut differences);
    }
    Ok(differences)
}

impl Open {
    fn compare(self, differences: &mut Vec<Difference>) {
        let expected = standing_values(&Standing::fold(standing(&self.events, None)));
        compare("accounts", &self.id.to_string(), STANDING_COLUMNS, &self.stored, &expected, differences);
    }
}

/// Looks for lines that are held by the wrong account, or whose taking back is not marked.
pub(super) fn places(tx: &mut Tx<'_>) -> Result<Vec<Difference>> {
    let mut differences = Vec::new();
    for (sql, column) in [(HOLDERS, "holder"), (NOT_VOIDED, "voided_by"), (WRONGLY_VOIDED, "voided_by")] {
        tx.each(sql, &[], |row| {
            let mut columns = row.columns();
            differences.push(Difference {
                table: "events",
                id: columns.string()?,
                column,
                stored: columns.string()?,
                expected: columns.string()?,
            });
            Ok(())
        })?;
    }
    Ok(differences)
}
