//! A part of the target that is not contacted, drawn by lot, to see what the action itself brings.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::{Comparison, Share, compare};
use crate::chance::mixed;
use crate::money::divide_rounded;
use crate::{Cents, Id};

/// How a hold-out group is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoldOut {
    /// Drawn once by the caller, and kept with the action.
    pub chance: u64,
    /// In whole percent of the target, at most 50: beyond, the action would be the exception.
    pub percent: u8,
}

impl HoldOut {
    /// `None` unless from 1 to 50 %.
    pub fn new(chance: u64, percent: u8) -> Option<HoldOut> {
        (1..=50).contains(&percent).then_some(HoldOut { chance, percent })
    }

    /// Those of a target that are not contacted: the percentage of it, rounded to the nearest account.
    /// Who is drawn depends on the chance and on the accounts, not on their order.
    pub fn draw(&self, target: &[Id]) -> HashSet<Id> {
        let count = (target.len() * usize::from(self.percent) + 50) / 100;
        let mut drawn: Vec<(u64, Id)> =
            target.iter().map(|account| (self.ticket(*account), *account)).collect();
        drawn.sort_unstable();
        drawn.into_iter().take(count).map(|(_, account)| account).collect()
    }

    fn ticket(&self, account: Id) -> u64 {
        let bits = account.bits();
        mixed(mixed(self.chance, (bits >> 64) as u64), bits as u64)
    }
}

/// What the action brought beyond what would have come by itself.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Lift {
    /// A is the group held out, B those contacted.
    pub comparison: Comparison,
    /// Successes among those contacted that would not have come by themselves: the difference of the
    /// two shares × those contacted; below 0 where the action did harm.
    pub extra: Option<f64>,
    /// Its 95 % interval.
    pub extra_interval: Option<(f64, f64)>,
    /// Cost ÷ extra successes; `None` unless the lift is real (B leads).
    pub cost_per_extra: Option<Cents>,
}

/// Sets those contacted against those held out, for the cost of the action.
pub fn lift(contacted: Share, held_out: Share, cost: Cents) -> Lift {
    let comparison = compare(held_out, contacted);
    let n = contacted.denominator as f64;
    let extra = comparison.difference.map(|difference| difference * n);
    let extra_interval = comparison.interval.map(|(low, high)| (low * n, high * n));
    // extra = k − n × h ÷ m, so that cost ÷ extra is cost × m ÷ (k × m − n × h), in whole numbers.
    let whole = |count: u64| i128::from(count);
    let (k, m) = (whole(contacted.numerator), whole(held_out.denominator));
    let below = k * m - whole(contacted.denominator) * whole(held_out.numerator);
    let real = comparison.lead == super::Lead::B && below > 0;
    let cost_per_extra = real.then(|| divide_rounded(i128::from(cost) * m, below));
    Lift { comparison, extra, extra_interval, cost_per_extra }
}
