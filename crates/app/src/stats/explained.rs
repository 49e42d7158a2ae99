//! Ratios and amounts that explain themselves: the formula in words, with the numbers in it.

use filon_core::Cents;
use filon_core::ratio::{Figures, Share};

use super::behind::Behind;
use super::named::Named;
use super::people::Figure;
use super::{Fold, Ground, Scope};
use crate::answer::RatioAnswer;
use crate::words::{euros, percent, quantity};
use crate::{Actor, App, Result};

/// A figure with its formula.
#[derive(Debug, Clone)]
pub struct Explained {
    /// Its word in an address.
    pub code: &'static str,
    pub label: &'static str,
    /// As it is written: `1,0 %`, `240,00 €`, `n. d.`
    pub shown: String,
    /// `Taux de réussite = nouveaux clients ÷ contactés × 100 = 5 ÷ 500 × 100 = 1,0 %`
    pub formula: String,
    /// A share of two counts, with its interval.
    pub ratio: Option<RatioAnswer>,
    /// The interval in words, where there is one.
    pub interval: Option<String>,
    pub over: Side,
    pub under: Side,
}

/// What stands before or after the sign.
#[derive(Debug, Clone)]
pub struct Side {
    pub label: &'static str,
    pub shown: String,
    /// Whom it opens onto.
    pub people: Option<Behind>,
}

/// How the two sides make the figure, and what the figure is.
#[derive(Clone, Copy)]
pub(super) enum Sign {
    /// ÷, × 100.
    Share(Share),
    /// ÷, × 100, of amounts.
    Percent,
    Divided,
    Less,
    Plus,
    Times,
}

/// A figure as it is written, `None` for "n. d.", with its formula.
pub(super) fn explain(
    actor: &Actor,
    (code, label): (&'static str, &'static str),
    sign: Sign,
    shown: Option<String>,
    over: Side,
    under: Side,
) -> Explained {
    let words = &actor.words().ratios;
    let (mark, hundred) = match sign {
        Sign::Share(_) | Sign::Percent => ("÷", " × 100"),
        Sign::Divided => ("÷", ""),
        Sign::Less => ("−", ""),
        Sign::Plus => ("+", ""),
        Sign::Times => ("×", ""),
    };
    let ratio = if let Sign::Share(share) = sign { Some(RatioAnswer::from(share)) } else { None };
    let interval = ratio
        .and_then(|ratio| ratio.low.zip(ratio.high))
        .map(|(low, high)| (words.interval)(&percent(actor.language, low), &percent(actor.language, high)));
    let shown = shown.unwrap_or_else(|| words.none.to_owned());
    let formula = format!(
        "{label} = {} {mark} {}{hundred} = {} {mark} {}{hundred} = {shown}",
        over.label, under.label, over.shown, under.shown
    );
    Explained { code, label, shown, formula, ratio, interval, over, under }
}

/// The four ratios, what things cost, what they brought, and clients kept and lost.
pub fn explained(app: &App, actor: &Actor, scope: &Scope) -> Result<Vec<Explained>> {
    let figures = app.read(actor, |tx| {
        let ground = Ground::load(tx)?;
        let fold = Fold::of(app, tx, actor, scope)?;
        let tally = fold.tally(tx, &ground, &mut |_| {})?;
        Ok(ground.figures(tx, &tally, &fold.scope)?)
    })?;
    Ok(Named::ALL.into_iter().map(|named| Teller { actor, figures: &figures }.tell(named)).collect())
}

struct Teller<'a> {
    actor: &'a Actor,
    figures: &'a Figures,
}

