//! Two sides compared: both facts, and whether the difference is real.

use filon_core::Cents;
use filon_core::call::Progress;
use filon_core::ratio::{Comparison, Lead};

use super::{euros, points, share};
use crate::Language;

/// Sentences of a comparison.
pub struct VersusWords {
    pub unlike: &'static str,
    pub same: &'static str,
    pub caller_unknown: &'static str,
    pub progress: fn(Progress) -> &'static str,
    /// Name of the ratio, names of A and B.
    pub compared: fn(&str, [&str; 2], &Comparison) -> String,
    /// Names of A and B, what a new client cost with each.
    pub cost: fn([&str; 2], [Option<Cents>; 2]) -> String,
}

/// Who leads, and by how much at the least and at the most.
fn led<'a>([a, b]: [&'a str; 2], found: &Comparison) -> Option<(&'a str, f64, f64)> {
    let (low, high) = found.interval?;
    match found.lead {
        Lead::A => Some((a, -high, -low)),
        Lead::B => Some((b, low, high)),
        Lead::TooFew | Lead::Undecided => None,
    }
}

pub(super) const FR: VersusWords = VersusWords {
    unlike: "Un argumentaire ne se compare qu’à un argumentaire. Choisissez deux actions, deux appelants ou deux argumentaires.",
    same: "C’est deux fois le même. Choisissez deux côtés différents.",
    caller_unknown: "Cette personne n’est plus parmi les utilisateurs. Choisissez-en une autre.",
    progress: |progress| match progress {
        Progress::NotReached => "Appels sans personne",
        Progress::Reached => "Appels qui ont joint quelqu’un",
        Progress::Argued => "Appels argumentés",
        Progress::Interested => "Appels avec intérêt",
        Progress::Meeting => "Appels avec rendez-vous",
    },
    compared: |label, names, found| {
        let fr = Language::Fr;
        let [a, b] = names;
        let verdict = match (led(names, found), found.lead) {
            (Some((better, least, most)), _) => format!(
                "«\u{202f}{better}\u{202f}» fait mieux, de {} à {} points (95\u{202f}%)\u{202f}: ce n’est pas le hasard",
                points(fr, least),
                points(fr, most)
            ),
            (None, Lead::TooFew) => "trop peu pour conclure (30 au moins de chaque côté)".to_owned(),
            (None, _) => "rien ne les départage\u{202f}: le hasard peut suffire à l’écart".to_owned(),
        };
        format!(
            "{label}\u{202f}: {} pour «\u{202f}{a}\u{202f}», {} pour «\u{202f}{b}\u{202f}». Conclusion\u{202f}: {verdict}.",
            share(fr, found.a),
            share(fr, found.b)
        )
    },
    cost: |[a, b], cac| {
        let [of_a, of_b] = cac.map(|cac| match cac {
            Some(cents) => euros(Language::Fr, cents),
            None => "n. d. (aucun nouveau client)".to_owned(),
        });
        format!(
            "Coût d’un nouveau client (CAC)\u{202f}: {of_a} avec «\u{202f}{a}\u{202f}», {of_b} avec «\u{202f}{b}\u{202f}»."
        )
    },
};

pub(super) const EN: VersusWords = VersusWords {
    unlike: "A script is only compared with a script. Choose two actions, two callers or two scripts.",
    same: "This is the same one twice. Choose two different sides.",
    caller_unknown: "This person is no longer among the users. Choose another one.",
    progress: |progress| match progress {
        Progress::NotReached => "Calls that reached nobody",
        Progress::Reached => "Calls that reached somebody",
        Progress::Argued => "Argued calls",
        Progress::Interested => "Calls with interest",
        Progress::Meeting => "Calls with a meeting",
    },
    compared: |label, names, found| {
        let en = Language::En;
        let [a, b] = names;
        let verdict = match (led(names, found), found.lead) {
            (Some((better, least, most)), _) => format!(
                "“{better}” does better, by {} to {} points (95%): it is not chance",
                points(en, least),
                points(en, most)
            ),
            (None, Lead::TooFew) => "too few to conclude (30 at least on either side)".to_owned(),
            (None, _) => "nothing tells them apart: chance alone could do it".to_owned(),
        };
        format!(
            "{label}: {} for “{a}”, {} for “{b}”. Conclusion: {verdict}.",
            share(en, found.a),
            share(en, found.b)
        )
    },
    cost: |[a, b], cac| {
        let [of_a, of_b] = cac.map(|cac| match cac {
            Some(cents) => euros(Language::En, cents),
            None => "n/a (no new client)".to_owned(),
        });
        format!("Cost of a new client (CAC): {of_a} with “{a}”, {of_b} with “{b}”.")
    },
};
