//! Postcodes, kept as text.

/// A postcode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Postcode {
    /// Five digits for France.
    pub code: String,
    /// The leading zero that a spreadsheet had eaten was put back: worth reporting.
    pub restored_zero: bool,
    /// `CEDEX` stood in the cell, with its office number where there was one.
    pub cedex: Option<String>,
}

/// Why a text is not a postcode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PostcodeProblem {
    Empty,
    NotDigits,
    Length { digits: usize },
}

/// Reads a postcode of a country (ISO 3166-1 alpha-2). French ones are checked; others are trimmed
/// and put in upper case.
pub fn postcode(text: &str, country: &str) -> Result<Postcode, PostcodeProblem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(PostcodeProblem::Empty);
    }
    if !is_french(country) {
        let code = super::collapse(text).to_uppercase();
        return Ok(Postcode { code, restored_zero: false, cedex: None });
    }
    let upper = text.to_uppercase();
    let upper = upper.strip_suffix(".0").unwrap_or(&upper);
    let (body, cedex) = match upper.find("CEDEX") {
        Some(at) => (&upper[..at], Some(upper[at..].trim().to_owned())),
        None => (upper, None),
    };
    let body = ["FR-", "F-", "FR ", "F "].iter().find_map(|mark| body.strip_prefix(mark)).unwrap_or(body);
    let digits: String = body.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(PostcodeProblem::NotDigits);
    }
    match digits.len() {
        5 if digits != "00000" => Ok(Postcode { code: digits, restored_zero: false, cedex }),
        4 if !digits.starts_with('0') => {
            Ok(Postcode { code: format!("0{digits}"), restored_zero: true, cedex })
        }
        count => Err(PostcodeProblem::Length { digits: count }),
    }
}

fn is_french(country: &str) -> bool {
    matches!(
        country,
        "" | "FR" | "GP" | "MQ" | "GF" | "RE" | "YT" | "PM" | "BL" | "MF" | "WF" | "PF" | "NC" | "MC"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> String {
        postcode(text, "FR").unwrap().code
    }

    #[test]
    fn french_postcodes_are_five_digits() {
        assert_eq!(code("33000"), "33000");
        assert_eq!(code("33 000"), "33000");
        assert_eq!(code("F-33000"), "33000");
        assert_eq!(code("97 400"), "97400");
        assert_eq!(
            postcode("1000", "FR"),
            Ok(Postcode { code: "01000".into(), restored_zero: true, cedex: None })
        );
        assert_eq!(postcode("33070 Cedex 12", "FR").unwrap().cedex.as_deref(), Some("CEDEX 12"));
        assert_eq!(postcode("", "FR"), Err(PostcodeProblem::Empty));
        assert_eq!(postcode("Bordeaux", "FR"), Err(PostcodeProblem::NotDigits));
        assert_eq!(postcode("330000", "FR"), Err(PostcodeProblem::Length { digits: 6 }));
        assert_eq!(postcode("330", "FR"), Err(PostcodeProblem::Length { digits: 3 }));
    }

    #[test]
    fn foreign_postcodes_are_kept() {
        assert_eq!(postcode("1000", "BE").unwrap().code, "1000");
        assert_eq!(postcode("sw1a  1aa", "GB").unwrap().code, "SW1A 1AA");
    }
}
