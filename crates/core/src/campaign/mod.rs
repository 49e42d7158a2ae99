//! Actions (campagnes), their target and what they cost.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Channel, Id, Micros, Moment};

/// Why the action is made: to win clients, or to keep them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    Acquisition,
    Retention,
}

impl Purpose {
    pub const fn code(self) -> &'static str {
        match self {
            Purpose::Acquisition => "acquisition",
            Purpose::Retention => "retention",
        }
    }

    pub fn from_code(code: &str) -> Option<Purpose> {
        [Purpose::Acquisition, Purpose::Retention].into_iter().find(|purpose| purpose.code() == code)
    }
}

/// An action: a target, a channel, costs, a result. Its state is told by its dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Campaign {
    pub id: Id,
    pub name: String,
    pub channel: Channel,
    pub purpose: Purpose,
    /// The selection as it was typed; frozen into a target at launch.
    pub query: String,
    /// The saved selection that it was taken from.
    pub segment: Option<String>,
    /// Planned first and last day.
    pub from: Option<Date>,
    pub to: Option<Date>,
    pub template: Option<Id>,
    pub launched_on: Option<Date>,
    pub closed_on: Option<Date>,
    /// Verdict that was frozen by somebody: `renew`, `adjust` or `stop`.
    pub verdict: Option<String>,
    pub verdict_reason: Option<String>,
    pub created_at: Moment,
}

/// What a unit price is paid for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    Letter,
    Email,
    Call,
    Minute,
    Hour,
    Visit,
    Km,
    Contact,
}

impl Unit {
    pub const ALL: [Unit; 8] = [
        Unit::Letter,
        Unit::Email,
        Unit::Call,
        Unit::Minute,
        Unit::Hour,
        Unit::Visit,
        Unit::Km,
        Unit::Contact,
    ];

    pub const fn code(self) -> &'static str {
        match self {
            Unit::Letter => "letter",
            Unit::Email => "email",
            Unit::Call => "call",
            Unit::Minute => "minute",
            Unit::Hour => "hour",
            Unit::Visit => "visit",
            Unit::Km => "km",
            Unit::Contact => "contact",
        }
    }

    pub fn from_code(code: &str) -> Option<Unit> {
        Unit::ALL.into_iter().find(|unit| unit.code() == code)
    }
}

/// A cost line (dépense) of an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CostLine {
    pub id: Id,
    pub campaign: Id,
    pub label: String,
    /// The whole amount where `unit` is `None`, else the price of one unit.
    pub amount: Micros,
    pub unit: Option<Unit>,
    /// In thousandths; `None` = taken from the journal.
    pub quantity: Option<i64>,
    pub planned: bool,
    pub created_at: Moment,
}
