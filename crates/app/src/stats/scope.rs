//! What the figures are asked for.

use filon_core::{Channel, Id};
use jiff::civil::Date;

/// What the figures are about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// Name or identifier of an action.
    pub campaign: Option<String>,
    pub channel: Option<Channel>,
    /// Name of a saved selection.
    pub segment: Option<String>,
    pub user: Option<Id>,
    /// First day.
    pub from: Option<Date>,
    /// First day after the end.
    pub to: Option<Date>,
    /// As it stood on the evening of that day.
    pub as_of: Option<Date>,
}

impl Scope {
    /// Everything that one action brought.
    pub fn of_campaign(name: &str) -> Scope {
        Scope { campaign: Some(name.to_owned()), ..Scope::default() }
    }
}
