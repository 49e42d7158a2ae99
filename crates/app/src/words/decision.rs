//! The decision and the forecast in sentences: the sum, not only the word.

use filon_core::Channel;
use filon_core::ratio::{Figures, Verdict};

use super::{euros, percent, quantity};
use crate::Language;

/// Sentences of the evaluation.
pub struct DecisionWords {
    pub reason: fn(&Figures) -> String,
    /// Channel, actions, accounts contacted.
    pub own_basis: fn(Channel, u64, u64) -> String,
    /// The source of the published rates, accounts contacted so far.
    pub published_basis: fn(&str, u64) -> String,
    pub audience_zero: &'static str,
    pub money_negative: &'static str,
}

pub(super) const FR: DecisionWords = DecisionWords {
    reason: reason_fr,
    own_basis: |channel, actions, contacted| {
        let s = if actions > 1 { "s" } else { "" };
        format!(
            "vos propres résultats {}\u{202f}: {actions} action{s}, {} fiches contactées",
            channel_fr(channel),
            quantity(Language::Fr, contacted)
        )
    },
    published_basis: |source, contacted| {
        let few = match contacted {
            0 => "personne".to_owned(),
            1 => "qu’une fiche".to_owned(),
            several => format!("que {} fiches", quantity(Language::Fr, several)),
        };
        format!(
            "taux publiés ({source}), car vous n’avez encore contacté {few} par ce canal (30 fiches suffisent)"
        )
    },
    audience_zero: "Donnez le nombre de fiches à contacter, au moins 1 et au plus 100 millions.",
    money_negative: "Un coût ne peut pas être négatif. Donnez le coût de toute l’action en euros.",
};

fn channel_fr(channel: Channel) -> &'static str {
    match channel {
        Channel::Letter => "par courrier",
        Channel::Email => "par e-mail",
        Channel::Phone => "par téléphone",
        Channel::Visit => "par visite",
        Channel::Fair => "en salon",
        Channel::Other => "par d’autres moyens",
    }
}

fn reason_fr(figures: &Figures) -> String {
    let fr = Language::Fr;
    let count = |count: u64| quantity(fr, count);
    let decision = &figures.decision;
    let conclusion = match decision.verdict {
        Verdict::Renew => "à renouveler (80\u{202f}% ou plus)",
        Verdict::Stop => "à arrêter (20\u{202f}% ou moins)",
        Verdict::Adjust => "à ajuster (entre 20\u{202f}% et 80\u{202f}%)",
        Verdict::TooEarly => "trop tôt pour le dire (moins de 30 contactés)",
    };
    if figures.contacted == 0 {
        return format!("Personne n’a encore été contacté\u{202f}: {conclusion}.");
    }
    let won = format!(
        "{} nouveau{} client{} sur {} contacté{}",
        count(figures.new_clients),
        if figures.new_clients > 1 { "x" } else { "" },
        plural(figures.new_clients),
        count(figures.contacted),
        plural(figures.contacted)
    );
    let (Some(margin), Some(probability)) = (decision.average_margin, decision.probability) else {
        return format!(
            "{won}, et aucune commande ne dit encore ce que rapporte un client\u{202f}: {conclusion}."
        );
    };
    let margin_shown = euros(fr, margin.round() as i64);
    let whose = if figures.new_clients > 0 {
        "par nouveau client"
    } else {
        "par commande (moyenne de l’entreprise)"
    };
    let threshold = match decision.break_even_rate {
        Some(rate) => format!(
            "L’action se paie à partir de {} de réussite\u{202f}: {} de coût ÷ ({} contactés × {} de marge {whose}).",
            percent(fr, rate),
            euros(fr, figures.cost),
            count(figures.contacted),
            margin_shown
        ),
        None => {
            format!("La marge {whose} est de {margin_shown}, pour un coût de {}.", euros(fr, figures.cost))
        }
    };
    let rate =
        figures.success_rate.value().map(|value| format!(" ({})", percent(fr, value))).unwrap_or_default();
    format!(
        "{threshold} Avec {won}{rate}, refaite à l’identique, elle a {} de chances de se payer\u{202f}: {conclusion}.",
        percent(fr, probability)
    )
}

fn plural(count: u64) -> &'static str {
    if count > 1 { "s" } else { "" }
}

pub(super) const EN: DecisionWords = DecisionWords {
    reason: reason_en,
    own_basis: |channel, actions, contacted| {
        let s = if actions > 1 { "s" } else { "" };
        format!(
            "your own results by {}: {actions} action{s}, {} accounts contacted",
            channel.code(),
            quantity(Language::En, contacted)
        )
    },
    published_basis: |source, contacted| {
        format!(
            "published rates ({source}), since you have contacted only {} accounts on this channel (30 are enough)",
            quantity(Language::En, contacted)
        )
    },
    audience_zero: "Give the number of accounts to contact, at least 1 and at most 100 million.",
    money_negative: "A cost cannot be negative. Give the cost of the whole action in euros.",
};

fn reason_en(figures: &Figures) -> String {
    let en = Language::En;
    let count = |count: u64| quantity(en, count);
    let decision = &figures.decision;
    let conclusion = match decision.verdict {
        Verdict::Renew => "renew (80% or more)",
        Verdict::Stop => "stop (20% or less)",
        Verdict::Adjust => "adjust (between 20% and 80%)",
        Verdict::TooEarly => "too early to say (fewer than 30 contacted)",
    };
    if figures.contacted == 0 {
        return format!("Nobody was contacted yet: {conclusion}.");
    }
    let won = format!(
        "{} new client{} of {} contacted",
        count(figures.new_clients),
        plural(figures.new_clients),
        count(figures.contacted)
    );
    let (Some(margin), Some(probability)) = (decision.average_margin, decision.probability) else {
        return format!("{won}, and no order says yet what a client brings: {conclusion}.");
    };
    let margin_shown = euros(en, margin.round() as i64);
    let whose = if figures.new_clients > 0 { "per new client" } else { "per order (the company's average)" };
    let threshold = match decision.break_even_rate {
        Some(rate) => format!(
            "The action pays from a success rate of {}: {} of cost ÷ ({} contacted × {} of margin {whose}).",
            percent(en, rate),
            euros(en, figures.cost),
            count(figures.contacted),
            margin_shown
        ),
        None => format!("The margin {whose} is {margin_shown}, for a cost of {}.", euros(en, figures.cost)),
    };
    let rate =
        figures.success_rate.value().map(|value| format!(" ({})", percent(en, value))).unwrap_or_default();
    format!(
        "{threshold} With {won}{rate}, done again as it was, it has a chance of {} to pay for itself: {conclusion}.",
        percent(en, probability)
    )
}
