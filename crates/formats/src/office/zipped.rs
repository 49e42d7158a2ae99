//! Writing a container part by part.

use std::io::{self, Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

pub struct Zipped<W: Write + Seek> {
    zip: ZipWriter<W>,
}

impl<W: Write + Seek> Zipped<W> {
    pub fn new(out: W) -> Self {
        Zipped { zip: ZipWriter::new(out) }
    }

    /// A part kept as it is; readers of OpenDocument want `mimetype` this way, first.
    pub fn stored(&mut self, name: &str, content: &str) -> io::Result<()> {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        self.zip.start_file(name, options)?;
        self.zip.write_all(content.as_bytes())
    }

    pub fn part(&mut self, name: &str, content: &str) -> io::Result<()> {
        self.begin(name)?;
        self.zip.write_all(content.as_bytes())
    }

    /// Begins a part that is then written through `Write`. Not as a zip64 part, which LibreOffice refuses to
    /// open: a sheet above 4 GiB is an error instead.
    pub fn begin(&mut self, name: &str) -> io::Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(3));
        self.zip.start_file(name, options)?;
        Ok(())
    }

    pub fn finish(self) -> io::Result<W> {
        Ok(self.zip.finish()?)
    }
}

impl<W: Write + Seek> Write for Zipped<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.zip.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.zip.flush()
    }
}

/// What XML can hold at all.
pub fn is_xml_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'..)
}

/// Adds one character, as XML text.
pub fn push_escaped(out: &mut String, c: char) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        '\r' => out.push_str("&#13;"),
        c => out.push(c),
    }
}
