//! From a plan to expected figures with 80 % intervals.

use super::beta_binomial::BetaBinomial;
use super::{Observed, Prior};
use crate::Cents;

/// What is planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// Accounts that will be contacted.
    pub audience: u64,
    pub cost: Cents,
    /// Margin per new client.
    pub margin: Cents,
    /// New clients wanted.
    pub target: Option<u64>,
}

/// An expected value with the interval that holds the truth 8 times in 10; `None` is "no finite value".
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    pub expected: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
}

/// What the plan should bring. Money in cents.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    pub contacted: Estimate,
    pub interested: Estimate,
    pub meetings: Estimate,
    pub quotes: Estimate,
    pub orders: Estimate,
    pub cac: Estimate,
    pub result: Estimate,
    /// Accounts to contact for the target: ⌈target ÷ rate⌉; `None` without a target or with a rate of 0.
    pub audience_needed: Option<u64>,
    /// Whether the company's own past was enough.
    pub own: bool,
}

/// Forecasts from the company's own past where it is enough, else from published priors.
///
/// From own counts k of n the expectation is audience × k ÷ n, and the interval comes from the
/// beta-binomial with Jeffreys' prior Beta(k + ½, n − k + ½).
pub fn forecast(plan: &Plan, own: &Observed, prior: &Prior) -> Forecast {
    let from_own = own.is_enough();
    let steps: [Estimate; 4] = std::array::from_fn(|step| {
        let (share, beta) = share_of(step, own, prior);
        count(plan.audience, share, beta)
    });
    let [interested, meetings, quotes, orders] = steps;
    Forecast {
        contacted: exactly(plan.audience as f64),
        interested,
        meetings,
        quotes,
        orders,
        cac: cost_each(plan.cost, &orders),
        result: result(plan, &orders),
        audience_needed: plan.target.and_then(|target| needed(target, own, prior)),
        own: from_own,
    }
}

/// The expected share of those contacted that get to a step, and the Beta that says how well it is known.
fn share_of(step: usize, own: &Observed, prior: &Prior) -> (f64, (f64, f64)) {
    if own.is_enough() {
        let (k, n) = (own.counts()[step].min(own.contacted) as f64, own.contacted as f64);
        return (k / n, (k + 0.5, n - k + 0.5));
    }
    let (alpha, beta) = prior.shares[step];
    (alpha / (alpha + beta), (alpha, beta))
}

pub(super) fn share_of_orders(own: &Observed, prior: &Prior) -> (f64, (f64, f64)) {
    share_of(3, own, prior)
}

fn exactly(value: f64) -> Estimate {
    Estimate { expected: Some(value), low: Some(value), high: Some(value) }
}

fn count(audience: u64, share: f64, (alpha, beta): (f64, f64)) -> Estimate {
    let expected = audience as f64 * share;
    let [low, high] = BetaBinomial { trials: audience, alpha, beta }.interval(expected);
    Estimate { expected: Some(expected), low: Some(low as f64), high: Some(high as f64) }
}

/// The cost of each order: dearest where orders are fewest.
fn cost_each(cost: Cents, orders: &Estimate) -> Estimate {
    let each = |count: Option<f64>| count.filter(|count| *count > 0.0).map(|count| cost as f64 / count);
    Estimate { expected: each(orders.expected), low: each(orders.high), high: each(orders.low) }
}

fn result(plan: &Plan, orders: &Estimate) -> Estimate {
    let earned = |count: Option<f64>| count.map(|count| count * plan.margin as f64 - plan.cost as f64);
    let (a, b) = (earned(orders.low), earned(orders.high));
    let (low, high) = if plan.margin < 0 { (b, a) } else { (a, b) };
    Estimate { expected: earned(orders.expected), low, high }
}

/// In whole numbers for own counts, so that the ceiling is never off by one.
fn needed(target: u64, own: &Observed, prior: &Prior) -> Option<u64> {
    if own.is_enough() {
        let (k, n) = (u128::from(own.orders), u128::from(own.contacted));
        let wanted = (u128::from(target) * n).checked_add(k.checked_sub(1)?)? / k;
        return u64::try_from(wanted).ok();
    }
    let (alpha, beta) = prior.shares[3];
    let rate = alpha / (alpha + beta);
    Some((target as f64 / rate - 1e-6).ceil().max(0.0) as u64)
}

#[cfg(test)]
mod tests {
    use super::super::published;
    use super::*;
    use crate::Channel;

    const COURSE: Observed =
        Observed { campaigns: 1, contacted: 500, interested: 50, meetings: 50, quotes: 10, orders: 5 };

    #[test]
    fn the_course_funnel_t1_backwards_asks_for_2000_letters_for_20_orders() {
        let plan = Plan { audience: 2000, cost: 120_000, margin: 40_000, target: Some(20) };
        let forecast = forecast(&plan, &COURSE, &published(Channel::Letter));
        assert_eq!(forecast.audience_needed, Some(2000));
        assert_eq!(forecast.orders.expected, Some(20.0));
        assert_eq!(forecast.cac.expected, Some(6_000.0));
        assert_eq!(forecast.result.expected, Some(680_000.0));
        assert!(forecast.orders.low < Some(20.0) && forecast.orders.high > Some(20.0));
    }

    #[test]
    fn without_a_past_of_ones_own_the_published_rates_speak() {
        let plan = Plan { audience: 1000, cost: 0, margin: 1, target: Some(1) };
        let few = Observed { contacted: 29, ..COURSE };
        let forecast = forecast(&plan, &few, &published(Channel::Letter));
        assert!(!forecast.own);
        assert_eq!(forecast.interested.expected, Some(20.0));
        assert_eq!(forecast.audience_needed, Some(1000));
    }

    #[test]
    fn an_action_that_never_sold_promises_no_audience() {
        let plan = Plan { audience: 100, cost: 5_000, margin: 1_000, target: Some(3) };
        let none = Observed { orders: 0, ..COURSE };
        let forecast = forecast(&plan, &none, &published(Channel::Letter));
        assert_eq!(forecast.audience_needed, None);
        assert_eq!(forecast.cac.expected, None);
        assert_eq!(forecast.result.expected, Some(-5_000.0));
    }
}
