//! Everything derived, recomputed from the journal.

use filon_core::segment::Query;
use filon_store::events::{self, Base};
use serde::Serialize;

use crate::{Actor, App, Result};

/// What was compared and what differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckAnswer {
    pub accounts: u64,
    pub events: u64,
    pub differences: Vec<Difference>,
}

/// One stored value that is not what the journal says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    pub table: String,
    pub id: String,
    pub column: String,
    pub stored: String,
    pub expected: String,
}

/// Compares everything; an empty list of differences is what should come out.
pub fn check(app: &App, actor: &Actor) -> Result<CheckAnswer> {
    app.read(actor, |tx| {
        let differences = filon_store::check::run(tx)?;
        let (mut accounts, mut lines) = (0, 0);
        events::each_history(tx, &Base { selection: Query::All, campaign: None }, &mut |history| {
            accounts += 1;
            lines += history.events.len() as u64;
            Ok(())
        })?;
        let differences = differences.into_iter().map(|found| Difference {
            table: found.table.to_owned(),
            id: found.id,
            column: found.column.to_owned(),
            stored: found.stored,
            expected: found.expected,
        });
        Ok(CheckAnswer { accounts, events: lines, differences: differences.collect() })
    })
}
