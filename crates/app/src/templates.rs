//! Letter templates kept in the base.

use filon_core::{Id, Moment};

use crate::{Actor, App, Result};

/// A template, with its fields against the columns that Filon can give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateInfo {
    pub id: Id,
    pub name: String,
    /// `docx` or `odt`.
    pub kind: &'static str,
    pub fields: Vec<FieldState>,
    /// What is particular in the document, worded.
    pub notices: Vec<String>,
    pub created_at: Moment,
}

/// A field of a template: the column that fills it, or the nearest one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldState {
    pub field: String,
    pub column: Option<String>,
    pub nearest: Option<String>,
}

/// Keeps a template; the bytes are read at once, so that what cannot be used is refused now.
pub fn add(_app: &App, _actor: &Actor, _name: &str, _bytes: &[u8]) -> Result<TemplateInfo> {
    crate::error::pending()
}

pub fn list(_app: &App, _actor: &Actor) -> Result<Vec<TemplateInfo>> {
    crate::error::pending()
}

/// A template by identifier or by name, with its document.
pub fn get(_app: &App, _actor: &Actor, _id_or_name: &str) -> Result<(TemplateInfo, Vec<u8>)> {
    crate::error::pending()
}

pub fn delete(_app: &App, _actor: &Actor, _id: Id) -> Result<()> {
    crate::error::pending()
}
