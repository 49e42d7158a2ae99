//! A template and its fields.

use filon_core::account::mapping::{Target, recognise_among};
use filon_core::text::fold;
use filon_merge::{Columns, Template, TemplateKind};

use crate::templates::FieldState;
use crate::{Actor, AppError, Result};

/// Reads a template; what cannot be used is refused with its name.
pub(crate) fn read_template(actor: &Actor, name: &str, bytes: &[u8]) -> Result<Template> {
    Template::read(bytes).map_err(|error| {
        AppError::refused(format!("{name}{} {}", actor.words().colon, error.text(actor.language.of_merge())))
    })
}

pub(crate) fn ending(template: &Template) -> &'static str {
    match template.kind() {
        TemplateKind::Docx => "docx",
        TemplateKind::Odt => "odt",
    }
}

/// What fills a field of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Filling {
    Of(Target),
    /// The day of the letter, in words.
    Day,
    /// The name of the action.
    Action,
}

/// What fills a field, beside the other fields of its letter; `own` are the names of the company's own fields.
pub(super) fn filling(field: &str, fields: &[String], own: &[String]) -> Option<Filling> {
    let folded = fold(field);
    match folded.as_str() {
        "date" | "date du jour" | "date lettre" | "date de la lettre" | "date envoi" | "date d envoi"
        | "today" => {
            return Some(Filling::Day);
        }
        "action" | "campagne" | "campaign" | "operation" => return Some(Filling::Action),
        _ => {}
    }
    // A field of the company's own goes before what its words might mean elsewhere.
    let custom = own.iter().find(|name| fold(name) == folded || squashed(name) == squashed(field));
    let known = recognise_among(field, fields);
    match (known, custom) {
        (Some(target), _) if is_given(&target) => Some(Filling::Of(target)),
        (_, Some(name)) => Some(Filling::Of(Target::Custom(name.clone()))),
        _ => None,
    }
}

/// Some columns of files say nothing that a letter could show.
fn is_given(target: &Target) -> bool {
    !matches!(
        target,
        Target::Ignore
            | Target::Consent
            | Target::OptOut
            | Target::LastContact
            | Target::Diffusion
            | Target::EmployeesBand
            | Target::StreetNumber
            | Target::StreetRepetition
            | Target::StreetType
            | Target::Vat
    )
}

fn squashed(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The fields of a template against what Filon can give.
pub(crate) fn field_states(
    template: &Template,
    own: &[String],
    label: fn(&Target) -> &'static str,
) -> Vec<FieldState> {
    let fields = template.fields();
    let state = |field: &String| {
        let column = filling(field, fields, own).map(|filling| match filling {
            Filling::Of(Target::Custom(name)) => name,
            Filling::Of(target) => label(&target).to_owned(),
            Filling::Day | Filling::Action => field.clone(),
        });
        let nearest = if column.is_none() { nearest_name(field, own, label) } else { None };
        FieldState { field: field.clone(), column, nearest }
    };
    fields.iter().map(state).collect()
}

/// The nearest name that a letter could have meant.
pub(super) fn nearest_name(
    field: &str,
    own: &[String],
    label: fn(&Target) -> &'static str,
) -> Option<String> {
    let labels = Target::FIXED.iter().filter(|target| is_given(target)).map(label);
    filon_core::text::nearest(field, labels.chain(own.iter().map(String::as_str))).map(str::to_owned)
}

/// Columns of their own names.
pub(super) fn columns(names: Vec<String>) -> Columns {
    Columns(names)
}
