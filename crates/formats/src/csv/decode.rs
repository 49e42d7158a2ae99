//! Any encoding to UTF-8, chunk by chunk.

use std::io::{self, Read};

use encoding_rs::{Decoder, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::encoding::{Detected, Encoding};
use crate::source::{ReadSeek, Source};

pub struct Decode {
    reader: Box<dyn ReadSeek>,
    /// None for UTF-8, which needs no change.
    decoder: Option<Decoder>,
    repair: bool,
    chunk: Vec<u8>,
    kept: usize,
    /// Bytes of the file read so far.
    pub read: u64,
    /// UTF-8 bytes given out so far.
    given: u64,
    /// Where, in what was given out, bytes were not text.
    pub faults: Vec<u64>,
}

impl Decode {
    pub fn new(source: &Source, detected: Detected) -> io::Result<Self> {
        let mut reader = source.open()?;
        io::copy(&mut reader.by_ref().take(detected.mark as u64), &mut io::sink())?;
        let decoder = match detected.encoding {
            Encoding::Utf8 | Encoding::DamagedUtf8 => None,
            Encoding::Utf16Le => Some(UTF_16LE.new_decoder_without_bom_handling()),
            Encoding::Utf16Be => Some(UTF_16BE.new_decoder_without_bom_handling()),
            Encoding::Windows1252 => Some(WINDOWS_1252.new_decoder_without_bom_handling()),
        };
        Ok(Decode {
            reader,
            decoder,
            repair: detected.encoding == Encoding::DamagedUtf8,
            chunk: vec![0; 64 << 10],
            kept: 0,
            read: detected.mark as u64,
            given: 0,
            faults: Vec::new(),
        })
    }

    /// Adds the next chunk to `out`. False at the end of the file.
    pub fn fill(&mut self, out: &mut Vec<u8>) -> io::Result<bool> {
        let read = match self.chunk.get_mut(self.kept..) {
            Some(free) => self.reader.read(free)?,
            None => 0,
        };
        self.read += read as u64;
        let before = out.len();
        let filled = self.kept + read;
        let bytes = self.chunk.get(..filled).unwrap_or_default();
        let mut rest = 0;
        if let Some(decoder) = &mut self.decoder {
            if transcode(decoder, bytes, read == 0, out) {
                self.faults.push(self.given);
            }
        } else if self.repair {
            rest = repair(bytes, read == 0, self.given, out, &mut self.faults);
        } else {
            out.extend_from_slice(bytes);
        }
        self.chunk.copy_within(filled - rest..filled, 0);
        self.kept = rest;
        self.given += (out.len() - before) as u64;
        Ok(read > 0)
    }
}

/// True when something was not text.
fn transcode(decoder: &mut Decoder, bytes: &[u8], last: bool, out: &mut Vec<u8>) -> bool {
    // Three bytes for each input byte is the longest growth of these encodings.
    let mut text = String::with_capacity(bytes.len() * 3 + 16);
    let (_, _, faulty) = decoder.decode_to_string(bytes, &mut text, last);
    out.extend_from_slice(text.as_bytes());
    faulty
}

/// Copies valid UTF-8 and reads the other bytes as Windows-1252. Answers how many bytes wait for more.
fn repair(mut bytes: &[u8], last: bool, given: u64, out: &mut Vec<u8>, faults: &mut Vec<u64>) -> usize {
    let start = out.len();
    loop {
        let Err(error) = std::str::from_utf8(bytes) else {
            out.extend_from_slice(bytes);
            return 0;
        };
        let (valid, rest) = bytes.split_at_checked(error.valid_up_to()).unwrap_or((&[], bytes));
        out.extend_from_slice(valid);
        let bad = match error.error_len() {
            Some(len) => len,
            None if last => rest.len(),
            None => return rest.len(),
        };
        // Faults far beyond what is listed change nothing.
        if faults.len() < crate::limits::PROBLEMS {
            faults.push(given + (out.len() - start) as u64);
        }
        let (text, _) = WINDOWS_1252.decode_without_bom_handling(rest.get(..bad).unwrap_or_default());
        out.extend_from_slice(text.as_bytes());
        bytes = rest.get(bad..).unwrap_or_default();
    }
}
