//! Yearly revenue, as people write large amounts.

use crate::Cents;

/// `1 200 000 €`, `1,2 M€`, `350 k€`, `1.200.000`, `2 millions`: cents. Without a unit, one dot or
/// comma before three digits parts thousands. `None` where it is no amount.
pub fn parse_revenue(text: &str) -> Option<Cents> {
    let mut number: String = text
        .to_lowercase()
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '€' | '\'' | '’' | '\u{202f}'))
        .collect();
    let mut power = 0;
    for currency in ["euros", "euro", "eur"] {
        if let Some(rest) = number.strip_suffix(currency) {
            number = rest.trim_end_matches(['d', '\'']).to_owned();
        }
    }
    for (unit, zeros) in [
        ("milliards", 9),
        ("milliard", 9),
        ("mrd", 9),
        ("md", 9),
        ("millions", 6),
        ("million", 6),
        ("milliers", 3),
        ("mio", 6),
        ("me", 6),
        ("ke", 3),
        ("m", 6),
        ("k", 3),
    ] {
        if let Some(rest) = number.strip_suffix(unit) {
            power = zeros;
            number = rest.to_owned();
            break;
        }
    }
    let (negative, digits) = match number.strip_prefix('-') {
        Some(rest) => (true, rest.to_owned()),
        None => (false, number),
    };
    let (whole, fraction) = parts(&digits, power > 0)?;
    if !whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit()) || whole.len() + fraction.len() == 0
    {
        return None;
    }
    // Cents are two more zeros; what is beyond them in the fraction must be zeros.
    let zeros = power + 2;
    let (kept, beyond) = fraction.split_at(fraction.len().min(zeros));
    if beyond.bytes().any(|b| b != b'0') {
        return None;
    }
    let cents: i64 = format!("{whole}{kept:0<zeros$}").parse().ok()?;
    Some(if negative { -cents } else { cents })
}

/// Whole part and fraction, thousands' marks removed.
fn parts(digits: &str, has_unit: bool) -> Option<(String, String)> {
    let marks: Vec<(usize, char)> = digits.char_indices().filter(|(_, c)| matches!(c, '.' | ',')).collect();
    let strip = |text: &str| text.replace(['.', ','], "");
    let Some((last_at, last)) = marks.last().copied() else {
        return Some((digits.to_owned(), String::new()));
    };
    let kinds_differ = marks.iter().any(|(_, c)| *c != last);
    let repeated = marks.iter().filter(|(_, c)| *c == last).count() > 1;
    let after = digits.len() - last_at - 1;
    if repeated && kinds_differ {
        return None;
    }
    let parts_thousands = repeated || (!kinds_differ && !has_unit && after == 3 && last_at > 0);
    if parts_thousands {
        let groups_of_three = digits.split(last).skip(1).all(|group| group.len() == 3);
        return groups_of_three.then(|| (strip(digits), String::new()));
    }
    Some((strip(&digits[..last_at]), digits[last_at + 1..].to_owned()))
}

#[cfg(test)]
mod tests {
    use super::parse_revenue;

    #[test]
    fn large_amounts_are_read_in_cents() {
        for (text, cents) in [
            ("1 200 000 €", 120_000_000),
            ("1\u{202f}200\u{202f}000", 120_000_000),
            ("1,2 M€", 120_000_000),
            ("1.2m", 120_000_000),
            ("350 k€", 35_000_000),
            ("350 K€", 35_000_000),
            ("350 000 euros", 35_000_000),
            ("1.200.000", 120_000_000),
            ("1,200,000.50", 120_000_050),
            ("1.200,5", 120_050),
            ("1.200", 120_000),
            ("12,50", 1_250),
            ("2 millions d'euros", 200_000_000),
            ("0", 0),
            ("-12 k€", -1_200_000),
            ("1,5 Md€", 150_000_000_000),
        ] {
            assert_eq!(parse_revenue(text), Some(cents), "{text}");
        }
        for text in ["", "€", "inconnu", "1,2,3", "1 à 2 M€", "12,345678", "99999999999999999999"] {
            assert_eq!(parse_revenue(text), None, "{text}");
        }
    }
}
