//! SIRET and SIREN: length, key, and what spreadsheets do to them.

/// A number that passes its check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegalId {
    /// 14 digits for a SIRET, 9 for a SIREN.
    pub digits: String,
    /// A leading zero that a spreadsheet had eaten was put back: worth reporting.
    pub restored_zero: bool,
}

/// Why a text is not a SIRET or SIREN.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SiretProblem {
    Empty,
    NotDigits,
    /// `1,23E+13`: the column must be formatted as text in the spreadsheet and exported again,
    /// since the last digits are gone.
    Scientific,
    /// A valid SIREN stands where a SIRET was expected.
    SirenGiven {
        siren: String,
    },
    Length {
        digits: usize,
    },
    /// The Luhn key is wrong: a digit was mistyped.
    WrongKey,
}

/// Checks a SIRET; spaces, dots and hyphens are dropped, one lost leading zero is restored.
pub fn siret(text: &str) -> Result<LegalId, SiretProblem> {
    let digits = digits_of(text)?;
    match digits.len() {
        14 if siret_is_valid(&digits) => Ok(LegalId { digits, restored_zero: false }),
        14 => Err(SiretProblem::WrongKey),
        13 if siret_is_valid(&format!("0{digits}")) => {
            Ok(LegalId { digits: format!("0{digits}"), restored_zero: true })
        }
        9 if siren_is_valid(&digits) => Err(SiretProblem::SirenGiven { siren: digits }),
        count => Err(SiretProblem::Length { digits: count }),
    }
}

/// Checks a SIREN; a valid SIRET gives its first nine digits.
pub fn siren(text: &str) -> Result<LegalId, SiretProblem> {
    let digits = digits_of(text)?;
    match digits.len() {
        9 if siren_is_valid(&digits) => Ok(LegalId { digits, restored_zero: false }),
        9 => Err(SiretProblem::WrongKey),
        8 if siren_is_valid(&format!("0{digits}")) => {
            Ok(LegalId { digits: format!("0{digits}"), restored_zero: true })
        }
        14 if siret_is_valid(&digits) => Ok(LegalId { digits: digits[..9].to_owned(), restored_zero: false }),
        count => Err(SiretProblem::Length { digits: count }),
    }
}

/// Nine digits under the Luhn key.
pub fn siren_is_valid(digits: &str) -> bool {
    digits.len() == 9 && luhn(digits)
}

/// Fourteen digits under the Luhn key; the establishments of La Poste (SIREN 356000000), its seat
/// apart, follow another: the sum of their digits divides by five.
pub fn siret_is_valid(digits: &str) -> bool {
    if digits.len() != 14 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    if digits.starts_with("356000000") && digits != "35600000000048" {
        return digits.bytes().map(|b| u32::from(b - b'0')).sum::<u32>().is_multiple_of(5);
    }
    luhn(digits)
}

fn luhn(digits: &str) -> bool {
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) || digits.bytes().all(|b| b == b'0') {
        return false;
    }
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, b)| {
            let digit = u32::from(b - b'0');
            match (place % 2, digit) {
                (0, _) => digit,
                (_, 5..) => digit * 2 - 9,
                _ => digit * 2,
            }
        })
        .sum();
    sum.is_multiple_of(10)
}

fn digits_of(text: &str) -> Result<String, SiretProblem> {
    let text = text.trim();
    let text = text.strip_suffix(".0").unwrap_or(text);
    if text.is_empty() {
        return Err(SiretProblem::Empty);
    }
    if is_scientific(text) {
        return Err(SiretProblem::Scientific);
    }
    let kept: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-' | '_' | '\'' | '’' | '\u{200b}'))
        .collect();
    if kept.is_empty() || !kept.bytes().all(|b| b.is_ascii_digit()) {
        return Err(SiretProblem::NotDigits);
    }
    Ok(kept)
}

fn is_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else { return false };
    let exponent = exponent.trim_start_matches(['+', '-']);
    !exponent.is_empty()
        && exponent.bytes().all(|b| b.is_ascii_digit())
        && mantissa.bytes().any(|b| b.is_ascii_digit())
        && mantissa.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_checked_and_the_post_office_is_an_exception() {
        for good in ["732829320", "404833048", "443061841"] {
            assert!(siren_is_valid(good), "{good}");
        }
        for good in ["73282932000074", "35600000000048", "35600000009075"] {
            assert!(siret_is_valid(good), "{good}");
        }
        assert!(!siret_is_valid("35600000000063"));
        assert!(!siret_is_valid("00000000000000"));
        assert_eq!(siret("732 829 320 00075"), Err(SiretProblem::WrongKey));
    }

    #[test]
    fn what_spreadsheets_do_is_undone_or_named() {
        assert_eq!(siret("732 829 320 00074").unwrap().digits, "73282932000074");
        assert_eq!(siret("1,23E+13"), Err(SiretProblem::Scientific));
        assert_eq!(siret("7.32829E+13"), Err(SiretProblem::Scientific));
        assert_eq!(siret("732829320"), Err(SiretProblem::SirenGiven { siren: "732829320".into() }));
        assert_eq!(siret("7328293200007"), Err(SiretProblem::Length { digits: 13 }));
        assert_eq!(siret("en cours"), Err(SiretProblem::NotDigits));
        assert_eq!(siret(""), Err(SiretProblem::Empty));
        assert_eq!(siren("73282932000074").unwrap().digits, "732829320");
    }

    #[test]
    fn a_lost_zero_is_restored_where_the_key_agrees() {
        // 005520135 is a valid SIREN, 00552013500018 one of its possible SIRETs.
        let siren_text = "05520135".to_owned();
        let full =
            (0..10).map(|last| format!("0{}{last}", &siren_text[..7])).find(|s| siren_is_valid(s)).unwrap();
        assert_eq!(siren(&full[1..]), Ok(LegalId { digits: full.clone(), restored_zero: true }));
        let siret_text = (0..10).map(|last| format!("{full}0001{last}")).find(|s| siret_is_valid(s)).unwrap();
        assert_eq!(siret(&siret_text[1..]), Ok(LegalId { digits: siret_text, restored_zero: true }));
    }
}
