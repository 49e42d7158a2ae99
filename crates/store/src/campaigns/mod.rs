//! Campaigns (actions), their targets and costs.

use filon_core::{Campaign, CostLine, Id};
use jiff::civil::Date;

use crate::{Result, Tx};

/// An account of a frozen target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub account: Id,
    /// The rule of the right to contact that refused it.
    pub refused: Option<String>,
}

/// A campaign with the figures of its line in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    pub campaign: Campaign,
    pub targeted: i64,
    pub refused: i64,
    /// Accounts with a standing outgoing contact of it.
    pub contacted: i64,
    pub orders: i64,
}

/// Adds a campaign. A name already taken (accents and case apart) is a conflict.
pub fn insert(tx: &mut Tx<'_>, campaign: &Campaign) -> Result<()> {
    todo!()
}

/// Rewrites a campaign.
pub fn update(tx: &mut Tx<'_>, campaign: &Campaign) -> Result<()> {
    todo!()
}

pub fn get(tx: &mut Tx<'_>, id: Id) -> Result<Option<Campaign>> {
    todo!()
}

/// By name, accents and case apart.
pub fn by_name(tx: &mut Tx<'_>, name: &str) -> Result<Option<Campaign>> {
    todo!()
}

/// Every campaign, newest first.
pub fn list(tx: &mut Tx<'_>) -> Result<Vec<Summary>> {
    todo!()
}

/// Freezes the target, in the order given. A target can be frozen once.
pub fn freeze(tx: &mut Tx<'_>, campaign: Id, targets: &[Target]) -> Result<()> {
    todo!()
}

/// The frozen target in its order; empty before the launch.
pub fn targets(tx: &mut Tx<'_>, campaign: Id) -> Result<Vec<Target>> {
    todo!()
}

/// Marks the campaign as launched on a day; launching twice is a conflict.
pub fn mark_launched(tx: &mut Tx<'_>, id: Id, on: Date) -> Result<()> {
    todo!()
}

/// Closes it, or opens it again with `None`.
pub fn mark_closed(tx: &mut Tx<'_>, id: Id, on: Option<Date>) -> Result<()> {
    todo!()
}

/// Freezes a verdict (`renew`, `adjust`, `stop`) and its reason, or takes it back.
pub fn set_verdict(tx: &mut Tx<'_>, id: Id, verdict: Option<&str>, reason: Option<&str>) -> Result<()> {
    todo!()
}

pub fn add_cost(tx: &mut Tx<'_>, line: &CostLine) -> Result<()> {
    todo!()
}

/// The cost lines of a campaign, in the order of entry.
pub fn costs(tx: &mut Tx<'_>, campaign: Id) -> Result<Vec<CostLine>> {
    todo!()
}

/// Every cost line, in the order of entry.
pub fn all_costs(tx: &mut Tx<'_>) -> Result<Vec<CostLine>> {
    todo!()
}

pub fn delete_cost(tx: &mut Tx<'_>, id: Id) -> Result<()> {
    todo!()
}
