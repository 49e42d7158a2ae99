//! A selection as a file.

use std::io::Write;

use crate::{Actor, App, Result};

/// The kinds of files that a selection is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ExportFormat {
    Csv,
    Xlsx,
    Ods,
    Vcf,
}

impl ExportFormat {
    pub const ALL: [ExportFormat; 4] =
        [ExportFormat::Csv, ExportFormat::Xlsx, ExportFormat::Ods, ExportFormat::Vcf];

    /// The ending of its files, and its name on the command line.
    pub const fn ending(self) -> &'static str {
        match self {
            ExportFormat::Csv => "csv",
            ExportFormat::Xlsx => "xlsx",
            ExportFormat::Ods => "ods",
            ExportFormat::Vcf => "vcf",
        }
    }

    pub fn from_ending(ending: &str) -> Option<ExportFormat> {
        ExportFormat::ALL.into_iter().find(|format| ending.eq_ignore_ascii_case(format.ending()))
    }
}

/// Writes the selection, one row (or card) for each person; the answer is the number of accounts.
pub fn export(
    _app: &App,
    _actor: &Actor,
    _query: &str,
    _limit: Option<u64>,
    _format: ExportFormat,
    _out: &mut dyn Write,
) -> Result<u64> {
    crate::error::pending()
}
