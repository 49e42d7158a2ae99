//! Cells about consent and opposition.

use crate::text::fold;

/// What a cell of a consent column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConsentCell {
    /// Consent was given.
    Given,
    /// No consent was given, which is not yet an opposition.
    NotGiven,
    /// They asked not to be contacted.
    OptedOut,
    Unknown,
}

/// Reads `oui`, `non`, `inconnu`, `opposition`, `x`, `1`…; `None` where it says none of these (a date
/// or the words of a proof, say).
pub fn consent_cell(text: &str) -> Option<ConsentCell> {
    Some(match fold(text).as_str() {
        "" | "inconnu" | "unknown" | "?" | "nsp" | "n/a" | "na" | "a demander" => ConsentCell::Unknown,
        "opposition" | "oppose" | "opposee" | "opt out" | "optout" | "opted out" | "stop" | "desinscrit"
        | "desinscrite" | "desabonne" | "unsubscribed" | "ne pas contacter" | "refus" | "refuse"
        | "liste rouge" => ConsentCell::OptedOut,
        "accord" | "accepte" | "opt in" | "optin" | "opted in" | "consenti" | "abonne" | "subscribed"
        | "donne" | "given" => ConsentCell::Given,
        other => match yes_no(other)? {
            true => ConsentCell::Given,
            false => ConsentCell::NotGiven,
        },
    })
}

/// Reads `oui`/`non`, `yes`/`no`, `vrai`/`faux`, `x`, `1`/`0`, and nothing as no.
pub fn yes_no(text: &str) -> Option<bool> {
    match fold(text).as_str() {
        "oui" | "o" | "yes" | "y" | "vrai" | "true" | "x" | "1" | "ok" | "✓" | "✔" => Some(true),
        "" | "non" | "n" | "no" | "faux" | "false" | "0" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn consent_is_not_opposition() {
        assert_eq!(consent_cell("Oui"), Some(ConsentCell::Given));
        assert_eq!(consent_cell("non"), Some(ConsentCell::NotGiven));
        assert_eq!(consent_cell("inconnu"), Some(ConsentCell::Unknown));
        assert_eq!(consent_cell("Opposition"), Some(ConsentCell::OptedOut));
        assert_eq!(consent_cell("formulaire du 3 mars"), None);
        assert_eq!(yes_no("X"), Some(true));
        assert_eq!(yes_no("-"), Some(false));
    }
}
