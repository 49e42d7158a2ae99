//! Figures in the words of the contract.

use filon_core::Campaign;
use filon_core::ratio::{Figures, Share};

use super::Scope;
use crate::Actor;
use crate::answer::{
    DecisionAnswer, FunnelStep, RatioAnswer, RatiosAnswer, RetentionAnswer, ScopeAnswer, StatsAnswer, Verdict,
};

impl From<Share> for RatioAnswer {
    fn from(share: Share) -> RatioAnswer {
        let interval = share.interval();
        RatioAnswer {
            value: share.value(),
            numerator: share.numerator,
            denominator: share.denominator,
            low: interval.map(|(low, _)| low),
            high: interval.map(|(_, high)| high),
        }
    }
}

impl From<filon_core::ratio::Verdict> for Verdict {
    fn from(verdict: filon_core::ratio::Verdict) -> Verdict {
        match verdict {
            filon_core::ratio::Verdict::Renew => Verdict::Renew,
            filon_core::ratio::Verdict::Adjust => Verdict::Adjust,
            filon_core::ratio::Verdict::Stop => Verdict::Stop,
            filon_core::ratio::Verdict::TooEarly => Verdict::TooEarly,
        }
    }
}

/// The contract's answer, the decision worded with its sum.
pub(crate) fn worded(
    actor: &Actor,
    scope: &Scope,
    campaign: Option<&Campaign>,
    figures: &Figures,
) -> StatsAnswer {
    StatsAnswer {
        scope: ScopeAnswer {
            campaign: campaign.map(|campaign| campaign.name.clone()),
            from: scope.from,
            to: scope.to,
            as_of: scope.as_of,
        },
        contacts: figures.contacts,
        clients: figures.clients,
        prospects: figures.prospects,
        contacted: figures.contacted,
        interested: figures.interested,
        new_clients: figures.new_clients,
        ratios: RatiosAnswer {
            prospecting_rate: figures.prospecting_rate.into(),
            prospecting_effectiveness: figures.prospecting_effectiveness.into(),
            prospector_effectiveness: figures.prospector_effectiveness.into(),
            success_rate: figures.success_rate.into(),
        },
        funnel: figures
            .funnel
            .iter()
            .map(|step| FunnelStep {
                step: step.step,
                count: step.count,
                from_previous: step.from_previous.map(RatioAnswer::from),
                median_days: step.median_days,
            })
            .collect(),
        cost_cents: figures.cost,
        planned_cost_cents: figures.planned_cost,
        cost_per_contacted_cents: figures.cost_per_contacted,
        cost_per_meeting_cents: figures.cost_per_meeting,
        cac_cents: figures.cac,
        orders: figures.orders,
        revenue_cents: figures.revenue,
        margin_cents: figures.margin,
        result_cents: figures.result,
        roi: figures.roi,
        break_even_clients: figures.break_even_clients,
        retention: RetentionAnswer {
            clients_at_start: figures.retention.clients_at_start,
            lost: figures.retention.lost,
            attrition: figures.retention.attrition.into(),
            lifetime_years: figures.retention.lifetime_years,
            lifetime_value_cents: figures.retention.lifetime_value,
            attrition_cost_cents: figures.retention.attrition_cost,
        },
        decision: DecisionAnswer {
            probability_profitable: figures.decision.probability,
            verdict: figures.decision.verdict.into(),
            reason: (actor.words().decision.reason)(figures),
        },
    }
}
