//! What is said of a plan before any money is spent.

use filon_core::forecast::{BreakEven, Plan};
use jiff::civil::Date;

use super::{euros, percent, quantity, short_day};
use crate::Language;

/// Sentences of the page Simuler.
pub struct SimulateWords {
    /// What the forecast rests on, days of the first and the last launch.
    pub dated: fn(&str, Date, Date) -> String,
    /// Orders wanted, accounts to contact.
    pub needed: fn(u64, Option<u64>) -> String,
    pub must: fn(&Plan, &BreakEven) -> String,
}

pub(super) const FR: SimulateWords = SimulateWords {
    dated: |basis, first, last| {
        let fr = Language::Fr;
        match first == last {
            true => format!("{basis}, action lancée le {}", short_day(fr, first)),
            false => {
                format!("{basis}, actions lancées du {} au {}", short_day(fr, first), short_day(fr, last))
            }
        }
    },
    needed: |target, audience| {
        let s = if target > 1 { "s" } else { "" };
        let target = quantity(Language::Fr, target);
        match audience {
            Some(audience) => {
                format!("Pour {target} commande{s}, contactez {} fiches.", quantity(Language::Fr, audience))
            }
            None => format!(
                "Aucune commande n’est encore venue par ce canal\u{202f}: rien ne dit combien de fiches il faut pour {target} commande{s}."
            ),
        }
    },
    must: must_fr,
};

fn must_fr(plan: &Plan, found: &BreakEven) -> String {
    let fr = Language::Fr;
    let money = |cents| euros(fr, cents);
    let Some(clients) = found.clients else {
        return format!(
            "Avec {} de marge par client, aucun nombre de clients ne paie {}. Donnez la marge qu’apporte un nouveau client.",
            money(plan.margin),
            money(plan.cost)
        );
    };
    if clients == 0 {
        return "L’action ne coûte rien\u{202f}: elle se paie dans tous les cas.".to_owned();
    }
    let each = format!("{} de coût ÷ {} de marge", money(plan.cost), money(plan.margin));
    let Some(rate) = found.rate.filter(|rate| *rate <= 1.0) else {
        return format!(
            "Il faudrait {} nouveaux clients ({each}), plus que les {} fiches contactées\u{202f}: l’action ne peut pas se payer ainsi.",
            quantity(fr, clients),
            quantity(fr, plan.audience)
        );
    };
    let (x, s) = if clients > 1 { ("x", "s") } else { ("", "") };
    let need = format!(
        "Pour se payer, il lui faut {} nouveau{x} client{s} ({each}), soit {} de réussite sur {} contactés.",
        quantity(fr, clients),
        percent(fr, rate),
        quantity(fr, plan.audience)
    );
    let chance = found.probability.map_or_else(String::new, |probability| {
        format!(" Cela arrive avec {} de chances.", percent(fr, probability))
    });
    let other = found.margin.map_or_else(String::new, |margin| {
        format!(
            " Aux commandes attendues, elle se paie dès {} de marge par client, ou jusqu’à {} de coût.",
            money(margin),
            money(found.cost)
        )
    });
    format!("{need}{chance}{other}")
}

pub(super) const EN: SimulateWords = SimulateWords {
    dated: |basis, first, last| match first == last {
        true => format!("{basis}, action launched on {first}"),
        false => format!("{basis}, actions launched from {first} to {last}"),
    },
    needed: |target, audience| {
        let s = if target == 1 { "" } else { "s" };
        let target = quantity(Language::En, target);
        match audience {
            Some(audience) => {
                format!("For {target} order{s}, contact {} accounts.", quantity(Language::En, audience))
            }
            None => format!(
                "No order has come by this channel yet: nothing says how many accounts {target} order{s} would take."
            ),
        }
    },
    must: must_en,
};

fn must_en(plan: &Plan, found: &BreakEven) -> String {
    let en = Language::En;
    let money = |cents| euros(en, cents);
    let Some(clients) = found.clients else {
        return format!(
            "With a margin of {} per client, no number of clients pays {}. Give the margin that a new client brings.",
            money(plan.margin),
            money(plan.cost)
        );
    };
    if clients == 0 {
        return "The action costs nothing: it pays for itself in any case.".to_owned();
    }
    let each = format!("{} of cost ÷ {} of margin", money(plan.cost), money(plan.margin));
    let Some(rate) = found.rate.filter(|rate| *rate <= 1.0) else {
        return format!(
            "It would take {} new clients ({each}), more than the {} accounts contacted: the action cannot pay for itself like this.",
            quantity(en, clients),
            quantity(en, plan.audience)
        );
    };
    let s = if clients == 1 { "" } else { "s" };
    let need = format!(
        "To pay for itself it needs {} new client{s} ({each}), a success rate of {} of {} contacted.",
        quantity(en, clients),
        percent(en, rate),
        quantity(en, plan.audience)
    );
    let chance = found.probability.map_or_else(String::new, |probability| {
        format!(" This happens with a chance of {}.", percent(en, probability))
    });
    let other = found.margin.map_or_else(String::new, |margin| {
        format!(
            " With the orders expected it pays from a margin of {} per client, or up to a cost of {}.",
            money(margin),
            money(found.cost)
        )
    });
    format!("{need}{chance}{other}")
}
