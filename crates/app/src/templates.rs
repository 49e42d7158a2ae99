//! Letter templates kept in the base.

use filon_core::text::nearest;
use filon_core::{Id, Moment};
use filon_merge::TemplateKind;
use filon_store::{Tx, accounts, templates};

use crate::fail::Fail;
use crate::letters::{field_states, read_template};
use crate::{Actor, App, AppError, Result};

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

/// Keeps a template; the bytes are read at once, so that what cannot be used is refused now. One of
/// the same name gets the new document.
pub fn add(app: &App, actor: &Actor, name: &str, bytes: &[u8]) -> Result<TemplateInfo> {
    let name = name.trim();
    if name.is_empty() {
        return Err(AppError::usage(actor.words().campaign.template_nameless));
    }
    let read = read_template(actor, name, bytes)?;
    let ending = match read.kind() {
        TemplateKind::Docx => "docx",
        TemplateKind::Odt => "odt",
    };
    let template = templates::Template {
        id: app.next_id(),
        name: name.to_owned(),
        kind: "letter".to_owned(),
        file_name: format!("{name}.{ending}"),
        fields: read.fields().to_vec(),
        bytes: bytes.to_vec(),
        created_at: app.now(),
    };
    app.write(actor, |tx| {
        templates::save(tx, &template)?;
        let kept = templates::by_name(tx, &template.name)?;
        info(tx, actor, &kept.unwrap_or_else(|| template.clone()))
    })
}

/// Every template, by name; without what only the document itself says.
pub fn list(app: &App, actor: &Actor) -> Result<Vec<TemplateInfo>> {
    app.read(actor, |tx| {
        let mut all = Vec::new();
        for listed in templates::list(tx)? {
            if let Some(template) = templates::get(tx, listed.id)? {
                all.push(info(tx, actor, &template)?);
            }
        }
        Ok(all)
    })
}

/// A template by identifier or by name, with its document.
pub fn get(app: &App, actor: &Actor, id_or_name: &str) -> Result<(TemplateInfo, Vec<u8>)> {
    app.read(actor, |tx| {
        let by_id = match id_or_name.parse::<Id>() {
            Ok(id) => templates::get(tx, id)?,
            Err(_) => None,
        };
        let found = match by_id {
            Some(found) => Some(found),
            None => templates::by_name(tx, id_or_name)?,
        };
        match found {
            Some(template) => Ok((info(tx, actor, &template)?, template.bytes)),
            None => Err(unknown(tx, actor, id_or_name)?.into()),
        }
    })
}

pub fn delete(app: &App, actor: &Actor, id: Id) -> Result<()> {
    app.write(actor, |tx| Ok(templates::delete(tx, id)?))
}

fn unknown(tx: &mut Tx<'_>, actor: &Actor, name: &str) -> std::result::Result<AppError, Fail> {
    let names: Vec<String> = templates::list(tx)?.into_iter().map(|template| template.name).collect();
    let near = nearest(name, names.iter().map(String::as_str)).map(str::to_owned);
    let message = (actor.words().campaign.template_unknown)(name, near.as_deref());
    Ok(AppError::not_found(message).with_nearest(near))
}

fn info(
    tx: &mut Tx<'_>,
    actor: &Actor,
    template: &templates::Template,
) -> std::result::Result<TemplateInfo, Fail> {
    let own: Vec<String> = accounts::custom_fields(tx)?.into_iter().map(|(name, _)| name).collect();
    let read = read_template(actor, &template.name, &template.bytes)?;
    Ok(TemplateInfo {
        id: template.id,
        name: template.name.clone(),
        kind: if read.kind() == TemplateKind::Odt { "odt" } else { "docx" },
        fields: field_states(&read, &own, actor.words().import.target),
        notices: read.notices().to_vec(),
        created_at: template.created_at,
    })
}
