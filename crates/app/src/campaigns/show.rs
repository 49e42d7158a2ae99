//! The actions and one of them, with figures.

use filon_core::Campaign;

use super::CostShown;
use crate::answer::{RefusedAnswer, StatsAnswer};
use crate::{Actor, App, Result};

/// One line of the list of actions.
#[derive(Debug, Clone)]
pub struct CampaignRow {
    pub campaign: Campaign,
    pub targeted: u64,
    pub figures: StatsAnswer,
}

/// One action with all that it has.
#[derive(Debug, Clone)]
pub struct CampaignShow {
    pub campaign: Campaign,
    pub costs: Vec<CostShown>,
    pub targeted: u64,
    pub allowed: u64,
    pub refused: Vec<RefusedAnswer>,
    pub stats: StatsAnswer,
}

/// Every action, last first.
pub fn list(_app: &App, _actor: &Actor) -> Result<Vec<CampaignRow>> {
    crate::error::pending()
}

/// One action, by name or identifier.
pub fn show(_app: &App, _actor: &Actor, _name_or_id: &str) -> Result<CampaignShow> {
    crate::error::pending()
}
