//! Activity codes.

/// `4322A`, `43.22 A` or `43.22a` as `43.22A`; a label after the code is dropped. `None` where the
/// text does not start with such a code.
pub fn naf(text: &str) -> Option<String> {
    let mut kept = String::with_capacity(6);
    for c in text.trim().chars() {
        match (kept.len(), c) {
            (_, ' ' | '.' | '\u{a0}') if kept.len() < 5 => {}
            (0..4, '0'..='9') => kept.push(c),
            (4, c) if c.is_ascii_alphabetic() => kept.push(c.to_ascii_uppercase()),
            (5, c) if c.is_alphanumeric() => return None,
            (5, _) => break,
            _ => return None,
        }
    }
    (kept.len() == 5).then(|| format!("{}.{}", &kept[..2], &kept[2..]))
}

#[cfg(test)]
mod tests {
    use super::naf;

    #[test]
    fn codes_get_their_dot() {
        for text in ["4322A", "43.22A", "43.22 a", " 43 22 A ", "43.22A - Plomberie"] {
            assert_eq!(naf(text).as_deref(), Some("43.22A"), "{text}");
        }
        for text in ["", "43", "43.22", "4322AB", "Plomberie", "432A2"] {
            assert_eq!(naf(text), None, "{text}");
        }
    }
}
