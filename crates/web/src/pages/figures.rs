//! Figures as cards: each with its formula, the numbers in it, and the list behind it.

use filon_app::answer::{RatioAnswer, StatsAnswer};
use filon_app::stats::Figure;

use crate::chart::{FunnelBar, Whisker, funnel, whisker};
use crate::params::Params;
use crate::words::{Text, Words};

/// One of the four ratios.
pub struct RatioCard {
    pub title: String,
    pub formula: String,
    /// The formula with the numbers in it.
    pub numbers: String,
    pub over: String,
    pub ratio: RatioAnswer,
    pub top_address: String,
    pub bottom_address: String,
    pub whisker: Option<Whisker>,
}

/// An amount or another figure.
pub struct FigureCard {
    pub title: String,
    pub formula: String,
    pub numbers: String,
    pub value: String,
    pub sub: String,
    pub bad: bool,
}

/// The scope of figures as pairs of an address, so that every list behind a figure has the same.
#[derive(Debug, Clone, Default)]
pub struct ScopePairs(pub Vec<(&'static str, String)>);

impl ScopePairs {
    /// The list behind a figure.
    pub fn people(&self, figure: Figure) -> String {
        let mut pairs = vec![("chiffre", figure.code())];
        pairs.extend(self.0.iter().map(|(key, value)| (*key, value.as_str())));
        format!("/tableau-de-bord/personnes{}", Params::encoded(&pairs))
    }
}

pub fn ratios(w: &Words, stats: &StatsAnswer, scope: &ScopePairs) -> Vec<RatioCard> {
    let (dash, ratios) = (&w.dash, &stats.ratios);
    let card =
        |title: Text, formula: Text, ratio: RatioAnswer, top: Figure, bottom: (Figure, Text)| RatioCard {
            title: title.to_string(),
            formula: formula.to_string(),
            numbers: fraction(w, &ratio),
            over: bottom.1.to_string(),
            ratio,
            top_address: scope.people(top),
            bottom_address: scope.people(bottom.0),
            whisker: whisker(&ratio),
        };
    let contacted = (Figure::Contacted, dash.over_contacted);
    vec![
        card(
            dash.prospecting_rate,
            dash.prospecting_rate_formula,
            ratios.prospecting_rate,
            Figure::Contacted,
            (Figure::Contacts, dash.over_contacts),
        ),
        card(
            dash.prospecting_effectiveness,
            dash.prospecting_effectiveness_formula,
            ratios.prospecting_effectiveness,
            Figure::Contacted,
            (Figure::Prospects, dash.over_prospects),
        ),
        card(
            dash.prospector_effectiveness,
            dash.prospector_effectiveness_formula,
            ratios.prospector_effectiveness,
            Figure::Interested,
            contacted,
        ),
        card(
            dash.success_rate,
            dash.success_rate_formula,
            ratios.success_rate,
            Figure::NewClients,
            contacted,
        ),
    ]
}

/// `50 ÷ 500 × 100 = 10,0 %`.
fn fraction(w: &Words, ratio: &RatioAnswer) -> String {
    let (top, bottom) = (w.number(ratio.numerator), w.number(ratio.denominator));
    format!("{top} ÷ {bottom} × 100 = {}", w.percent(ratio.value))
}

pub fn funnel_bars(stats: &StatsAnswer, scope: &ScopePairs) -> Vec<FunnelBar> {
    funnel(&stats.funnel, |step| {
        let figure = match step {
            "targeted" => Figure::Contacts,
            "contacted" => Figure::Contacted,
            "interested" => Figure::Interested,
            "meeting" => Figure::Meeting,
            "quote" => Figure::Quote,
            _ => Figure::Order,
        };
        scope.people(figure)
    })
}

/// Costs, acquisition cost and result.
pub fn money(w: &Words, stats: &StatsAnswer) -> Vec<FigureCard> {
    let dash = &w.dash;
    let (cost, margin) = (w.euros(stats.cost_cents), w.euros(stats.margin_cents));
    let meetings = step(stats, "meeting");
    let divided =
        |bottom: u64, value: Option<i64>| format!("{cost} ÷ {} = {}", w.number(bottom), w.euros(value));
    let planned = stats.planned_cost_cents.map(|planned| dash.planned.with(w.euros_short(planned)));
    let average = average_margin(stats);
    vec![
        card(dash.cost, dash.cost_formula, cost.clone(), w.euros_short(stats.cost_cents))
            .under(planned.unwrap_or_default()),
        card(
            dash.per_contact,
            dash.per_contact_formula,
            divided(stats.contacted, stats.cost_per_contacted_cents),
            w.euros_short(stats.cost_per_contacted_cents),
        ),
        card(
            dash.per_meeting,
            dash.per_meeting_formula,
            divided(meetings, stats.cost_per_meeting_cents),
            w.euros_short(stats.cost_per_meeting_cents),
        ),
        card(
            dash.cac,
            dash.cac_formula,
            divided(stats.new_clients, stats.cac_cents),
            w.euros_short(stats.cac_cents),
        ),
        card(
            dash.revenue,
            dash.revenue_formula,
            w.euros(stats.revenue_cents),
            w.euros_short(stats.revenue_cents),
        )
        .under(w.count(&dash.orders, stats.orders)),
        card(dash.margin, dash.margin_formula, margin.clone(), w.euros_short(stats.margin_cents)),
        card(
            dash.result,
            dash.result_formula,
            format!("{margin} − {cost} = {}", w.euros(stats.result_cents)),
            w.euros_short(stats.result_cents),
        )
        .bad(stats.result_cents < 0),
        card(
            dash.roi,
            dash.roi_formula,
            format!("{} ÷ {cost} = {}", w.euros(stats.result_cents), w.percent(stats.roi)),
            w.percent(stats.roi),
        )
        .bad(stats.roi.is_some_and(|roi| roi < 0.0)),
        card(
            dash.break_even,
            dash.break_even_formula,
            format!("{cost} ÷ {} = {}", w.euros(average), w.number(stats.break_even_clients)),
            stats.break_even_clients.map_or_else(|| w.number(None::<u64>), |n| w.count(&dash.clients, n)),
        ),
    ]
}

/// Attrition, lifetime and what they cost.
pub fn retention(w: &Words, stats: &StatsAnswer) -> Vec<FigureCard> {
    let (dash, kept) = (&w.dash, &stats.retention);
    let attrition = kept.attrition;
    let loyalty = attrition.value.map(|value| 1.0 - value);
    let fraction = format!("{} / {}", w.number(kept.lost), w.number(kept.clients_at_start));
    let years = kept.lifetime_years.map(|years| dash.years.with(w.decimal(years, 1)));
    let years = years.unwrap_or_else(|| w.decimal(None::<f64>, 1));
    vec![
        card(
            dash.attrition,
            dash.attrition_formula,
            self::fraction(w, &attrition),
            w.percent(attrition.value),
        )
        .under(fraction),
        card(
            dash.loyalty,
            dash.loyalty_formula,
            format!("1 − {}", w.percent(attrition.value)),
            w.percent(loyalty),
        ),
        card(dash.lifetime, dash.lifetime_formula, years.clone(), years.clone()),
        card(
            dash.lifetime_value,
            dash.lifetime_value_formula,
            w.euros(kept.lifetime_value_cents),
            w.euros_short(kept.lifetime_value_cents),
        ),
        card(
            dash.attrition_cost,
            dash.attrition_cost_formula,
            w.euros(kept.attrition_cost_cents),
            w.euros_short(kept.attrition_cost_cents),
        ),
    ]
}

/// The sum behind a decision, as sentences with the numbers in them.
pub fn decision_sum(w: &Words, stats: &StatsAnswer) -> Vec<String> {
    let (act, cost) = (&w.act, w.euros(stats.cost_cents));
    let clients = w.count(&act.sum_clients, stats.new_clients);
    let mut lines = vec![act.sum_cost.with(&cost)];
    if let Some(average) = average_margin(stats) {
        let margin = w.euros(stats.margin_cents);
        lines.push(format!("{} = {}.", act.sum_margin.with2(margin, &clients), w.euros(average)));
        let needed = w.number(stats.break_even_clients);
        lines.push(format!("{} = {needed}.", act.sum_break_even.with2(&cost, w.euros(average))));
    }
    lines.push(act.sum_success.with2(&clients, w.number(stats.contacted)));
    if stats.break_even_clients.is_some() {
        lines.push(act.sum_needed_rate.with2(w.number(stats.break_even_clients), w.number(stats.contacted)));
    }
    if let Some(probability) = stats.decision.probability_profitable {
        lines.push(act.sum_probability.with(w.percent(probability)));
    }
    lines
}

/// Margin won per new client, in cents.
fn average_margin(stats: &StatsAnswer) -> Option<i64> {
    let clients = i128::from(stats.new_clients);
    (clients > 0).then(|| filon_core::money::divide_rounded(i128::from(stats.margin_cents), clients))
}

fn step(stats: &StatsAnswer, name: &str) -> u64 {
    stats.funnel.iter().find(|step| step.step == name).map_or(0, |step| step.count)
}

fn card(title: Text, formula: Text, numbers: String, value: String) -> FigureCard {
    let (title, formula) = (title.to_string(), formula.to_string());
    FigureCard { title, formula, numbers, value, sub: String::new(), bad: false }
}

impl FigureCard {
    fn under(self, sub: String) -> FigureCard {
        FigureCard { sub, ..self }
    }

    fn bad(self, bad: bool) -> FigureCard {
        FigureCard { bad, ..self }
    }
}
