//! Numbers of quotes: `DEV-2026-0001`, one after the other within each year, without gaps.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The number of a quote. Numbers sort by year, then rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct QuoteNumber {
    pub year: i16,
    /// From 1.
    pub rank: u32,
}

impl QuoteNumber {
    /// The number that comes next in a year, after the last one given in it.
    pub fn next(year: i16, last: Option<QuoteNumber>) -> QuoteNumber {
        let rank = last.filter(|last| last.year == year).map_or(0, |last| last.rank);
        QuoteNumber { year, rank: rank.saturating_add(1) }
    }
}

impl fmt::Display for QuoteNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DEV-{:04}-{:04}", self.year, self.rank)
    }
}

/// The text is not the number of a quote as this program writes it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not the number of a quote")]
pub struct NotANumber(pub String);

impl FromStr for QuoteNumber {
    type Err = NotANumber;

    fn from_str(text: &str) -> Result<QuoteNumber, NotANumber> {
        let parts = text.strip_prefix("DEV-").and_then(|rest| rest.split_once('-'));
        let number = parts.and_then(|(year, rank)| {
            Some(QuoteNumber { year: year.parse().ok()?, rank: rank.parse().ok().filter(|rank| *rank > 0)? })
        });
        number.filter(|number| number.to_string() == text).ok_or_else(|| NotANumber(text.to_owned()))
    }
}

impl From<QuoteNumber> for String {
    fn from(number: QuoteNumber) -> String {
        number.to_string()
    }
}

impl TryFrom<String> for QuoteNumber {
    type Error = NotANumber;

    fn try_from(text: String) -> Result<QuoteNumber, NotANumber> {
        text.parse()
    }
}

/// What is wrong with a set of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFault {
    /// Lower than the last of its year, and nobody has it.
    Missing(QuoteNumber),
    /// Given more than once.
    Twice(QuoteNumber),
}

/// The gaps and doubles of the numbers given so far, for `filon check`.
pub fn number_faults(numbers: impl IntoIterator<Item = QuoteNumber>) -> Vec<NumberFault> {
    let mut counts: BTreeMap<QuoteNumber, u32> = BTreeMap::new();
    for number in numbers {
        *counts.entry(number).or_default() += 1;
    }
    let mut faults = Vec::new();
    let mut last = None;
    for (number, count) in counts {
        let mut expected = QuoteNumber::next(number.year, last);
        while expected.rank < number.rank {
            faults.push(NumberFault::Missing(expected));
            expected.rank += 1;
        }
        if count > 1 {
            faults.push(NumberFault::Twice(number));
        }
        last = Some(number);
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> QuoteNumber {
        text.parse().expect(text)
    }

    #[test]
    fn numbers_follow_each_other_and_start_again_every_year() {
        let first = QuoteNumber::next(2026, None);
        assert_eq!(first.to_string(), "DEV-2026-0001");
        assert_eq!(QuoteNumber::next(2026, Some(first)), number("DEV-2026-0002"));
        assert_eq!(QuoteNumber::next(2027, Some(number("DEV-2026-0412"))), number("DEV-2027-0001"));
        assert_eq!(QuoteNumber::next(2026, Some(number("DEV-2026-9999"))).to_string(), "DEV-2026-10000");
        assert!(number("DEV-2026-10000") > number("DEV-2026-9999"));
    }

    #[test]
    fn only_what_was_written_reads_back() {
        for wrong in [
            "",
            "DEV-2026-1",
            "DEV-2026-0000",
            "DEV-2026-00001",
            "dev-2026-0001",
            "DEV-2026",
            "FAC-2026-0001",
        ] {
            assert!(wrong.parse::<QuoteNumber>().is_err(), "{wrong}");
        }
        let json = serde_json::to_string(&number("DEV-2026-0007")).expect("written");
        assert_eq!(json, r#""DEV-2026-0007""#);
        assert_eq!(serde_json::from_str::<QuoteNumber>(&json).ok(), Some(number("DEV-2026-0007")));
    }

    #[test]
    fn gaps_and_doubles_are_found_year_by_year() {
        let given = ["DEV-2026-0001", "DEV-2026-0004", "DEV-2027-0002", "DEV-2026-0002", "DEV-2026-0002"];
        let faults = number_faults(given.map(number));
        assert_eq!(
            faults,
            [
                NumberFault::Twice(number("DEV-2026-0002")),
                NumberFault::Missing(number("DEV-2026-0003")),
                NumberFault::Missing(number("DEV-2027-0001")),
            ]
        );
    }
}
