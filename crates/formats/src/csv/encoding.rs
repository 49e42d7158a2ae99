//! The encoding of a text file, decided on all its bytes: the first accent may be on the last line.

use std::io::Read;

use crate::error::FileError;
use crate::source::Source;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    /// UTF-8 with a few bytes that are not; those are read as Windows-1252 and reported.
    DamagedUtf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
}

impl Encoding {
    pub fn label(self) -> &'static str {
        match self {
            Encoding::Utf8 | Encoding::DamagedUtf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Windows1252 => "windows-1252",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Detected {
    pub encoding: Encoding,
    /// Bytes of the mark at the start, to be skipped.
    pub mark: usize,
}

pub fn detect(source: &Source) -> Result<Detected, FileError> {
    let head = source.head(4_096)?;
    for (mark, encoding) in [(&b"\xff\xfe"[..], Encoding::Utf16Le), (&b"\xfe\xff"[..], Encoding::Utf16Be)] {
        if head.starts_with(mark) {
            return Ok(Detected { encoding, mark: mark.len() });
        }
    }
    if let Some(encoding) = unmarked_utf16(&head) {
        return Ok(Detected { encoding, mark: 0 });
    }
    if is_binary(&head) {
        return Err(FileError::Binary);
    }
    let marked = head.starts_with(b"\xef\xbb\xbf");
    let census = census(source)?;
    // French text in Windows-1252 nearly never forms valid UTF-8 pairs, so pairs far more frequent than
    // faults mean a UTF-8 file that was damaged, not another encoding.
    let encoding = if census.invalid == 0 {
        Encoding::Utf8
    } else if marked || census.multibyte > 10 * census.invalid {
        Encoding::DamagedUtf8
    } else {
        Encoding::Windows1252
    };
    Ok(Detected { encoding, mark: if marked { 3 } else { 0 } })
}

/// UTF-16 without mark: western text has a zero in every second byte.
fn unmarked_utf16(head: &[u8]) -> Option<Encoding> {
    let pairs = head.chunks_exact(2);
    let count = pairs.len();
    let (mut first, mut second) = (0, 0);
    for pair in pairs {
        first += usize::from(pair.first() == Some(&0));
        second += usize::from(pair.get(1) == Some(&0));
    }
    if count < 2 {
        None
    } else if second * 10 > count * 7 && first * 10 < count {
        Some(Encoding::Utf16Le)
    } else if first * 10 > count * 7 && second * 10 < count {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// More control characters than text ever has. A few zeros happen in exports of old machines.
fn is_binary(head: &[u8]) -> bool {
    let control = head
        .iter()
        .filter(|b| b.is_ascii_control() && !matches!(b, b'\n' | b'\r' | b'\t' | 0x0c | 0x1a))
        .count();
    control * 20 > head.len()
}

struct Census {
    multibyte: u64,
    invalid: u64,
}

fn census(source: &Source) -> Result<Census, FileError> {
    let mut reader = source.open()?;
    let mut census = Census { multibyte: 0, invalid: 0 };
    let mut chunk = vec![0; 256 << 10];
    let mut kept = 0;
    loop {
        let read = match chunk.get_mut(kept..) {
            Some(free) => reader.read(free)?,
            None => 0,
        };
        let filled = kept + read;
        let bytes = chunk.get(..filled).unwrap_or_default();
        if read == 0 {
            census.invalid += bytes.len() as u64;
            return Ok(census);
        }
        let rest = count(bytes, &mut census);
        chunk.copy_within(filled - rest..filled, 0);
        kept = rest;
    }
}

/// Counts in whole characters; answers how many bytes at the end wait for their continuation.
fn count(mut bytes: &[u8], census: &mut Census) -> usize {
    if bytes.is_ascii() {
        return 0;
    }
    loop {
        match std::str::from_utf8(bytes) {
            Ok(text) => {
                census.multibyte += leads(text.as_bytes());
                return 0;
            }
            Err(error) => {
                let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
                census.multibyte += leads(valid);
                let rest = bytes.get(error.valid_up_to()..).unwrap_or_default();
                let Some(skip) = error.error_len() else {
                    return rest.len();
                };
                census.invalid += skip as u64;
                bytes = rest.get(skip..).unwrap_or_default();
            }
        }
    }
}

fn leads(text: &[u8]) -> u64 {
    text.iter().filter(|b| **b >= 0xc0).count() as u64
}
