//! One property: `item1.TEL;TYPE=CELL:+33 6 …`.

use encoding_rs::{Encoding, WINDOWS_1252};

use crate::limits;

#[derive(Debug)]
pub struct Property {
    /// Upper case, without its group.
    pub name: String,
    /// Upper case types and bare parameters.
    types: Vec<String>,
    /// As written, escapes and all.
    pub value: String,
}

impl Property {
    pub fn parse(line: &[u8]) -> Option<Self> {
        let colon = outside_quotes(line, b':').next()?;
        let (head, value) = line.split_at_checked(colon)?;
        let value = value.get(1..).unwrap_or_default();
        let head = String::from_utf8_lossy(head).into_owned();
        let mut parts = split_parameters(&head);
        let name = parts.next()?;
        let name = name.rsplit('.').next()?.trim().to_ascii_uppercase();
        let mut types = Vec::new();
        let (mut charset, mut quoted) = (None, false);
        for part in parts {
            let (key, text) = part.split_once('=').unwrap_or(("TYPE", part));
            let text = text.replace('"', "").to_ascii_uppercase();
            match key.trim().to_ascii_uppercase().as_str() {
                "CHARSET" => charset = Encoding::for_label(text.as_bytes()),
                "ENCODING" => quoted |= text == "QUOTED-PRINTABLE",
                "PREF" => types.push("PREF".into()),
                "TYPE" => {
                    quoted |= text == "QUOTED-PRINTABLE";
                    types.extend(text.split(',').map(|t| t.trim().to_owned()));
                }
                _ => {}
            }
        }
        let value = if quoted { quoted_printable(value) } else { value.to_vec() };
        Some(Property { name, types, value: decode(&value, charset) })
    }

    pub fn is(&self, kind: &str) -> bool {
        self.types.iter().any(|t| t == kind)
    }

    pub fn is_untyped(&self) -> bool {
        self.types.iter().all(|t| t == "PREF")
    }

    /// The whole value as text.
    pub fn text(&self) -> String {
        short(unescape(&self.value))
    }

    /// The part of a structured value, empty when there is none.
    pub fn part(&self, index: usize) -> String {
        self.parts().nth(index).map(unescape).map(short).unwrap_or_default()
    }

    pub fn parts(&self) -> impl Iterator<Item = &str> {
        split_unescaped(&self.value, ';')
    }
}

/// One character more than a cell may have tells that something was cut.
fn short(mut text: String) -> String {
    limits::cut_at(&mut text, limits::CELL_CHARS + 1);
    text
}

fn outside_quotes(text: &[u8], wanted: u8) -> impl Iterator<Item = usize> {
    let mut quoted = false;
    text.iter().enumerate().filter_map(move |(at, byte)| {
        quoted ^= *byte == b'"';
        (*byte == wanted && !quoted).then_some(at)
    })
}

fn split_parameters(head: &str) -> impl Iterator<Item = &str> {
    let mut start = 0;
    let mut stops: Vec<usize> = outside_quotes(head.as_bytes(), b';').collect();
    stops.push(head.len());
    stops.into_iter().map(move |stop| {
        let part = head.get(start..stop).unwrap_or_default();
        start = stop + 1;
        part
    })
}

/// Splits at a character that no backslash precedes.
pub fn split_unescaped(text: &str, at: char) -> impl Iterator<Item = &str> {
    let mut escaped = false;
    text.split(move |c| {
        let stop = c == at && !escaped;
        escaped = c == '\\' && !escaped;
        stop
    })
}

/// `\n`, `\,`, `\;` and `\\`; any other backslash is one, as in the paths of version 2.1.
pub fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek()) {
            ('\\', Some('n' | 'N')) => {
                out.push('\n');
                chars.next();
            }
            ('\\', Some(escaped @ (',' | ';' | ':' | '\\'))) => {
                out.push(*escaped);
                chars.next();
            }
            ('\0' | '\r', _) => {}
            _ => out.push(c),
        }
    }
    out.trim().to_owned()
}

fn quoted_printable(value: &[u8]) -> Vec<u8> {
    let hex = |b: u8| char::from(b).to_digit(16).and_then(|d| u8::try_from(d).ok());
    let mut out = Vec::with_capacity(value.len());
    let mut rest = value;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        let pair = match after {
            [high, low, ..] if *first == b'=' => hex(*high).zip(hex(*low)),
            _ => None,
        };
        if let Some((high, low)) = pair {
            out.push(high * 16 + low);
            rest = after.get(2..).unwrap_or_default();
        } else {
            out.push(*first);
        }
    }
    out
}

fn decode(value: &[u8], charset: Option<&'static Encoding>) -> String {
    if let Ok(text) = std::str::from_utf8(value) {
        return text.to_owned();
    }
    let charset = charset.filter(|c| *c != encoding_rs::UTF_8).unwrap_or(WINDOWS_1252);
    charset.decode_without_bom_handling(value).0.into_owned()
}
