//! Logical lines: folded ones joined, quoted-printable ones too, very long ones (photos) cut.

use std::io;

use crate::csv::decode::Decode;
use crate::csv::encoding::Detected;
use crate::limits::RECORD;
use crate::source::Source;

pub struct Lines {
    decode: Decode,
    buffer: Vec<u8>,
    start: usize,
    ended: bool,
    line: Vec<u8>,
}

impl Lines {
    pub fn new(source: &Source, detected: Detected) -> io::Result<Self> {
        Ok(Lines {
            decode: Decode::new(source, detected)?,
            buffer: Vec::new(),
            start: 0,
            ended: false,
            line: Vec::new(),
        })
    }

    pub fn read(&self) -> u64 {
        self.decode.read
    }

    pub fn next(&mut self) -> io::Result<Option<&[u8]>> {
        self.line.clear();
        if !self.append(0)? {
            return Ok(None);
        }
        loop {
            if is_quoted_printable(&self.line) && self.line.last() == Some(&b'=') {
                // The equals sign stays out: it says that the value goes on.
                self.line.pop();
                if !self.append(0)? {
                    break;
                }
            } else if matches!(self.peek()?, Some(b' ' | b'\t')) {
                self.append(1)?;
            } else {
                break;
            }
        }
        Ok(Some(&self.line))
    }

    fn peek(&mut self) -> io::Result<Option<u8>> {
        while self.start >= self.buffer.len() && !self.ended {
            self.fill()?;
        }
        Ok(self.buffer.get(self.start).copied())
    }

    /// Adds the next line of the file without its first `skip` bytes. False at the end.
    fn append(&mut self, skip: usize) -> io::Result<bool> {
        if self.peek()?.is_none() {
            return Ok(false);
        }
        self.start += skip;
        loop {
            let window = self.buffer.get(self.start..).unwrap_or_default();
            let end = window.iter().position(|b| matches!(b, b'\n' | b'\r'));
            let text = window.get(..end.unwrap_or(window.len())).unwrap_or_default();
            let room = RECORD.saturating_sub(self.line.len()).min(text.len());
            self.line.extend_from_slice(text.get(..room).unwrap_or_default());
            self.start += text.len();
            if end.is_some() {
                let first = self.peek()?;
                self.start += 1;
                if first == Some(b'\r') && self.peek()? == Some(b'\n') {
                    self.start += 1;
                }
                return Ok(true);
            }
            if self.ended {
                return Ok(true);
            }
            self.fill()?;
        }
    }

    fn fill(&mut self) -> io::Result<()> {
        self.buffer.drain(..self.start.min(self.buffer.len()));
        self.start = 0;
        self.ended = !self.decode.fill(&mut self.buffer)?;
        Ok(())
    }
}

fn is_quoted_printable(line: &[u8]) -> bool {
    let head = line.split(|b| *b == b':').next().unwrap_or_default();
    head.to_ascii_uppercase().windows(16).any(|w| w == b"QUOTED-PRINTABLE")
}
