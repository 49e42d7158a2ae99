//! E-mail addresses.

/// Why a text is not an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EmailProblem {
    Empty,
    NoAt,
    SeveralAts,
    Space,
    /// Nothing stands before the `@`.
    NoUser,
    /// The domain has no dot, or has an empty part.
    BadDomain,
    /// A character that no address holds.
    BadCharacter(char),
    TooLong,
    /// Two or more addresses in one cell; the first is usable.
    Several {
        first: String,
    },
}

/// Reads an address: trims, drops `mailto:`, `<>` and closing dots and semicolons, lower-cases.
pub fn email(text: &str) -> Result<String, EmailProblem> {
    let whole = clean(text);
    if whole.is_empty() {
        return Err(EmailProblem::Empty);
    }
    let result = one_address(&whole);
    if result.is_ok() {
        return result;
    }
    let parts: Vec<String> = whole
        .split(|c: char| c.is_whitespace() || matches!(c, ';' | ',' | '/' | '|' | '<' | '>'))
        .map(clean)
        .filter(|part| part.contains('@'))
        .collect();
    match parts.as_slice() {
        [] => result,
        // `Jean Dupont <jean@dupont.fr>`: the only address between its marks.
        [only] if whole.contains('<') => one_address(only),
        [_] => result,
        [first, ..] => match one_address(first) {
            Ok(first) => Err(EmailProblem::Several { first }),
            Err(_) => result,
        },
    }
}

fn clean(text: &str) -> String {
    let text = text.trim().to_lowercase();
    let text = text.strip_prefix("mailto:").unwrap_or(&text);
    text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ';' | ',' | '.' | '<' | '>' | '"' | '\'' | '\u{200b}' | '\u{feff}')
    })
    .to_owned()
}

fn one_address(text: &str) -> Result<String, EmailProblem> {
    let Some((user, domain)) = text.split_once('@') else { return Err(EmailProblem::NoAt) };
    if text.chars().any(char::is_whitespace) {
        return Err(EmailProblem::Space);
    }
    if domain.contains('@') {
        return Err(EmailProblem::SeveralAts);
    }
    if user.is_empty() {
        return Err(EmailProblem::NoUser);
    }
    let forbidden = |c: &char| {
        c.is_control() || matches!(c, '(' | ')' | '<' | '>' | '[' | ']' | ',' | ';' | ':' | '\\' | '"')
    };
    if let Some(c) = text.chars().find(forbidden) {
        return Err(EmailProblem::BadCharacter(c));
    }
    let label = |part: &str| {
        !part.is_empty()
            && part.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    let last_is_word = domain.rsplit('.').next().is_some_and(|part| part.chars().count() >= 2);
    if !domain.contains('.') || !domain.split('.').all(label) || !last_is_word {
        return Err(EmailProblem::BadDomain);
    }
    // RFC 5321: 64 octets before the @, 254 in all.
    if user.len() > 64 || text.len() > 254 {
        return Err(EmailProblem::TooLong);
    }
    Ok(text.to_owned())
}

/// An address that is nobody's (`contact@`, `info@`): outside consent and opposition of persons
/// (CNIL, e-mail between professionals), and no proof that two rows are one person.
pub fn is_generic_mailbox(email: &str) -> bool {
    let user = email.split('@').next().unwrap_or("").to_lowercase();
    let user = user.split('+').next().unwrap_or("");
    matches!(
        user,
        "contact"
            | "contacts"
            | "info"
            | "infos"
            | "information"
            | "accueil"
            | "bonjour"
            | "hello"
            | "mail"
            | "email"
            | "bureau"
            | "office"
            | "secretariat"
            | "direction"
            | "commercial"
            | "commerciale"
            | "ventes"
            | "vente"
            | "sales"
            | "compta"
            | "comptabilite"
            | "facturation"
            | "rh"
            | "recrutement"
            | "service.client"
            | "serviceclient"
            | "support"
            | "sav"
            | "admin"
            | "administration"
            | "webmaster"
            | "noreply"
            | "no-reply"
            | "devis"
            | "commande"
            | "commandes"
            | "agence"
            | "magasin"
            | "mairie"
            | "reservation"
            | "postmaster"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_cleaned() {
        for text in [
            "jean.dupont@garage-dupont.fr",
            " Jean.Dupont@Garage-Dupont.FR ",
            "mailto:jean.dupont@garage-dupont.fr",
            "<jean.dupont@garage-dupont.fr>;",
            "jean.dupont@garage-dupont.fr.",
            "Jean Dupont <jean.dupont@garage-dupont.fr>",
        ] {
            assert_eq!(email(text).as_deref(), Ok("jean.dupont@garage-dupont.fr"), "{text}");
        }
    }

    #[test]
    fn what_is_no_address_says_why() {
        assert_eq!(email(" "), Err(EmailProblem::Empty));
        assert_eq!(email("jean.dupont"), Err(EmailProblem::NoAt));
        assert_eq!(email("jean@@dupont.fr"), Err(EmailProblem::SeveralAts));
        assert_eq!(email("jean dupont@dupont.fr"), Err(EmailProblem::Space));
        assert_eq!(email("@dupont.fr"), Err(EmailProblem::NoUser));
        for bad in ["jean@dupont", "jean@dupont..fr", "jean@.fr", "jean@dupont.f", "jean@du_pont.fr"] {
            assert_eq!(email(bad), Err(EmailProblem::BadDomain), "{bad}");
        }
        assert_eq!(email("jean(2)@dupont.fr"), Err(EmailProblem::BadCharacter('(')));
        assert_eq!(email("a@b.fr; c@d.fr"), Err(EmailProblem::Several { first: "a@b.fr".into() }));
        assert_eq!(email(&format!("{}@b.fr", "a".repeat(65))), Err(EmailProblem::TooLong));
    }

    #[test]
    fn a_generic_mailbox_is_nobodys() {
        assert!(is_generic_mailbox("contact@dupont.fr"));
        assert!(!is_generic_mailbox("jean@dupont.fr"));
    }
}
