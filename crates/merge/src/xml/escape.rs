//! Writing people's text into XML.

/// Appends text escaped for element content and attribute values; characters that XML 1.0 forbids are dropped.
pub fn push_escaped(out: &mut Vec<u8>, text: &str) {
    let bytes = text.as_bytes();
    let mut from = 0;
    let flush = |out: &mut Vec<u8>, from: &mut usize, to: usize, skip: usize| {
        if let Some(part) = bytes.get(*from..to) {
            out.extend_from_slice(part);
        }
        *from = to + skip;
    };
    for (at, c) in text.char_indices() {
        let with: &[u8] = match c {
            '&' => b"&amp;",
            '<' => b"&lt;",
            '>' => b"&gt;",
            '"' => b"&quot;",
            '\u{FFFE}' | '\u{FFFF}' => b"",
            c if (c as u32) < 0x20 && !matches!(c, '\t' | '\n' | '\r') => b"",
            _ => continue,
        };
        flush(out, &mut from, at, c.len_utf8());
        out.extend_from_slice(with);
    }
    flush(out, &mut from, bytes.len(), 0);
}

/// Text without its entities; an unknown entity stays as it is written.
pub fn unescape(raw: &str) -> String {
    match quick_xml::escape::unescape(raw) {
        Ok(text) => text.into_owned(),
        Err(_) => raw.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forbidden_characters_vanish_and_markup_is_escaped() {
        let mut out = Vec::new();
        push_escaped(&mut out, "A\u{1}&B<é>\"\u{0}fin");
        assert_eq!(String::from_utf8_lossy(&out), "A&amp;B&lt;é&gt;&quot;fin");
    }
}
