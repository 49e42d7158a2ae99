//! The forms in which texts are compared, for the parser, the predicate and the store's columns.

use super::{Field, Pattern};
use crate::account::keys;
use crate::account::normalise;
use crate::text::fold;

/// The form in which a value of a field is compared with a [`Pattern`]: folded, save for activity
/// codes (`4322A`), legal numbers (digits), telephones (E.164), e-mails (lower case), towns
/// ([`keys::city_key`]) and departments (`2A`).
pub fn normal_form(field: &Field, text: &str) -> String {
    match field {
        Field::Naf => keys::naf_form(text),
        Field::Siret | Field::Siren => text.chars().filter(char::is_ascii_digit).collect(),
        Field::Phone => phone_form(text, false, false),
        Field::Email => text.trim().to_lowercase(),
        Field::City => keys::city_form(text),
        Field::Dept => fold(text).to_uppercase(),
        _ => fold(text),
    }
}

/// A whole number as E.164; the start of a French one with its country code; else its digits.
pub(super) fn phone_form(text: &str, open_start: bool, open_end: bool) -> String {
    if !open_start
        && !open_end
        && let Ok(phone) = normalise::phone(text)
    {
        return phone.e164;
    }
    let plus = if text.trim_start().starts_with('+') { "+" } else { "" };
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let starts_french =
        plus.is_empty() && !open_start && open_end && digits.len() > 1 && !digits.starts_with("00");
    if let Some(rest) = digits.strip_prefix('0').filter(|_| starts_french) {
        return match rest.get(..3) {
            Some("262" | "263" | "269" | "639" | "692" | "693") => format!("+262{rest}"),
            Some(code @ ("590" | "594" | "596")) => format!("+{code}{rest}"),
            Some("690" | "691") => format!("+590{rest}"),
            Some("694") => format!("+594{rest}"),
            Some("696" | "697") => format!("+596{rest}"),
            _ => format!("+33{rest}"),
        };
    }
    if digits.is_empty() { String::new() } else { format!("{plus}{digits}") }
}

impl Pattern {
    /// Whether a value in normal form fits.
    pub fn fits(&self, value: &str) -> bool {
        match (self.open_start, self.open_end) {
            (false, false) => value == self.text,
            (false, true) => value.starts_with(&self.text),
            (true, false) => value.ends_with(&self.text),
            (true, true) => value.contains(&self.text),
        }
    }
}
