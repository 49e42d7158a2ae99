//! Accounts as the records of a merge.

use filon_core::account::mapping::{Target, value_of};
use filon_core::consent::Audience;
use filon_merge::{Columns, Record, Template};
use jiff::civil::Date;

use super::template::{Filling, columns, filling, nearest_name};
use crate::Actor;
use crate::answer::LetterWarning;
use crate::audience::Candidate;

/// What is merged: a column for each field, a record for each letter.
#[derive(Debug, Clone)]
pub(crate) struct Stack {
    pub columns: Columns,
    pub records: Vec<Record>,
    /// What each record is called in a warning.
    pub names: Vec<String>,
    /// What the file of each record is called, when each has its own.
    pub files: Vec<String>,
    pub warnings: Vec<LetterWarning>,
}

/// Names that Word's address and greeting blocks ask for, though no field of the letter bears them.
const STANDARD: [(&str, Target); 16] = [
    ("Civilité", Target::Civility),
    ("Prénom", Target::FirstName),
    ("Nom", Target::LastName),
    ("Fonction", Target::Role),
    ("Société", Target::Name),
    ("Adresse", Target::AddressLine(1)),
    ("Adresse 2", Target::AddressLine(2)),
    ("Adresse 3", Target::AddressLine(3)),
    ("Code postal", Target::Postcode),
    ("Ville", Target::City),
    ("Pays", Target::Country),
    ("Téléphone", Target::Phone),
    ("Mobile", Target::Mobile),
    ("E-mail", Target::Email),
    ("Référence", Target::Reference),
    ("SIRET", Target::Siret),
];

/// The letters of an audience: for nobody else can one be made.
pub(crate) fn stack(
    actor: &Actor,
    template: &Template,
    audience: &Audience<Candidate>,
    own: &[String],
    day: Date,
    action: &str,
) -> Stack {
    let fields = template.fields();
    let mut names = Vec::new();
    let mut fillings = Vec::new();
    let mut warnings = Vec::new();
    for field in fields {
        match filling(field, fields, own) {
            Some(filling) => {
                names.push(field.clone());
                fillings.push(filling);
            }
            None => {
                let near = nearest_name(field, own, actor.words().import.target);
                let message = (actor.words().letters.no_column)(field, near.as_deref());
                warnings.push(LetterWarning { account: None, field: Some(field.clone()), message });
            }
        }
    }
    for (name, target) in STANDARD {
        let taken = names.iter().any(|own| same_field(own, name));
        if !taken {
            names.push(name.to_owned());
            fillings.push(Filling::Of(target));
        }
    }
    let long_day = (actor.words().letters.long_day)(day);
    let record = |candidate: &Candidate| {
        let person = candidate.persons.first();
        let value = |filling: &Filling| match filling {
            Filling::Of(target) => value_of(target, &candidate.account, person),
            Filling::Day => long_day.clone(),
            Filling::Action => action.to_owned(),
        };
        Record(fillings.iter().map(value).collect())
    };
    let allowed = audience.allowed();
    Stack {
        columns: columns(names),
        records: allowed.iter().map(record).collect(),
        names: allowed.iter().map(Candidate::shown_as).collect(),
        files: allowed.iter().map(|candidate| candidate.account.name.clone()).collect(),
        warnings,
    }
}

/// The merge would take one for the other.
fn same_field(a: &str, b: &str) -> bool {
    let plain = |text: &str| -> String {
        filon_core::text::fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
    };
    plain(a) == plain(b)
}
