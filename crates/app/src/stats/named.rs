//! The figures that explain themselves, by name.

/// A ratio or an amount of the evaluation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Named {
    ProspectingRate,
    ProspectingEffectiveness,
    ProspectorEffectiveness,
    SuccessRate,
    CostPerContacted,
    CostPerInterested,
    CostPerMeeting,
    CostPerMeetingHeld,
    CostPerQuote,
    Cac,
    CacMarginal,
    Result,
    Roi,
    BreakEven,
    Attrition,
    Loyalty,
    LifetimeValue,
    AttritionCost,
}

impl Named {
    /// In the order in which they are shown.
    pub const ALL: [Named; 18] = {
        use Named::*;
        [
            ProspectingRate,
            ProspectingEffectiveness,
            ProspectorEffectiveness,
            SuccessRate,
            CostPerContacted,
            CostPerInterested,
            CostPerMeeting,
            CostPerMeetingHeld,
            CostPerQuote,
            Cac,
            CacMarginal,
            Result,
            Roi,
            BreakEven,
            Attrition,
            Loyalty,
            LifetimeValue,
            AttritionCost,
        ]
    };

    /// Its word in an address.
    pub const fn code(self) -> &'static str {
        match self {
            Named::ProspectingRate => "prospecting_rate",
            Named::ProspectingEffectiveness => "prospecting_effectiveness",
            Named::ProspectorEffectiveness => "prospector_effectiveness",
            Named::SuccessRate => "success_rate",
            Named::CostPerContacted => "cost_per_contacted",
            Named::CostPerInterested => "cost_per_interested",
            Named::CostPerMeeting => "cost_per_meeting",
            Named::CostPerMeetingHeld => "cost_per_meeting_held",
            Named::CostPerQuote => "cost_per_quote",
            Named::Cac => "cac",
            Named::CacMarginal => "cac_marginal",
            Named::Result => "result",
            Named::Roi => "roi",
            Named::BreakEven => "break_even",
            Named::Attrition => "attrition",
            Named::Loyalty => "loyalty",
            Named::LifetimeValue => "lifetime_value",
            Named::AttritionCost => "attrition_cost",
        }
    }
}
