//! Rates of value added tax.

use serde::{Deserialize, Serialize};

/// A rate of French VAT (CGI art. 278 to 281), or the exemption of small companies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum VatRate {
    /// 20 %.
    #[serde(rename = "20")]
    Normal,
    /// 10 %.
    #[serde(rename = "10")]
    Intermediate,
    /// 5.5 %.
    #[serde(rename = "5.5")]
    Reduced,
    /// 2.1 %.
    #[serde(rename = "2.1")]
    Particular,
    /// 0 %: franchise en base.
    #[serde(rename = "0")]
    Exempt,
}

impl VatRate {
    /// From the highest to the lowest, as a quote lists them.
    pub const ALL: [VatRate; 5] =
        [VatRate::Normal, VatRate::Intermediate, VatRate::Reduced, VatRate::Particular, VatRate::Exempt];

    /// The word of the contract and of the database: the rate in percent.
    pub const fn code(self) -> &'static str {
        match self {
            VatRate::Normal => "20",
            VatRate::Intermediate => "10",
            VatRate::Reduced => "5.5",
            VatRate::Particular => "2.1",
            VatRate::Exempt => "0",
        }
    }

    pub fn from_code(code: &str) -> Option<VatRate> {
        VatRate::ALL.into_iter().find(|rate| rate.code() == code)
    }

    /// In thousandths: 55 is 5.5 %.
    pub const fn thousandths(self) -> i64 {
        match self {
            VatRate::Normal => 200,
            VatRate::Intermediate => 100,
            VatRate::Reduced => 55,
            VatRate::Particular => 21,
            VatRate::Exempt => 0,
        }
    }

    /// The words that the law demands on the document, in its own language.
    pub const fn legal_mention(self) -> Option<&'static str> {
        match self {
            VatRate::Exempt => Some("TVA non applicable, art. 293 B du CGI"),
            _ => None,
        }
    }
}
