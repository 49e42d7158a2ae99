//! One folding for every comparison of people's words, so that the database and Rust agree.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case without accents; hyphens, apostrophes, underscores and white space are one space, and
/// none at the ends. `Saint-Étienne` and `saint etienne` fold alike; `œ` is `oe`.
pub fn fold(text: &str) -> String {
    let table = &*TABLE;
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        let known = match table.get(c as usize) {
            Some(known) => *known,
            None if is_joint(c) => Folded::Gap,
            None => return decomposed(text),
        };
        if known == Folded::Gap {
            gap = !folded.is_empty();
            continue;
        }
        if known == Folded::Nothing {
            continue;
        }
        if std::mem::take(&mut gap) {
            folded.push(' ');
        }
        match known {
            Folded::One(c) => folded.push(c),
            Folded::Two(first, second) => folded.extend([first, second]),
            Folded::Gap | Folded::Nothing => {}
        }
    }
    folded
}

/// What a character of Latin becomes, whatever stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Folded {
    Nothing,
    Gap,
    One(char),
    Two(char, char),
}

/// The characters before U+0180, none of which joins the one before: what [`decomposed`] makes of each.
static TABLE: LazyLock<[Folded; 0x180]> = LazyLock::new(|| {
    std::array::from_fn(|code| {
        let c = char::from_u32(code as u32).unwrap_or(' ');
        let folded = decomposed(&format!("x{c}x"));
        let mut between = folded[1..folded.len() - 1].chars();
        match (between.next(), between.next()) {
            (None, _) => Folded::Nothing,
            (Some(' '), _) => Folded::Gap,
            (Some(first), None) => Folded::One(first),
            (Some(first), Some(second)) => Folded::Two(first, second),
        }
    })
});

/// Folding of any text, by its canonical decomposition.
fn decomposed(text: &str) -> String {
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

    #[test]
    fn the_short_way_folds_as_the_long_one() {
        for code in 0..0x3000 {
            let Some(c) = char::from_u32(code) else { continue };
            for text in [
                c.to_string(),
                format!("A{c}É"),
                format!("{c} b"),
                format!("e\u{301}{c}"),
                format!("’{c}{c}-"),
            ] {
                assert_eq!(fold(&text), decomposed(&text), "{text:?}");
            }
        }
    }
}
