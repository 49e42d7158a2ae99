//! The answer of `filon forecast`.

use serde::Serialize;

#[derive(Debug, Clone, Serialize)]
pub struct ForecastAnswer {
    pub contacted: Estimate,
    pub interested: Estimate,
    pub meetings: Estimate,
    pub quotes: Estimate,
    pub orders: Estimate,
    pub cac_cents: Estimate,
    pub result_cents: Estimate,
    pub basis: Basis,
    pub audience_needed: Option<u64>,
}

/// An expected value with its 80 % interval; `null` where it has no finite value.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Estimate {
    pub expected: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Basis {
    /// `own` or `published`.
    pub kind: &'static str,
    pub campaigns: u64,
    pub observations: u64,
    pub source: String,
}
