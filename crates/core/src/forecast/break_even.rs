//! What has to be true for a plan to pay for itself.

use serde::Serialize;

use super::beta_binomial::BetaBinomial;
use super::estimate::share_of_orders;
use super::{Observed, Plan, Prior};
use crate::Cents;

/// The conditions under which a plan earns its cost, each with the rest of the plan as it is.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct BreakEven {
    /// New clients needed: ⌈cost ÷ margin⌉; `None` where a client brings no margin.
    pub clients: Option<u64>,
    /// The success rate needed: clients ÷ audience. Above 1 the plan cannot pay. `None` also without
    /// an audience.
    pub rate: Option<f64>,
    /// The margin per new client needed at the orders expected, rounded up to the cent; `None` where
    /// no order is expected.
    pub margin: Option<Cents>,
    /// The most that the plan may cost at the orders expected, rounded down to the cent.
    pub cost: Cents,
    /// The probability that it pays: that the new clients needed come; `None` where no number of
    /// clients pays.
    pub probability: Option<f64>,
}

/// What has to be true for the plan to break even, and how likely it is, from the company's own past
/// where it is enough, else from published priors.
pub fn break_even(plan: &Plan, own: &Observed, prior: &Prior) -> BreakEven {
    let (share, (alpha, beta)) = share_of_orders(own, prior);
    let expected = plan.audience as f64 * share;
    let cost = plan.cost.max(0).unsigned_abs();
    let clients = u64::try_from(plan.margin)
        .ok()
        .filter(|margin| *margin > 0)
        .map(|margin| cost.div_ceil(margin))
        .or_else(|| (cost == 0 && plan.margin == 0).then_some(0));
    let law = BetaBinomial { trials: plan.audience, alpha, beta };
    BreakEven {
        clients,
        rate: clients.filter(|_| plan.audience > 0).map(|clients| clients as f64 / plan.audience as f64),
        margin: (expected > 0.0).then(|| (cost as f64 / expected - 1e-6).ceil().max(0.0) as Cents),
        cost: (expected * plan.margin as f64 + 1e-6).floor() as Cents,
        probability: clients.map(|clients| law.at_least(clients)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::published;
    use super::*;
    use crate::Channel;

    const COURSE: Observed =
        Observed { campaigns: 1, contacted: 500, interested: 50, meetings: 50, quotes: 10, orders: 5 };

    fn of(plan: Plan) -> BreakEven {
        break_even(&plan, &COURSE, &published(Channel::Letter))
    }

    #[test]
    fn the_letter_action_t19_needs_three_clients_of_five_hundred() {
        let found = of(Plan { audience: 500, cost: 120_000, margin: 40_000, target: None });
        assert_eq!((found.clients, found.rate), (Some(3), Some(0.006)));
        assert_eq!((found.margin, found.cost), (Some(24_000), 200_000));
        let probability = found.probability.expect("three clients pay");
        assert!((0.80..0.90).contains(&probability), "{probability}");
    }

    #[test]
    fn a_cent_more_needs_one_client_more() {
        let clients = |cost| of(Plan { audience: 500, cost, margin: 40_000, target: None }).clients;
        assert_eq!(
            (clients(120_000), clients(120_001), clients(1), clients(0)),
            (Some(3), Some(4), Some(1), Some(0))
        );
    }

    #[test]
    fn without_margin_nothing_pays_but_what_costs_nothing() {
        let free = of(Plan { audience: 500, cost: 0, margin: 0, target: None });
        assert_eq!((free.clients, free.probability), (Some(0), Some(1.0)));
        for margin in [0, -100] {
            let never = of(Plan { audience: 500, cost: 10, margin, target: None });
            assert_eq!((never.clients, never.rate, never.probability), (None, None, None));
        }
        let nobody = of(Plan { audience: 0, cost: 10, margin: 10, target: None });
        assert_eq!((nobody.clients, nobody.rate, nobody.margin), (Some(1), None, None));
        assert_eq!(nobody.probability, Some(0.0));
        let too_few = of(Plan { audience: 2, cost: 120_000, margin: 40_000, target: None });
        assert_eq!((too_few.rate, too_few.probability), (Some(1.5), Some(0.0)));
    }
}
