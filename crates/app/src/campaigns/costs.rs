//! What an action costs: planned and actual lines.

use filon_core::campaign::Unit;
use filon_core::{Cents, CostLine, Id, Micros};

use crate::{Actor, App, Result};

/// A cost line to add: exactly one of `fixed` and `unit`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cost {
    /// Name or identifier of the action.
    pub campaign: String,
    pub label: String,
    pub fixed: Option<Micros>,
    pub unit: Option<(Micros, Unit)>,
    /// In thousandths; `None` takes it from the journal.
    pub quantity: Option<i64>,
    pub planned: bool,
}

/// A cost line with what it comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CostShown {
    pub line: CostLine,
    /// In thousandths; `None` for a fixed amount.
    pub quantity: Option<i64>,
    pub amount_cents: Cents,
}

/// Adds a cost line.
pub fn cost(_app: &App, _actor: &Actor, _cost: &Cost) -> Result<CostLine> {
    crate::error::pending()
}

/// Takes a cost line away.
pub fn remove_cost(_app: &App, _actor: &Actor, _line: Id) -> Result<()> {
    crate::error::pending()
}
