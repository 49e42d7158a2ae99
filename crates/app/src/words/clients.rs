//! Clients kept, lost and at risk.

use filon_core::ratio::{Comparison, Lead};

use super::share;
use crate::Language;

/// Sentences about clients.
pub struct ClientWords {
    pub no_reason: &'static str,
    /// Usual days between orders, days since the last one, whether the rhythm is the client's own.
    pub silent: fn(f64, i64, bool) -> String,
    /// A = clients not contacted, B = clients contacted by the action.
    pub keeping: fn(&Comparison) -> String,
}

pub(super) const FR: ClientWords = ClientWords {
    no_reason: "Sans raison notée",
    silent: |usual, silent, own| {
        let whose = if own { "Commande d’habitude" } else { "Vos clients commandent d’habitude" };
        format!("{whose} tous les {usual:.0} jours\u{202f}; rien depuis {silent} jours")
    },
    keeping: |found| {
        let facts = format!(
            "Clients gardés\u{202f}: {} parmi ceux que l’action a contactés, {} parmi les autres",
            share(Language::Fr, found.b),
            share(Language::Fr, found.a)
        );
        let verdict = match found.lead {
            Lead::TooFew => "trop peu de clients pour conclure (30 au moins de chaque côté)",
            Lead::Undecided => "le hasard peut suffire à l’écart",
            Lead::A => "les clients contactés restent moins, et ce n’est pas le hasard",
            Lead::B => "les clients contactés restent davantage, et ce n’est pas le hasard",
        };
        format!("{facts}. Conclusion\u{202f}: {verdict}.")
    },
};

pub(super) const EN: ClientWords = ClientWords {
    no_reason: "No reason noted",
    silent: |usual, silent, own| {
        let whose = if own { "Orders" } else { "Your clients order" };
        format!("{whose} every {usual:.0} days as a rule; nothing for {silent} days")
    },
    keeping: |found| {
        let facts = format!(
            "Clients kept: {} among those contacted by the action, {} among the others",
            share(Language::En, found.b),
            share(Language::En, found.a)
        );
        let verdict = match found.lead {
            Lead::TooFew => "too few clients to conclude (30 at least on either side)",
            Lead::Undecided => "chance alone could do it",
            Lead::A => "clients contacted stay less, and it is not chance",
            Lead::B => "clients contacted stay more, and it is not chance",
        };
        format!("{facts}. Conclusion: {verdict}.")
    },
};
