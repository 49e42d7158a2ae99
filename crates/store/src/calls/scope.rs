//! The calls that a table of what they teach is drawn from.

use filon_core::Id;
use filon_core::call::CallRecord;
use jiff::civil::Date;

use super::{CallMade, complete, read, select_calls};
use crate::db::{Value, statements};
use crate::{Result, Tx};

/// Which calls; `None` everywhere is every call.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CallScope {
    pub script: Option<Id>,
    pub list: Option<Id>,
    /// The action that the call's line names.
    pub campaign: Option<Id>,
    /// First and last day.
    pub from: Option<Date>,
    pub to: Option<Date>,
}

/// Standing calls within a scope: $1 to $5 are its fields.
macro_rules! in_scope {
    () => {
        "e.voided_by IS NULL \
         AND (CAST($1 AS TEXT) IS NULL OR c.script = $1) AND (CAST($2 AS TEXT) IS NULL OR c.list = $2) \
         AND (CAST($3 AS TEXT) IS NULL OR e.campaign = $3) \
         AND (CAST($4 AS TEXT) IS NULL OR e.day >= $4) AND (CAST($5 AS TEXT) IS NULL OR e.day <= $5)"
    };
}
pub(super) use in_scope;

statements! {
    STANDING = concat!(select_calls!("WHERE "), in_scope!(), " ORDER BY c.started_at, c.event");
}

impl CallScope {
    pub(super) fn values(&self) -> [Value<'static>; 5] {
        let &CallScope { script, list, campaign, from, to } = self;
        [script.into(), list.into(), campaign.into(), from.into(), to.into()]
    }
}

/// The standing calls of a scope, in the order in which they were made.
pub fn standing(tx: &mut Tx<'_>, scope: &CallScope) -> Result<Vec<CallMade>> {
    let found = tx.query(STANDING, &scope.values(), |row| read(&mut row.columns()))?;
    complete(tx, found)
}

/// The same, as the lessons need them.
pub fn records(tx: &mut Tx<'_>, scope: &CallScope) -> Result<Vec<CallRecord>> {
    Ok(standing(tx, scope)?.iter().map(CallMade::record).collect())
}
