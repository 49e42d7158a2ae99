//! The beta-binomial law: how many of n, when the share itself is only known by a Beta.

use statrs::function::gamma::ln_gamma;

/// So much of the law an interval is to hold, half of the rest lying on either side.
const HELD: f64 = 0.8;
/// And never less: with few successes in the past, the law holds a little less than it says.
const HELD_AT_LEAST: f64 = 0.77;

/// The law of a count.
#[derive(Debug, Clone, Copy)]
pub(super) struct BetaBinomial {
    pub trials: u64,
    pub alpha: f64,
    pub beta: f64,
}

impl BetaBinomial {
    /// The interval that holds nearest to 80 % of the law, and the expected value.
    ///
    /// The counts between the 10 % and the 90 % quantile hold at least 80 %, and of few counts far more.
    /// So the less likely end is left out as long as what remains is nearer to 80 %.
    pub fn interval(&self, expected: f64) -> [u64; 2] {
        let ([mut low, mut high], mut held) = self.closed();
        while low < high {
            let (at_low, at_high) = (self.probability(low), self.probability(high));
            let drop_low = at_low <= at_high;
            let rest = held - if drop_low { at_low } else { at_high };
            let [next_low, next_high] = if drop_low { [low + 1, high] } else { [low, high - 1] };
            let keeps = next_low as f64 <= expected && expected <= next_high as f64;
            if !keeps || rest < HELD_AT_LEAST || (rest - HELD).abs() >= (held - HELD).abs() {
                break;
            }
            (low, high, held) = (next_low, next_high, rest);
        }
        [low, high]
    }

    /// The probability of a count or more.
    pub fn at_least(&self, count: u64) -> f64 {
        if count > self.trials {
            return 0.0;
        }
        let mut below = 0.0;
        for (_, probability) in self.terms().take_while(|(k, _)| *k < count) {
            below += probability;
        }
        (1.0f64 - below).clamp(0.0, 1.0)
    }

    /// The smallest counts whose cumulated probability reaches 10 % and 90 %, and how much they and
    /// those between them hold. A level that rounding leaves unreached gives the number of trials.
    fn closed(&self) -> ([u64; 2], f64) {
        let tail = (1.0 - HELD) / 2.0;
        let (mut low, mut below, mut cumulated) = (None, 0.0, 0.0);
        for (k, probability) in self.terms() {
            if low.is_none() && cumulated + probability >= tail {
                (low, below) = (Some(k), cumulated);
            }
            cumulated += probability;
            if cumulated >= 1.0 - tail {
                return ([low.unwrap_or(k), k], cumulated - below);
            }
        }
        ([low.unwrap_or(self.trials), self.trials], cumulated - below)
    }

    /// Every count with its probability, each from the one before by the ratio of neighbours.
    fn terms(&self) -> impl Iterator<Item = (u64, f64)> {
        let BetaBinomial { trials, alpha, beta } = *self;
        let mut log_term = self.log_probability(0);
        (0..=trials).map(move |k| {
            let probability = log_term.exp();
            let (at, n) = (k as f64, trials as f64);
            log_term += ((n - at) / (at + 1.0) * (at + alpha) / (n - at - 1.0 + beta)).ln();
            (k, probability)
        })
    }

    fn probability(&self, k: u64) -> f64 {
        self.log_probability(k).exp()
    }

    fn log_probability(&self, k: u64) -> f64 {
        let (n, k) = (self.trials as f64, k as f64);
        let choose = ln_gamma(n + 1.0) - ln_gamma(k + 1.0) - ln_gamma(n - k + 1.0);
        choose + ln_beta(k + self.alpha, n - k + self.beta) - ln_beta(self.alpha, self.beta)
    }
}

fn ln_beta(a: f64, b: f64) -> f64 {
    ln_gamma(a) + ln_gamma(b) - ln_gamma(a + b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn law(trials: u64, alpha: f64, beta: f64) -> BetaBinomial {
        BetaBinomial { trials, alpha, beta }
    }

    #[test]
    fn a_uniform_share_makes_every_count_equally_likely() {
        assert_eq!(law(9, 1.0, 1.0).closed().0, [0, 8]);
        let [low, high] = law(9, 1.0, 1.0).interval(4.5);
        assert_eq!(high - low, 7, "eight counts of ten");
        assert_eq!(law(0, 1.0, 1.0).interval(0.0), [0, 0]);
        assert!((law(9, 1.0, 1.0).at_least(3) - 0.7).abs() < 1e-12);
        assert_eq!((law(9, 1.0, 1.0).at_least(0), law(9, 1.0, 1.0).at_least(10)), (1.0, 0.0));
    }

    #[test]
    fn a_share_known_well_is_nearly_binomial() {
        // Binomial(1000, 0.1): mean 100, deviation 9.49, so that 80 % lie within 88 to 112.
        let [low, high] = law(1000, 1e7, 9e7).interval(100.0);
        assert!((87..=89).contains(&low) && (111..=113).contains(&high), "{low} {high}");
    }

    #[test]
    fn what_is_expected_lies_in_the_interval_also_where_nothing_is_likeliest() {
        // Published orders by letter: none in four of five actions, one on average.
        assert_eq!(law(1000, 0.1, 99.9).interval(1.0), [0, 1]);
    }
}
