//! Rows of a text file, in bounded memory whatever the file.

use std::io;

use super::decode::Decode;
use super::encoding::{Detected, detect};
use super::guard;
use super::parse::{Dialect, Outcome, Quotes, Record, parse};
use super::separator;
use crate::cell::{Cell, Row};
use crate::error::FileError;
use crate::limits::{self, RECORD};
use crate::message::Message;
use crate::problems::Problems;
use crate::source::Source;
use crate::table::Each;

pub struct CsvFile {
    source: Source,
    pub detected: Detected,
    pub dialect: Dialect,
    /// Bytes of `sep=;` and its line end, which a spreadsheet obeys and does not show.
    directive: usize,
}

impl CsvFile {
    pub fn open(source: Source, named_tsv: bool) -> Result<Self, FileError> {
        let detected = detect(&source)?;
        let mut sample = Vec::new();
        let mut decode = Decode::new(&source, detected)?;
        let mut last = false;
        while sample.len() < limits::SAMPLE && !last {
            last = !decode.fill(&mut sample)?;
        }
        if last && sample.iter().all(|b| b.is_ascii_whitespace() || b"\0;,|\"".contains(b)) {
            // Separators and nothing between them.
            return Err(FileError::NoRows);
        }
        let (directive, said) = directive(&sample);
        let rest = sample.get(directive..).unwrap_or_default();
        let mut dialect = separator::find(rest, last, named_tsv);
        if said.is_some() {
            dialect.separator = said;
        }
        Ok(CsvFile { source, detected, dialect, directive })
    }

    pub fn scan(&self, each: &mut Each<'_>, problems: &mut Problems) -> Result<(), FileError> {
        let mut records = Records::new(self)?;
        let mut number = 0;
        let mut record = Record::default();
        let mut owned = String::new();
        while let Some(state) = records.next(&mut record)? {
            number += 1;
            match state {
                State::Good => {}
                State::Unclosed => {
                    let first = record.cells(&mut owned).find(|c| c.contains('"')).unwrap_or_default();
                    problems.push(number, None, first, Message::UnclosedQuote);
                }
                State::TooLong => {
                    if number == 1 && records.at_end() {
                        return Err(FileError::NoLineEnd);
                    }
                    problems.push(number, None, "", Message::LineTooLong { limit: RECORD });
                    continue;
                }
            }
            if records.was_faulty() {
                problems.push(number, None, "", Message::BadBytes);
            }
            if record.is_blank() {
                continue;
            }
            report(&record, number, problems);
            let cells: Vec<Cell<'_>> = record.cells(&mut owned).map(cell).collect();
            let row = Row { number, cells: &cells, progress: records.decode.read };
            if each(row).is_break() {
                break;
            }
        }
        Ok(())
    }
}

/// Text of a cell: the protecting apostrophe of `write_csv` off, zeros out.
fn cell(text: &str) -> Cell<'_> {
    let text = guard::unprotect(text);
    if text.contains('\0') {
        return Cell::text(text.replace('\0', ""));
    }
    Cell::text(text)
}

fn report(record: &Record, number: usize, problems: &mut Problems) {
    for column in &record.cut {
        let limit = limits::CELL_CHARS;
        problems.push(number, Some(*column), "", Message::CellCut { limit });
    }
    if let Some(value) = &record.beyond {
        let limit = limits::COLUMNS;
        problems.push(number, None, value, Message::BeyondColumns { limit });
    }
}

/// `sep=;` on the first line, as Excel writes and obeys.
fn directive(sample: &[u8]) -> (usize, Option<u8>) {
    let head = sample.get(..5).unwrap_or_default();
    if !head.get(..4).is_some_and(|h| h.eq_ignore_ascii_case(b"sep=")) {
        return (0, None);
    }
    let said = head.get(4).copied().filter(u8::is_ascii);
    match (sample.get(5), sample.get(6)) {
        (Some(b'\r'), Some(b'\n')) => (7, said),
        (Some(b'\r' | b'\n'), _) => (6, said),
        _ => (0, None),
    }
}

enum State {
    Good,
    Unclosed,
    TooLong,
}

struct Records {
    decode: Decode,
    dialect: Dialect,
    buffer: Vec<u8>,
    start: usize,
    /// Offset of `buffer[0]` in the decoded file.
    base: u64,
    ended: bool,
    fault: usize,
}

impl Records {
    fn new(file: &CsvFile) -> io::Result<Self> {
        let mut records = Records {
            decode: Decode::new(&file.source, file.detected)?,
            dialect: file.dialect,
            buffer: Vec::with_capacity(128 << 10),
            start: 0,
            base: 0,
            ended: false,
            fault: 0,
        };
        while records.buffer.len() < file.directive && !records.ended {
            records.fill()?;
        }
        records.start = file.directive.min(records.buffer.len());
        Ok(records)
    }

    fn next(&mut self, record: &mut Record) -> io::Result<Option<State>> {
        loop {
            let window = self.buffer.get(self.start..).unwrap_or_default();
            if window.is_empty() && self.ended {
                return Ok(None);
            }
            match parse(window, self.ended, self.dialect, Quotes::Meaningful, record) {
                Outcome::Done(used) => {
                    self.start += used;
                    return Ok(Some(State::Good));
                }
                Outcome::More if window.len() < RECORD => self.fill()?,
                Outcome::More | Outcome::Unclosed => {
                    return match parse(window, self.ended, self.dialect, Quotes::Ordinary, record) {
                        Outcome::Done(used) => {
                            self.start += used;
                            Ok(Some(State::Unclosed))
                        }
                        Outcome::More | Outcome::Unclosed => {
                            self.skip_line()?;
                            Ok(Some(State::TooLong))
                        }
                    };
                }
            }
        }
    }

    fn skip_line(&mut self) -> io::Result<()> {
        loop {
            let window = self.buffer.get(self.start..).unwrap_or_default();
            if let Some(end) = window.iter().position(|b| matches!(b, b'\n' | b'\r')) {
                let crlf = window.get(end..end + 2) == Some(b"\r\n");
                self.start += end + 1 + usize::from(crlf);
                return Ok(());
            }
            self.start = self.buffer.len();
            if self.ended {
                return Ok(());
            }
            self.fill()?;
        }
    }

    fn fill(&mut self) -> io::Result<()> {
        self.base += self.start as u64;
        self.buffer.drain(..self.start);
        self.start = 0;
        self.ended = !self.decode.fill(&mut self.buffer)?;
        Ok(())
    }

    fn at_end(&self) -> bool {
        self.ended && self.start >= self.buffer.len()
    }

    /// Whether bytes that are not text were met up to the end of the last record.
    fn was_faulty(&mut self) -> bool {
        let end = self.base + self.start as u64;
        let before = self.fault;
        while self.decode.faults.get(self.fault).is_some_and(|at| *at < end) {
            self.fault += 1;
        }
        self.fault > before
    }
}
