//! What later years are worth today.

use crate::Cents;

/// The present value of a margin that comes at the end of each of so many years, at a yearly rate in
/// thousandths (50 = 5 %), rounded to the cent.
pub fn discounted_value(yearly_margin: Cents, years: u32, rate_thousandths: u32) -> Cents {
    let factor = 1.0 + f64::from(rate_thousandths) / 1_000.0;
    let annuity: f64 =
        (1..=years.min(100)).map(|year| factor.powi(-i32::try_from(year).unwrap_or(100))).sum();
    (yearly_margin as f64 * annuity).round() as Cents
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_case_t21_of_the_domain() {
        assert_eq!(discounted_value(40_000, 1, 50), 38_095);
        assert_eq!(discounted_value(40_000, 3, 50), 108_930);
        assert_eq!(discounted_value(40_000, 3, 0), 120_000);
        assert_eq!(discounted_value(40_000, 0, 50), 0);
    }
}
