//! The example company of `filon demo`.

use serde::Serialize;

use crate::{Actor, App, Result};

/// What was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExampleAnswer {
    pub accounts: u64,
    pub events: u64,
    /// Names of the actions, the course's first.
    pub campaigns: Vec<String>,
}

/// Fills an empty base with the example company, relative to today.
pub fn make(_app: &App, _actor: &Actor) -> Result<ExampleAnswer> {
    crate::error::pending()
}
