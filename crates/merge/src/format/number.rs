//! Printing a number by a picture: places, groups, signs, sections (MAILMERGE A6).
use super::picture::{Item, parse};
use crate::Language;
use rust_decimal::{Decimal, RoundingStrategy};

/// A picture parsed once per field; both languages, because the run decides at merge time.
#[derive(Debug, Clone)]
pub struct NumberPicture {
    french: Vec<Vec<Item>>,
    english: Vec<Vec<Item>>,
}

impl NumberPicture {
    pub fn new(picture: &str) -> NumberPicture {
        NumberPicture { french: parse(picture, Language::French), english: parse(picture, Language::English) }
    }

    pub fn print(&self, value: Decimal, language: Language) -> String {
        let sections = if language == Language::French { &self.french } else { &self.english };
        let Some(first) = sections.first() else { return String::new() };
        let rounded = round(value, decimals(first));
        let (section, own_sign) = match (sections.get(1), sections.get(2)) {
            (_, Some(zero)) if rounded.is_zero() => (zero, true),
            (Some(negative), _) if value.is_sign_negative() && !rounded.is_zero() => (negative, true),
            _ => (first, false),
        };
        print_section(section, value, own_sign, language)
    }
}

fn round(value: Decimal, places: u32) -> Decimal {
    value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

fn fraction_places(section: &[Item]) -> impl Iterator<Item = char> + '_ {
    section
        .iter()
        .skip_while(|i| **i != Item::Decimal)
        .filter_map(|i| if let Item::Place(c) = i { Some(*c) } else { None })
}

fn decimals(section: &[Item]) -> u32 {
    u32::try_from(fraction_places(section).count()).unwrap_or(0).min(28)
}

