//! What was planned against what was spent.

use serde::{Deserialize, Serialize};

use super::{CampaignCosts, Quantities, line_cost};
use crate::Cents;
use crate::text::fold;

/// How near the spending is to the budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Alarm {
    /// Below 80 %, or no budget to go by.
    None,
    /// From 80 % on.
    Warn,
    /// From 100 % on: nothing is left.
    Over,
}

impl Alarm {
    pub const ALL: [Alarm; 3] = [Alarm::None, Alarm::Warn, Alarm::Over];

    /// The word of the contract.
    pub const fn code(self) -> &'static str {
        match self {
            Alarm::None => "none",
            Alarm::Warn => "warn",
            Alarm::Over => "over",
        }
    }

    pub fn from_code(code: &str) -> Option<Alarm> {
        Alarm::ALL.into_iter().find(|alarm| alarm.code() == code)
    }

    /// In whole numbers, so that 80 % is 80 %. A budget of 0 is over with the first cent.
    fn of(spent: Cents, limit: Option<Cents>) -> Alarm {
        let Some(limit) = limit.filter(|limit| *limit >= 0 && spent > 0) else { return Alarm::None };
        let (spent, limit) = (i128::from(spent), i128::from(limit));
        match () {
            () if spent >= limit => Alarm::Over,
            () if spent * 100 >= limit * 80 => Alarm::Warn,
            () => Alarm::None,
        }
    }
}

/// The lines of one label, planned and actual.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BudgetRow {
    /// As it was typed first.
    pub label: String,
    pub planned: Option<Cents>,
    pub actual: Option<Cents>,
    /// Actual less planned: above 0 is dearer than planned. What has no line counts 0.
    pub gap: Cents,
}

/// An action's spending against its plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Budget {
    /// In the order in which labels came up.
    pub rows: Vec<BudgetRow>,
    /// `None` where nothing was planned.
    pub planned: Option<Cents>,
    pub actual: Cents,
    /// Actual less planned; `None` where nothing was planned.
    pub gap: Option<Cents>,
    /// Gap ÷ planned; `None` where nothing, or 0, was planned.
    pub gap_share: Option<f64>,
    /// What the alarm goes by: the limit given, else what was planned.
    pub limit: Option<Cents>,
    pub alarm: Alarm,
}

/// Sets planned against actual lines, matched by label however it is typed (a price per letter may be
/// answered by one invoice). `counted` are the quantities of the journal so far.
pub fn budget(costs: &CampaignCosts<'_>, counted: &Quantities, limit: Option<Cents>) -> Budget {
    let mut rows: Vec<(String, BudgetRow)> = Vec::new();
    for line in costs.lines {
        let key = fold(&line.label);
        let at = rows.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
            rows.push((key, BudgetRow { label: line.label.clone(), planned: None, actual: None, gap: 0 }));
            rows.len() - 1
        });
        let (_, row) = &mut rows[at];
        let amount = line_cost(line, counted, costs.targeted);
        let sum = if line.planned { &mut row.planned } else { &mut row.actual };
        *sum = Some(sum.unwrap_or(0).saturating_add(amount));
        row.gap = row.actual.unwrap_or(0).saturating_sub(row.planned.unwrap_or(0));
    }
    let rows: Vec<BudgetRow> = rows.into_iter().map(|(_, row)| row).collect();
    let planned = rows.iter().filter_map(|row| row.planned).reduce(Cents::saturating_add);
    let actual = rows.iter().filter_map(|row| row.actual).fold(0, Cents::saturating_add);
    let gap = planned.map(|planned| actual.saturating_sub(planned));
    let gap_share = planned
        .zip(gap)
        .filter(|(planned, _)| *planned != 0)
        .map(|(planned, gap)| gap as f64 / planned as f64);
    let limit = limit.or(planned);
    Budget { rows, planned, actual, gap, gap_share, limit, alarm: Alarm::of(actual, limit) }
}
