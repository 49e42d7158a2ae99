//! One account with all that is known of it.

use filon_core::journal::Standing;
use filon_core::{Account, CallOutcome, Cents, Channel, EventKind, Id, Moment, Person};
use jiff::civil::Date;

use crate::follow_ups::FollowUpRow;
use crate::{Actor, App, Result};

/// The fiche: who they are, where they stand, what may be done, what happened, what is next.
#[derive(Debug, Clone)]
pub struct Fiche {
    pub account: Account,
    pub persons: Vec<Person>,
    pub standing: Standing,
    /// Name of the user who looks after it.
    pub owner: Option<String>,
    pub rights: Vec<ChannelRight>,
    /// Last first.
    pub timeline: Vec<TimelineLine>,
    /// Open ones, soonest first.
    pub follow_ups: Vec<FollowUpRow>,
    /// Names of the actions whose target it is in.
    pub campaigns: Vec<String>,
    /// Name of the file that it came with.
    pub batch: Option<String>,
}

/// Whether the account may be contacted on a channel now, worded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelRight {
    pub channel: Channel,
    pub allowed: bool,
    /// The rule, as a sentence.
    pub reason: String,
    /// The text that the rule comes from, and whether it was checked.
    pub source: String,
    /// The day until which the answer holds, where it has an end.
    pub until: Option<Date>,
}

/// One line of the journal, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineLine {
    pub id: Id,
    pub on: Date,
    pub at: Option<Moment>,
    pub kind: EventKind,
    pub channel: Option<Channel>,
    pub outcome: Option<CallOutcome>,
    pub campaign: Option<String>,
    pub by: Option<String>,
    pub amount: Option<Cents>,
    pub margin: Option<Cents>,
    pub note: Option<String>,
    pub voided: bool,
}

/// Everything about one account.
pub fn fiche(_app: &App, _actor: &Actor, _id: Id) -> Result<Fiche> {
    crate::error::pending()
}