impl Teller<'_> {
    fn tell(&self, named: Named) -> Explained {
        let f = self.figures;
        let [_, _, _, meetings, quotes, _] = &f.funnel;
        let of = |figure| Some(Behind::Figure(figure));
        match named {
            Named::ProspectingRate => {
                self.share(named, f.prospecting_rate, Figure::Contacted, Figure::Contacts)
            }
            Named::ProspectingEffectiveness => {
                self.share(named, f.prospecting_effectiveness, Figure::Contacted, Figure::Prospects)
            }
            Named::ProspectorEffectiveness => {
                self.share(named, f.prospector_effectiveness, Figure::Interested, Figure::Contacted)
            }
            Named::SuccessRate => self.share(named, f.success_rate, Figure::NewClients, Figure::Contacted),
            Named::CostPerContacted => {
                self.each(named, f.cost, f.contacted, of(Figure::Contacted), f.cost_per_contacted)
            }
            Named::CostPerInterested => {
                self.each(named, f.cost, f.interested, of(Figure::Interested), f.cost_per_interested)
            }
            Named::CostPerMeeting => {
                self.each(named, f.cost, meetings.count, of(Figure::Meeting), f.cost_per_meeting)
            }
            Named::CostPerMeetingHeld => {
                self.each(named, f.cost, f.meetings_held, Some(Behind::MeetingHeld), f.cost_per_meeting_held)
            }
            Named::CostPerQuote => {
                self.each(named, f.cost, quotes.count, of(Figure::Quote), f.cost_per_quote)
            }
            Named::Cac => self.each(named, f.cost, f.new_clients, of(Figure::NewClients), f.cac),
            Named::CacMarginal => {
                let people = of(Figure::NewClients);
                self.each(named, f.variable_cost, f.new_clients, people, f.cac_marginal)
            }
            Named::Result => {
                let (margin, cost) = (self.cents(f.margin), self.cents(f.cost));
                self.sides(named, Sign::Less, Some(self.cents(f.result)), margin, cost)
            }
            Named::Roi => {
                let shown = f.roi.map(|roi| percent(self.actor.language, roi));
                self.sides(named, Sign::Percent, shown, self.cents(f.result), self.cents(f.cost))
            }
            Named::BreakEven => {
                let shown = f.break_even_clients.map(self.actor.words().ratios.clients_needed);
                let margin = f.decision.average_margin.filter(|_| f.new_clients > 0);
                self.sides(named, Sign::Divided, shown, self.cents(f.cost), self.average(margin))
            }
            Named::Attrition => self.share(named, f.retention.attrition, Figure::Lost, Figure::Clients),
            Named::Loyalty => {
                let Share { numerator: lost, denominator: clients } = f.retention.attrition;
                let kept = Share::new(clients - lost.min(clients), clients);
                let mut told = self.share(named, kept, Figure::Lost, Figure::Clients);
                told.over.people = Some(Behind::Kept);
                told
            }
            Named::LifetimeValue => {
                let (value, years) = (f.retention.lifetime_value, f.retention.lifetime_years);
                let yearly = value.zip(years).filter(|(_, years)| *years > 0.0);
                let yearly = yearly.map(|(value, years)| value as f64 / years);
                let shown = value.map(|value| self.cents(value));
                let life = years.map_or_else(|| self.none(), self.actor.words().ratios.years);
                self.sides(named, Sign::Times, shown, self.average(yearly), life)
            }
            Named::AttritionCost => {
                let value = f.retention.lifetime_value.filter(|_| f.retention.lost > 0);
                let value = value.map_or_else(|| self.none(), |value| self.cents(value));
                let shown = f.retention.attrition_cost.map(|cost| self.cents(cost));
                self.sides(named, Sign::Plus, shown, value, self.cents(f.cac.unwrap_or(0)))
            }
        }
    }

    fn share(&self, named: Named, share: Share, over: Figure, under: Figure) -> Explained {
        let count = |count| quantity(self.actor.language, count);
        let shown = share.value().map(|value| percent(self.actor.language, value));
        let (n, d) = (count(share.numerator), count(share.denominator));
        let mut told = self.sides(named, Sign::Share(share), shown, n, d);
        told.over.people = Some(Behind::Figure(over));
        told.under.people = Some(Behind::Figure(under));
        told
    }

    fn each(
        &self,
        named: Named,
        cost: Cents,
        count: u64,
        people: Option<Behind>,
        each: Option<Cents>,
    ) -> Explained {
        let shown = each.map(|each| self.cents(each));
        let under = quantity(self.actor.language, count);
        let mut told = self.sides(named, Sign::Divided, shown, self.cents(cost), under);
        told.under.people = people;
        told
    }

    fn sides(
        &self,
        named: Named,
        sign: Sign,
        shown: Option<String>,
        over: String,
        under: String,
    ) -> Explained {
        let [label, above, below] = (self.actor.words().ratios.named)(named);
        let side = |label, shown| Side { label, shown, people: None };
        explain(self.actor, (named.code(), label), sign, shown, side(above, over), side(below, under))
    }

    fn cents(&self, cents: Cents) -> String {
        euros(self.actor.language, cents)
    }

    fn average(&self, cents: Option<f64>) -> String {
        cents.map_or_else(|| self.none(), |cents| self.cents(cents.round() as Cents))
    }

    fn none(&self) -> String {
        self.actor.words().ratios.none.to_owned()
    }
}
