//! What an action costs: planned and actual lines.

use filon_core::campaign::Unit;
use filon_core::cost::{Quantities, line_cost};
use filon_core::{Cents, CostLine, Id, Micros};
use filon_store::campaigns;

use super::find_in;
use crate::{Actor, App, AppError, Result};

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
pub fn cost(app: &App, actor: &Actor, cost: &Cost) -> Result<CostLine> {
    let words = &actor.words().campaign;
    let (amount, unit) = match (cost.fixed, cost.unit) {
        (Some(fixed), None) => (fixed, None),
        (None, Some((price, unit))) => (price, Some(unit)),
        _ => return Err(AppError::usage(words.cost_one_of)),
    };
    if amount.0 < 0 {
        return Err(AppError::usage(words.cost_negative));
    }
    match cost.quantity {
        Some(quantity) if quantity < 0 => return Err(AppError::usage(words.quantity_negative)),
        Some(_) if unit.is_none() => return Err(AppError::usage(words.quantity_of_fixed)),
        _ => {}
    }
    let label = cost.label.trim();
    if label.is_empty() {
        return Err(AppError::usage(words.cost_label));
    }
    let (id, created_at) = (app.next_id(), app.now());
    app.write(actor, |tx| {
        let line = CostLine {
            id,
            campaign: find_in(tx, actor, &cost.campaign)?.id,
            label: label.to_owned(),
            amount,
            unit,
            quantity: cost.quantity,
            planned: cost.planned,
            created_at,
        };
        campaigns::add_cost(tx, &line)?;
        Ok(line)
    })
}

/// Takes a cost line away.
pub fn remove_cost(app: &App, actor: &Actor, line: Id) -> Result<()> {
    app.write(actor, |tx| Ok(campaigns::delete_cost(tx, line)?))
}

/// A line with its quantity and amount, as the figures count it.
pub(super) fn shown(line: &CostLine, counted: &Quantities, targeted: u64) -> CostShown {
    let quantity = line.unit.map(|unit| match line.quantity {
        Some(typed) => typed,
        None if line.planned => crate::signed(targeted).saturating_mul(1000),
        None => counted.of(unit),
    });
    CostShown { line: line.clone(), quantity, amount_cents: line_cost(line, counted, targeted) }
}
