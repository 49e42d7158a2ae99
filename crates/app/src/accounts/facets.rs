//! What the filter panel offers for a selection, with live counts.

use crate::{Actor, App, Result};

/// One condition that can be added, and how many accounts would be left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    pub field: &'static str,
    /// The value: a code for kind and stage (the page words it), else as people read it.
    pub label: String,
    /// The condition to add, e.g. `dept:33`.
    pub query: String,
    pub count: u64,
}

/// Facets of stage, kind, department, activity, tag and source, in this order.
pub fn facets(_app: &App, _actor: &Actor, _query: &str) -> Result<Vec<(&'static str, Vec<Facet>)>> {
    crate::error::pending()
}
