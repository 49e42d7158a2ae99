//! What stands behind a field's colon.

use jiff::civil::Date;

use super::compare::{normal_form, phone_form};
use super::cursor::error_at;
use super::days::day_bounds;
use super::predicate::kinds_of;
use super::{Bounds, Condition, Expected, Field, Pattern, QueryError, QueryProblem, Test};
use crate::account::normalise::{self, parse_revenue};
use crate::account::{DEPTS, dept_code, regions};
use crate::journal::{nearest_event, recognise_channel, recognise_event};
use crate::text::{fold, nearest};
use crate::{Channel, EventKind, Stage};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Equal,
    Below,
    AtMost,
    Above,
    AtLeast,
}

/// One of the values between commas.
pub(super) struct Item {
    start: usize,
    length: usize,
    operator: Option<Operator>,
    /// Without the stars at its ends.
    text: String,
    open_start: bool,
    open_end: bool,
    quoted: bool,
}

impl Item {
    /// `chars` with whether each stood between quotation marks.
    pub fn new(
        start: usize,
        length: usize,
        operator: Option<Operator>,
        chars: &[(char, bool)],
        quoted: bool,
    ) -> Item {
        let is_star = |c: &(char, bool)| *c == ('*', false);
        let open_start = chars.first().is_some_and(is_star);
        let open_end = chars.last().is_some_and(is_star);
        let first = chars.iter().position(|c| !is_star(c)).unwrap_or(chars.len());
        let last = chars.iter().rposition(|c| !is_star(c)).map_or(first, |at| at + 1);
        let text = chars[first..last].iter().map(|(c, _)| c).collect();
        Item { start, length, operator, text, open_start, open_end, quoted }
    }

    /// `*`, `vide`, `rempli`…: a question about presence.
    fn presence(&self, yes_or_no: bool) -> Option<Test> {
        if self.operator.is_some_and(|operator| operator != Operator::Equal) {
            return None;
        }
        if self.text.is_empty() {
            return Some(if self.open_start { Test::Filled } else { Test::Empty });
        }
        if self.quoted || self.open_start || self.open_end {
            return None;
        }
        match fold(&self.text).as_str() {
            "vide" | "empty" => Some(Test::Empty),
            "rempli" | "filled" | "renseigne" => Some(Test::Filled),
            "non" | "no" | "jamais" | "never" | "aucun" | "aucune" | "none" if yes_or_no => Some(Test::Empty),
            "oui" | "yes" if yes_or_no => Some(Test::Filled),
            _ => None,
        }
    }
}

/// Whether an unquoted text would be read as a question about presence.
pub(super) fn is_presence_word(folded: &str) -> bool {
    matches!(folded, "vide" | "empty" | "rempli" | "filled" | "renseigne")
}

/// The conditions that the values make; an account that fits any is selected.
pub(super) fn conditions(
    field: &Field,
    name: &str,
    items: &[Item],
    today: Date,
) -> Result<Vec<Condition>, QueryError> {
    let mut found: Vec<Condition> = Vec::new();
    for item in items {
        let yes_or_no = expected(field) == Expected::Day
            || matches!(field, Field::Consent | Field::OptOut | Field::Channel | Field::Event);
        let (field, test) = match item.presence(yes_or_no) {
            Some(test) => (field.clone(), test),
            None => value(field, item, today).ok_or_else(|| bad_value(field, name, item))?,
        };
        add(&mut found, field, test);
    }
    Ok(found)
}

/// Adds to the condition of the same field and shape, if there is one.
fn add(found: &mut Vec<Condition>, field: Field, test: Test) {
    for known in found.iter_mut().filter(|known| known.field == field) {
        match (&mut known.test, &test) {
            (Test::Text(all), Test::Text(more)) => all.extend(more.iter().cloned()),
            (Test::Number(all), Test::Number(more)) => all.extend(more),
            (Test::Day(all), Test::Day(more)) => all.extend(more),
            (Test::Kinds(all), Test::Kinds(more)) => all.extend(more),
            (Test::Stages(all), Test::Stages(more)) => all.extend(more),
            (Test::Channels(all), Test::Channels(more)) => all.extend(more),
            (Test::Events(all), Test::Events(more)) => all.extend(more),
            (Test::Empty, Test::Empty) | (Test::Filled, Test::Filled) => {}
            _ => continue,
        }
        return;
    }
    found.push(Condition { field, test });
}

