//! Reports of visits (comptes rendus), written where there may be no network.

mod field;
mod merge;

pub use field::{NotAValue, VisitField};
pub use merge::{Merged, VisitConflict, merge};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Id;

/// What somebody who went there writes down. A text that is empty was not filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitReport {
    /// Made where the report is begun, also without network, so that a repeated save is recognised.
    pub id: Id,
    pub account: Id,
    /// The meeting that the visit was.
    #[serde(default)]
    pub meeting: Option<Id>,
    /// The user who went.
    #[serde(default)]
    pub by: Option<Id>,
    pub on: Date,
    #[serde(default)]
    pub place: String,
    /// Whom one met, as they were named.
    #[serde(default)]
    pub people: String,
    #[serde(default)]
    pub subject: String,
    #[serde(default)]
    pub needs: String,
    #[serde(default)]
    pub objections: String,
    #[serde(default)]
    pub competitors: String,
    #[serde(default)]
    pub next_step: Option<VisitNext>,
    /// Chance of an order, in percent, 0 to 100.
    #[serde(default)]
    pub probability: Option<u8>,
    #[serde(default)]
    pub note: String,
}

/// What was agreed on: who does what, when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitNext {
    /// A user; `None` = nobody in particular.
    #[serde(default)]
    pub who: Option<Id>,
    pub what: String,
    pub on: Date,
}

impl VisitReport {
    /// A report in which nothing is filled in yet.
    pub fn blank(id: Id, account: Id, on: Date) -> VisitReport {
        VisitReport {
            id,
            account,
            meeting: None,
            by: None,
            on,
            place: String::new(),
            people: String::new(),
            subject: String::new(),
            needs: String::new(),
            objections: String::new(),
            competitors: String::new(),
            next_step: None,
            probability: None,
            note: String::new(),
        }
    }
}
