//! `filon check`: everything that is stored derived, computed again from what it derives from.

use crate::{Result, Tx};

/// A stored value that is not what the journal or the base columns say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub table: &'static str,
    pub id: String,
    pub column: &'static str,
    pub stored: String,
    pub expected: String,
}

/// Every difference; empty where all is well.
pub fn run(tx: &mut Tx<'_>) -> Result<Vec<Difference>> {
    todo!()
}
