//! Company or private individual, as files say it.

use crate::AccountKind;
use crate::text::fold;

/// The kind that a word says; `None` where it says neither.
pub fn kind(text: &str) -> Option<AccountKind> {
    Some(match fold(text).replace('.', "").as_str() {
        "company" | "companies" | "entreprise" | "entreprises" | "societe" | "societes" | "professionnel"
        | "professionnels" | "pro" | "pros" | "organisation" | "organization" | "business" | "b2b"
        | "btob" | "personne morale" | "pm" | "association" | "collectivite" | "administration"
        | "etablissement" => AccountKind::Company,
        "individual" | "individuals" | "particulier" | "particuliers" | "personne" | "person" | "prive"
        | "private" | "consumer" | "consommateur" | "b2c" | "btoc" | "personne physique" | "pp"
        | "individu" => AccountKind::Individual,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_which_law_applies() {
        assert_eq!(kind("Entreprise"), Some(AccountKind::Company));
        assert_eq!(kind("B2C"), Some(AccountKind::Individual));
        assert_eq!(kind("Personne physique"), Some(AccountKind::Individual));
        assert_eq!(kind("Plombier"), None);
    }
}