/// What a field takes.
pub(super) fn expected(field: &Field) -> Expected {
    match field {
        Field::Siret | Field::Siren => Expected::Digits,
        Field::Naf => Expected::Naf,
        Field::Phone => Expected::Phone,
        Field::Employees => Expected::Number,
        Field::Revenue | Field::Amount => Expected::Amount,
        Field::Created
        | Field::Contacted
        | Field::Inbound
        | Field::Meeting
        | Field::Quote
        | Field::Order
        | Field::FollowUp => Expected::Day,
        Field::Kind => Expected::Kind,
        Field::Stage => Expected::Stage,
        Field::Channel | Field::Consent | Field::OptOut => Expected::Channel,
        Field::Event => Expected::Event,
        Field::Dept => Expected::Dept,
        Field::Region => Expected::Region,
        Field::Country => Expected::Country,
        _ => Expected::Text,
    }
}

fn value(field: &Field, item: &Item, today: Date) -> Option<(Field, Test)> {
    let test = match expected(field) {
        Expected::Number => Test::Number(vec![number_bounds(item, whole_number)?]),
        Expected::Amount => Test::Number(vec![number_bounds(item, parse_revenue)?]),
        Expected::Day => {
            if let Some(kinds) = event_of(field, item) {
                return Some((Field::Event, Test::Events(kinds)));
            }
            plain(item)?;
            Test::Day(vec![day_bounds(item.operator, &item.text, today)?])
        }
        Expected::Kind => Test::Kinds(vec![normalise::kind(word(item)?)?]),
        Expected::Stage => Test::Stages(vec![stage(word(item)?)?]),
        Expected::Channel => Test::Channels(vec![recognise_channel(word(item)?)?]),
        Expected::Event => Test::Events(events(word(item)?)?),
        _ => Test::Text(patterns(field, item)?),
    };
    Some((field.clone(), test))
}

/// No star.
fn plain(item: &Item) -> Option<()> {
    (!item.open_start && !item.open_end).then_some(())
}

/// The text, where it stands without operator and star.
fn word(item: &Item) -> Option<&str> {
    plain(item)?;
    item.operator.is_none_or(|operator| operator == Operator::Equal).then_some(item.text.as_str())
}

fn patterns(field: &Field, item: &Item) -> Option<Vec<Pattern>> {
    if item.operator.is_some_and(|operator| operator != Operator::Equal) {
        return None;
    }
    // A text has no order: a range of it would select nothing without a word.
    if !item.quoted && item.text.contains("..") {
        return None;
    }
    let (open_start, mut open_end) = (item.open_start, item.open_end);
    let is_open = open_start || open_end;
    let text = match field {
        Field::Dept if !is_open => match fold(&item.text).as_str() {
            "20" | "corse" => {
                let both = ["2A", "2B"];
                return Some(
                    both.map(|code| Pattern { text: code.to_owned(), open_start, open_end }).to_vec(),
                );
            }
            _ => dept_code(&item.text)?.to_owned(),
        },
        Field::Region if !is_open => {
            let key = fold(&item.text);
            regions().iter().find(|region| region.code == key || region.key() == key)?.key()
        }
        Field::Country if !is_open => {
            let folded = fold(&item.text);
            let is_code = folded.len() == 2 && folded.bytes().all(|b| b.is_ascii_alphabetic());
            match normalise::country(&item.text) {
                Some(code) => fold(code),
                None if is_code => folded,
                None => return None,
            }
        }
        Field::Phone => phone_form(&item.text, open_start, open_end),
        _ => normal_form(field, &item.text),
    };
    // An activity code or a French postcode that is cut short stands for all that start so.
    let cut_short = match field {
        Field::Naf => text.len() < 5,
        Field::Postcode => text.len() < 4 && text.bytes().all(|b| b.is_ascii_digit()),
        _ => false,
    };
    open_end |= cut_short && !open_start;
    (!text.is_empty()).then(|| vec![Pattern { text, open_start, open_end }])
}

fn whole_number(text: &str) -> Option<i64> {
    let hundredths = parse_revenue(text)?;
    (hundredths % 100 == 0).then_some(hundredths / 100)
}

