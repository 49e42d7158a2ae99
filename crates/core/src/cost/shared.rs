//! A cost that several actions share: a stand, a file, a subscription.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Cents, CostLine, Id, Micros, Moment};

/// What a shared cost is divided by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShareRule {
    Equal,
    /// By the accounts that each action contacted.
    Contacted,
    /// By the accounts that each action targets.
    Targeted,
    /// By weights that somebody gave.
    Weights,
}

impl ShareRule {
    pub const ALL: [ShareRule; 4] =
        [ShareRule::Equal, ShareRule::Contacted, ShareRule::Targeted, ShareRule::Weights];

    /// The word of the contract and of the database.
    pub const fn code(self) -> &'static str {
        match self {
            ShareRule::Equal => "equal",
            ShareRule::Contacted => "contacted",
            ShareRule::Targeted => "targeted",
            ShareRule::Weights => "weights",
        }
    }

    pub fn from_code(code: &str) -> Option<ShareRule> {
        ShareRule::ALL.into_iter().find(|rule| rule.code() == code)
    }
}

/// A cost and the actions that bear it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedCost {
    pub id: Id,
    pub label: String,
    /// Excluding tax.
    pub amount: Cents,
    pub on: Date,
    pub rule: ShareRule,
    pub bearers: Vec<Bearer>,
    pub planned: bool,
    pub created_at: Moment,
}

/// An action that bears a part. The weight only counts under [`ShareRule::Weights`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bearer {
    pub campaign: Id,
    pub weight: u64,
}

/// What an action is measured by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reach {
    pub contacted: u64,
    pub targeted: u64,
}

/// A shared cost, divided: the parts sum to it, to the cent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    pub parts: Vec<(Id, Cents)>,
    /// The rule had nothing to go by (nobody contacted yet, no weight given), and the parts are equal.
    pub equal_for_want: bool,
}

impl SharedCost {
    /// What each action bears.
    pub fn parts(&self, reach: impl Fn(Id) -> Reach) -> Parts {
        let weight = |bearer: &Bearer| match self.rule {
            ShareRule::Equal => 1,
            ShareRule::Contacted => reach(bearer.campaign).contacted,
            ShareRule::Targeted => reach(bearer.campaign).targeted,
            ShareRule::Weights => bearer.weight,
        };
        let weights: Vec<u64> = self.bearers.iter().map(weight).collect();
        let equal_for_want = !weights.is_empty() && weights.iter().all(|weight| *weight == 0);
        let amounts = split(self.amount, &weights);
        let parts = self.bearers.iter().zip(amounts).map(|(bearer, part)| (bearer.campaign, part)).collect();
        Parts { parts, equal_for_want }
    }

    /// A part as a line of its action's costs, so that every figure counts it.
    pub fn line(&self, campaign: Id, part: Cents) -> CostLine {
        CostLine {
            id: self.id,
            campaign,
            label: self.label.clone(),
            amount: Micros::from_cents(part),
            unit: None,
            quantity: None,
            planned: self.planned,
            created_at: self.created_at,
        }
    }
}

/// Divides an amount in proportion to some weights (equally where all are 0) by the largest
/// remainders, the first of equal ones, so that the parts sum to the amount. Nothing for no weights.
pub fn split(amount: Cents, weights: &[u64]) -> Vec<Cents> {
    let equally = weights.iter().all(|weight| *weight == 0);
    let weights: Vec<u128> = weights.iter().map(|w| if equally { 1 } else { u128::from(*w) }).collect();
    let sum: u128 = weights.iter().sum::<u128>().max(1);
    let whole = u128::from(amount.unsigned_abs());
    let mut parts: Vec<u128> = weights.iter().map(|weight| whole * weight / sum).collect();
    let mut by_remainder: Vec<usize> = (0..weights.len()).collect();
    by_remainder.sort_by_key(|at| std::cmp::Reverse(whole * weights[*at] % sum));
    // Each division loses less than one cent, so that fewer are missing than there are parts.
    let missing = if weights.is_empty() { 0 } else { whole - parts.iter().sum::<u128>() };
    for at in by_remainder.into_iter().take(usize::try_from(missing).unwrap_or(usize::MAX)) {
        parts[at] += 1;
    }
    let sign = if amount < 0 { -1 } else { 1 };
    parts.into_iter().map(|part| i64::try_from(part).unwrap_or(i64::MAX) * sign).collect()
}
