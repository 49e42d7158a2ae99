//! The launch: the target frozen, the letters made, the journal written.

use std::path::PathBuf;

use filon_core::Id;
use jiff::civil::Date;

use crate::answer::LettersAnswer;
use crate::{Actor, App, Result};

/// The template of a launch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemplateRef {
    File(PathBuf),
    Stored(Id),
}

/// How an action is launched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Launch {
    /// Name or identifier.
    pub campaign: String,
    pub template: Option<TemplateRef>,
    /// One document for all: `.docx`, `.odt`, `.pdf`.
    pub out: Option<PathBuf>,
    /// A folder with one file each.
    pub each: Option<PathBuf>,
    /// The day on which it happens; today where nothing is said.
    pub on: Option<Date>,
    pub sort_postcode: bool,
}

/// Launches an action; a second time is refused.
pub fn launch(
    _app: &App,
    _actor: &Actor,
    _launch: &Launch,
    _progress: &mut dyn FnMut(u64, u64),
) -> Result<LettersAnswer> {
    crate::error::pending()
}
