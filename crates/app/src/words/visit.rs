//! Reports of visits.

use filon_core::visit::VisitField;

/// Messages of visit reports.
pub struct VisitWords {
    pub unknown: &'static str,
    pub field: fn(VisitField) -> &'static str,
    pub probability: &'static str,
    /// What the journal's line says of a report: subject, needs.
    pub line: fn(&str, &str) -> String,
    pub next_empty: &'static str,
}

pub(super) const FR: VisitWords = VisitWords {
    unknown: "Ce compte rendu n’existe pas ou plus. Rechargez la fiche.",
    field: |field| match field {
        VisitField::Meeting => "Rendez-vous",
        VisitField::By => "Visite faite par",
        VisitField::On => "Date",
        VisitField::Place => "Lieu",
        VisitField::People => "Personnes rencontrées",
        VisitField::Subject => "Objet",
        VisitField::Needs => "Besoins",
        VisitField::Objections => "Objections",
        VisitField::Competitors => "Concurrents",
        VisitField::NextWhat => "Suite à donner",
        VisitField::NextOn => "Suite\u{202f}: pour le",
        VisitField::NextWho => "Suite\u{202f}: par qui",
        VisitField::Probability => "Chances de commande",
        VisitField::Note => "Note",
    },
    probability: "Les chances de commande vont de 0 à 100\u{202f}%. Corrigez-les.",
    line,
    next_empty: "Suite de la visite",
};

pub(super) const EN: VisitWords = VisitWords {
    unknown: "This report does not exist, or no longer. Reload the account.",
    field: |field| match field {
        VisitField::Meeting => "Meeting",
        VisitField::By => "Visit made by",
        VisitField::On => "Date",
        VisitField::Place => "Place",
        VisitField::People => "People met",
        VisitField::Subject => "Subject",
        VisitField::Needs => "Needs",
        VisitField::Objections => "Objections",
        VisitField::Competitors => "Competitors",
        VisitField::NextWhat => "Next step",
        VisitField::NextOn => "Next step: on",
        VisitField::NextWho => "Next step: by",
        VisitField::Probability => "Chance of an order",
        VisitField::Note => "Note",
    },
    probability: "The chance of an order runs from 0 to 100%. Correct it.",
    line,
    next_empty: "After the visit",
};

fn line(subject: &str, needs: &str) -> String {
    let parts = [subject.trim(), needs.trim()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" — ")
}
