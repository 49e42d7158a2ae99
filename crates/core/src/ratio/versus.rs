//! Whether one of two groups does better: two actions, letters, scripts, callers, or those contacted
//! against those held out.

use serde::{Deserialize, Serialize};

use super::Share;

/// Below so many, a share is shown as "too few".
pub const TOO_FEW: u64 = 30;

/// Two shares set against each other.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Comparison {
    pub a: Share,
    pub b: Share,
    /// B less A, between −1 and 1; `None` where either has no value.
    pub difference: Option<f64>,
    /// Its 95 % interval.
    pub interval: Option<(f64, f64)>,
    pub lead: Lead,
}

/// What the comparison allows to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lead {
    /// Fewer than [`TOO_FEW`] on either side.
    TooFew,
    /// The interval holds 0: chance alone could do it.
    Undecided,
    A,
    B,
}

impl Lead {
    pub const ALL: [Lead; 4] = [Lead::TooFew, Lead::Undecided, Lead::A, Lead::B];

    /// The word of the contract.
    pub const fn code(self) -> &'static str {
        match self {
            Lead::TooFew => "too_few",
            Lead::Undecided => "undecided",
            Lead::A => "a",
            Lead::B => "b",
        }
    }

    pub fn from_code(code: &str) -> Option<Lead> {
        Lead::ALL.into_iter().find(|lead| lead.code() == code)
    }
}

/// Compares two shares, with Newcombe's hybrid score interval (R. G. Newcombe, Statistics in
/// Medicine 17, 1998, method 10).
pub fn compare(a: Share, b: Share) -> Comparison {
    let found = interval(a, b);
    let lead = match found {
        _ if a.denominator < TOO_FEW || b.denominator < TOO_FEW => Lead::TooFew,
        Some((_, (low, _))) if low > 0.0 => Lead::B,
        Some((_, (_, high))) if high < 0.0 => Lead::A,
        _ => Lead::Undecided,
    };
    Comparison { a, b, difference: found.map(|found| found.0), interval: found.map(|found| found.1), lead }
}

fn interval(a: Share, b: Share) -> Option<(f64, (f64, f64))> {
    let (p, q) = (a.value()?, b.value()?);
    let ((a_low, a_high), (b_low, b_high)) = (a.interval()?, b.interval()?);
    let difference = q - p;
    let low = difference - (q - b_low).hypot(a_high - p);
    let high = difference + (b_high - q).hypot(p - a_low);
    Some((difference, (low, high)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn newcombe_s_own_example() {
        // 56/70 against 48/80: 0.20, from 0.0524 to 0.3339 (table II, method 10).
        let found = compare(Share::new(48, 80), Share::new(56, 70));
        let (low, high) = found.interval.expect("both have a value");
        assert!((found.difference.expect("both have a value") - 0.2).abs() < 1e-12);
        assert!((low - 0.0524).abs() < 5e-5 && (high - 0.3339).abs() < 5e-5, "{low} {high}");
        assert_eq!(found.lead, Lead::B);
        assert_eq!(compare(Share::new(56, 70), Share::new(48, 80)).lead, Lead::A);
    }

    #[test]
    fn few_decide_nothing() {
        assert_eq!(compare(Share::new(0, 29), Share::new(60, 60)).lead, Lead::TooFew);
        assert_eq!(compare(Share::new(0, 30), Share::new(30, 30)).lead, Lead::B);
        assert_eq!(compare(Share::new(5, 100), Share::new(6, 100)).lead, Lead::Undecided);
        assert_eq!(compare(Share::new(0, 0), Share::new(0, 0)).difference, None);
        assert!(Lead::ALL.iter().all(|lead| Lead::from_code(lead.code()) == Some(*lead)));
    }
}
