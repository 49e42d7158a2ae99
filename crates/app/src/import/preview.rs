//! A contact file looked at before it is brought in.

use super::{Input, Options};
use crate::answer::{AccountAnswer, ImportAnswer};
use crate::{Actor, App, Result};

/// One column of the file and where it would go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MappedColumn {
    pub header: String,
    /// Code of the field; `custom` where the column is kept under its own name, `ignore` where left out.
    pub target: String,
    pub samples: Vec<String>,
}

/// A field that a column can be given to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub code: &'static str,
    pub label: String,
}

/// What would happen.
#[derive(Debug, Clone)]
pub struct Preview {
    pub mapping: Vec<MappedColumn>,
    pub targets: Vec<Target>,
    /// The first rows, as they would be stored.
    pub rows: Vec<AccountAnswer>,
    /// The answer of a dry run, with the rows that would be rejected and the notices.
    pub counts: ImportAnswer,
}

/// Reads the file, proposes a mapping, and counts what an import would do; nothing is written.
pub fn preview(_app: &App, _actor: &Actor, _input: Input<'_>, _options: &Options) -> Result<Preview> {
    crate::error::pending()
}
