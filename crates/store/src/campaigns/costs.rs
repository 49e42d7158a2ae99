//! Cost lines (dépenses).

use filon_core::campaign::Unit;
use filon_core::{CostLine, Id, Micros};

use crate::db::{Row, statements, values};
use crate::{Result, StoreError, Tx};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, campaign, label, amount, unit, quantity, planned, created_at FROM cost_lines ",
            $rest
        )
    };
}

statements! {
    ADD = "INSERT INTO cost_lines (id, campaign, label, amount, unit, quantity, planned, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    OF_CAMPAIGN = select!("WHERE campaign = $1 ORDER BY id");
    ALL = select!("ORDER BY id");
    DELETE = "DELETE FROM cost_lines WHERE id = $1";
}

/// Adds a cost line.
pub fn add_cost(tx: &mut Tx<'_>, line: &CostLine) -> Result<()> {
    let values = values![
        line.id,
        line.campaign,
        &line.label,
        line.amount,
        line.unit.map(|unit| unit.code()),
        line.quantity,
        line.planned,
        line.created_at,
    ];
    tx.execute(ADD, values).map(|_| ())
}

/// The cost lines of a campaign, in the order of entry.
pub fn costs(tx: &mut Tx<'_>, campaign: Id) -> Result<Vec<CostLine>> {
    tx.query(OF_CAMPAIGN, values![campaign], read)
}

/// Every cost line, in the order of entry.
pub fn all_costs(tx: &mut Tx<'_>) -> Result<Vec<CostLine>> {
    tx.query(ALL, &[], read)
}

/// Takes a cost line away.
pub fn delete_cost(tx: &mut Tx<'_>, id: Id) -> Result<()> {
    match tx.execute(DELETE, values![id])? {
        0 => Err(StoreError::not_found("cost line", id)),
        _ => Ok(()),
    }
}

fn read(row: &Row) -> Result<CostLine> {
    let mut columns = row.columns();
    Ok(CostLine {
        id: columns.id()?,
        campaign: columns.id()?,
        label: columns.string()?,
        amount: Micros(columns.int()?),
        unit: columns.opt_code(Unit::from_code)?,
        quantity: columns.opt_int()?,
        planned: columns.flag()?,
        created_at: columns.moment()?,
    })
}
