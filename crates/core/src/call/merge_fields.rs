//! Merge fields of a script: `{Prénom}`, `{Société}`, `{Moi}`, `{Nom|Madame, Monsieur}`.
//!
//! A field is the caller's own ([`OwnField`]), or anything that a column of a contact file may be
//! called, or a field of the company's own. What follows `|` is said where the value is unknown. A
//! brace that closes nothing is text.

use super::CallScript;
use crate::account::mapping::{Target, recognise_among, value_of};
use crate::text::{fold, nearest};
use crate::{Account, Person};

/// A field about the caller or the appointment, not about the person called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OwnField {
    Me,
    OurCompany,
    OurPhone,
    OurEmail,
    OurWebsite,
    OurAddress,
    /// The first of the two dates offered.
    FirstSlot,
    SecondSlot,
    /// The date that was agreed on.
    AgreedSlot,
}

impl OwnField {
    pub const ALL: [OwnField; 9] = [
        OwnField::Me,
        OwnField::OurCompany,
        OwnField::OurPhone,
        OwnField::OurEmail,
        OwnField::OurWebsite,
        OwnField::OurAddress,
        OwnField::FirstSlot,
        OwnField::SecondSlot,
        OwnField::AgreedSlot,
    ];

    /// The names it answers to, the first one offered on screens.
    pub const fn names(self) -> &'static [&'static str] {
        match self {
            OwnField::Me => &["Moi", "Mon nom", "Appelant", "Me", "My name"],
            OwnField::OurCompany => &["Notre société", "Notre entreprise", "Ma société", "Our company"],
            OwnField::OurPhone => &["Notre téléphone", "Mon téléphone", "Notre numéro", "Our phone"],
            OwnField::OurEmail => &["Notre e-mail", "Mon e-mail", "Notre courriel", "Our email"],
            OwnField::OurWebsite => &["Notre site", "Notre site web", "Our website"],
            OwnField::OurAddress => &["Notre adresse", "Our address"],
            OwnField::FirstSlot => &["Créneau 1", "Premier créneau", "Slot 1"],
            OwnField::SecondSlot => &["Créneau 2", "Second créneau", "Deuxième créneau", "Slot 2"],
            OwnField::AgreedSlot => &["Créneau retenu", "Date retenue", "Agreed slot"],
        }
    }

    fn from_name(name: &str) -> Option<OwnField> {
        let wanted = fold(name);
        OwnField::ALL.into_iter().find(|own| own.names().iter().any(|known| fold(known) == wanted))
    }
}

/// Names of the called person's fields that "did you mean" offers.
const USUAL: [&str; 14] = [
    "Civilité",
    "Prénom",
    "Nom",
    "Nom complet",
    "Fonction",
    "Société",
    "Ville",
    "Code postal",
    "Adresse",
    "Téléphone",
    "Portable",
    "E-mail",
    "Effectif",
    "Site web",
];

/// Who calls whom, and the texts of the own fields; empty where unknown.
#[derive(Debug, Clone, Copy)]
pub struct FieldValues<'a> {
    pub account: &'a Account,
    pub person: Option<&'a Person>,
    pub own: &'a [(OwnField, String)],
    /// The fields that the company added, known also where this account has none of them.
    pub custom_fields: &'a [String],
}

/// A part of a filled text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Text(String),
    /// What a field stands for.
    Value {
        field: String,
        value: String,
    },
    /// Known, but empty for this person: the words after `|`, or nothing.
    Empty {
        field: String,
        instead: String,
    },
    Unknown(UnknownField),
}

/// A field that nothing answers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownField {
    pub name: String,
    pub nearest: Option<String>,
}

/// A text with its fields filled.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled {
    pub pieces: Vec<Piece>,
}

impl Filled {
    /// The words to be said: nothing for what is empty, with the space or comma that led to it gone
    /// too; the braces for what is unknown.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut after_nothing = false;
        for piece in &self.pieces {
            match piece {
                Piece::Text(part) if after_nothing => {
                    let closes = part.trim_start_matches(SPACES).starts_with([',', '.', ':', ';', '?', '!']);
                    if closes {
                        text.truncate(text.trim_end_matches(SPACES).trim_end_matches(',').len());
                        text.push_str(part);
                    } else if text.is_empty() || text.ends_with(SPACES) {
                        text.push_str(part.strip_prefix(' ').unwrap_or(part));
                    } else {
                        text.push_str(part);
                    }
                    after_nothing = part.trim().is_empty();
                }
                Piece::Text(part) => text.push_str(part),
                Piece::Value { value, .. } => text.push_str(value),
                Piece::Empty { instead, .. } => text.push_str(instead),
                Piece::Unknown(unknown) => text.extend(["{", &unknown.name, "}"]),
            }
            match piece {
                Piece::Empty { instead, .. } => after_nothing = instead.is_empty(),
                Piece::Value { .. } | Piece::Unknown(_) => after_nothing = false,
                Piece::Text(_) => {}
            }
        }
        text
    }

    pub fn unknown(&self) -> impl Iterator<Item = &UnknownField> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Unknown(unknown) => Some(unknown),
            _ => None,
        })
    }
}

/// Ends of words, the no-break ones of French typography included.
const SPACES: [char; 4] = [' ', '\n', '\u{a0}', '\u{202f}'];

enum Meaning {
    Own(OwnField),
    Theirs(Target),
}

