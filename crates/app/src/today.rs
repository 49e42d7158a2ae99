//! What to do now.

use filon_core::Id;
use jiff::civil::Date;

use crate::campaigns::CampaignRow;
use crate::follow_ups::FollowUpRow;
use crate::{Actor, App, Result};

/// A meeting to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingRow {
    pub event: Id,
    pub account: Id,
    pub name: String,
    pub person: String,
    pub phone: String,
    pub on: Date,
    pub note: Option<String>,
    pub campaign: Option<String>,
}

/// The Aujourd'hui page.
#[derive(Debug, Clone)]
pub struct Today {
    pub on: Date,
    pub overdue: Vec<FollowUpRow>,
    pub due: Vec<FollowUpRow>,
    /// Set for today and the six days after.
    pub meetings: Vec<MeetingRow>,
    pub running: Vec<CampaignRow>,
    /// Launched, old enough or over, without a verdict.
    pub to_judge: Vec<CampaignRow>,
    /// Accounts that showed interest and have no follow-up.
    pub without_next_step: u64,
    pub is_empty_base: bool,
}

pub fn today(_app: &App, _actor: &Actor) -> Result<Today> {
    crate::error::pending()
}
