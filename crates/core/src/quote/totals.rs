//! What a quote comes to.

use serde::Serialize;

use super::{Discount, Quote, QuoteLine, VatRate};
use crate::money::divide_rounded;
use crate::{Cents, Micros};

/// The sums of a quote, in cents. Each line is rounded half up to the cent, then each rate's discount
/// and tax; everything else is a sum of those.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Totals {
    /// Each line after its own discount, excluding tax.
    pub lines: Vec<Cents>,
    /// The sum of the lines.
    pub gross: Cents,
    /// What the discount on everything takes off.
    pub discount: Cents,
    /// HT: gross less discount.
    pub excl_tax: Cents,
    /// The rates that occur, the highest first.
    pub rates: Vec<RateTotal>,
    pub vat: Cents,
    /// TTC.
    pub incl_tax: Cents,
    /// What is excluding tax less what the lines cost; `None` while the cost of a line is not known.
    pub margin: Option<Cents>,
    /// Margin ÷ excluding tax.
    pub margin_share: Option<f64>,
}

/// What is taxed at one rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct RateTotal {
    pub rate: VatRate,
    /// Excluding tax, after the discount.
    pub base: Cents,
    pub vat: Cents,
}

/// An amount is beyond what can be counted in cents (92 million billion euros).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the amount is too large")]
pub struct TooLarge;

impl Quote {
    /// The totals.
    ///
    /// # Errors
    /// [`TooLarge`] where quantities and prices make no amount of this world.
    pub fn totals(&self) -> Result<Totals, TooLarge> {
        let lines = self.lines.iter().map(QuoteLine::net).collect::<Result<Vec<Cents>, TooLarge>>()?;
        let mut rates = Vec::new();
        let mut discount = 0i64;
        for rate in VatRate::ALL {
            let of_rate = self.lines.iter().zip(&lines).filter(|(line, _)| line.vat == rate);
            if of_rate.clone().next().is_none() {
                continue;
            }
            let base = sum(of_rate.map(|(_, net)| *net))?;
            let off = part(base, i64::from(self.discount.hundredths()), 10_000);
            let base = base.checked_sub(off).ok_or(TooLarge)?;
            discount = discount.checked_add(off).ok_or(TooLarge)?;
            rates.push(RateTotal { rate, base, vat: part(base, rate.thousandths(), 1_000) });
        }
        let gross = sum(lines.iter().copied())?;
        let excl_tax = gross.checked_sub(discount).ok_or(TooLarge)?;
        let vat = sum(rates.iter().map(|rate| rate.vat))?;
        let margin = match self.cost()? {
            Some(cost) => Some(excl_tax.checked_sub(cost).ok_or(TooLarge)?),
            None => None,
        };
        Ok(Totals {
            gross,
            discount,
            excl_tax,
            vat,
            incl_tax: excl_tax.checked_add(vat).ok_or(TooLarge)?,
            margin,
            margin_share: margin.filter(|_| excl_tax != 0).map(|margin| margin as f64 / excl_tax as f64),
            lines,
            rates,
        })
    }

    /// What the lines cost, where it is known of each.
    fn cost(&self) -> Result<Option<Cents>, TooLarge> {
        let Some(costs) = self.lines.iter().map(|line| line.unit_cost).collect::<Option<Vec<Micros>>>()
        else {
            return Ok(None);
        };
        let amounts =
            self.lines.iter().zip(costs).map(|(line, cost)| times(cost, line.quantity, Discount::NONE));
        Ok(Some(sum(amounts.collect::<Result<Vec<Cents>, TooLarge>>()?)?))
    }
}

impl QuoteLine {
    /// Quantity × unit price, less the discount, excluding tax.
    ///
    /// # Errors
    /// [`TooLarge`] beyond what can be counted.
    pub fn net(&self) -> Result<Cents, TooLarge> {
        times(self.unit_price, self.quantity, self.discount)
    }
}

/// Price × quantity × (1 − discount), rounded once, half away from zero, to the cent.
fn times(price: Micros, quantity: i64, discount: Discount) -> Result<Cents, TooLarge> {
    let kept = i128::from(10_000 - discount.hundredths());
    let product = (i128::from(price.0) * i128::from(quantity)).checked_mul(kept).ok_or(TooLarge)?;
    // Millionths of euro × thousandths × ten-thousandths, in cents.
    const SCALE: i128 = 10_000 * 1_000 * 10_000;
    if product.abs() / SCALE >= i128::from(i64::MAX) {
        return Err(TooLarge);
    }
    Ok(divide_rounded(product, SCALE))
}

fn part(amount: Cents, numerator: i64, denominator: i64) -> Cents {
    divide_rounded(i128::from(amount) * i128::from(numerator), i128::from(denominator))
}

fn sum(amounts: impl IntoIterator<Item = Cents>) -> Result<Cents, TooLarge> {
    amounts.into_iter().try_fold(0, Cents::checked_add).ok_or(TooLarge)
}
