//! Amounts of money, in whole numbers.

use serde::{Deserialize, Serialize};

/// Cents of euro, excluding tax.
pub type Cents = i64;

/// Millionths of euro: unit prices such as 0,305 € a letter are kept exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Micros(pub i64);

impl Micros {
    pub const fn from_cents(cents: Cents) -> Micros {
        Micros(cents.saturating_mul(10_000))
    }

    /// This unit price times a quantity in thousandths, rounded half away from zero to the cent.
    pub fn times(self, quantity_thousandths: i64) -> Cents {
        let product = i128::from(self.0) * i128::from(quantity_thousandths);
        divide_rounded(product, 10_000_000)
    }
}

/// `numerator ÷ denominator`, rounded half away from zero. The denominator is positive.
pub fn divide_rounded(numerator: i128, denominator: i128) -> i64 {
    let denominator = denominator.max(1);
    let half = denominator / 2;
    let rounded =
        if numerator >= 0 { (numerator + half) / denominator } else { (numerator - half) / denominator };
    i64::try_from(rounded).unwrap_or(if rounded > 0 { i64::MAX } else { i64::MIN })
}

/// Reads an amount in euros as people write it (`1.90`, `1,90`, `1 234,50 €`, `-3`), in millionths.
/// `None` where it is not an amount, or has more than six decimals, or is beyond 9 × 10¹² €.
pub fn parse_euros(text: &str) -> Option<Micros> {
    let kept: String =
        text.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '€' | '\'')).collect();
    let (negative, digits) = match kept.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, kept.strip_prefix('+').unwrap_or(&kept)),
    };
    let (whole, fraction) = match digits.rsplit_once([',', '.']) {
        Some((whole, fraction)) => (whole, fraction),
        None => (digits, ""),
    };
    let ascii_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if whole.len() + fraction.len() == 0 || whole.len() > 12 || fraction.len() > 6 {
        return None;
    }
    if !ascii_digits(whole) || !ascii_digits(fraction) {
        return None;
    }
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let fraction: i64 = format!("{fraction:0<6}").parse().ok()?;
    let micros = whole.checked_mul(1_000_000)?.checked_add(fraction)?;
    Some(Micros(if negative { -micros } else { micros }))
}

/// Reads an amount in euros, in cents; `None` also where it has a part of a cent.
pub fn parse_cents(text: &str) -> Option<Cents> {
    let micros = parse_euros(text)?;
    (micros.0 % 10_000 == 0).then_some(micros.0 / 10_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        assert_eq!(parse_cents("1.90"), Some(190));
        assert_eq!(parse_cents("1,9"), Some(190));
        assert_eq!(parse_cents("1\u{202f}234,50 €"), Some(123_450));
        assert_eq!(parse_cents("-3"), Some(-300));
        assert_eq!(parse_euros("0,305"), Some(Micros(305_000)));
        for bad in ["", "€", "douze", "1,2,3", "0,305x", "1,1234567", "9999999999999999"] {
            assert_eq!(parse_euros(bad), None, "{bad}");
        }
        assert_eq!(parse_cents("0,305"), None);
    }

    #[test]
    fn unit_prices_multiply_exactly() {
        assert_eq!(Micros(1_900_000).times(500_000), 95_000);
        assert_eq!(Micros(305_000).times(1_000), 31);
        assert_eq!(divide_rounded(-5, 10), -1);
        assert_eq!(divide_rounded(4, 10), 0);
    }
}
