//! The answer of `filon stats`.

use jiff::civil::Date;
use serde::Serialize;

#[derive(Debug, Clone, Serialize)]
pub struct StatsAnswer {
    pub scope: ScopeAnswer,
    pub contacts: u64,
    pub clients: u64,
    pub prospects: u64,
    pub contacted: u64,
    pub interested: u64,
    pub new_clients: u64,
    pub ratios: RatiosAnswer,
    pub funnel: Vec<FunnelStep>,
    pub cost_cents: i64,
    pub planned_cost_cents: Option<i64>,
    pub cost_per_contacted_cents: Option<i64>,
    pub cost_per_meeting_cents: Option<i64>,
    pub cac_cents: Option<i64>,
    pub orders: u64,
    pub revenue_cents: i64,
    pub margin_cents: i64,
    pub result_cents: i64,
    pub roi: Option<f64>,
    pub break_even_clients: Option<u64>,
    pub retention: RetentionAnswer,
    pub decision: DecisionAnswer,
}

#[derive(Debug, Clone, Serialize)]
pub struct ScopeAnswer {
    pub campaign: Option<String>,
    pub from: Option<Date>,
    pub to: Option<Date>,
    pub as_of: Option<Date>,
}

#[derive(Debug, Clone, Serialize)]
pub struct RatiosAnswer {
    pub prospecting_rate: RatioAnswer,
    pub prospecting_effectiveness: RatioAnswer,
    pub prospector_effectiveness: RatioAnswer,
    pub success_rate: RatioAnswer,
}

/// A share between 0 and 1 with its 95 % Wilson interval; `null` where the denominator is 0.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct RatioAnswer {
    pub value: Option<f64>,
    pub numerator: u64,
    pub denominator: u64,
    pub low: Option<f64>,
    pub high: Option<f64>,
}

#[derive(Debug, Clone, Serialize)]
pub struct FunnelStep {
    pub step: &'static str,
    pub count: u64,
    pub from_previous: Option<RatioAnswer>,
    pub median_days: Option<f64>,
}

#[derive(Debug, Clone, Serialize)]
pub struct RetentionAnswer {
    pub clients_at_start: u64,
    pub lost: u64,
    pub attrition: RatioAnswer,
    pub lifetime_years: Option<f64>,
    pub lifetime_value_cents: Option<i64>,
    pub attrition_cost_cents: Option<i64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Renew,
    Adjust,
    Stop,
    TooEarly,
}

#[derive(Debug, Clone, Serialize)]
pub struct DecisionAnswer {
    pub probability_profitable: Option<f64>,
    pub verdict: Verdict,
    pub reason: String,
}
