//! Orders (commandes), from a quote or alone, once or again every so many months.

mod repeat;

pub use repeat::{Occurrence, Repeat};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::account::Address;
use crate::quote::{OperationCategory, Quote, TooLarge};
use crate::{Cents, Id, Moment};

/// What somebody ordered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    pub id: Id,
    pub account: Id,
    pub person: Option<Id>,
    /// Chosen by hand; else the credit window decides.
    pub campaign: Option<Id>,
    /// The quote that was accepted.
    pub quote: Option<Id>,
    pub label: String,
    /// The day of the first, or only, order.
    pub on: Date,
    /// Of each time, excluding tax.
    pub amount: Cents,
    /// Of each time; `None` where the cost is not known.
    pub margin: Option<Cents>,
    pub repeat: Option<Repeat>,
    /// No order comes after this day any more.
    pub stopped_on: Option<Date>,
    pub category: Option<OperationCategory>,
    pub delivery: Option<Address>,
    pub by: Option<Id>,
    pub created_at: Moment,
}

impl Order {
    /// The order that an accepted quote is, on the day of its acceptance.
    ///
    /// # Errors
    /// [`TooLarge`] where the quote comes to no amount.
    pub fn of_quote(quote: &Quote, id: Id, on: Date, created_at: Moment) -> Result<Order, TooLarge> {
        let totals = quote.totals()?;
        Ok(Order {
            id,
            account: quote.account,
            person: quote.person,
            campaign: quote.campaign,
            quote: Some(quote.id),
            label: quote.lines.first().map(|line| line.label.clone()).unwrap_or_default(),
            on,
            amount: totals.excl_tax,
            margin: totals.margin,
            repeat: None,
            stopped_on: None,
            category: quote.category,
            delivery: quote.delivery.clone(),
            by: quote.by,
            created_at,
        })
    }
}
