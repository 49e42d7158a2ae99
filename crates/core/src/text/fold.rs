//! One folding for every comparison of people's words, so that the database and Rust agree.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case without accents; hyphens, apostrophes, underscores and white space are one space, and
/// none at the ends. `Saint-Étienne` and `saint etienne` fold alike; `œ` is `oe`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    let is_kept = |c: &char| !is_combining_mark(*c) && (!c.is_control() || c.is_whitespace());
    for c in text.nfd().filter(is_kept) {
        if c.is_whitespace() || is_joint(c) {
            gap = !folded.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            folded.push(' ');
        }
        match c {
            'œ' | 'Œ' => folded.push_str("oe"),
            'æ' | 'Æ' => folded.push_str("ae"),
            'ß' | 'ẞ' => folded.push_str("ss"),
            c => folded.extend(c.to_lowercase().filter(|c| !is_combining_mark(*c))),
        }
    }
    folded
}

fn is_joint(c: char) -> bool {
    matches!(c, '-' | '_' | '\'' | '’' | '‘' | '‐' | '‑' | '–' | '—' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_joints_do_not_count() {
        assert_eq!(fold("  Saint-Étienne "), "saint etienne");
        assert_eq!(fold("L’Œuvre d'Élodie"), "l oeuvre d elodie");
        assert_eq!(fold("CODE_POSTAL"), "code postal");
        assert_eq!(fold("\u{a0}–"), "");
    }
}
