//! Follow-ups (relances): something to do with an account at a date.

use filon_core::Id;
use jiff::civil::Date;

use crate::{Actor, App, Result};

/// A follow-up with the account that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUpRow {
    pub id: Id,
    pub account: Id,
    pub name: String,
    pub person: String,
    /// E.164.
    pub phone: String,
    pub on: Date,
    pub note: Option<String>,
    pub campaign: Option<String>,
    pub done: bool,
}

/// Notes something to do.
pub fn add(_app: &App, _actor: &Actor, _account: Id, _on: Date, _note: Option<&str>) -> Result<Id> {
    crate::error::pending()
}

/// Says that it was done.
pub fn done(_app: &App, _actor: &Actor, _id: Id) -> Result<()> {
    crate::error::pending()
}

/// What is open and due on or before a day, soonest first.
pub fn list(_app: &App, _actor: &Actor, _due_before: Date) -> Result<Vec<FollowUpRow>> {
    crate::error::pending()
}
