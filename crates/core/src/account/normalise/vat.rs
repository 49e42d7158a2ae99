//! VAT numbers of the European Union.

use super::siren_is_valid;

/// A VAT number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vat {
    /// Without spaces, in upper case: `FR44732829320`.
    pub number: String,
    /// The SIREN within a French number.
    pub siren: Option<String>,
    /// The key could be computed and agreed. Some French keys hold letters, foreign ones are not computed.
    pub checked: bool,
}

/// Why a text is not a VAT number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VatProblem {
    Empty,
    /// Not two letters and 2 to 13 letters and digits; for France, not a key and a SIREN.
    Shape,
    WrongSiren,
    WrongKey,
}

/// Checks a VAT number. French key = (12 + 3 × (SIREN mod 97)) mod 97 (CGI, art. 286 ter).
pub fn vat_number(text: &str) -> Result<Vat, VatProblem> {
    let number: String = text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_uppercase();
    if number.is_empty() {
        return Err(VatProblem::Empty);
    }
    if !number.is_ascii() || !(4..=15).contains(&number.len()) {
        return Err(VatProblem::Shape);
    }
    let (country, rest) = number.split_at(2);
    if !country.bytes().all(|b| b.is_ascii_alphabetic()) {
        return Err(VatProblem::Shape);
    }
    if country != "FR" {
        return Ok(Vat { number, siren: None, checked: false });
    }
    if rest.len() != 11 {
        return Err(VatProblem::Shape);
    }
    let (key, siren) = rest.split_at(2);
    if !siren_is_valid(siren) {
        return Err(VatProblem::WrongSiren);
    }
    let expected =
        siren.parse::<u64>().map(|n| (12 + 3 * (n % 97)) % 97).map_err(|_| VatProblem::WrongSiren)?;
    match key.parse::<u64>() {
        Ok(given) if given == expected => {
            Ok(Vat { siren: Some(siren.to_owned()), number: number.clone(), checked: true })
        }
        Ok(_) => Err(VatProblem::WrongKey),
        Err(_) => Ok(Vat { siren: Some(siren.to_owned()), number: number.clone(), checked: false }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_keys_are_computed() {
        for good in ["FR83404833048", "FR 44 732 829 320", "fr44732829320"] {
            assert!(vat_number(good).unwrap().checked, "{good}");
        }
        assert_eq!(vat_number("FR45732829320"), Err(VatProblem::WrongKey));
        assert_eq!(vat_number("FR44732829321"), Err(VatProblem::WrongSiren));
        assert_eq!(vat_number("44732829320"), Err(VatProblem::Shape));
        assert_eq!(vat_number("FR1"), Err(VatProblem::Shape));
        assert_eq!(vat_number(""), Err(VatProblem::Empty));
        assert!(!vat_number("FRXX732829320").unwrap().checked);
        assert_eq!(vat_number("BE0403170701").unwrap().siren, None);
    }
}
