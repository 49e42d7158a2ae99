//! A file that somebody gives: on the disk, or sent by a browser.

use std::path::Path;

use filon_formats::TableFile;

use crate::{Actor, AppError, Result};

/// A path, or bytes with the name under which they were sent.
#[derive(Debug, Clone, Copy)]
pub enum Input<'a> {
    Path(&'a Path),
    Bytes { name: &'a str, bytes: &'a [u8] },
}

impl Input<'_> {
    /// The file's own name, without its folder.
    pub fn name(&self) -> String {
        match self {
            Input::Path(path) => path
                .file_name()
                .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned()),
            Input::Bytes { name, .. } => name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned(),
        }
    }

    /// Opens it as a table, whatever its kind.
    pub(crate) fn open(&self, actor: &Actor) -> Result<TableFile> {
        let opened = match self {
            Input::Path(path) => TableFile::open(path),
            Input::Bytes { name, bytes } => TableFile::from_bytes(name, bytes.to_vec()),
        };
        opened.map_err(|error| self.refused(actor, &error))
    }

    pub(crate) fn refused(&self, actor: &Actor, error: &filon_formats::FileError) -> AppError {
        AppError::refused(format!(
            "{}{} {}",
            self.name(),
            actor.words().colon,
            error.text(actor.language.is_french())
        ))
    }
}