fn number_bounds(item: &Item, read: fn(&str) -> Option<i64>) -> Option<Bounds> {
    plain(item)?;
    let operator = item.operator.unwrap_or(Operator::Equal);
    if let Some((from, to)) = item.text.split_once("..") {
        let end = |text: &str| match text.trim() {
            "" => Some(None),
            text => read(text).map(Some),
        };
        return match (operator, end(from)?, end(to)?) {
            (Operator::Equal, Some(a), Some(b)) => Some(Bounds { min: Some(a.min(b)), max: Some(a.max(b)) }),
            (Operator::Equal, min, max) => Some(Bounds { min, max }),
            _ => None,
        };
    }
    let value = read(&item.text)?;
    Some(match operator {
        Operator::Equal => Bounds { min: Some(value), max: Some(value) },
        Operator::AtLeast => Bounds { min: Some(value), max: None },
        Operator::AtMost => Bounds { min: None, max: Some(value) },
        Operator::Above => Bounds { min: Some(value.checked_add(1)?), max: None },
        Operator::Below => Bounds { min: None, max: Some(value.checked_sub(1)?) },
    })
}

fn stage(text: &str) -> Option<Stage> {
    Some(match fold(text).as_str() {
        "suspect" | "suspects" => Stage::Suspect,
        "prospect" | "prospects" => Stage::Prospect,
        "client" | "clients" | "customer" | "customers" => Stage::Client,
        "former client" | "ancien client" | "ancienclient" | "anciens clients" | "ancien" | "anciens"
        | "former" | "former customer" | "ex client" | "client perdu" | "perdu" | "lost" => {
            Stage::FormerClient
        }
        _ => return None,
    })
}

/// `tenu`, `accepté`…: the events that a field of days is about, told apart.
fn event_of(field: &Field, item: &Item) -> Option<Vec<EventKind>> {
    let kind = match (field, fold(word(item)?).as_str()) {
        (Field::Meeting, "set" | "pris" | "fixe" | "prevu") => EventKind::MeetingSet,
        (Field::Meeting, "held" | "tenu" | "honore" | "fait") => EventKind::MeetingHeld,
        (Field::Meeting, "missed" | "manque" | "annule") => EventKind::MeetingMissed,
        (Field::Quote, "sent" | "envoye" | "emis") => EventKind::QuoteSent,
        (Field::Quote, "accepted" | "accepte" | "signe") => EventKind::QuoteAccepted,
        (Field::Quote, "refused" | "refuse" | "perdu") => EventKind::QuoteRefused,
        _ => return None,
    };
    Some(vec![kind])
}

/// Kinds by a word; `rdv` and `devis` are all that concerns meetings and quotes.
fn events(text: &str) -> Option<Vec<EventKind>> {
    Some(match fold(text).as_str() {
        "meeting" | "meetings" | "rdv" | "rendez vous" => kinds_of(&Field::Meeting).to_vec(),
        "quote" | "quotes" | "devis" => kinds_of(&Field::Quote).to_vec(),
        _ => vec![recognise_event(text)?.kind],
    })
}

fn bad_value(field: &Field, name: &str, item: &Item) -> QueryError {
    let expected = expected(field);
    let value = item.text.clone();
    let proposal = match expected {
        Expected::Kind => nearest(&value, ["entreprise", "particulier", "company", "individual"]),
        Expected::Stage => {
            nearest(&value, ["suspect", "prospect", "client", "ancien client", "former client"])
        }
        Expected::Channel => nearest(
            &value,
            [
                "courrier",
                "email",
                "téléphone",
                "visite",
                "salon",
                "autre",
                "letter",
                "phone",
                "visit",
                "fair",
                "other",
            ]
            .into_iter()
            .chain(Channel::ALL.into_iter().map(Channel::code)),
        ),
        Expected::Event => nearest_event(&value),
        Expected::Dept => nearest(&value, DEPTS.iter().map(|(_, name)| *name)),
        Expected::Region => nearest(&value, regions().iter().map(|region| region.name)),
        Expected::Country => nearest(&value, normalise::country_names()),
        _ => None,
    };
    let problem = QueryProblem::BadValue { field: name.to_owned(), value: value.clone(), expected };
    QueryError { nearest: proposal.map(str::to_owned), ..error_at(item.start, item.length, problem) }
}
