//! Outcomes in bulk, from a file.

use crate::answer::RecordAnswer;
use crate::import::Input;
use crate::{Actor, App, Result};

/// How a file of outcomes is to be taken.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecordOptions {
    /// The action that the rows belong to, where they name none.
    pub campaign: Option<String>,
}

/// Records the outcomes of a file in one transaction; rows that cannot be are listed.
pub fn record_file(
    _app: &App,
    _actor: &Actor,
    _input: Input<'_>,
    _options: &RecordOptions,
    _progress: &mut dyn FnMut(u64, u64),
) -> Result<RecordAnswer> {
    crate::error::pending()
}
