//! Content lines: CRLF, folded, escaped.

use std::io::{self, Write};

use crate::folded::{escape, write_folded};

pub struct Lines<W: Write> {
    out: W,
}

impl<W: Write> Lines<W> {
    pub fn new(out: W) -> Lines<W> {
        Lines { out }
    }

    /// A value that is no text: written as it is, without what could end the line.
    pub fn raw(&mut self, name: &str, value: &str) -> io::Result<()> {
        let kept: String = value.chars().filter(|c| !c.is_control()).collect();
        write_folded(&mut self.out, &format!("{name}:{kept}"))
    }

    /// A value of people's words.
    pub fn text(&mut self, name: &str, value: &str) -> io::Result<()> {
        write_folded(&mut self.out, &format!("{name}:{}", escape(value)))
    }

    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
