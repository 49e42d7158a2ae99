//! A discount in percent.

use serde::{Deserialize, Serialize};

/// A discount in hundredths of a percent, from 0 to 100 %: 1250 is 12,5 %.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct Discount(u16);

impl Discount {
    pub const NONE: Discount = Discount(0);

    /// `None` above 100 %.
    pub fn new(hundredths: u16) -> Option<Discount> {
        (hundredths <= 10_000).then_some(Discount(hundredths))
    }

    pub const fn hundredths(self) -> u16 {
        self.0
    }
}

impl TryFrom<u16> for Discount {
    type Error = &'static str;

    fn try_from(hundredths: u16) -> Result<Discount, &'static str> {
        Discount::new(hundredths).ok_or("a discount is at most 100 %")
    }
}

impl From<Discount> for u16 {
    fn from(discount: Discount) -> u16 {
        discount.0
    }
}
