//! A share with its interval.

use serde::Serialize;

/// A count over a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Share {
    pub numerator: u64,
    pub denominator: u64,
}

/// The two-sided 95 % quantile of the normal law.
const Z: f64 = 1.959_963_984_540_054;

impl Share {
    pub fn new(numerator: u64, denominator: u64) -> Share {
        Share { numerator, denominator }
    }

    /// Between 0 and 1; `None` where the denominator is 0, never 0 or NaN.
    pub fn value(self) -> Option<f64> {
        (self.denominator > 0).then(|| self.numerator as f64 / self.denominator as f64)
    }

    /// The 95 % Wilson score interval (E. B. Wilson, JASA 22, 1927), without continuity correction.
    pub fn interval(self) -> Option<(f64, f64)> {
        let p = self.value()?.min(1.0);
        let n = self.denominator as f64;
        let scale = 1.0 + Z * Z / n;
        let centre = (p + Z * Z / (2.0 * n)) / scale;
        let half = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt() / scale;
        let low = if self.numerator == 0 { 0.0 } else { (centre - half).max(0.0) };
        let high = if self.numerator >= self.denominator { 1.0 } else { (centre + half).min(1.0) };
        Some((low, high))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_orders_of_five_hundred_letters_lie_between_0_4_and_2_3_percent() {
        let (low, high) = Share::new(5, 500).interval().expect("500 is not 0");
        assert!((low - 0.004_278_753_897).abs() < 1e-12, "{low}");
        assert!((high - 0.023_193_099_756).abs() < 1e-12, "{high}");
    }

    #[test]
    fn nothing_over_nothing_has_no_value() {
        assert_eq!(Share::new(0, 0).value(), None);
        assert_eq!(Share::new(0, 0).interval(), None);
        assert_eq!(Share::new(0, 10).interval().map(|(low, _)| low), Some(0.0));
        assert_eq!(Share::new(10, 10).interval().map(|(_, high)| high), Some(1.0));
    }
}
