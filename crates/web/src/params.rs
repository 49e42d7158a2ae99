//! Names and values of an address or a form, and their reading.

use filon_core::{Cents, Id, Micros, money};
use jiff::civil::{Date, Time};

use crate::failure::Failure;
use crate::words::Words;

/// Pairs in the order in which they were sent.
#[derive(Debug, Clone, Default)]
pub struct Params(pub Vec<(String, String)>);

impl Params {
    /// Reads `a=1&b=2+3`, as addresses and forms spell it.
    pub fn parse(text: &str) -> Params {
        let pairs = text.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (unescape(key), unescape(value))
        });
        Params(pairs.collect())
    }

    /// The first value of a name, trimmed; empty where there is none.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
    }

    /// The first value of a name, where it is not empty.
    pub fn some(&self, name: &str) -> Option<String> {
        Some(self.get(name)).filter(|value| !value.is_empty()).map(str::to_owned)
    }

    /// All values of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.trim())
    }

    /// A page number: 1 where there is none.
    pub fn page(&self) -> u64 {
        self.get("page").parse().ok().filter(|page| (1..=1_000_000).contains(page)).unwrap_or(1)
    }

    /// A value that must not be empty; `label` is what the screen calls it.
    pub fn need(&self, w: &Words, name: &str, label: &str) -> Result<String, Failure> {
        self.some(name).ok_or_else(|| Failure::usage(w.trouble.missing.with(label)))
    }

    pub fn id(&self, w: &Words, name: &str) -> Result<Id, Failure> {
        let text = self.get(name);
        text.parse().map_err(|_| Failure::usage(w.trouble.bad_field.with(text)))
    }

    /// A day as `<input type="date">` sends it.
    pub fn date(&self, w: &Words, name: &str) -> Result<Option<Date>, Failure> {
        let Some(text) = self.some(name) else { return Ok(None) };
        text.parse().map(Some).map_err(|_| Failure::usage(w.trouble.bad_date.with(text)))
    }

    /// An hour as `<input type="time">` sends it.
    pub fn time(&self, w: &Words, name: &str) -> Result<Option<Time>, Failure> {
        let Some(text) = self.some(name) else { return Ok(None) };
        text.parse().map(Some).map_err(|_| Failure::usage(w.trouble.bad_hour.with(text)))
    }

    /// An amount in euros, in cents.
    pub fn cents(&self, w: &Words, name: &str) -> Result<Option<Cents>, Failure> {
        let Some(text) = self.some(name) else { return Ok(None) };
        let cents = money::parse_cents(&text);
        cents.map(Some).ok_or_else(|| Failure::usage(w.trouble.bad_amount.with(text)))
    }

    /// An amount in euros, in millionths.
    pub fn micros(&self, w: &Words, name: &str) -> Result<Option<Micros>, Failure> {
        let Some(text) = self.some(name) else { return Ok(None) };
        let micros = money::parse_euros(&text);
        micros.map(Some).ok_or_else(|| Failure::usage(w.trouble.bad_amount.with(text)))
    }

    /// These pairs as the end of an address, empty values left out.
    pub fn encoded(pairs: &[(&str, &str)]) -> String {
        let kept = pairs.iter().filter(|(_, value)| !value.is_empty());
        let text: Vec<String> =
            kept.map(|(key, value)| format!("{}={}", escape(key), escape(value))).collect();
        if text.is_empty() { String::new() } else { format!("?{}", text.join("&")) }
    }
}

/// Undoes [`escape`], and `+` for a space; a broken escape stays as it is.
fn unescape(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|pair| std::str::from_utf8(pair).ok());
        match (first, hex.and_then(|pair| u8::from_str_radix(pair, 16).ok())) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
                continue;
            }
            (b'+', _) => bytes.push(b' '),
            _ => bytes.push(first),
        }
        rest = after;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Percent-encodes a value of an address.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_keeps_what_was_typed_and_leaves_out_what_was_not() {
        assert_eq!(
            Params::encoded(&[("q", "ville:\"La Teste\" -contacté:<90j"), ("page", "")]),
            "?q=ville%3A%22La%20Teste%22%20-contact%C3%A9%3A%3C90j"
        );
        assert_eq!(Params::encoded(&[("q", "")]), "");
        let read = Params::parse("q=ville%3ABordeaux+naf%3A43*&vide=&cass%C3%A9=100%&q=2");
        assert_eq!(read.get("q"), "ville:Bordeaux naf:43*");
        assert_eq!(read.get("cassé"), "100%");
        assert_eq!(read.some("vide"), None);
        assert_eq!(read.all("q").count(), 2);
    }
}
