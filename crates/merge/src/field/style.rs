//! Applying `\#`, `\@`, then `\*` in the order written (MAILMERGE A3).
use super::{Format, Star};
use crate::Language;
use crate::format::{date, date_read, number, number_read, numeral, text_case};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

impl Format {
    pub fn is_plain(&self) -> bool {
        self.number.is_none() && self.date.is_none() && self.stars.is_empty()
    }

    pub fn apply(&self, text: String, language: Language) -> String {
        if text.is_empty() || self.is_plain() {
            return text;
        }
        let mut out = text;
        if let Some(picture) = &self.number
            && let Some(value) = number_read::number(&out, language)
        {
            out = picture.print(value, language);
        }
        if let Some(picture) = &self.date
            && let Some(moment) = date_read::date(&out, language)
        {
            out = date::print(moment, picture, language);
        }
        self.stars(out, language)
    }

    pub fn apply_number(&self, value: Decimal, language: Language) -> String {
        let out = match &self.number {
            Some(picture) => picture.print(value, language),
            None => number::plain(value, language),
        };
        self.stars(out, language)
    }

    pub fn stars(&self, text: String, language: Language) -> String {
        self.stars.iter().fold(text, |text, star| star.apply(text, language))
    }
}

impl Star {
    pub fn named(name: &str) -> Option<Star> {
        let capital = name.starts_with(|c: char| c.is_uppercase());
        Some(match name.to_ascii_lowercase().as_str() {
            "upper" => Star::Case(text_case::TextCase::Upper),
            "lower" => Star::Case(text_case::TextCase::Lower),
            "firstcap" => Star::Case(text_case::TextCase::FirstCap),
            "caps" => Star::Case(text_case::TextCase::Caps),
            "roman" => Star::Roman(capital),
            "alphabetic" => Star::Alphabetic(capital),
            "ordinal" => Star::Ordinal,
            "cardtext" => Star::CardText,
            "ordtext" => Star::OrdText,
            "hex" => Star::Hex,
            _ => return None,
        })
    }

    fn apply(self, text: String, language: Language) -> String {
        if let Star::Case(case) = self {
            return text_case::apply(case, &text);
        }
        let whole = number_read::number(&text, language).and_then(|d| d.round().to_u64());
        let Some(n) = whole else { return text };
        let cased = |out: String, upper: bool| if upper { out } else { out.to_lowercase() };
        let out = match self {
            Star::Roman(upper) => numeral::roman(n).map(|r| cased(r, upper)),
            Star::Alphabetic(upper) => numeral::alphabetic(n).map(|r| cased(r, upper)),
            Star::Ordinal => Some(numeral::ordinal(n, language)),
            Star::CardText => numeral::cardinal(n, language),
            Star::OrdText => numeral::ordinal_words(n, language),
            Star::Hex => Some(format!("{n:X}")),
            Star::Case(_) => None,
        };
        out.unwrap_or(text)
    }
}
