//! From a tree back to a line that reads as the same tree.

use super::fields::NAMINGS;
use super::parser::is_keyword;
use super::values::is_presence_word;
use super::{Bounds, Condition, DateBounds, Field, Pattern, Query, Test};

/// The language of field names and operators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    French,
    English,
}

/// The line of a selection, in French words.
pub fn to_text(query: &Query) -> String {
    to_text_in(query, Wording::French)
}

/// The line of a selection: [`super::parse`] reads it back as the same tree, where the tree is one
/// that it makes. Days are printed as resolved: `90j` was turned into days when it was read.
pub fn to_text_in(query: &Query, wording: Wording) -> String {
    let mut line = String::new();
    print(query, wording, Place::Top, &mut line);
    line
}

#[derive(Clone, Copy, PartialEq)]
enum Place {
    Top,
    InOr,
    InAnd,
    InNot,
}

fn print(query: &Query, wording: Wording, place: Place, line: &mut String) {
    match query {
        Query::All if place == Place::Top => {}
        Query::All => line.push('*'),
        Query::Not(part) => {
            line.push('-');
            print(part, wording, Place::InNot, line);
        }
        Query::Is(condition) => print_condition(condition, wording, line),
        Query::And(parts) | Query::Or(parts) if parts.len() == 1 => print(&parts[0], wording, place, line),
        Query::And(parts) if parts.is_empty() => line.push('*'),
        Query::Or(parts) if parts.is_empty() => line.push_str("-*"),
        Query::And(parts) => {
            let wrapped = place == Place::InNot;
            join(parts, " ", wrapped, wording, Place::InAnd, line);
        }
        Query::Or(parts) => {
            let wrapped = matches!(place, Place::InNot | Place::InAnd);
            let or = if wording == Wording::French { " OU " } else { " OR " };
            join(parts, or, wrapped, wording, Place::InOr, line);
        }
    }
}

fn join(parts: &[Query], by: &str, wrapped: bool, wording: Wording, place: Place, line: &mut String) {
    if wrapped {
        line.push('(');
    }
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            line.push_str(by);
        }
        print(part, wording, place, line);
    }
    if wrapped {
        line.push(')');
    }
}

fn print_condition(condition: &Condition, wording: Wording, line: &mut String) {
    let Condition { field, test } = condition;
    if *field == Field::Words {
        if let Test::Text(patterns) = test {
            let words: Vec<String> = patterns.iter().map(|pattern| word(&pattern.text)).collect();
            line.push_str(&words.join(" "));
        }
        return;
    }
    line.push_str(&field_name(field, wording));
    line.push(':');
    let values: Vec<String> = match test {
        Test::Text(patterns) => patterns.iter().map(|pattern| print_pattern(field, pattern)).collect(),
        Test::Number(bounds) => {
            let cents = *field != Field::Employees;
            bounds.iter().map(|bounds| print_bounds(bounds, cents)).collect()
        }
        Test::Day(bounds) => bounds.iter().map(print_days).collect(),
        Test::Kinds(kinds) => kinds.iter().map(|kind| kind.code().to_owned()).collect(),
        Test::Stages(stages) => stages.iter().map(|stage| stage.code().to_owned()).collect(),
        Test::Channels(channels) => channels.iter().map(|channel| channel.code().to_owned()).collect(),
        Test::Events(kinds) => kinds.iter().map(|kind| kind.code().to_owned()).collect(),
        Test::Empty => vec![if wording == Wording::French { "vide" } else { "empty" }.to_owned()],
        Test::Filled => vec!["*".to_owned()],
    };
    line.push_str(&values.join(","));
}

/// The name of a field as it is typed: `ville`, `champ.secteur`.
fn field_name(field: &Field, wording: Wording) -> String {
    if let Field::Custom(name) = field {
        let prefix = if wording == Wording::French { "champ" } else { "field" };
        let is_plain = name.chars().all(|c| c.is_alphanumeric() || c == ' ');
        let name = if is_plain { name.replace(' ', "_") } else { quoted(name) };
        return format!("{prefix}.{name}");
    }
    let naming = NAMINGS.iter().find(|naming| naming.field == *field);
    let name = naming.map(|naming| if wording == Wording::French { naming.french } else { naming.english });
    name.unwrap_or_default().to_owned()
}

fn print_pattern(field: &Field, pattern: &Pattern) -> String {
    let start = if pattern.open_start { "*" } else { "" };
    let end = if pattern.open_end { "*" } else { "" };
    let text = match field {
        // As activity codes are written: 43.22A.
        Field::Naf if pattern.text.len() > 2 && !pattern.open_start && pattern.text.is_ascii() => {
            format!("{}.{}", &pattern.text[..2], &pattern.text[2..])
        }
        _ if is_presence_word(&pattern.text) => quoted(&pattern.text),
        _ => value(&pattern.text),
    };
    format!("{start}{text}{end}")
}

fn print_bounds(bounds: &Bounds, cents: bool) -> String {
    let number = |value: i64| match (cents, value.unsigned_abs() % 100) {
        (false, _) => value.to_string(),
        (true, 0) => (value / 100).to_string(),
        (true, part) => {
            let sign = if value < 0 { "-" } else { "" };
            format!("{sign}{}.{part:02}", value.unsigned_abs() / 100)
        }
    };
    match (bounds.min, bounds.max) {
        (Some(min), Some(max)) if min == max => number(min),
        (Some(min), Some(max)) => format!("{}..{}", number(min), number(max)),
        (Some(min), None) => format!(">={}", number(min)),
        (None, Some(max)) => format!("<={}", number(max)),
        (None, None) => "..".to_owned(),
    }
}

fn print_days(bounds: &DateBounds) -> String {
    match (bounds.min, bounds.max) {
        (Some(min), Some(max)) if min == max => min.to_string(),
        (Some(min), Some(max)) => format!("{min}..{max}"),
        (Some(min), None) => format!(">={min}"),
        (None, Some(max)) => format!("<={max}"),
        (None, None) => "..".to_owned(),
    }
}

/// A bare word, between quotation marks where it would be read otherwise.
fn word(text: &str) -> String {
    if is_keyword(text) { quoted(text) } else { value(text) }
}

fn value(text: &str) -> String {
    let is_plain =
        |c: char| c.is_alphanumeric() || matches!(c, '@' | '.' | '&' | '+' | '/' | '#' | '%' | '_');
    let is_interval = text.contains("..");
    if !text.is_empty() && text.chars().all(is_plain) && !text.starts_with('.') && !is_interval {
        return text.to_owned();
    }
    quoted(text)
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
