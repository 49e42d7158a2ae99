//! What a quote must say before it goes out, and what its invoice will need.

use serde::{Deserialize, Serialize};

use super::{Quote, VatRate};
use crate::account::Address;

/// Something that is missing (DOMAIN.md 2.7). Totals, rates and the place to sign are always printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mention {
    /// The seller's legal mentions (C. com. R123-237, R123-238).
    Seller,
    /// Tax is charged, and the seller has no VAT number.
    SellerVat,
    BuyerName,
    BuyerAddress,
    /// Until when it is valid; also where that is before its date.
    Validity,
    /// There is no line.
    Lines,
    /// A line does not say what it is.
    LineLabel,
    /// A line has no quantity or no unit.
    LineQuantity,
    /// A line is exempt by art. 293 B and another is taxed, which no company is both.
    MixedExemption,
    /// Terms of payment and so on.
    Conditions,
}

impl Mention {
    pub const ALL: [Mention; 10] = [
        Mention::Seller,
        Mention::SellerVat,
        Mention::BuyerName,
        Mention::BuyerAddress,
        Mention::Validity,
        Mention::Lines,
        Mention::LineLabel,
        Mention::LineQuantity,
        Mention::MixedExemption,
        Mention::Conditions,
    ];

    /// The word of the contract.
    pub const fn code(self) -> &'static str {
        match self {
            Mention::Seller => "seller",
            Mention::SellerVat => "seller_vat",
            Mention::BuyerName => "buyer_name",
            Mention::BuyerAddress => "buyer_address",
            Mention::Validity => "validity",
            Mention::Lines => "lines",
            Mention::LineLabel => "line_label",
            Mention::LineQuantity => "line_quantity",
            Mention::MixedExemption => "mixed_exemption",
            Mention::Conditions => "conditions",
        }
    }

    pub fn from_code(code: &str) -> Option<Mention> {
        Mention::ALL.into_iter().find(|mention| mention.code() == code)
    }
}

/// What the document knows of the two sides.
#[derive(Debug, Clone, Copy)]
pub struct Parties<'a> {
    /// The company's settings hold all its legal mentions.
    pub seller_is_complete: bool,
    pub seller_has_vat_number: bool,
    pub buyer_name: &'a str,
    pub buyer_address: &'a Address,
    /// The SIREN of a company; `None` also for a private individual.
    pub buyer_siren: Option<&'a str>,
    pub buyer_is_company: bool,
}

/// What is missing, in the order of [`Mention::ALL`]; a quote with anything missing is not sent.
pub fn missing_mentions(quote: &Quote, parties: &Parties<'_>) -> Vec<Mention> {
    Mention::ALL.into_iter().filter(|mention| is_missing(*mention, quote, parties)).collect()
}

fn is_missing(mention: Mention, quote: &Quote, parties: &Parties<'_>) -> bool {
    let blank = |text: &str| text.trim().is_empty();
    let unsaid = |text: &Option<String>| text.as_deref().is_none_or(blank);
    let exempt = quote.lines.iter().filter(|line| line.vat == VatRate::Exempt).count();
    match mention {
        Mention::Seller => !parties.seller_is_complete,
        Mention::SellerVat => exempt < quote.lines.len() && !parties.seller_has_vat_number,
        Mention::BuyerName => blank(parties.buyer_name),
        Mention::BuyerAddress => {
            unsaid(&parties.buyer_address.city)
                || (parties.buyer_address.country == "FR" && unsaid(&parties.buyer_address.postcode))
        }
        Mention::Validity => quote.valid_until.is_none_or(|last| last < quote.on),
        Mention::Lines => quote.lines.is_empty(),
        Mention::LineLabel => quote.lines.iter().any(|line| blank(&line.label)),
        Mention::LineQuantity => quote.lines.iter().any(|line| line.quantity == 0 || blank(&line.unit)),
        Mention::MixedExemption => exempt > 0 && exempt < quote.lines.len(),
        Mention::Conditions => blank(&quote.conditions),
    }
}

/// What the electronic invoice will ask for and nobody said yet (décret 2022-1299). It stops no quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InvoiceGap {
    BuyerSiren,
    Category,
}

impl InvoiceGap {
    pub const ALL: [InvoiceGap; 2] = [InvoiceGap::BuyerSiren, InvoiceGap::Category];

    /// The word of the contract.
    pub const fn code(self) -> &'static str {
        match self {
            InvoiceGap::BuyerSiren => "buyer_siren",
            InvoiceGap::Category => "category",
        }
    }
}

/// What is still to be asked before the invoice.
pub fn missing_for_invoice(quote: &Quote, parties: &Parties<'_>) -> Vec<InvoiceGap> {
    let missing = |gap: &InvoiceGap| match gap {
        InvoiceGap::BuyerSiren => parties.buyer_is_company && parties.buyer_siren.is_none(),
        InvoiceGap::Category => quote.category.is_none(),
    };
    InvoiceGap::ALL.into_iter().filter(missing).collect()
}
