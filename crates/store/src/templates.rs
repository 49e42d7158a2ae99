//! Templates (modèles): letters, e-mails, labels, envelopes, scripts.

use filon_core::text::fold;
use filon_core::{Id, Moment};

use crate::db::{Row, statements, values};
use crate::{Result, StoreError, Tx, steps};

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

macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT id, name, kind, file_name, fields, created_at, bytes FROM templates ", $rest)
    };
}

statements! {
    SAVE = "INSERT INTO templates (id, name, name_key, kind, file_name, fields, bytes, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (name_key) DO UPDATE SET name = excluded.name, \
        kind = excluded.kind, file_name = excluded.file_name, fields = excluded.fields, \
        bytes = excluded.bytes, created_at = excluded.created_at";
    LIST = "SELECT id, name, kind, file_name, fields, created_at FROM templates ORDER BY name_key";
    GET = select!("WHERE id = $1");
    BY_NAME = select!("WHERE name_key = $1");
    LEAVE = "UPDATE campaigns SET template = NULL WHERE template = $1";
    DELETE = "DELETE FROM templates WHERE id = $1";
}

/// Saves a template; one of the same name (accents and case apart) gets the new content and keeps its id.
pub fn save(tx: &mut Tx<'_>, template: &Template) -> Result<()> {
    let fields = serde_json::Value::from(template.fields.as_slice()).to_string();
    let values = values![
        template.id,
        &template.name,
        fold(&template.name),
        &template.kind,
        &template.file_name,
        fields,
        template.bytes.as_slice(),
        template.created_at,
    ];
    tx.execute(SAVE, values).map(|_| ())
}

/// Every template by name, without its bytes.
pub fn list(tx: &mut Tx<'_>) -> Result<Vec<Template>> {
    tx.query(LIST, &[], read_without_bytes)
}

/// The template with its bytes, where it is there.
pub fn get(tx: &mut Tx<'_>, id: Id) -> Result<Option<Template>> {
    tx.first(GET, values![id], read)
}

/// By name, accents and case apart.
pub fn by_name(tx: &mut Tx<'_>, name: &str) -> Result<Option<Template>> {
    tx.first(BY_NAME, values![fold(name)], read)
}

/// Deletes it; a campaign that used it keeps its letters, without the template.
pub fn delete(tx: &mut Tx<'_>, id: Id) -> Result<()> {
    tx.execute(LEAVE, values![id])?;
    steps::leave_template(tx, id)?;
    match tx.execute(DELETE, values![id])? {
        0 => Err(StoreError::not_found("template", id)),
        _ => Ok(()),
    }
}

fn read_without_bytes(row: &Row) -> Result<Template> {
    let mut columns = row.columns();
    Ok(Template {
        id: columns.id()?,
        name: columns.string()?,
        kind: columns.string()?,
        file_name: columns.string()?,
        fields: columns.code(|text| serde_json::from_str(text).ok())?,
        created_at: columns.moment()?,
        bytes: Vec::new(),
    })
}

fn read(row: &Row) -> Result<Template> {
    let mut template = read_without_bytes(row)?;
    let mut columns = row.columns();
    columns.skip(6);
    template.bytes = columns.bytes()?;
    Ok(template)
}
