//! Renew, adjust or stop.

use serde::{Deserialize, Serialize};
use statrs::distribution::{Beta, ContinuousCDF};

use crate::Cents;

/// What the figures advise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Renew,
    Adjust,
    Stop,
    TooEarly,
}

impl Verdict {
    pub const ALL: [Verdict; 4] = [Verdict::Renew, Verdict::Adjust, Verdict::Stop, Verdict::TooEarly];

    pub const fn code(self) -> &'static str {
        match self {
            Verdict::Renew => "renew",
            Verdict::Adjust => "adjust",
            Verdict::Stop => "stop",
            Verdict::TooEarly => "too_early",
        }
    }

    pub fn from_code(code: &str) -> Option<Verdict> {
        Verdict::ALL.into_iter().find(|verdict| verdict.code() == code)
    }
}

/// The decision with the sum behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// That the same action, done again, pays for itself. `None` where no margin is known.
    pub probability: Option<f64>,
    pub verdict: Verdict,
    /// Average margin per new client, in cents, that the sum used.
    pub average_margin: Option<f64>,
    /// Success rate above which the action pays: cost ÷ (contacted × average margin).
    pub break_even_rate: Option<f64>,
}

const RENEW_FROM: f64 = 0.80;
const STOP_UP_TO: f64 = 0.20;
const ENOUGH_CONTACTED: u64 = 30;

/// With the Beta posterior of the success rate (uniform prior: Beta(1 + k, 1 + n − k) for k new
/// clients of n contacted) and the average margin: the probability that rate × contacted × margin
/// covers the cost. `usual_margin` stands in, in cents, while the action has no new client.
pub fn decide(
    contacted: u64,
    new_clients: u64,
    cost: Cents,
    margin: Cents,
    usual_margin: Option<f64>,
) -> Decision {
    let average_margin =
        if new_clients > 0 { Some(margin as f64 / new_clients as f64) } else { usual_margin };
    let break_even_rate = average_margin
        .filter(|margin| *margin > 0.0 && contacted > 0)
        .map(|margin| cost as f64 / (contacted as f64 * margin));
    let probability = match (average_margin, break_even_rate) {
        _ if contacted == 0 => None,
        (Some(_), Some(rate)) => Some(probability_above(rate, contacted, new_clients)),
        (Some(_), None) => Some(if cost > 0 { 0.0 } else { 1.0 }),
        (None, _) => None,
    };
    let verdict = match probability {
        Some(p) if p >= RENEW_FROM => Verdict::Renew,
        Some(p) if p <= STOP_UP_TO => Verdict::Stop,
        _ if contacted < ENOUGH_CONTACTED => Verdict::TooEarly,
        _ => Verdict::Adjust,
    };
    Decision { probability, verdict, average_margin, break_even_rate }
}

fn probability_above(rate: f64, contacted: u64, new_clients: u64) -> f64 {
    if rate <= 0.0 {
        return 1.0;
    }
    if rate >= 1.0 {
        return 0.0;
    }
    let successes = new_clients.min(contacted);
    let posterior = Beta::new(1.0 + successes as f64, 1.0 + (contacted - successes) as f64);
    posterior.map_or(0.0, |posterior| posterior.sf(rate))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letter_action_t19_is_worth_doing_again() {
        let decision = decide(500, 5, 120_000, 200_000, None);
        assert_eq!(decision.break_even_rate, Some(0.006));
        let probability = decision.probability.expect("five clients give a margin");
        // P(Beta(6, 496) > 0.006), summed as P(Binomial(501, 0.006) <= 5).
        assert!((probability - 0.916_083_680_801).abs() < 1e-12, "{probability}");
        assert_eq!(decision.verdict, Verdict::Renew);
    }

    #[test]
    fn few_contacts_are_too_early_unless_they_are_clear() {
        assert_eq!(decide(0, 0, 10_000, 0, None).verdict, Verdict::TooEarly);
        assert_eq!(decide(20, 1, 50_000, 40_000, None).verdict, Verdict::TooEarly);
        assert_eq!(decide(40, 1, 50_000, 40_000, None).verdict, Verdict::Adjust);
        assert_eq!(decide(300, 0, 500_000, 0, Some(40_000.0)).verdict, Verdict::Stop);
        assert_eq!(decide(300, 3, 500_000, -100, None).probability, Some(0.0));
        assert_eq!(decide(300, 3, 0, 90_000, None).verdict, Verdict::Renew);
    }
}
