//! Amounts, shares and counts as each language writes them.

use filon_core::ratio::Share;

use crate::Language;

/// `1 234,56 €`, `€1,234.56`.
pub fn euros(language: Language, cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let (whole, part) = (cents.unsigned_abs() / 100, cents.unsigned_abs() % 100);
    match language {
        Language::Fr => format!("{sign}{},{part:02}\u{202f}€", grouped(whole, '\u{202f}')),
        Language::En => format!("{sign}€{}.{part:02}", grouped(whole, ',')),
    }
}

/// `12,5 %`, `12.5%`: one decimal.
pub fn percent(language: Language, share: f64) -> String {
    let tenths = format!("{:.1}", share * 100.0);
    match language {
        Language::Fr => format!("{}\u{202f}%", tenths.replace('.', ",")),
        Language::En => format!("{tenths}%"),
    }
}

/// `12 345`, `12,345`.
pub fn quantity(language: Language, count: u64) -> String {
    grouped(count, if language.is_french() { '\u{202f}' } else { ',' })
}

/// `1,0 % (5 sur 500)`, or that there is no value.
pub(super) fn share(language: Language, share: Share) -> String {
    let count = |count| quantity(language, count);
    let of = if language.is_french() { "sur" } else { "of" };
    match share.value() {
        Some(value) => format!(
            "{} ({} {of} {})",
            percent(language, value),
            count(share.numerator),
            count(share.denominator)
        ),
        None => language.words().ratios.none.to_owned(),
    }
}

/// A difference of shares in points, without its sign: `2,5`.
pub(super) fn points(language: Language, share: f64) -> String {
    let text = format!("{:.1}", share.abs() * 100.0);
    if language.is_french() { text.replace('.', ",") } else { text }
}

fn grouped(number: u64, mark: char) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 * 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_as_each_language_does() {
        assert_eq!(euros(Language::Fr, 123_456), "1\u{202f}234,56\u{202f}€");
        assert_eq!(euros(Language::En, -123_456_789), "-€1,234,567.89");
        assert_eq!(percent(Language::Fr, 0.125), "12,5\u{202f}%");
        assert_eq!(percent(Language::En, 0.9161), "91.6%");
        assert_eq!(quantity(Language::Fr, 999), "999");
    }
}
