//! The container, read with caps: entries and unpacked bytes are counted while reading, never believed from the header.
use crate::TemplateError;
use std::io::{Cursor, Read};
use zip::ZipArchive;

const MAX_ENTRIES: usize = 2_000;
const MAX_PART: u64 = 32 * 1024 * 1024;
const MAX_TOTAL: u64 = 256 * 1024 * 1024;

/// An open container; its bytes are kept so that untouched parts are copied without being unpacked again.
#[derive(Clone)]
pub struct Package {
    pub bytes: std::sync::Arc<[u8]>,
    pub names: Vec<String>,
}

pub type Archive = ZipArchive<Cursor<std::sync::Arc<[u8]>>>;

impl Package {
    pub fn open(bytes: &[u8]) -> Result<Package, TemplateError> {
        let bytes: std::sync::Arc<[u8]> = bytes.into();
        let mut archive = open_archive(&bytes)?;
        if archive.len() > MAX_ENTRIES {
            return Err(TemplateError::TooLarge(format!("{} entries, at most {MAX_ENTRIES}", archive.len())));
        }
        let mut names = Vec::with_capacity(archive.len());
        let mut total = 0u64;
        for index in 0..archive.len() {
            let entry = archive.by_index_raw(index).map_err(damaged)?;
            if entry.encrypted() {
                return Err(TemplateError::Encrypted);
            }
            names.push(entry.name().to_owned());
            drop(entry);
            // Unpacked once here so that a bomb is refused before anything is copied to an output.
            let mut entry = archive.by_index(index).map_err(damaged)?;
            let mut limited = entry.by_ref().take(MAX_TOTAL - total + 1);
            let read = std::io::copy(&mut limited, &mut std::io::sink())
                .map_err(|e| TemplateError::Damaged(e.to_string()))?;
            total += read;
            if total > MAX_TOTAL {
                return Err(TemplateError::TooLarge(format!("more than {} MiB", MAX_TOTAL / 1_048_576)));
            }
        }
        Ok(Package { bytes, names })
    }

    pub fn has(&self, name: &str) -> bool {
        self.names.iter().any(|n| n == name)
    }

    pub fn archive(&self) -> Result<Archive, TemplateError> {
        open_archive(&self.bytes)
    }

    /// One part as bytes.
    pub fn part(&self, name: &str) -> Result<Vec<u8>, TemplateError> {
        let mut archive = self.archive()?;
        let entry = archive.by_name(name).map_err(damaged)?;
        let mut out = Vec::new();
        entry.take(MAX_PART + 1).read_to_end(&mut out).map_err(|e| TemplateError::Damaged(e.to_string()))?;
        if out.len() as u64 > MAX_PART {
            return Err(TemplateError::TooLarge(format!("{name}: more than {} MiB", MAX_PART / 1_048_576)));
        }
        Ok(out)
    }

    /// One part as text: UTF-8, or UTF-16 with its mark.
    pub fn text(&self, name: &str) -> Result<String, TemplateError> {
        decode(self.part(name)?, name)
    }
}

/// XML bytes as text without the byte order mark.
pub fn decode(bytes: Vec<u8>, name: &str) -> Result<String, TemplateError> {
    let bad = |detail: &str| TemplateError::Xml { part: name.to_owned(), detail: detail.to_owned() };
    let utf16 = |big: bool, body: &[u8]| {
        let units = body.chunks_exact(2).map(|pair| match pair {
            [a, b] if big => u16::from_be_bytes([*a, *b]),
            [a, b] => u16::from_le_bytes([*a, *b]),
            _ => 0,
        });
        char::decode_utf16(units).collect::<Result<String, _>>().map_err(|_| bad("broken UTF-16"))
    };
    if let Some(body) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        return utf16(true, body).map(|t| t.replacen("UTF-16", "UTF-8", 1).replacen("utf-16", "UTF-8", 1));
    }
    if let Some(body) = bytes.strip_prefix(&[0xFF, 0xFE]) {
        return utf16(false, body).map(|t| t.replacen("UTF-16", "UTF-8", 1).replacen("utf-16", "UTF-8", 1));
    }
    let text = String::from_utf8(bytes).map_err(|_| bad("it is not UTF-8"))?;
    Ok(match text.strip_prefix('\u{FEFF}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}

fn open_archive(bytes: &std::sync::Arc<[u8]>) -> Result<Archive, TemplateError> {
    ZipArchive::new(Cursor::new(bytes.clone())).map_err(damaged)
}

#[allow(clippy::needless_pass_by_value)] // the shape that map_err wants
fn damaged(error: zip::result::ZipError) -> TemplateError {
    TemplateError::Damaged(error.to_string())
}
