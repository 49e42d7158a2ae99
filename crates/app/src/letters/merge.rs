//! `filon merge`.

use std::path::{Path, PathBuf};

use crate::answer::LettersAnswer;
use crate::{Actor, App, Result};

/// Who gets a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The rows of a file; the query is over its own columns. Needs no base.
    Data { path: PathBuf, filter: Option<String> },
    Query(String),
    Segment(String),
}

/// Where the letters go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Out {
    /// One document, a section a letter: `.docx`, `.odt` or `.pdf` by its ending.
    One(PathBuf),
    /// A folder, one file a letter.
    Each(PathBuf),
}

/// Merges a template with people and writes the letters.
pub fn merge(
    _app: Option<&App>,
    _actor: &Actor,
    _template: &Path,
    _source: &Source,
    _out: &[Out],
    _sort_postcode: bool,
    _progress: &mut dyn FnMut(u64, u64),
) -> Result<LettersAnswer> {
    crate::error::pending()
}
