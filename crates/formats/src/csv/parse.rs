//! One record out of bytes. Its own because row numbers need blank lines, and a quote that is never
//! closed must cost one row, not the file: no usual reader tells of either.

use crate::limits::{self, CELL_CHARS, COLUMNS};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// None: one column, whole lines.
    pub separator: Option<u8>,
    /// `\"` is a quote inside quotes, as some databases export.
    pub backslash: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quotes {
    Meaningful,
    /// Second reading of a record whose quote was never closed.
    Ordinary,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// This many bytes are the record and its line end.
    Done(usize),
    /// The record goes on beyond these bytes.
    More,
    /// The file ends inside quotes.
    Unclosed,
}

/// A record: its cells one after the other in `text`.
#[derive(Debug, Default)]
pub struct Record {
    text: Vec<u8>,
    ends: Vec<usize>,
    /// Columns whose cell was cut.
    pub cut: Vec<usize>,
    /// The first filled cell beyond the last column, as it begins.
    pub beyond: Option<String>,
    columns: usize,
}

impl Record {
    fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
        self.cut.clear();
        self.beyond = None;
        self.columns = 0;
    }

    fn end_cell(&mut self) {
        let start = self.ends.last().copied().unwrap_or(0);
        if self.columns >= COLUMNS {
            let cell = self.text.get(start..).unwrap_or_default();
            if self.beyond.is_none() && !cell.trim_ascii().is_empty() {
                let shown = cell.get(..limits::QUOTED_VALUE.min(cell.len())).unwrap_or_default();
                self.beyond = Some(String::from_utf8_lossy(shown).into_owned());
            }
            self.text.truncate(start);
        } else {
            self.shorten(start);
            self.ends.push(self.text.len());
        }
        self.columns += 1;
    }

    fn shorten(&mut self, start: usize) {
        if self.text.len() - start <= CELL_CHARS {
            return;
        }
        let cell = String::from_utf8_lossy(self.text.get(start..).unwrap_or_default()).into_owned();
        let mut cell = cell;
        if limits::cut_cell(&mut cell) {
            self.cut.push(self.columns);
            self.text.truncate(start);
            self.text.extend_from_slice(cell.as_bytes());
        }
    }

    /// The cells as text. Zeros, which no database keeps, are left out.
    pub fn cells<'a>(&'a self, owned: &'a mut String) -> impl Iterator<Item = &'a str> {
        let plain = match std::str::from_utf8(&self.text) {
            Ok(text) => text,
            // The file changed since its encoding was found.
            Err(_) => {
                owned.clear();
                owned.extend(self.text.iter().map(|b| if b.is_ascii() { char::from(*b) } else { '?' }));
                owned.as_str()
            }
        };
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let cell = plain.get(start..*end).unwrap_or_default();
            start = *end;
            cell
        })
    }

    pub fn width(&self) -> usize {
        self.ends.len()
    }

    pub fn is_blank(&self) -> bool {
        self.beyond.is_none() && self.text.trim_ascii().is_empty()
    }
}

/// Reads one record at the start of `bytes`; `last` when nothing follows them.
pub fn parse(bytes: &[u8], last: bool, dialect: Dialect, quotes: Quotes, record: &mut Record) -> Outcome {
    record.clear();
    let mut at = 0;
    loop {
        if quotes == Quotes::Meaningful && bytes.get(at) == Some(&b'"') {
            match quoted(bytes, at + 1, last, dialect.backslash, record) {
                Ok(end) => at = end,
                Err(outcome) => return outcome,
            }
        }
        let rest = bytes.get(at..).unwrap_or_default();
        let stop = rest.iter().position(|b| *b == b'\n' || *b == b'\r' || Some(*b) == dialect.separator);
        let Some(stop) = stop else {
            if !last {
                return Outcome::More;
            }
            record.text.extend_from_slice(rest);
            record.end_cell();
            return Outcome::Done(bytes.len());
        };
        record.text.extend_from_slice(rest.get(..stop).unwrap_or_default());
        at += stop;
        match (bytes.get(at), bytes.get(at + 1)) {
            (Some(b'\r'), None) if !last => return Outcome::More,
            (Some(b'\r'), Some(b'\n')) => {
                record.end_cell();
                return Outcome::Done(at + 2);
            }
            (Some(b'\r' | b'\n'), _) => {
                record.end_cell();
                return Outcome::Done(at + 1);
            }
            _ => {
                record.end_cell();
                at += 1;
            }
        }
    }
}

/// The inside of quotes from `at`; answers where the rest of the cell begins.
fn quoted(
    bytes: &[u8],
    mut at: usize,
    last: bool,
    backslash: bool,
    record: &mut Record,
) -> Result<usize, Outcome> {
    let ended = if last { Outcome::Unclosed } else { Outcome::More };
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let stop = rest.iter().position(|b| *b == b'"' || (backslash && *b == b'\\')).ok_or(ended)?;
        record.text.extend_from_slice(rest.get(..stop).unwrap_or_default());
        at += stop;
        let is_quote = bytes.get(at) == Some(&b'"');
        match bytes.get(at + 1) {
            None if !last => return Err(Outcome::More),
            Some(b'"') => {
                record.text.push(b'"');
                at += 2;
            }
            _ if is_quote => return Ok(at + 1),
            _ => {
                record.text.push(b'\\');
                at += 1;
            }
        }
    }
}
