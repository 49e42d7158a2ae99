//! The sum of cost lines.

use jiff::civil::Date;

use super::Quantities;
use crate::campaign::Unit;
use crate::ratio::Scope;
use crate::{Campaign, Cents, Channel, CostLine, Id};

/// The lines of one action.
#[derive(Debug, Clone, Copy)]
pub struct CampaignCosts<'a> {
    pub campaign: &'a Campaign,
    pub lines: &'a [CostLine],
    /// Accounts in its target: what a planned unit price is multiplied by before anything was posted.
    pub targeted: u64,
}

/// What one line comes to, in cents: a fixed amount, or a unit price times the quantity typed in,
/// else counted in the journal, else planned for the whole target.
pub fn line_cost(line: &CostLine, counted: &Quantities, targeted: u64) -> Cents {
    let thousandths = match (line.unit, line.quantity) {
        (None, _) => 1000,
        (Some(_), Some(typed)) => typed,
        (Some(_), None) if line.planned => i64::try_from(targeted).unwrap_or(i64::MAX).saturating_mul(1000),
        (Some(unit), None) => counted.of(unit),
    };
    line.amount.times(thousandths)
}

/// Actual cost and planned cost (`None` where nothing was planned) of the actions in scope.
///
/// A line counts from the day of its action: the launch, else the planned start, else its making.
/// Lines whose quantity comes from the journal are spread by the journal's own days.
pub fn total(
    costs: &[CampaignCosts<'_>],
    scope: &Scope,
    quantities: impl Fn(Id) -> Quantities,
) -> (Cents, Option<Cents>) {
    let sum = |planned: bool| {
        let amounts = in_scope(costs, scope, &quantities, move |line| line.planned == planned);
        amounts.into_iter().reduce(Cents::saturating_add)
    };
    (sum(false).unwrap_or(0), sum(true))
}

/// The part of the actual cost that one more letter, call or visit adds to: the lines per unit.
pub fn variable(costs: &[CampaignCosts<'_>], scope: &Scope, quantities: impl Fn(Id) -> Quantities) -> Cents {
    let amounts = in_scope(costs, scope, &quantities, |line| !line.planned && line.unit.is_some());
    amounts.into_iter().fold(0, Cents::saturating_add)
}

/// What each line of the actions in scope comes to, of those that are wanted.
fn in_scope(
    costs: &[CampaignCosts<'_>],
    scope: &Scope,
    quantities: &impl Fn(Id) -> Quantities,
    wanted: impl Fn(&CostLine) -> bool,
) -> Vec<Cents> {
    let mut amounts = Vec::new();
    for cost in costs.iter().filter(|cost| scope.campaign.is_none_or(|wanted| cost.campaign.id == wanted)) {
        let counted = quantities(cost.campaign.id);
        let on_channel =
            |line: &&CostLine| scope.channel.is_none_or(|wanted| channel_of(line, cost.campaign) == wanted);
        for line in cost.lines.iter().filter(on_channel).filter(|line| wanted(line)) {
            let from_journal = line.unit.is_some() && line.quantity.is_none() && !line.planned;
            if from_journal || scope.holds(day_of(cost.campaign)) {
                amounts.push(line_cost(line, &counted, cost.targeted));
            }
        }
    }
    amounts
}

/// The channel that a line pays for: that of its unit where the unit says one, else that of the action.
/// Calls made for an action of letters are costs of the telephone, as their contacts are contacts by it.
fn channel_of(line: &CostLine, campaign: &Campaign) -> Channel {
    match line.unit {
        Some(Unit::Letter) => Channel::Letter,
        Some(Unit::Email) => Channel::Email,
        Some(Unit::Call | Unit::Minute) => Channel::Phone,
        Some(Unit::Visit | Unit::Km) => Channel::Visit,
        Some(Unit::Hour | Unit::Contact) | None => campaign.channel,
    }
}

/// The day from which an action's fixed costs count.
fn day_of(campaign: &Campaign) -> Date {
    campaign.launched_on.or(campaign.from).unwrap_or_else(|| campaign.created_at.day())
}
