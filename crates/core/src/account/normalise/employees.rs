//! Head counts, as a number, a span or a band of Sirene.

use crate::text::fold;

/// The least head count that a text allows: `12`, `10 à 19`, `10-19`, `50+`, `plus de 50` (51),
/// `moins de 10` (0), `1 000 à 1 999 salariés`. Codes of Sirene bands are not read here: a `12`
/// would be twelve people; turn them into words first with [`sirene_band`].
pub fn employees_min(text: &str) -> Option<i64> {
    let folded = fold(text);
    if matches!(folded.as_str(), "nn" | "aucun" | "zero" | "neant" | "sans salarie" | "non employeur")
        || folded.contains("non employeuse")
    {
        return Some(0);
    }
    let under = folded.starts_with("moins de") || folded.starts_with('<') || folded.starts_with("less than");
    if under {
        return first_number(&folded).map(|_| 0);
    }
    let over = ["plus de", "more than", "sup"].iter().any(|word| folded.starts_with(word))
        || folded.starts_with('>') && !folded.starts_with(">=");
    let number = first_number(&folded)?;
    if over { number.checked_add(1) } else { Some(number) }
}

/// The first whole number; digits parted by one space in groups of three belong together.
fn first_number(folded: &str) -> Option<i64> {
    let start = folded.find(|c: char| c.is_ascii_digit())?;
    let mut digits = String::new();
    let mut rest = folded[start..].chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '0'..='9' => digits.push(c),
            ' ' | '.' | ',' => {
                let group: String = rest.clone().take_while(char::is_ascii_digit).collect();
                if group.len() != 3 || digits.len() > 3 {
                    break;
                }
            }
            _ => break,
        }
    }
    (digits.len() <= 9).then(|| digits.parse().ok()).flatten()
}

/// The words of a Sirene band (`trancheEffectifs…`): `12` is `20 à 49`. `None` where the text is no
/// code of a band.
pub fn sirene_band(code: &str) -> Option<&'static str> {
    Some(match code.trim() {
        "NN" | "nn" => "non employeuse",
        "00" | "0" => "0",
        "01" | "1" => "1 à 2",
        "02" | "2" => "3 à 5",
        "03" | "3" => "6 à 9",
        "11" => "10 à 19",
        "12" => "20 à 49",
        "21" => "50 à 99",
        "22" => "100 à 199",
        "31" => "200 à 249",
        "32" => "250 à 499",
        "41" => "500 à 999",
        "42" => "1000 à 1999",
        "51" => "2000 à 4999",
        "52" => "5000 à 9999",
        "53" => "10000 et plus",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_head_count_is_read() {
        for (text, least) in [
            ("12", 12),
            ("10 à 19", 10),
            ("10-19", 10),
            ("50+", 50),
            ("plus de 50", 51),
            (">= 50", 50),
            ("moins de 10", 0),
            ("1 000 à 1 999 salariés", 1000),
            ("20 à 49 salariés", 20),
            ("12.0", 12),
            ("NN", 0),
        ] {
            assert_eq!(employees_min(text), Some(least), "{text}");
        }
        assert_eq!(employees_min("beaucoup"), None);
        assert_eq!(employees_min("99999999999999999999"), None);
    }

    #[test]
    fn bands_of_sirene_become_words_that_are_read_back() {
        let codes =
            ["NN", "00", "01", "02", "03", "11", "12", "21", "22", "31", "32", "41", "42", "51", "52", "53"];
        let least = [0, 0, 1, 3, 6, 10, 20, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000];
        for (code, least) in codes.into_iter().zip(least) {
            assert_eq!(employees_min(sirene_band(code).unwrap()), Some(least), "{code}");
        }
        assert_eq!(sirene_band("15"), None);
    }
}
