//! Templates (modèles): letters, e-mails, labels, envelopes, scripts.

use filon_core::{Id, Moment};

use crate::{Result, Tx};

/// A template as the company gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    pub id: Id,
    pub name: String,
    /// `letter`, `email`, `label`, `envelope`, `script`: the application's word.
    pub kind: String,
    /// File name, which tells the format.
    pub file_name: String,
    /// The merge fields that it names.
    pub fields: Vec<String>,
    pub bytes: Vec<u8>,
    pub created_at: Moment,
}

/// Saves a template; one of the same name (accents and case apart) gets the new content and keeps its id.
pub fn save(tx: &mut Tx<'_>, template: &Template) -> Result<()> {
    todo!()
}

/// Every template by name, without its bytes.
pub fn list(tx: &mut Tx<'_>) -> Result<Vec<Template>> {
    todo!()
}

pub fn get(tx: &mut Tx<'_>, id: Id) -> Result<Option<Template>> {
    todo!()
}

pub fn by_name(tx: &mut Tx<'_>, name: &str) -> Result<Option<Template>> {
    todo!()
}

/// Deletes it; a campaign that used it keeps its letters, without the template.
pub fn delete(tx: &mut Tx<'_>, id: Id) -> Result<()> {
    todo!()
}
