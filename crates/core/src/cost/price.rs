//! The price list: what things cost, and from when to when.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Micros;
use crate::campaign::Unit;

/// One price of one thing over a stretch of days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Price {
    /// A code of [`Tariff`](super::Tariff), or the company's own word.
    pub code: String,
    /// What it is called; `None` where its code is a [`Tariff`](super::Tariff), which has words.
    pub label: Option<String>,
    pub unit: Option<Unit>,
    /// Euros excluding tax, in millionths, of one unit.
    pub amount: Micros,
    pub valid_from: Date,
    /// The last day on which it holds; `None` while no end is known.
    pub valid_to: Option<Date>,
    /// Read in its source; else it is to be checked before one relies on it.
    pub checked: bool,
    pub source: String,
}

/// Why there is no price on a day. Prices of another year are asked for, never assumed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoPrice<'a> {
    #[error("the price list does not have it")]
    Unknown,
    /// The first known price starts later.
    #[error("the first price holds from {}", .first.valid_from)]
    NotYet { first: &'a Price },
    /// The last price before the day has ended, and none came after.
    #[error("the last price ended before that day")]
    Ended { last: &'a Price },
}

/// The price of a thing on a day; where several hold, the one that started last.
///
/// # Errors
/// [`NoPrice`] says which price is nearest, for the message that asks for the new one.
pub fn price_on<'a>(prices: &'a [Price], code: &str, day: Date) -> Result<&'a Price, NoPrice<'a>> {
    let of_code = || prices.iter().filter(|price| price.code == code);
    let begun = || of_code().filter(|price| price.valid_from <= day);
    let holds = |price: &&Price| price.valid_to.is_none_or(|last| day <= last);
    if let Some(price) = begun().filter(holds).max_by_key(|price| price.valid_from) {
        return Ok(price);
    }
    match (begun().max_by_key(|price| price.valid_to), of_code().min_by_key(|price| price.valid_from)) {
        (Some(last), _) => Err(NoPrice::Ended { last }),
        (None, Some(first)) => Err(NoPrice::NotYet { first }),
        (None, None) => Err(NoPrice::Unknown),
    }
}
