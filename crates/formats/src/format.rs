//! The kinds of files, told by their content.

use std::fmt;
use std::path::Path;

use crate::error::FileError;
use crate::source::Source;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    Csv,
    Tsv,
    Xlsx,
    Ods,
    Vcard,
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Format::Csv => "csv",
            Format::Tsv => "tsv",
            Format::Xlsx => "xlsx",
            Format::Ods => "ods",
            Format::Vcard => "vcard",
        })
    }
}

/// The container, before its inside is known.
#[derive(Debug, PartialEq, Eq)]
pub enum Shape {
    Zip,
    Vcard,
    Text,
}

const HEAD: usize = 4_096;

/// First bytes of files that people take for tables, or send by mistake.
const OTHERS: &[(&[u8], (&str, &str))] = &[
    (b"%PDF", ("un PDF", "a PDF")),
    (b"\x89PNG", ("une image PNG", "a PNG image")),
    (b"\xff\xd8\xff", ("une photo JPEG", "a JPEG photo")),
    (b"GIF8", ("une image GIF", "a GIF image")),
    (b"{\\rtf", ("un document RTF", "an RTF document")),
    (b"\x7fELF", ("un programme", "a program")),
    (b"MZ\x90", ("un programme", "a program")),
    (b"\x1f\x8b", ("une archive gzip", "a gzip archive")),
    (b"7z\xbc\xaf", ("une archive 7z", "a 7z archive")),
    (b"Rar!", ("une archive RAR", "a RAR archive")),
    (b"BZh", ("une archive bzip2", "a bzip2 archive")),
    (b"\xfd7zXZ", ("une archive xz", "an xz archive")),
    (b"SQLite format 3", ("une base SQLite", "an SQLite database")),
    (b"PAR1", ("un fichier Parquet", "a Parquet file")),
];

pub fn shape(source: &Source) -> Result<Shape, FileError> {
    let head = source.head(HEAD)?;
    if head.is_empty() {
        return Err(FileError::Empty);
    }
    if head.starts_with(b"PK") && matches!(head.get(2..4), Some([3, 4] | [5, 6] | [7, 8])) {
        return Ok(Shape::Zip);
    }
    if head.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Err(compound(source)?);
    }
    for (magic, kind) in OTHERS {
        if head.starts_with(magic) {
            return Err(FileError::OtherKind { kind: *kind });
        }
    }
    let text = first_text(&head);
    if text.starts_with("<!doctype html") || text.starts_with("<html") || text.starts_with("<table") {
        return Err(FileError::OtherKind {
            kind: (
                "une page web (certains logiciels la nomment .xls)",
                "a web page (some programs name it .xls)",
            ),
        });
    }
    if text.starts_with("<?xml") {
        return Err(FileError::OtherKind { kind: ("un fichier XML", "an XML file") });
    }
    if text.starts_with("begin:vcard") {
        return Ok(Shape::Vcard);
    }
    Ok(Shape::Text)
}

/// An OLE file: an encrypted workbook, or one from before 2007.
fn compound(source: &Source) -> Result<FileError, FileError> {
    let needle: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut encrypted = false;
    let mut tail: Vec<u8> = Vec::new();
    source.chunks(&mut |chunk| {
        tail.extend_from_slice(chunk);
        encrypted |= tail.windows(needle.len()).any(|w| w == needle);
        let keep = tail.len().saturating_sub(needle.len());
        tail.drain(..keep);
    })?;
    Ok(if encrypted { FileError::Encrypted } else { FileError::OldExcel })
}

/// The beginning in lower case, without what may stand before: BOM, spaces, the zeros of UTF-16.
fn first_text(head: &[u8]) -> String {
    head.iter()
        .filter(|b| b.is_ascii() && **b != 0)
        .skip_while(|b| b.is_ascii_whitespace())
        .take(32)
        .map(|b| char::from(b.to_ascii_lowercase()))
        .collect()
}

/// Whether the name says tab-separated, which decides between equals.
pub fn named_tsv(name: &Path) -> bool {
    name.extension().is_some_and(|e| e.eq_ignore_ascii_case("tsv") || e.eq_ignore_ascii_case("tab"))
}
