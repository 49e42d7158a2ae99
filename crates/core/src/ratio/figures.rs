//! What a scope comes to.

use super::retention::per;
use super::{Decision, Quartiles, Retention, Share, Tally, decide};
use crate::cost::{CampaignCosts, Quantities, total, variable};
use crate::{Cents, Id};

/// The steps of the funnel, in order.
pub const STEPS: [&str; 6] = ["targeted", "contacted", "interested", "meeting", "quote", "order"];

/// One step of the funnel.
#[derive(Debug, Clone, PartialEq)]
pub struct FunnelStep {
    pub step: &'static str,
    pub count: u64,
    /// Of those who got to the step before; `None` for the first step.
    pub from_previous: Option<Share>,
    /// Median of the days since the step before.
    pub median_days: Option<f64>,
    /// The same days, with how far they spread.
    pub days: Option<Quartiles>,
}

/// Every figure of `filon stats`. Amounts in cents.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    pub contacts: u64,
    pub clients: u64,
    pub prospects: u64,
    pub contacted: u64,
    pub interested: u64,
    pub new_clients: u64,
    /// Taux de prospection: contacted ÷ contacts.
    pub prospecting_rate: Share,
    /// Efficacité de la prospection: contacted ÷ prospects.
    pub prospecting_effectiveness: Share,
    /// Efficacité du prospecteur: interested ÷ contacted.
    pub prospector_effectiveness: Share,
    /// Taux de réussite: new clients ÷ contacted.
    pub success_rate: Share,
    pub funnel: [FunnelStep; 6],
    pub cost: Cents,
    pub planned_cost: Option<Cents>,
    pub cost_per_contacted: Option<Cents>,
    pub cost_per_interested: Option<Cents>,
    /// Per account that a meeting was set with, or that got further.
    pub cost_per_meeting: Option<Cents>,
    /// Accounts that a meeting was held with.
    pub meetings_held: u64,
    pub cost_per_meeting_held: Option<Cents>,
    pub cost_per_quote: Option<Cents>,
    /// Coût d'acquisition: every actual line ÷ new clients.
    pub cac: Option<Cents>,
    /// The part of the cost that grows with what is done: the lines per unit.
    pub variable_cost: Cents,
    /// What one more client costs once the fixed lines are paid: variable cost ÷ new clients.
    pub cac_marginal: Option<Cents>,
    pub orders: u64,
    pub revenue: Cents,
    pub margin: Cents,
    pub result: Cents,
    pub roi: Option<f64>,
    /// New clients needed: cost ÷ average margin per new client, rounded up.
    pub break_even_clients: Option<u64>,
    pub retention: Retention,
    pub decision: Decision,
}

impl Tally {
    /// The quantities of an action that were counted so far.
    pub fn quantities(&self, campaign: Id) -> Quantities {
        self.quantities.get(&campaign).cloned().unwrap_or_default()
    }

    /// Ends the count. `costs` are those of the actions in scope; `usual_margin` is the company's
    /// average margin per order, in cents, for actions that have won nobody yet.
    pub fn figures(&self, costs: &[CampaignCosts<'_>], usual_margin: Option<f64>) -> Figures {
        let [_, contacted, interested, meetings, quotes, _] = self.reached;
        let (cost, planned_cost) = total(costs, &self.scope, |campaign| self.quantities(campaign));
        let variable_cost = variable(costs, &self.scope, |campaign| self.quantities(campaign));
        let prospects = self.contacts - self.clients;
        let cac = per(cost, self.new_clients);
        let result = self.margin.saturating_sub(cost);
        Figures {
            contacts: self.contacts,
            clients: self.clients,
            prospects,
            contacted,
            interested,
            new_clients: self.new_clients,
            prospecting_rate: Share::new(contacted, self.contacts),
            prospecting_effectiveness: Share::new(contacted, prospects),
            prospector_effectiveness: Share::new(interested, contacted),
            success_rate: Share::new(self.new_clients, contacted),
            funnel: std::array::from_fn(|step| self.step(step)),
            cost,
            planned_cost,
            cost_per_contacted: per(cost, contacted),
            cost_per_interested: per(cost, interested),
            cost_per_meeting: per(cost, meetings),
            meetings_held: self.meetings_held,
            cost_per_meeting_held: per(cost, self.meetings_held),
            cost_per_quote: per(cost, quotes),
            cac,
            variable_cost,
            cac_marginal: per(variable_cost, self.new_clients),
            orders: self.orders,
            revenue: self.revenue,
            margin: self.margin,
            result,
            roi: (cost > 0).then(|| result as f64 / cost as f64),
            break_even_clients: break_even(cost, self.margin, self.new_clients),
            retention: Retention::new(
                self.clients,
                self.lost,
                self.client_margin,
                cac,
                &self.scope,
                &self.rules,
            ),
            decision: decide(contacted, self.new_clients, cost, self.margin, usual_margin),
        }
    }

    fn step(&self, step: usize) -> FunnelStep {
        let previous = step.checked_sub(1).map(|before| self.reached[before]);
        // Outside an action nobody was targeted on a day, so that nothing is waited for.
        let timed = step > 1 || (step == 1 && self.scope.campaign.is_some());
        let days = if timed { Quartiles::of(&self.days[step]) } else { None };
        FunnelStep {
            step: STEPS[step],
            count: self.reached[step],
            from_previous: previous.map(|previous| Share::new(self.reached[step], previous)),
            median_days: days.map(|days| days.median),
            days,
        }
    }
}

/// `⌈cost ÷ (margin ÷ new clients)⌉` in whole numbers, so that the ceiling is never off by one.
fn break_even(cost: Cents, margin: Cents, new_clients: u64) -> Option<u64> {
    if new_clients == 0 || margin <= 0 || cost < 0 {
        return None;
    }
    let (cost, margin, clients) = (i128::from(cost), i128::from(margin), i128::from(new_clients));
    u64::try_from((cost * clients + margin - 1) / margin).ok()
}
