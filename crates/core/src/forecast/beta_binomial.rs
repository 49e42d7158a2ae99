//! The beta-binomial law: how many of n, when the share itself is only known by a Beta.

use statrs::function::gamma::ln_gamma;

/// The smallest counts whose cumulated probability reaches each of two levels.
///
/// Summed exactly from 0 by the ratio of neighbouring terms; a level that rounding leaves unreached
/// gives `n`.
pub(super) fn quantiles(n: u64, alpha: f64, beta: f64, levels: [f64; 2]) -> [u64; 2] {
    let trials = n as f64;
    let mut log_term = ln_beta(alpha, trials + beta) - ln_beta(alpha, beta);
    let mut cumulated = 0.0;
    let mut found = [None; 2];
    for k in 0..=n {
        cumulated += log_term.exp();
        for (slot, level) in found.iter_mut().zip(levels) {
            if slot.is_none() && cumulated >= level {
                *slot = Some(k);
            }
        }
        if found.iter().all(Option::is_some) {
            break;
        }
        let k = k as f64;
        let ratio = (trials - k) / (k + 1.0) * (k + alpha) / (trials - k - 1.0 + beta);
        log_term += ratio.ln();
    }
    found.map(|slot| slot.unwrap_or(n))
}

fn ln_beta(a: f64, b: f64) -> f64 {
    ln_gamma(a) + ln_gamma(b) - ln_gamma(a + b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uniform_share_makes_every_count_equally_likely() {
        assert_eq!(quantiles(9, 1.0, 1.0, [0.1, 0.9]), [0, 8]);
        assert_eq!(quantiles(99, 1.0, 1.0, [0.1001, 0.8999]), [10, 89]);
        assert_eq!(quantiles(0, 1.0, 1.0, [0.1, 0.9]), [0, 0]);
    }

    #[test]
    fn a_share_known_well_is_nearly_binomial() {
        // Binomial(1000, 0.1): mean 100, deviation 9.49, so that 80 % lie within 88 to 112.
        let [low, high] = quantiles(1000, 1e7, 9e7, [0.1, 0.9]);
        assert!((87..=89).contains(&low) && (111..=113).contains(&high), "{low} {high}");
    }
}
