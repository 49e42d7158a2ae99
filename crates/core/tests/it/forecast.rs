//! Whether forecasts and decisions hold what they promise, over thousands of companies that are drawn.

use std::collections::HashMap;

use filon_core::Channel;
use filon_core::forecast::{Estimate, Observed, Plan, forecast, published};
use filon_core::ratio::decide;

/// Chance with a seed (SplitMix64), so that a failure comes back.
struct Chance(u64);

impl Chance {
    /// Between 0 and 1.
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }

    /// How many of so many, each with the same probability: the gaps between successes are geometric.
    fn successes(&mut self, trials: u64, probability: f64) -> u64 {
        let (mut at, mut found) = (0.0, 0);
        loop {
            at += (1.0 - self.share()).ln() / (1.0 - probability).ln();
            if at.floor() >= trials as f64 {
                return found;
            }
            at = at.floor() + 1.0;
            found += 1;
        }
    }
}

/// What a company's past of so many accounts shows, where each gets to each step with these shares.
fn past(chance: &mut Chance, contacted: u64, rates: [f64; 4]) -> Observed {
    let [interested, meetings, quotes, orders] = rates.map(|rate| chance.successes(contacted, rate));
    Observed { campaigns: 3, contacted, interested, meetings, quotes, orders }
}

fn holds(estimate: &Estimate, truth: u64) -> bool {
    let truth = truth as f64;
    estimate.low.is_some_and(|low| low <= truth) && estimate.high.is_some_and(|high| truth <= high)
}

/// Every company has rates of its own, from half to twice those of the course's kind of letter.
#[test]
fn eighty_percent_intervals_hold_the_truth_75_to_85_times_in_a_hundred() {
    let mut chance = Chance(20_261_124);
    for (contacted, audience) in [(300, 200), (500, 500), (1000, 2000), (2000, 300)] {
        let plan = Plan { audience, cost: 100_000, margin: 40_000, target: None };
        let mut seen = HashMap::new();
        let mut held = [0u32; 4];
        const DRAWS: u32 = 4_000;
        for _ in 0..DRAWS {
            let rates = [0.10, 0.05, 0.02, 0.01].map(|rate| rate * 4.0f64.powf(chance.share() - 0.5));
            let own = past(&mut chance, contacted, rates);
            let counts = [own.interested, own.meetings, own.quotes, own.orders];
            let expected =
                seen.entry(counts).or_insert_with(|| forecast(&plan, &own, &published(Channel::Letter)));
            let steps = [&expected.interested, &expected.meetings, &expected.quotes, &expected.orders];
            for ((held, step), rate) in held.iter_mut().zip(steps).zip(rates) {
                *held += u32::from(holds(step, chance.successes(audience, rate)));
            }
        }
        let coverage = held.map(|held| f64::from(held) / f64::from(DRAWS));
        let promised = coverage.iter().all(|coverage| (0.75..=0.85).contains(coverage));
        assert!(promised, "{coverage:?} of {contacted}, then {audience}");
    }
}

#[test]
fn the_interval_of_the_result_is_that_of_the_orders() {
    let mut chance = Chance(5);
    for _ in 0..200 {
        let own = past(&mut chance, 400, [0.1, 0.05, 0.02, 0.01]);
        let plan = Plan { audience: 300, cost: 50_000, margin: 20_000, target: None };
        let found = forecast(&plan, &own, &published(Channel::Letter));
        let earned = |count: Option<f64>| count.map(|count| count * 20_000.0 - 50_000.0);
        assert_eq!(
            (found.result.low, found.result.high),
            (earned(found.orders.low), earned(found.orders.high))
        );
        assert!(found.orders.low <= found.orders.expected && found.orders.expected <= found.orders.high);
    }
}

/// Actions whose true rate is drawn evenly from 0 to 5 %, judged by what they showed: of those that are
/// said to pay with a probability of 80 %, four in five have a rate that pays.
#[test]
fn the_probability_of_the_decision_is_calibrated_within_five_points() {
    let mut chance = Chance(20_261_124);
    let mut bins = [(0u32, 0.0, 0u32); 10];
    for _ in 0..60_000 {
        let rate = chance.share() * 0.05;
        let contacted = 100 + (chance.share() * 900.0) as u64;
        let break_even = chance.share() * 0.04;
        let clients = chance.successes(contacted, rate);
        let margin = 40_000;
        let cost = (break_even * contacted as f64 * margin as f64) as i64;
        let decision = decide(contacted, clients, cost, clients as i64 * margin, Some(margin as f64));
        let probability = decision.probability.unwrap();
        let pays = rate * contacted as f64 * margin as f64 >= cost as f64;
        let bin = &mut bins[((probability * 10.0) as usize).min(9)];
        *bin = (bin.0 + 1, bin.1 + probability, bin.2 + u32::from(pays));
    }
    for (count, said, paid) in bins {
        let (said, paid) = (said / f64::from(count), f64::from(paid) / f64::from(count));
        assert!(count > 500, "{count} are too few to judge by");
        assert!((said - paid).abs() <= 0.05, "said {said:.3}, found {paid:.3} in {count}");
    }
}
