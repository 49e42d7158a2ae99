//! An account typed in or corrected, field by field, as text.

use std::collections::BTreeMap;

use filon_core::{AccountKind, Id};

use crate::{Actor, App, AppError, Result};

/// Every editable fact, as it was typed. A form shows it again when something in it is refused.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edit {
    pub kind: Option<AccountKind>,
    pub reference: String,
    pub name: String,
    pub siret: String,
    pub naf: String,
    pub employees: String,
    /// In euros.
    pub revenue: String,
    pub address: String,
    pub postcode: String,
    pub city: String,
    pub country: String,
    pub phone: String,
    pub email: String,
    pub website: String,
    pub source: String,
    /// Separated by commas.
    pub tags: String,
    pub note: String,
    pub custom: BTreeMap<String, String>,
    /// The primary person.
    pub civility: String,
    pub first_name: String,
    pub last_name: String,
    pub role: String,
    pub person_email: String,
    pub person_phone: String,
    pub person_mobile: String,
}

/// One field that was refused, with what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The name of the field of [`Edit`].
    pub field: &'static str,
    pub message: String,
}

/// Why nothing was saved: fields to correct, or something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditError {
    Fields(Vec<FieldError>),
    App(AppError),
}

impl From<AppError> for EditError {
    fn from(error: AppError) -> EditError {
        EditError::App(error)
    }
}

/// The account as a form shows it.
pub fn editable(_app: &App, _actor: &Actor, _id: Id) -> Result<Edit> {
    crate::error::pending()
}

/// Saves the corrections; nothing is saved when one field is refused.
pub fn edit(_app: &App, _actor: &Actor, _id: Id, _edit: &Edit) -> std::result::Result<(), EditError> {
    Ok(crate::error::pending()?)
}

/// Makes an account that was typed in.
pub fn create(_app: &App, _actor: &Actor, _edit: &Edit) -> std::result::Result<Id, EditError> {
    Ok(crate::error::pending()?)
}
