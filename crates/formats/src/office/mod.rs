//! Zip containers of Office files, with caps of our own before any part is opened.

pub mod xml;
pub mod zipped;

use std::io::Read;

use zip::ZipArchive;
use zip::result::ZipError;

use crate::error::FileError;
use crate::limits::{self, ZIP_ENTRIES};
use crate::source::{ReadSeek, Source};
use xml::Xml;

pub type Archive = ZipArchive<Box<dyn ReadSeek>>;

/// A checked container and the names of its parts.
pub struct Office {
    source: Source,
    names: Vec<String>,
}

pub enum Workbook {
    Xlsx(Office),
    Ods(Office),
}

impl Office {
    pub fn open(source: Source) -> Result<Workbook, FileError> {
        count_entries(&source)?;
        let mut archive = ZipArchive::new(source.open()?).map_err(|e| refusal(&e, "zip"))?;
        if archive.len() > ZIP_ENTRIES {
            return Err(FileError::TooManyParts { limit: ZIP_ENTRIES });
        }
        let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
        let mimetype = small_text(&mut archive, "mimetype");
        let office = Office { source, names };
        if mimetype.contains("opendocument.spreadsheet") {
            return office.unless_encrypted(&mut archive).map(Workbook::Ods);
        }
        if let Some(kind) = office.other_kind(&mimetype) {
            return Err(FileError::OtherKind { kind });
        }
        if office.find("[Content_Types].xml").is_some() || office.find("xl/workbook.xml").is_some() {
            return Ok(Workbook::Xlsx(office));
        }
        if office.find("content.xml").is_some() {
            return office.unless_encrypted(&mut archive).map(Workbook::Ods);
        }
        Err(FileError::OtherKind { kind: ("une archive zip", "a zip archive") })
    }

    fn other_kind(&self, mimetype: &str) -> Option<(&'static str, &'static str)> {
        if self.find("xl/workbook.bin").is_some() {
            return Some(("un classeur Excel binaire (.xlsb)", "a binary Excel workbook (.xlsb)"));
        }
        let word = mimetype.contains("opendocument.text") || self.find("word/document.xml").is_some();
        if word {
            return Some(("un document texte", "a text document"));
        }
        if mimetype.contains("opendocument.") || self.find("ppt/presentation.xml").is_some() {
            return Some(("une présentation ou un dessin", "a presentation or a drawing"));
        }
        if self.names.iter().any(|n| n.to_ascii_lowercase().ends_with(".iwa")) {
            return Some(("un classeur Numbers", "a Numbers workbook"));
        }
        None
    }

    fn unless_encrypted(self, archive: &mut Archive) -> Result<Self, FileError> {
        if small_text(archive, "META-INF/manifest.xml").contains("encryption-data") {
            return Err(FileError::Encrypted);
        }
        Ok(self)
    }

    pub fn archive(&self) -> Result<Archive, FileError> {
        ZipArchive::new(self.source.open()?).map_err(|e| refusal(&e, "zip"))
    }

    /// The name as the container spells it: some writers change case or slashes.
    pub fn find(&self, wanted: &str) -> Option<&str> {
        let wanted = wanted.trim_start_matches('/');
        let same =
            |name: &&String| name.replace('\\', "/").trim_start_matches('/').eq_ignore_ascii_case(wanted);
        self.names.iter().find(same).map(String::as_str)
    }

    /// Opens a part as XML; None when there is no such part.
    pub fn xml<'z>(
        &self,
        archive: &'z mut Archive,
        part: &str,
        limit: u64,
    ) -> Result<Option<Xml<'z>>, FileError> {
        let Some(name) = self.find(part) else {
            return Ok(None);
        };
        let file = archive.by_name(name).map_err(|e| refusal(&e, name))?;
        Ok(Some(Xml::new(Box::new(file), name, limit)))
    }

    /// What the container says a part unpacks to; for progress only.
    pub fn part_size(&self, part: &str) -> u64 {
        let size = || -> Option<u64> {
            let mut archive = self.archive().ok()?;
            Some(archive.by_name(self.find(part)?).ok()?.size())
        };
        size().unwrap_or(0).min(limits::STREAMED_PART)
    }
}

/// Counts the directory's signatures before a library builds a table of them.
fn count_entries(source: &Source) -> Result<(), FileError> {
    const SIGNATURE: &[u8] = b"PK\x01\x02";
    let mut count = 0;
    let mut window: Vec<u8> = Vec::new();
    source.chunks(&mut |chunk| {
        window.extend_from_slice(chunk);
        count += window.windows(4).filter(|w| *w == SIGNATURE).count();
        let keep = window.len().saturating_sub(3);
        window.drain(..keep);
    })?;
    if count > ZIP_ENTRIES {
        return Err(FileError::TooManyParts { limit: ZIP_ENTRIES });
    }
    Ok(())
}

/// A short part as text, empty when it is missing or unreadable.
fn small_text(archive: &mut Archive, name: &str) -> String {
    let mut bytes = Vec::new();
    if let Ok(file) = archive.by_name(name) {
        // An unreadable part is told when its content is needed.
        let _ = file.take(256 << 10).read_to_end(&mut bytes);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn refusal(error: &ZipError, part: &str) -> FileError {
    match error {
        ZipError::UnsupportedArchive(why) if why.to_ascii_lowercase().contains("password") => {
            FileError::Encrypted
        }
        ZipError::InvalidPassword => FileError::Encrypted,
        _ => FileError::damaged(part),
    }
}
