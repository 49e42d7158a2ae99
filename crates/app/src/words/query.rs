//! What is said of a query that cannot be read, and of selections.

use filon_core::segment::{Expected, QueryProblem};

/// Messages of the query language.
pub struct QueryWords {
    /// The problem, the column from 1, what was probably meant.
    pub problem: fn(&QueryProblem, usize, Option<&str>) -> String,
    /// The name, the nearest one.
    pub segment_unknown: fn(&str, Option<&str>) -> String,
    /// First day, end.
    pub period_backwards: fn(&str, &str) -> String,
    pub segment_nameless: &'static str,
    pub both_given: &'static str,
    pub none_given: &'static str,
}

pub(super) const FR: QueryWords = QueryWords {
    problem: |problem, column, near| {
        let what = match problem {
            QueryProblem::UnknownField(field) => format!("le champ «\u{202f}{field}\u{202f}» n’existe pas"),
            QueryProblem::BadValue { field, value, expected } => {
                format!(
                    "«\u{202f}{value}\u{202f}» ne convient pas au champ «\u{202f}{field}\u{202f}», qui attend {}",
                    expected_fr(*expected)
                )
            }
            QueryProblem::MissingValue(field) => {
                format!("il manque une valeur après «\u{202f}{field}\u{202f}:\u{202f}»")
            }
            QueryProblem::UnclosedQuote => "un guillemet est ouvert et pas fermé".to_owned(),
            QueryProblem::UnclosedParenthesis => "une parenthèse est ouverte et pas fermée".to_owned(),
            QueryProblem::UnexpectedParenthesis => {
                "une parenthèse est fermée sans être ouverte, ou vide".to_owned()
            }
            QueryProblem::UnexpectedEnd => "il manque une condition à la fin".to_owned(),
            QueryProblem::UnexpectedOperator(word) => {
                format!("«\u{202f}{word}\u{202f}» doit se trouver entre deux conditions")
            }
            QueryProblem::LoneMinus => {
                "le signe moins doit toucher une condition, comme -ville:Paris".to_owned()
            }
            QueryProblem::TooDeep => "il y a trop de parenthèses l’une dans l’autre".to_owned(),
            QueryProblem::TooLong => "elle dépasse 20 000 caractères".to_owned(),
        };
        let advice = near
            .map(|near| format!(" Vouliez-vous dire «\u{202f}{near}\u{202f}»\u{202f}?"))
            .unwrap_or_default();
        format!("La sélection ne peut pas être lue, colonne {column}\u{202f}: {what}.{advice}")
    },
    segment_unknown: |name, near| match near {
        Some(near) => format!(
            "La sélection «\u{202f}{name}\u{202f}» n’existe pas. Vouliez-vous dire «\u{202f}{near}\u{202f}»\u{202f}?"
        ),
        None => format!(
            "La sélection «\u{202f}{name}\u{202f}» n’existe pas. Enregistrez-la d’abord (filon segment save)."
        ),
    },
    period_backwards: |from, to| {
        format!(
            "La période va du {from} au {to}\u{202f}: elle finit avant de commencer. Échangez les deux dates."
        )
    },
    segment_nameless: "Une sélection a besoin d’un nom. Donnez-lui-en un.",
    both_given: "Donnez une requête ou une sélection enregistrée, pas les deux.",
    none_given: "Dites à qui l’action s’adresse\u{202f}: une requête ou une sélection enregistrée.",
};

fn expected_fr(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "un texte",
        Expected::Digits => "des chiffres",
        Expected::Naf => "un code NAF comme 43.22A ou 43*",
        Expected::Phone => "un numéro de téléphone",
        Expected::Number => "un nombre, comme >=10 ou 10..49",
        Expected::Amount => "un montant en euros, comme >=1500 ou 200k",
        Expected::Day => "une date ou une durée, comme 2026-03-15 ou <90j",
        Expected::Kind => "entreprise ou particulier",
        Expected::Stage => "suspect, prospect, client ou ancien",
        Expected::Channel => "courrier, email, téléphone, visite, salon ou autre",
        Expected::Event => "un événement comme rendez-vous ou devis",
        Expected::Dept => "un département comme 33 ou 2A",
        Expected::Region => "une région comme Bretagne",
        Expected::Country => "un pays comme FR",
    }
}

pub(super) const EN: QueryWords = QueryWords {
    problem: |problem, column, near| {
        let what = match problem {
            QueryProblem::UnknownField(field) => format!("there is no field “{field}”"),
            QueryProblem::BadValue { field, value, expected } => {
                format!("“{value}” does not fit the field “{field}”, which takes {}", expected_en(*expected))
            }
            QueryProblem::MissingValue(field) => format!("a value is missing after “{field}:”"),
            QueryProblem::UnclosedQuote => "a quote is opened and not closed".to_owned(),
            QueryProblem::UnclosedParenthesis => "a parenthesis is opened and not closed".to_owned(),
            QueryProblem::UnexpectedParenthesis => {
                "a parenthesis is closed without being opened, or is empty".to_owned()
            }
            QueryProblem::UnexpectedEnd => "a condition is missing at the end".to_owned(),
            QueryProblem::UnexpectedOperator(word) => format!("“{word}” must stand between two conditions"),
            QueryProblem::LoneMinus => "the minus sign must touch a condition, like -city:Paris".to_owned(),
            QueryProblem::TooDeep => "there are too many parentheses within each other".to_owned(),
            QueryProblem::TooLong => "it is longer than 20,000 characters".to_owned(),
        };
        let advice = near.map(|near| format!(" Did you mean “{near}”?")).unwrap_or_default();
        format!("The query cannot be read, column {column}: {what}.{advice}")
    },
    segment_unknown: |name, near| match near {
        Some(near) => format!("There is no selection “{name}”. Did you mean “{near}”?"),
        None => format!("There is no selection “{name}”. Save it first (filon segment save)."),
    },
    period_backwards: |from, to| {
        format!("The period runs from {from} to {to}: it ends before it starts. Exchange the two dates.")
    },
    segment_nameless: "A selection needs a name. Give it one.",
    both_given: "Give a query or a saved selection, not both.",
    none_given: "Say whom the action is for: a query or a saved selection.",
};

fn expected_en(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "a text",
        Expected::Digits => "digits",
        Expected::Naf => "an activity code like 43.22A or 43*",
        Expected::Phone => "a telephone number",
        Expected::Number => "a number, like >=10 or 10..49",
        Expected::Amount => "an amount in euros, like >=1500 or 200k",
        Expected::Day => "a date or a duration, like 2026-03-15 or <90d",
        Expected::Kind => "company or individual",
        Expected::Stage => "suspect, prospect, client or former",
        Expected::Channel => "letter, email, phone, visit, fair or other",
        Expected::Event => "an event like meeting or quote",
        Expected::Dept => "a department like 33 or 2A",
        Expected::Region => "a region like Bretagne",
        Expected::Country => "a country like FR",
    }
}
