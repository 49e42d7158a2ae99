//! Quotes (devis): their lines and totals, what they must say, their numbers and what becomes of them.

mod discount;
mod mentions;
mod number;
mod state;
mod totals;
mod vat;

pub use discount::Discount;
pub use mentions::{InvoiceGap, Mention, Parties, missing_for_invoice, missing_mentions};
pub use number::{NotANumber, NumberFault, QuoteNumber, number_faults};
pub use state::{NotPossible, QuoteAct, QuoteState};
pub use totals::{RateTotal, TooLarge, Totals};
pub use vat::VatRate;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::account::Address;
use crate::{Id, Micros, Moment};

/// An offer at a price.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    pub id: Id,
    pub account: Id,
    pub person: Option<Id>,
    pub campaign: Option<Id>,
    /// Given when it is sent, so that a draft thrown away leaves no gap.
    pub number: Option<QuoteNumber>,
    pub on: Date,
    /// The last day on which it can be accepted.
    pub valid_until: Option<Date>,
    pub lines: Vec<QuoteLine>,
    /// On everything, after the discounts of the lines.
    pub discount: Discount,
    /// Terms of payment, delivery and so on, as they are printed.
    pub conditions: String,
    /// As it is stored; see [`Quote::state_on`].
    pub state: QuoteState,
    /// Why it was refused, as it was said.
    pub reason: Option<String>,
    /// What is sold, for the invoice; `None` while nobody said.
    pub category: Option<OperationCategory>,
    /// Where it differs from the account's address.
    pub delivery: Option<Address>,
    pub by: Option<Id>,
    pub created_at: Moment,
}

/// One line of a quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuoteLine {
    pub label: String,
    #[serde(default)]
    pub detail: String,
    /// In thousandths.
    pub quantity: i64,
    /// As it is printed: `h`, `m²`, `forfait`.
    pub unit: String,
    /// Excluding tax.
    pub unit_price: Micros,
    /// What it costs the company; `None` = not known, and no margin either.
    #[serde(default)]
    pub unit_cost: Option<Micros>,
    #[serde(default)]
    pub discount: Discount,
    pub vat: VatRate,
}

/// What electronic invoices call the category of the operation (décret 2022-1299).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OperationCategory {
    Goods,
    Services,
    Both,
}

impl OperationCategory {
    pub const ALL: [OperationCategory; 3] =
        [OperationCategory::Goods, OperationCategory::Services, OperationCategory::Both];

    /// The word of the contract and of the database.
    pub const fn code(self) -> &'static str {
        match self {
            OperationCategory::Goods => "goods",
            OperationCategory::Services => "services",
            OperationCategory::Both => "both",
        }
    }

    pub fn from_code(code: &str) -> Option<OperationCategory> {
        OperationCategory::ALL.into_iter().find(|category| category.code() == code)
    }
}

impl Quote {
    /// The state on a day: a quote sent expires by itself the day after it was valid last.
    pub fn state_on(&self, day: Date) -> QuoteState {
        let over = self.valid_until.is_some_and(|last| day > last);
        if self.state == QuoteState::Sent && over { QuoteState::Expired } else { self.state }
    }
}
