//! What vCard and iCalendar share: lines of at most 75 bytes, and the escape of people's words.

use std::io::{self, Write};

/// Writes one line, folded between characters, with its CRLF.
pub fn write_folded(out: &mut impl Write, line: &str) -> io::Result<()> {
    let mut used = 0;
    for c in line.chars() {
        if used + c.len_utf8() > 75 {
            out.write_all(b"\r\n ")?;
            used = 1;
        }
        write!(out, "{c}")?;
        used += c.len_utf8();
    }
    out.write_all(b"\r\n")
}

/// Backslash, comma and semicolon behind a backslash, ends of line as `\n`; other control characters
/// save the tab have no place in a text and are left out.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut after_return = false;
    for c in text.chars() {
        match c {
            '\n' if after_return => {}
            '\n' | '\r' => escaped.push_str("\\n"),
            '\\' | ',' | ';' => escaped.extend(['\\', c]),
            '\t' => escaped.push(c),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
        after_return = c == '\r';
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_escaped_and_lines_stay_within_75_bytes() {
        assert_eq!(escape("a\\b, c;\r\nd\re\nf\u{0}\u{7}g\th"), "a\\\\b\\, c\\;\\nd\\ne\\nfg\th");
        let mut out = Vec::new();
        write_folded(&mut out, &"é".repeat(100)).expect("memory takes everything");
        let text = String::from_utf8(out).expect("cut between characters");
        assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
        assert_eq!(text.replace("\r\n ", ""), format!("{}\r\n", "é".repeat(100)));
    }
}
