//! Civilities and titles.

use crate::text::fold;

/// `M.`, `Mme`, `Me`, `Dr`, `Pr` or `M. et Mme` for what people write; `None` for anything else.
/// `Mlle` becomes `Mme` (circulaire of 21 February 2012).
pub fn civility(text: &str) -> Option<&'static str> {
    let folded = fold(text).replace(['.', '(', ')'], "");
    Some(match folded.trim() {
        "m" | "mr" | "mr m" | "monsieur" | "monsieur m" | "mister" | "sir" | "h" | "homme" | "male" | "1" => {
            "M."
        }
        "mme" | "mde" | "madame" | "mlle" | "melle" | "mademoiselle" | "mrs" | "ms" | "miss" | "madam"
        | "f" | "femme" | "female" | "2" => "Mme",
        "me" | "maitre" | "mtre" => "Me",
        "dr" | "docteur" | "doctor" => "Dr",
        "pr" | "prof" | "professeur" | "professor" => "Pr",
        "m et mme" | "mr et mme" | "monsieur et madame" | "monsieur madame" | "m mme" | "mr mme"
        | "m/mme" | "mme et m" | "madame et monsieur" => "M. et Mme",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::civility;

    #[test]
    fn each_habit_gives_one_form() {
        for text in ["M", "M.", "Mr", "Mr.", "MONSIEUR", " monsieur "] {
            assert_eq!(civility(text), Some("M."), "{text}");
        }
        for text in ["Mme", "MME.", "Madame", "Mlle", "Mrs"] {
            assert_eq!(civility(text), Some("Mme"), "{text}");
        }
        assert_eq!(civility("Maître"), Some("Me"));
        assert_eq!(civility("Dr."), Some("Dr"));
        assert_eq!(civility("Monsieur et Madame"), Some("M. et Mme"));
        assert_eq!(civility("Jean"), None);
        assert_eq!(civility(""), None);
    }
}
