//! Saved selections: a name for a query, read anew each time.

use crate::{Actor, App, Result};

/// A saved selection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    pub name: String,
    pub query: String,
    /// How many accounts it selects now.
    pub count: u64,
}

/// Saves a query under a name; a name already there takes the new query.
pub fn save(_app: &App, _actor: &Actor, _name: &str, _query: &str) -> Result<Segment> {
    crate::error::pending()
}

pub fn list(_app: &App, _actor: &Actor) -> Result<Vec<Segment>> {
    crate::error::pending()
}

pub fn delete(_app: &App, _actor: &Actor, _name: &str) -> Result<()> {
    crate::error::pending()
}
