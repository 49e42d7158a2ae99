//! A contact file brought in.

use filon_core::AccountKind;

use super::Input;
use crate::answer::ImportAnswer;
use crate::{Actor, App, Result};

/// What the accounts of the file are already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AsStage {
    Suspect,
    /// Clients before Filon knew them.
    Client,
}

/// What happens to a row that meets an account already there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum OnDuplicate {
    /// It adds to the account.
    #[default]
    Merge,
    /// It is left out.
    Skip,
    /// It becomes an account of its own.
    Create,
}

/// How a contact file is to be taken.
#[derive(Debug, Clone, Default)]
pub struct Options {
    pub source: Option<String>,
    pub as_stage: Option<AsStage>,
    pub kind: Option<AccountKind>,
    /// `(header, field)` pairs that overrule the proposed mapping; the field `ignore` leaves a column out.
    pub map: Vec<(String, String)>,
    pub on_duplicate: OnDuplicate,
    /// Counts, and writes nothing.
    pub dry_run: bool,
}

/// Brings a file in, as one batch and in one transaction.
pub fn run(
    _app: &App,
    _actor: &Actor,
    _input: Input<'_>,
    _options: &Options,
    _progress: &mut dyn FnMut(u64, u64),
) -> Result<ImportAnswer> {
    crate::error::pending()
}
