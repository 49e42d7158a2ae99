//! Telephone numbers, kept as E.164.

/// A number that can be called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// `+33556000000`.
    pub e164: String,
    /// The leading zero that a spreadsheet had eaten was put back: worth reporting.
    pub restored_zero: bool,
}

/// Why a text is not a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PhoneProblem {
    Empty,
    /// It holds something else than digits and separators.
    NotANumber,
    /// Two or more numbers in one cell; the first is usable.
    Several {
        first: Phone,
    },
    TooShort {
        digits: usize,
    },
    TooLong {
        digits: usize,
    },
    /// Ten digits that no French number starts with (`00 …`).
    UnknownPrefix,
}

/// Reads a number as the French write it: `05 56 00 00 00`, `05.56…`, `+33 (0)5 56…`, `0033…`, the
/// nine digits of a number cell; numbers of overseas departments go to their own country codes
/// (+262, +590, +594, +596), foreign numbers are kept where they start with `+` or `00`.
pub fn phone(text: &str) -> Result<Phone, PhoneProblem> {
    let text = text.trim();
    let text = text.strip_suffix(".0").unwrap_or(text);
    if text.is_empty() {
        return Err(PhoneProblem::Empty);
    }
    let whole = one_number(text);
    if whole.is_ok() {
        return whole;
    }
    let mut parts = split_numbers(text).into_iter();
    match (parts.next(), parts.next()) {
        (Some(first), Some(_)) => match one_number(&first) {
            Ok(first) => Err(PhoneProblem::Several { first }),
            Err(_) => whole,
        },
        _ => whole,
    }
}

fn split_numbers(text: &str) -> Vec<String> {
    text.replace(" ou ", "/")
        .replace(" et ", "/")
        .split(['/', ';', ',', '\n', '|'])
        .map(|part| part.trim().to_owned())
        .filter(|part| part.bytes().any(|b| b.is_ascii_digit()))
        .collect()
}

fn one_number(text: &str) -> Result<Phone, PhoneProblem> {
    let lower = text.to_lowercase();
    let text = ["tél", "tel", "phone", "mobile", "port"]
        .iter()
        .find_map(|label| lower.strip_prefix(label))
        .unwrap_or(&lower)
        .trim_start_matches(['.', ':', ' ', '\u{a0}']);
    let text = text.replace("(0)", "");
    let mut digits = String::with_capacity(text.len());
    let mut plus = false;
    for c in text.chars() {
        match c {
            '0'..='9' => digits.push(c),
            '+' if digits.is_empty() && !plus => plus = true,
            ' ' | '.' | '-' | '/' | '(' | ')' | '_' | '\'' | '’' => {}
            '\u{a0}' | '\u{202f}' | '\u{2009}' | '\t' | '‐' | '‑' | '–' | '\u{200b}' | '\u{202a}'
            | '\u{202c}' => {}
            _ => return Err(PhoneProblem::NotANumber),
        }
    }
    if digits.is_empty() {
        return Err(PhoneProblem::NotANumber);
    }
    if !plus && let Some(rest) = digits.strip_prefix("00") {
        // `00` alone before nine digits is a mistyped national number, not a country code.
        if digits.len() == 10 {
            return Err(PhoneProblem::UnknownPrefix);
        }
        digits = rest.to_owned();
        plus = true;
    }
    if plus { international(&digits) } else { national(&digits) }
}

fn international(digits: &str) -> Result<Phone, PhoneProblem> {
    if let Some(rest) = digits.strip_prefix("33") {
        let rest = rest.strip_prefix('0').unwrap_or(rest);
        return french(rest, false);
    }
    for code in ["262", "590", "594", "596"] {
        if let Some(rest) = digits.strip_prefix(code).and_then(|rest| rest.strip_prefix('0')) {
            return checked(&format!("{code}{rest}"), false);
        }
    }
    checked(digits, false)
}

fn checked(digits: &str, restored_zero: bool) -> Result<Phone, PhoneProblem> {
    match digits.len() {
        ..8 => Err(PhoneProblem::TooShort { digits: digits.len() }),
        8..=15 if digits.starts_with('0') => Err(PhoneProblem::UnknownPrefix),
        8..=15 => Ok(Phone { e164: format!("+{digits}"), restored_zero }),
        _ => Err(PhoneProblem::TooLong { digits: digits.len() }),
    }
}

fn national(digits: &str) -> Result<Phone, PhoneProblem> {
    match (digits.len(), digits.strip_prefix('0')) {
        (10, Some(rest)) => french(rest, false),
        (9, None) => french(digits, true),
        // The plus sign was lost with the number cell.
        (11, None) if digits.starts_with("33") => french(&digits[2..], false),
        (12, None) if digits.starts_with("330") => french(&digits[3..], false),
        (count @ ..=9, _) => Err(PhoneProblem::TooShort { digits: count }),
        (10, None) => Err(PhoneProblem::UnknownPrefix),
        (count, _) => Err(PhoneProblem::TooLong { digits: count }),
    }
}

