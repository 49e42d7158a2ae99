//! The shared strings: one buffer, so that many short texts cost little.

use crate::error::FileError;
use crate::limits::{self, SHARED_STRINGS, STREAMED_PART};
use crate::office::Office;
use crate::office::xml::{Node, Xml, local};

#[derive(Default)]
pub struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    pub fn read(office: &Office, part: &str) -> Result<Self, FileError> {
        let mut strings = Strings::default();
        let mut archive = office.archive()?;
        let Some(mut xml) = office.xml(&mut archive, part, STREAMED_PART)? else {
            return Ok(strings);
        };
        loop {
            match xml.next()? {
                Node::Open(start) if local(&start) == "si" => {
                    let text = rich_text(&mut xml)?;
                    strings.push(&text, part)?;
                }
                Node::End => return Ok(strings),
                _ => {}
            }
        }
    }

    fn push(&mut self, text: &str, part: &str) -> Result<(), FileError> {
        if !limits::is_long_blank(text) {
            self.text.push_str(text);
        }
        // The ends cost memory too: an empty string is not free.
        if self.text.len() + self.ends.len() * 4 > SHARED_STRINGS {
            return Err(FileError::PartTooLarge {
                part: part.to_owned(),
                limit_mib: (SHARED_STRINGS >> 20) as u64,
            });
        }
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        Ok(())
    }

    pub fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)? as usize;
        let start = match index.checked_sub(1) {
            Some(before) => *self.ends.get(before)? as usize,
            None => 0,
        };
        self.text.get(start..end)
    }
}

/// The text of an element with runs (`si`, `is`), without its phonetic hints.
pub fn rich_text(xml: &mut Xml<'_>) -> Result<String, FileError> {
    let inside = xml.depth();
    let mut text = String::new();
    let mut in_text = false;
    loop {
        let mut skip = false;
        match xml.next()? {
            Node::Open(start) => {
                in_text = local(&start) == "t";
                skip = local(&start) == "rPh";
            }
            // One character more than allowed tells the caller that it was cut.
            Node::Text(part) if in_text && text.len() <= limits::CELL_CHARS * 4 => text.push_str(&part),
            Node::Text(_) => {}
            Node::Close => in_text = false,
            Node::End => break,
        }
        if skip {
            xml.skip()?;
        }
        if xml.depth() < inside {
            break;
        }
    }
    limits::cut_at(&mut text, limits::CELL_CHARS + 1);
    Ok(unescape(&text))
}

/// `_x000D_` and the like, as Excel hides characters that XML cannot hold.
pub fn unescape(text: &str) -> String {
    if !text.contains("_x") {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let code = from
            .get(2..7)
            .and_then(|c| c.strip_suffix('_'))
            .filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()))
            .and_then(|hex| u32::from_str_radix(hex, 16).ok())
            .and_then(char::from_u32);
        if let Some(c) = code {
            if c != '\0' {
                out.push(c);
            }
            rest = from.get(7..).unwrap_or_default();
        } else {
            out.push_str("_x");
            rest = from.get(2..).unwrap_or_default();
        }
    }
    out.push_str(rest);
    out
}
