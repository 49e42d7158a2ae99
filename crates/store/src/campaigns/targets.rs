//! The target of a campaign: a selection frozen at its launch.

use filon_core::Id;

use crate::db::{statements, values};
use crate::{Result, StoreError, Tx};

/// An account of a frozen target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub account: Id,
    /// The rule of the right to contact that refused it.
    pub refused: Option<String>,
}

statements! {
    COUNT = "SELECT COUNT(*) FROM targets WHERE campaign = $1";
    TARGETS = "SELECT account, refused FROM targets WHERE campaign = $1 ORDER BY position";
}

/// Freezes the target, in the order given. A target can be frozen once.
pub fn freeze(tx: &mut Tx<'_>, campaign: Id, targets: &[Target]) -> Result<()> {
    if tx.number(COUNT, values![campaign])? > 0 {
        return Err(StoreError::conflict("the target is frozen already"));
    }
    let rows = targets.iter().zip(0_i64..).map(|(target, position)| {
        vec![campaign.into(), target.account.into(), position.into(), target.refused.as_ref().into()]
    });
    tx.insert_rows("targets", &["campaign", "account", "position", "refused"], rows)
}

/// The frozen target in its order; empty before the launch.
pub fn targets(tx: &mut Tx<'_>, campaign: Id) -> Result<Vec<Target>> {
    tx.query(TARGETS, values![campaign], |row| {
        let mut columns = row.columns();
        Ok(Target { account: columns.id()?, refused: columns.opt_string()? })
    })
}