fn meaning<'a>(name: &str, custom: impl Iterator<Item = &'a str> + Clone) -> Result<Meaning, UnknownField> {
    if let Some(own) = OwnField::from_name(name) {
        return Ok(Meaning::Own(own));
    }
    let wanted = fold(name);
    if let Some(field) = custom.clone().find(|field| fold(field) == wanted) {
        return Ok(Meaning::Theirs(Target::Custom(field.to_owned())));
    }
    // Beside these two, `Nom` is the person's: nobody says the company's name to its people.
    let neighbours = [name.to_owned(), "Prénom".to_owned(), "Société".to_owned()];
    match recognise_among(name, &neighbours) {
        Some(target) if is_sayable(&target) => Ok(Meaning::Theirs(target)),
        _ => {
            let own = OwnField::ALL.iter().filter_map(|own| own.names().first().copied());
            let near = nearest(name, USUAL.into_iter().chain(own).chain(custom)).map(str::to_owned);
            Err(UnknownField { name: name.to_owned(), nearest: near })
        }
    }
}

/// Whether [`value_of`] has a value for it.
fn is_sayable(target: &Target) -> bool {
    !matches!(
        target,
        Target::Vat
            | Target::Kind
            | Target::EmployeesBand
            | Target::StreetNumber
            | Target::StreetRepetition
            | Target::StreetType
            | Target::Consent
            | Target::OptOut
            | Target::LastContact
            | Target::Diffusion
            | Target::Ignore
    )
}

/// Fills the fields of a text.
pub fn fill(text: &str, values: &FieldValues<'_>) -> Filled {
    let custom = values.account.custom.keys().chain(values.custom_fields).map(String::as_str);
    let pieces = split(text).map(|part| match part {
        Part::Text(text) => Piece::Text(text.to_owned()),
        Part::Field { name, instead } => {
            let value = match meaning(name, custom.clone()) {
                Ok(Meaning::Own(own)) => {
                    let found = values.own.iter().find(|(field, _)| *field == own);
                    found.map(|(_, value)| value.clone()).unwrap_or_default()
                }
                Ok(Meaning::Theirs(target)) => said(&target, values),
                Err(unknown) => return Piece::Unknown(unknown),
            };
            let field = name.to_owned();
            if value.trim().is_empty() {
                Piece::Empty { field, instead: instead.to_owned() }
            } else {
                Piece::Value { field, value }
            }
        }
    });
    Filled { pieces: pieces.collect() }
}

/// The value as it is said: a civility is no abbreviation.
fn said(target: &Target, values: &FieldValues<'_>) -> String {
    let written = value_of(target, values.account, values.person);
    match (target, written.as_str()) {
        (Target::Civility, "M.") => "Monsieur".to_owned(),
        (Target::Civility, "Mme") => "Madame".to_owned(),
        (Target::Civility, "M. et Mme") => "Monsieur et Madame".to_owned(),
        (Target::Civility, "Pr") => "Professeur".to_owned(),
        (Target::Civility, "Me") => "Maître".to_owned(),
        (Target::Civility, "Dr") => "Docteur".to_owned(),
        _ => written,
    }
}

/// The fields of a text that nothing answers to, given the names of the company's own fields.
pub fn unknown_fields(text: &str, custom_fields: &[String]) -> Vec<UnknownField> {
    let custom = custom_fields.iter().map(String::as_str);
    let names = split(text).filter_map(|part| match part {
        Part::Field { name, .. } => Some(name),
        Part::Text(_) => None,
    });
    names.filter_map(|name| meaning(name, custom.clone()).err()).collect()
}

impl CallScript {
    /// Whether a block of a kind says an own field.
    pub(super) fn says(&self, kind: super::BlockKind, own: OwnField) -> bool {
        self.blocks_of(kind).any(|block| {
            split(&block.text).any(|part| match part {
                Part::Field { name, .. } => OwnField::from_name(name) == Some(own),
                Part::Text(_) => false,
            })
        })
    }
}

#[derive(Debug, PartialEq)]
enum Part<'a> {
    Text(&'a str),
    Field { name: &'a str, instead: &'a str },
}

/// Cuts a text at its fields; a field lies within one line and holds no brace.
fn split(text: &str) -> impl Iterator<Item = Part<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut from = 0;
        while let Some(at) = rest[from..].find('{').map(|at| at + from) {
            let inside = &rest[at + 1..];
            let end = inside.find(['{', '}', '\n']);
            match end.filter(|end| inside[*end..].starts_with('}') && !inside[..*end].trim().is_empty()) {
                Some(_) if at > 0 => {
                    let (before, field) = rest.split_at(at);
                    rest = field;
                    return Some(Part::Text(before));
                }
                Some(end) => {
                    let field = &inside[..end];
                    rest = &inside[end + 1..];
                    let (name, instead) = field.split_once('|').unwrap_or((field, ""));
                    return Some(Part::Field { name: name.trim(), instead: instead.trim() });
                }
                None => from = at + 1,
            }
        }
        Some(Part::Text(std::mem::take(&mut rest)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_at_its_fields_only() {
        let parts: Vec<Part<'_>> = split("Bonjour { Prénom | vous }, {} {a\n} c'est {Moi}{").collect();
        let expected = [
            Part::Text("Bonjour "),
            Part::Field { name: "Prénom", instead: "vous" },
            Part::Text(", {} {a\n} c'est "),
            Part::Field { name: "Moi", instead: "" },
            Part::Text("{"),
        ];
        assert_eq!(parts, expected);
    }

    #[test]
    fn a_slip_is_named_with_the_field_meant() {
        let own = ["Logiciel actuel".to_owned()];
        assert_eq!(unknown_fields("{Prénom} {Nom} {société} {logiciel ACTUEL} {moi}", &own), []);
        let unknown = unknown_fields("{Notre socité} {Prenon} {Logiciel actuels} {Couleur}", &own);
        let near: Vec<_> = unknown.iter().map(|field| field.nearest.as_deref()).collect();
        assert_eq!(near, [Some("Notre société"), Some("Prénom"), Some("Logiciel actuel"), None]);
    }
}
