//! `\* Upper Lower FirstCap Caps`. Caps and FirstCap leave the rest of the word as it is (MAILMERGE A4).

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextCase {
    Upper,
    Lower,
    FirstCap,
    Caps,
}

pub fn apply(case: TextCase, text: &str) -> String {
    match case {
        TextCase::Upper => text.to_uppercase(),
        TextCase::Lower => text.to_lowercase(),
        TextCase::FirstCap => raise(text, false),
        TextCase::Caps => raise(text, true),
    }
}

/// A word starts after a space or a hyphen.
fn raise(text: &str, every: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut starts = true;
    for c in text.chars() {
        if starts && c.is_alphanumeric() {
            out.extend(c.to_uppercase());
            starts = false;
        } else {
            out.push(c);
            if every && (c.is_whitespace() || c == '-') {
                starts = true;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::TextCase::*;
    use super::*;

    #[test]
    fn caps_leave_the_rest_alone() {
        assert_eq!(apply(Caps, "thIs is a test"), "ThIs Is A Test");
        assert_eq!(apply(FirstCap, "thIs is a test"), "ThIs is a test");
        assert_eq!(apply(Caps, &apply(Lower, "DUPONT-MORETTI élise")), "Dupont-Moretti Élise");
        assert_eq!(apply(Upper, "éÀß"), "ÉÀSS");
        assert_eq!(apply(FirstCap, ""), "");
    }
}
