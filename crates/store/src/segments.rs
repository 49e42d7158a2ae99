//! Saved selections.

use filon_core::{Id, Moment};

use crate::{Result, Tx};

/// A selection saved under a name; live: `query` is the line as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    pub id: Id,
    pub name: String,
    pub query: String,
    pub created_at: Moment,
}

/// Saves a selection; one of the same name (accents and case apart) gets the new query and keeps its id.
pub fn save(tx: &mut Tx<'_>, segment: &Segment) -> Result<()> {
    todo!()
}

/// Every saved selection, by name.
pub fn list(tx: &mut Tx<'_>) -> Result<Vec<Segment>> {
    todo!()
}

pub fn by_name(tx: &mut Tx<'_>, name: &str) -> Result<Option<Segment>> {
    todo!()
}

/// Deletes by name; `false` where there was none.
pub fn delete(tx: &mut Tx<'_>, name: &str) -> Result<bool> {
    todo!()
}