fn print_section(section: &[Item], value: Decimal, own_sign: bool, language: Language) -> String {
    let places = decimals(section);
    let rounded = round(value, places);
    let negative = rounded.is_sign_negative() && !rounded.is_zero();
    let plain = format!("{:.*}", places as usize, rounded.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let whole_places: Vec<char> = section
        .iter()
        .take_while(|i| **i != Item::Decimal)
        .filter_map(|i| if let Item::Place(c) = i { Some(*c) } else { None })
        .collect();
    let mut whole = if whole == "0" { "" } else { whole };
    if whole_places.first() == Some(&'x') {
        whole = whole.get(whole.len().saturating_sub(whole_places.len())..).unwrap_or(whole);
    }
    let group = section.iter().find_map(|i| if let Item::Group(c) = i { Some(*c) } else { None });
    let printer = Whole {
        digits: whole.chars().collect(),
        places: whole_places.len(),
        group: group.map(|written| group_mark(written, language)),
    };
    let signed = section.iter().any(|i| matches!(i, Item::Minus | Item::Plus));
    let mut out = String::new();
    let mut auto_sign = negative && !signed && !own_sign;
    let (mut at, mut in_fraction, mut fraction_at) = (0usize, false, 0usize);
    for item in section {
        match item {
            Item::Literal(c) => out.push(*c),
            Item::Minus if own_sign => out.push('-'),
            Item::Minus => out.push(if negative { '-' } else { ' ' }),
            Item::Plus => out.push(if negative { '-' } else { '+' }),
            Item::Group(_) => {}
            Item::Decimal => {
                if std::mem::take(&mut auto_sign) {
                    out.push('-');
                }
                if at == 0 {
                    printer.all(&mut out);
                }
                in_fraction = true;
                out.push(if language == Language::French { ',' } else { '.' });
            }
            Item::Place(c) if in_fraction => {
                fraction_at += 1;
                let rest_is_zero =
                    fraction.get(fraction_at - 1..).is_none_or(|r| r.chars().all(|d| d == '0'));
                let digit = fraction.chars().nth(fraction_at - 1).unwrap_or('0');
                out.push(if *c == '#' && rest_is_zero { ' ' } else { digit });
            }
            Item::Place(c) => {
                if auto_sign && (*c != '#' || printer.reaches(at)) {
                    auto_sign = false;
                    out.push('-');
                }
                printer.place(at, *c, &mut out);
                at += 1;
            }
        }
    }
    out
}

/// French groups typed with an ordinary space print with a narrow one that does not break.
fn group_mark(written: char, language: Language) -> char {
    match (language, written) {
        (Language::French, '\u{A0}') => '\u{A0}',
        (Language::French, _) => '\u{202F}',
        (Language::English, ' ' | '\u{A0}' | '\u{202F}') => written,
        (Language::English, _) => ',',
    }
}

struct Whole {
    digits: Vec<char>,
    places: usize,
    group: Option<char>,
}

impl Whole {
    /// True when a digit is printed at this place.
    fn reaches(&self, at: usize) -> bool {
        self.places - at.min(self.places) <= self.digits.len()
    }

    /// Prints one place; the first one also takes the digits that have no place: a number is never cut.
    fn place(&self, at: usize, kind: char, out: &mut String) {
        let from_right = self.places - at;
        if at == 0 && self.digits.len() > self.places {
            for right in (from_right + 1..=self.digits.len()).rev() {
                self.digit(right, out);
            }
        }
        if from_right <= self.digits.len() {
            self.digit(from_right, out);
        } else if kind == '0' {
            out.push('0');
            self.mark(from_right, out);
        } else {
            out.push(' ');
        }
    }

    fn digit(&self, from_right: usize, out: &mut String) {
        if let Some(c) = self.digits.len().checked_sub(from_right).and_then(|i| self.digits.get(i)) {
            out.push(*c);
            self.mark(from_right, out);
        }
    }

    fn mark(&self, from_right: usize, out: &mut String) {
        if from_right > 1 && (from_right - 1).is_multiple_of(3) {
            out.extend(self.group);
        }
    }

    fn all(&self, out: &mut String) {
        for right in (1..=self.digits.len()).rev() {
            self.digit(right, out);
        }
    }
}

/// A plain number as Word prints it: the language's decimal mark, no trailing zeros of a computation.
pub fn plain(value: Decimal, language: Language) -> String {
    let text = round(value, 15).normalize().to_string();
    if language == Language::French { text.replace('.', ",") } else { text }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::str::FromStr;

    fn print(value: &str, picture: &str, language: Language) -> String {
        NumberPicture::new(picture).print(Decimal::from_str(value).unwrap(), language)
    }

    #[test]
    fn the_examples_of_the_standard() {
        let en = Language::English;
        assert_eq!(print("15", "$###", en), "$ 15");
        assert_eq!(print("9", "00.00", en), "09.00");
        assert_eq!(print("222492", "x##", en), "492");
        assert_eq!(print("0.125", "0.00x", en), "0.125");
        assert_eq!(print("2456800", "$#,###,###", en), "$2,456,800");
        assert_eq!(print("-10", "-##", en), "-10");
        assert_eq!(print("10", "+##", en), "+10");
    }

    #[test]
    fn french_separators() {
        let fr = Language::French;
        assert_eq!(print("1234.5", "# ##0,00 €", fr), "1\u{202F}234,50 €");
        assert_eq!(print("1234567.891", "# ##0,00", fr), "1\u{202F}234\u{202F}567,89");
        assert_eq!(print("12", "#\u{A0}##0,00\u{A0}€", fr), "  12,00\u{A0}€");
        assert_eq!(print("1234.5", "#\u{A0}##0,00", fr), "1\u{A0}234,50");
        assert_eq!(print("1234.5", "#,##0.00", fr), "1\u{202F}234,50");
        assert_eq!(print("1234.5", "0,00", fr), "1234,50");
        assert_eq!(print("0.145", "0,00", fr), "0,15");
        assert_eq!(print("-3", "0,0", fr), "-3,0");
        assert_eq!(print("-3", "0;(0);'néant'", fr), "(3)");
        assert_eq!(print("0", "0;(0);'néant'", fr), "néant");
        assert_eq!(print("12", "0 %", fr), "12 %");
    }
}
