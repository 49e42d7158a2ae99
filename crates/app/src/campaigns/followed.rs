//! The Suivi tab: each account of an action and how far it came.

use filon_core::{EventKind, Id};
use jiff::civil::Date;

use crate::{Actor, App, Result};

/// How far an account came in an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FunnelLevel {
    Targeted,
    Contacted,
    Interested,
    Meeting,
    Quote,
    Order,
}

impl FunnelLevel {
    pub const ALL: [FunnelLevel; 6] = [
        FunnelLevel::Targeted,
        FunnelLevel::Contacted,
        FunnelLevel::Interested,
        FunnelLevel::Meeting,
        FunnelLevel::Quote,
        FunnelLevel::Order,
    ];

    /// The contract's word for the step.
    pub const fn code(self) -> &'static str {
        match self {
            FunnelLevel::Targeted => "targeted",
            FunnelLevel::Contacted => "contacted",
            FunnelLevel::Interested => "interested",
            FunnelLevel::Meeting => "meeting",
            FunnelLevel::Quote => "quote",
            FunnelLevel::Order => "order",
        }
    }

    pub fn from_code(code: &str) -> Option<FunnelLevel> {
        FunnelLevel::ALL.into_iter().find(|level| level.code() == code)
    }
}

/// Which accounts of the action to show.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FollowFilter {
    /// Exactly this step as the furthest.
    pub furthest: Option<FunnelLevel>,
    /// Words in the name, the person or the town.
    pub text: String,
    pub offset: usize,
    pub limit: Option<usize>,
}

/// One account of the action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowRow {
    pub account: Id,
    pub name: String,
    pub person: String,
    pub city: Option<String>,
    pub phone: String,
    pub furthest: FunnelLevel,
    /// Last event of the action with it, and its day.
    pub last: Option<(EventKind, Date)>,
    /// The last event itself, to take it back.
    pub last_event: Option<Id>,
    pub next_step_on: Option<Date>,
    /// The rule that refused it, worded.
    pub refused: Option<String>,
}

/// The accounts of an action, those who answered first.
pub fn followed(_app: &App, _actor: &Actor, _campaign: &str, _filter: &FollowFilter) -> Result<Vec<FollowRow>> {
    crate::error::pending()
}
