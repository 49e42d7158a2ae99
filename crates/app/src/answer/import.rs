//! The answers of `filon import` and `filon record`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// created + merged + skipped + rejected = rows.
#[derive(Debug, Clone, Serialize)]
pub struct ImportAnswer {
    /// The batch's identifier; `null` in a dry run.
    pub batch: Option<String>,
    pub rows: u64,
    pub created: u64,
    pub merged: u64,
    pub skipped: u64,
    pub rejected: Vec<Rejected>,
    pub format: &'static str,
    pub encoding: &'static str,
    pub separator: Option<String>,
    /// Header → field, in the order of the columns in the file.
    pub mapping: BTreeMap<String, String>,
    pub seconds: f64,
    /// What was mended, counted: lost zeros restored, telephones that could not be read …
    pub notices: Vec<Notice>,
}

/// A mending or a doubt that did not reject the row.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Notice {
    pub row: usize,
    pub column: Option<String>,
    pub value: String,
    pub message: String,
}

/// A row that did not go in, with what to do.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Rejected {
    /// Counted from 1, header included, as a spreadsheet shows it.
    pub row: usize,
    pub column: Option<String>,
    pub value: String,
    pub message: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct RecordAnswer {
    pub rows: u64,
    pub recorded: u64,
    pub rejected: Vec<Rejected>,
}