/// The nine digits after the zero.
fn french(rest: &str, restored_zero: bool) -> Result<Phone, PhoneProblem> {
    match rest.len() {
        9 if rest.starts_with('0') => Err(PhoneProblem::UnknownPrefix),
        9 => {
            let code = overseas_code(rest).unwrap_or("33");
            Ok(Phone { e164: format!("+{code}{rest}"), restored_zero })
        }
        ..9 => Err(PhoneProblem::TooShort { digits: rest.len() }),
        _ => Err(PhoneProblem::TooLong { digits: rest.len() }),
    }
}

/// ARCEP, plan national de numérotation: overseas blocks by the first three digits after the zero.
fn overseas_code(rest: &str) -> Option<&'static str> {
    Some(match rest.get(..3)? {
        "262" | "263" | "269" | "639" | "692" | "693" => "262",
        "590" | "690" | "691" => "590",
        "594" | "694" => "594",
        "596" | "696" | "697" => "596",
        _ => return None,
    })
}

/// As it is read aloud: `05 56 00 00 00`, `0262 12 34 56`; a foreign number stays E.164.
pub fn display_phone(e164: &str) -> String {
    let pairs = |digits: &str| {
        let mut text = String::with_capacity(14);
        for (index, c) in digits.chars().enumerate() {
            if index > 0 && index % 2 == digits.len() % 2 {
                text.push(' ');
            }
            text.push(c);
        }
        text
    };
    let ascii = e164.bytes().skip(1).all(|b| b.is_ascii_digit());
    if ascii && let Some(rest) = e164.strip_prefix("+33").filter(|rest| rest.len() == 9) {
        return pairs(&format!("0{rest}"));
    }
    for code in ["+262", "+590", "+594", "+596"] {
        if ascii && let Some(rest) = e164.strip_prefix(code).filter(|rest| rest.len() == 9) {
            return format!("0{} {}", &rest[..3], pairs(&rest[3..]));
        }
    }
    e164.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn e164(text: &str) -> String {
        phone(text).unwrap().e164
    }

    #[test]
    fn french_forms_are_one_number() {
        for text in [
            "0556000000",
            "05 56 00 00 00",
            "05.56.00.00.00",
            "05-56-00-00-00",
            "+33 5 56 00 00 00",
            "+33 (0)5 56 00 00 00",
            "(+33)05-56-00-00-00",
            "+33(0)556000000",
            "0033556000000",
            "0033 (0) 5 56 00 00 00".replace("(0) ", "(0)").as_str(),
            "Tél. : 05 56 00 00 00",
            "05\u{a0}56\u{a0}00\u{a0}00\u{a0}00",
            "33556000000",
        ] {
            assert_eq!(
                phone(text),
                Ok(Phone { e164: "+33556000000".into(), restored_zero: false }),
                "{text}"
            );
        }
    }

    #[test]
    fn the_zero_that_a_spreadsheet_ate_comes_back() {
        let restored = Phone { e164: "+33556000000".into(), restored_zero: true };
        assert_eq!(phone("556000000"), Ok(restored.clone()));
        assert_eq!(phone("556000000.0"), Ok(restored));
    }

    #[test]
    fn overseas_and_foreign_numbers_keep_their_country() {
        assert_eq!(e164("0262 12 34 56"), "+262262123456");
        assert_eq!(e164("0692123456"), "+262692123456");
        assert_eq!(e164("0269 60 00 00"), "+262269600000");
        assert_eq!(e164("0590 12 34 56"), "+590590123456");
        assert_eq!(e164("0694123456"), "+594694123456");
        assert_eq!(e164("+33 596 12 34 56"), "+596596123456");
        assert_eq!(e164("+32 2 511 11 11"), "+3225111111");
        assert_eq!(e164("0044 20 7946 0000"), "+442079460000");
    }

    #[test]
    fn what_is_no_number_says_why() {
        assert_eq!(phone("  "), Err(PhoneProblem::Empty));
        assert_eq!(phone("néant"), Err(PhoneProblem::NotANumber));
        assert_eq!(phone("05 56 00 00"), Err(PhoneProblem::TooShort { digits: 8 }));
        assert_eq!(phone("05 56 00 00 00 00"), Err(PhoneProblem::TooLong { digits: 12 }));
        assert_eq!(phone("0056000000"), Err(PhoneProblem::UnknownPrefix));
        assert_eq!(phone("3949"), Err(PhoneProblem::TooShort { digits: 4 }));
        let Err(PhoneProblem::Several { first }) = phone("05 56 00 00 00 / 06 12 34 56 78") else { panic!() };
        assert_eq!(first.e164, "+33556000000");
    }

    #[test]
    fn numbers_are_shown_as_they_are_said() {
        assert_eq!(display_phone("+33556000000"), "05 56 00 00 00");
        assert_eq!(display_phone("+262262123456"), "0262 12 34 56");
        assert_eq!(display_phone("+3225111111"), "+3225111111");
        assert_eq!(display_phone(""), "");
    }
}
