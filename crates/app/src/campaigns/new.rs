//! A new action.

use filon_core::{Campaign, Channel, Purpose};
use jiff::civil::Date;

use crate::{Actor, App, Result};

/// An action to make: a selection typed in, or a saved one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct New {
    pub name: String,
    pub channel: Channel,
    pub purpose: Purpose,
    pub query: Option<String>,
    pub segment: Option<String>,
    pub from: Option<Date>,
    pub to: Option<Date>,
}

/// Makes an action; its name is unlike every other.
pub fn new(_app: &App, _actor: &Actor, _new: &New) -> Result<Campaign> {
    crate::error::pending()
}
