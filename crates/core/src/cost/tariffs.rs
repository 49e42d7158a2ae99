//! The prices that Filon comes with (DOMAIN.md 3.7), each with its source.

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

use super::Price;
use crate::Micros;
use crate::campaign::Unit;

/// A thing whose price Filon knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tariff {
    /// Lettre verte, 20 g, with a stamp.
    GreenLetterStamp,
    /// Lettre verte, 20 g, by franking machine.
    GreenLetterMeter,
    /// Ecopli, 20 g.
    Ecopli,
    /// Lettre recommandée R1, 20 g.
    Registered,
    /// Destineo (marketing direct), 35 g.
    Destineo,
    /// Print, envelope and folding of one letter.
    PrintAndFold,
    /// An hour of prospecting.
    Hour,
}

impl Tariff {
    pub const ALL: [Tariff; 7] = [
        Tariff::GreenLetterStamp,
        Tariff::GreenLetterMeter,
        Tariff::Ecopli,
        Tariff::Registered,
        Tariff::Destineo,
        Tariff::PrintAndFold,
        Tariff::Hour,
    ];

    /// The word of the database.
    pub const fn code(self) -> &'static str {
        match self {
            Tariff::GreenLetterStamp => "green_letter_stamp",
            Tariff::GreenLetterMeter => "green_letter_meter",
            Tariff::Ecopli => "ecopli",
            Tariff::Registered => "registered",
            Tariff::Destineo => "destineo",
            Tariff::PrintAndFold => "print_and_fold",
            Tariff::Hour => "hour",
        }
    }

    pub fn from_code(code: &str) -> Option<Tariff> {
        Tariff::ALL.into_iter().find(|tariff| tariff.code() == code)
    }

    pub const fn unit(self) -> Unit {
        match self {
            Tariff::Hour => Unit::Hour,
            _ => Unit::Letter,
        }
    }
}

const Y2025: (Date, Option<Date>) = (date(2025, 1, 1), Some(date(2025, 12, 31)));
/// Postage changes on every 1 January: that of 2026 ends with the year, and nothing is said of 2027.
const Y2026: (Date, Option<Date>) = (date(2026, 1, 1), Some(date(2026, 12, 31)));
const SINCE_2026: (Date, Option<Date>) = (date(2026, 1, 1), None);

/// The default price list.
pub fn default_prices() -> Vec<Price> {
    const STAMPS: &str = "boursorama.com, 29/09/2025";
    const BUSINESS: &str = "classebusiness.fr";
    const REGISTERED: &str = "affairebusiness.fr ; bignews.org";
    let price = |tariff: Tariff, cents, (valid_from, valid_to), checked, source: &str| Price {
        code: tariff.code().to_owned(),
        label: None,
        unit: Some(tariff.unit()),
        amount: Micros::from_cents(cents),
        valid_from,
        valid_to,
        checked,
        source: source.to_owned(),
    };
    vec![
        price(Tariff::GreenLetterStamp, 139, Y2025, true, STAMPS),
        price(Tariff::GreenLetterStamp, 152, Y2026, true, STAMPS),
        price(Tariff::GreenLetterMeter, 118, Y2025, false, BUSINESS),
        price(Tariff::GreenLetterMeter, 130, Y2026, false, BUSINESS),
        price(Tariff::Ecopli, 114, Y2025, false, BUSINESS),
        price(Tariff::Ecopli, 125, Y2026, false, BUSINESS),
        price(Tariff::Registered, 574, Y2025, false, REGISTERED),
        price(Tariff::Registered, 611, Y2026, false, REGISTERED),
        price(Tariff::Destineo, 75, Y2026, false, ""),
        price(Tariff::PrintAndFold, 45, SINCE_2026, false, ""),
        price(Tariff::Hour, 4_000, SINCE_2026, true, "cours-ndrc.fr"),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::{NoPrice, price_on};
    use super::*;

    fn on(tariff: Tariff, day: Date) -> Option<i64> {
        let prices = default_prices();
        price_on(&prices, tariff.code(), day).ok().map(|price| price.amount.0 / 10_000)
    }

    #[test]
    fn the_stamp_costs_1_52_in_2026_and_nobody_knows_what_in_2027() {
        assert_eq!(on(Tariff::GreenLetterStamp, date(2025, 12, 31)), Some(139));
        assert_eq!(on(Tariff::GreenLetterStamp, date(2026, 1, 1)), Some(152));
        assert_eq!(on(Tariff::GreenLetterStamp, date(2026, 12, 31)), Some(152));
        let prices = default_prices();
        let Err(NoPrice::Ended { last }) = price_on(&prices, "green_letter_stamp", date(2027, 1, 1)) else {
            panic!("the price of 2026 was assumed for 2027");
        };
        assert_eq!(last.valid_to, Some(date(2026, 12, 31)));
        for tariff in Tariff::ALL {
            let postage = !matches!(tariff, Tariff::PrintAndFold | Tariff::Hour);
            assert_eq!(on(tariff, date(2027, 1, 1)).is_none(), postage, "{tariff:?}");
            assert!(on(tariff, date(2026, 11, 24)).is_some());
            assert_eq!(Tariff::from_code(tariff.code()), Some(tariff));
        }
    }

    #[test]
    fn before_the_first_price_and_outside_the_list_there_is_none() {
        let prices = default_prices();
        let early = price_on(&prices, "green_letter_stamp", date(2024, 12, 31));
        assert!(matches!(early, Err(NoPrice::NotYet { first }) if first.valid_from == date(2025, 1, 1)));
        assert_eq!(price_on(&prices, "pigeon", date(2026, 1, 1)), Err(NoPrice::Unknown));
    }

    #[test]
    fn a_price_of_the_company_s_own_takes_over_from_its_day() {
        let mut prices = default_prices();
        let mut own = prices.remove(10);
        (own.amount, own.valid_from) = (Micros::from_cents(5_200), date(2026, 7, 1));
        prices.push(own);
        prices.extend(default_prices().pop());
        let hour = |day| price_on(&prices, "hour", day).ok().map(|price| price.amount);
        assert_eq!(hour(date(2026, 6, 30)), Some(Micros::from_cents(4_000)));
        assert_eq!(hour(date(2026, 7, 1)), Some(Micros::from_cents(5_200)));
    }

    #[test]
    fn what_was_not_read_in_its_source_says_so() {
        let unchecked =
            |tariff: Tariff| default_prices().iter().any(|p| p.code == tariff.code() && !p.checked);
        assert!(unchecked(Tariff::Destineo) && unchecked(Tariff::PrintAndFold));
        assert!(!unchecked(Tariff::GreenLetterStamp) && !unchecked(Tariff::Hour));
    }
}
