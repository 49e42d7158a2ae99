//! Reading a number from the text of a cell, in the language of the document.
use crate::Language;
use rust_decimal::Decimal;
use std::str::FromStr;

/// `1 234,50`, `1234.5`, `1 234,50 €`, `(12)`; never a telephone or a postal code typed as text.
pub fn number(text: &str, language: Language) -> Option<Decimal> {
    let mut body = text.trim().trim_matches(space);
    let mut negative = false;
    if let Some(inner) = body.strip_prefix('(').and_then(|b| b.strip_suffix(')')) {
        negative = true;
        body = inner.trim_matches(space);
    }
    for money in ["€", "$", "£", "EUR", "CHF"] {
        body =
            body.strip_suffix(money).or_else(|| body.strip_prefix(money)).unwrap_or(body).trim_matches(space);
    }
    if let Some(rest) = body.strip_prefix(['-', '\u{2212}']) {
        negative = !negative;
        body = rest.trim_start_matches(space);
    } else if let Some(rest) = body.strip_prefix('+') {
        body = rest.trim_start_matches(space);
    }
    if body.is_empty() || !body.starts_with(|c: char| c.is_ascii_digit() || c == ',' || c == '.') {
        return None;
    }
    let decimal = decimal_mark(body, language);
    let (whole, fraction) = match decimal {
        Some(mark) => body.rsplit_once(mark)?,
        None => (body, ""),
    };
    if !fraction.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let digits = ungroup(whole)?;
    if digits.len() > 1 && digits.starts_with('0') || digits.is_empty() && fraction.is_empty() {
        return None;
    }
    let mut plain = String::with_capacity(body.len() + 2);
    if negative {
        plain.push('-');
    }
    plain.push_str(if digits.is_empty() { "0" } else { &digits });
    if !fraction.is_empty() {
        plain.push('.');
        plain.push_str(fraction);
    }
    Decimal::from_str(&plain).ok()
}

fn space(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '\t')
}

/// Which mark is decimal: the last of the two when both stand; a lone one that occurs once, unless it groups.
fn decimal_mark(body: &str, language: Language) -> Option<char> {
    let (commas, dots) = (body.matches(',').count(), body.matches('.').count());
    match (commas, dots) {
        (0, 0) => None,
        (0, 1) => Some('.'),
        (1, 0) => {
            let after = body.rsplit_once(',').map_or("", |(_, a)| a);
            let groups = language == Language::English && after.len() == 3 && !body.starts_with(',');
            (!groups).then_some(',')
        }
        (_, 0) | (0, _) => None,
        _ if body.rfind(',') > body.rfind('.') => Some(','),
        _ => Some('.'),
    }
}

/// Digits without their groups; groups must be of three, which keeps telephones out.
fn ungroup(whole: &str) -> Option<String> {
    let mut out = String::with_capacity(whole.len());
    for (index, group) in whole.split(|c: char| space(c) || matches!(c, ',' | '.' | '\'' | '’')).enumerate()
    {
        let grouped = index > 0 && group.len() != 3;
        let first = index == 0 && group.len() > 3 && whole.len() > group.len();
        if grouped || first || !group.chars().all(|c| c.is_ascii_digit()) {
            return None;
        }
        out.push_str(group);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_type_them() {
        let fr = |t| number(t, Language::French).map(|d| d.to_string());
        let en = |t| number(t, Language::English).map(|d| d.to_string());
        for (text, want) in [
            ("1 234,50", "1234.50"),
            ("1\u{202F}234,50 €", "1234.50"),
            ("1234.5", "1234.5"),
            ("(12)", "-12"),
            ("-0,5", "-0.5"),
            ("1.234,50", "1234.50"),
            ("0", "0"),
        ] {
            assert_eq!(fr(text).as_deref(), Some(want), "{text}");
        }
        assert_eq!(en("1,234.50").as_deref(), Some("1234.50"));
        assert_eq!(en("1,234").as_deref(), Some("1234"));
        assert_eq!(fr("1,234").as_deref(), Some("1.234"));
        for text in ["06 12 34 56 78", "01000", "n. d.", "", "12 rue", "12/03", "€", "1 2"] {
            assert_eq!(fr(text), None, "{text}");
        }
    }
}
