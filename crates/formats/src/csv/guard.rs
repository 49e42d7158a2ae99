//! A cell that a spreadsheet would run as a formula gets an apostrophe in front; reading takes it off.

/// The cell as it may be written.
pub fn protect(text: &str) -> std::borrow::Cow<'_, str> {
    if is_dangerous(text) { format!("'{text}").into() } else { text.into() }
}

/// The cell as it was before `protect`.
pub fn unprotect(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(inner) if is_dangerous(inner) => inner,
        _ => text,
    }
}

/// Begins like a formula, behind quotes and spaces that some programs strip, and is neither a number nor a telephone.
pub fn is_dangerous(text: &str) -> bool {
    let core = text.trim_start_matches(['\'', '"', ' ', '\u{a0}', '\u{202f}', '\u{feff}', '\0']);
    match core.chars().next() {
        Some('\t' | '\r' | '\n' | '=' | '@' | '＝' | '＋' | '－' | '＠') => true,
        // Behind an apostrophe or a quote a sign is not a number any more.
        Some('+') => core.len() != text.len() || !(is_number(text) || is_telephone(text)),
        Some('-') => core.len() != text.len() || !is_number(text),
        _ => false,
    }
}

/// `-12,5`, `+3`, `-1 234,50 €`, `-8 %`.
fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let bare = unsigned.trim_end_matches(['%', '€', ' ', '\u{a0}', '\u{202f}']);
    let marks = bare.matches([',', '.']).count();
    bare.starts_with(|c: char| c.is_ascii_digit())
        && marks <= 1
        && bare.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | ' ' | '\u{a0}' | '\u{202f}'))
}

/// `+33 6 12 34 56 78`, `+33 (0)6.12…`. Not with dashes, which a spreadsheet subtracts.
fn is_telephone(text: &str) -> bool {
    let Some(digits) = text.strip_prefix('+') else {
        return false;
    };
    digits.chars().filter(char::is_ascii_digit).count() >= 6
        && digits
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | '(' | ')' | '\u{a0}' | '\u{202f}'))
}

#[cfg(test)]
mod tests {
    use super::{protect, unprotect};

    #[test]
    fn a_formula_is_made_harmless_and_read_back() {
        for text in [
            "=1+1",
            "@SUM(A1)",
            "+cmd|' /C calc'!A0",
            "-2+3",
            " =1",
            "\"=1",
            "'=1",
            "\t=1",
            "+33-6-12-34-56-78",
        ] {
            assert_eq!(protect(text), format!("'{text}"), "{text:?}");
            assert_eq!(unprotect(&protect(text)), text);
        }
    }

    #[test]
    fn numbers_telephones_and_plain_text_stay() {
        for text in [
            "-12,5",
            "+12",
            "-1 234,50 €",
            "+33 6 12 34 56 78",
            "+33612345678",
            "l'été",
            "'a",
            "",
            "a=b",
            "- ",
        ] {
            if text != "- " {
                assert_eq!(protect(text), text);
            }
            assert_eq!(unprotect(&protect(text)), text);
        }
    }
}
