//! A decision as somebody took it, and whether later orders bore it out.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::credit::days_between;
use super::{Figures, Verdict};
use crate::{Cents, Id};

/// A decision with the figures that were on the screen. It is kept as it is: corrections of the journal
/// change what is known now, not what was known then.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Frozen {
    pub campaign: Id,
    /// What somebody decided.
    pub verdict: Verdict,
    /// What the figures advised.
    pub advised: Verdict,
    /// That the same action, done again, pays for itself.
    pub probability: Option<f64>,
    pub figures: FrozenFigures,
    /// The user who decided.
    pub author: Option<Id>,
    pub on: Date,
    pub reason: String,
}

/// The figures that a decision was taken on. Amounts in cents.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FrozenFigures {
    pub contacts: u64,
    pub contacted: u64,
    pub interested: u64,
    pub meetings: u64,
    pub quotes: u64,
    pub new_clients: u64,
    pub orders: u64,
    pub cost: Cents,
    pub revenue: Cents,
    pub margin: Cents,
    pub result: Cents,
    pub cac: Option<Cents>,
    pub roi: Option<f64>,
    /// Average margin per new client, in cents, that the sum used.
    pub average_margin: Option<f64>,
    /// Success rate above which the action pays.
    pub break_even_rate: Option<f64>,
}

impl Frozen {
    /// Freezes a decision on the figures of an action.
    pub fn of(
        campaign: Id,
        figures: &Figures,
        verdict: Verdict,
        author: Option<Id>,
        on: Date,
        reason: String,
    ) -> Frozen {
        let [_, _, _, meetings, quotes, _] = figures.funnel.each_ref().map(|step| step.count);
        Frozen {
            campaign,
            verdict,
            advised: figures.decision.verdict,
            probability: figures.decision.probability.map(|value| kept(value, 1e12)),
            figures: FrozenFigures {
                contacts: figures.contacts,
                contacted: figures.contacted,
                interested: figures.interested,
                meetings,
                quotes,
                new_clients: figures.new_clients,
                orders: figures.orders,
                cost: figures.cost,
                revenue: figures.revenue,
                margin: figures.margin,
                result: figures.result,
                cac: figures.cac,
                roi: figures.roi.map(|value| kept(value, 1e9)),
                average_margin: figures.decision.average_margin.map(|value| kept(value, 1e3)),
                break_even_rate: figures.decision.break_even_rate.map(|value| kept(value, 1e12)),
            },
            author,
            on,
            reason,
        }
    }
}

/// Rounded to so few digits that JSON gives back the same number, to the last bit.
fn kept(value: f64, scale: f64) -> f64 {
    (value * scale).round() / scale
}

/// What is known later.
#[derive(Debug, Clone, Copy)]
pub struct Later<'a> {
    /// The figures of the action, or of the one that was made from it and has contacted somebody.
    pub figures: &'a Figures,
    /// They are those of the action made from it.
    pub renewed: bool,
    /// The day of the last contact that an order could still be credited to.
    pub last_contact_on: Date,
    pub today: Date,
    pub credit_window_days: i32,
}

/// What later orders say of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hindsight {
    Right,
    Wrong,
    /// Orders can still be credited, and could turn it.
    TooEarly,
}

impl Hindsight {
    pub const ALL: [Hindsight; 3] = [Hindsight::Right, Hindsight::Wrong, Hindsight::TooEarly];

    /// The word of the contract.
    pub const fn code(self) -> &'static str {
        match self {
            Hindsight::Right => "right",
            Hindsight::Wrong => "wrong",
            Hindsight::TooEarly => "too_early",
        }
    }

    pub fn from_code(code: &str) -> Option<Hindsight> {
        Hindsight::ALL.into_iter().find(|hindsight| hindsight.code() == code)
    }
}

/// Whether later figures bore the decision out.
///
/// Renewing was right if the action paid for itself in the end, stopping if it did not. Adjusting was
/// right if the action made from it earns more per account contacted than before; where none was made,
/// if the figures still say neither to renew nor to stop. Until the credit window of the last contact
/// is over only what came since can settle it: an order that makes the action pay.
pub fn verdict_later(frozen: &Frozen, later: &Later<'_>) -> Hindsight {
    let now = later.figures;
    let over = days_between(later.last_contact_on, later.today) > i64::from(later.credit_window_days);
    let pays = now.result >= 0 && now.contacted > 0;
    let paid_since = pays && (later.renewed || now.orders > frozen.figures.orders);
    match frozen.verdict {
        Verdict::Renew if paid_since || (over && pays) => Hindsight::Right,
        Verdict::Stop if paid_since || (over && pays) => Hindsight::Wrong,
        Verdict::Renew if over => Hindsight::Wrong,
        Verdict::Stop if over => Hindsight::Right,
        Verdict::Adjust if over && later.renewed => said(earns_more(now, &frozen.figures)),
        Verdict::Adjust if over => said(!matches!(now.decision.verdict, Verdict::Renew | Verdict::Stop)),
        Verdict::Renew | Verdict::Stop | Verdict::Adjust | Verdict::TooEarly => Hindsight::TooEarly,
    }
}

fn said(right: bool) -> Hindsight {
    if right { Hindsight::Right } else { Hindsight::Wrong }
}

/// Result per account contacted, compared in whole numbers.
fn earns_more(now: &Figures, then: &FrozenFigures) -> bool {
    let per = |result: Cents, others: u64| i128::from(result) * i128::from(others);
    per(now.result, then.contacted) > per(then.result, now.contacted)
}
