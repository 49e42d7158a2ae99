//! The four ratios, the funnel, costs, retention and the decision.

use filon_core::Channel;
use jiff::civil::Date;

use crate::accounts::Row;
use crate::answer::StatsAnswer;
use crate::{Actor, App, Result};

/// What the figures are about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// Name or identifier of an action.
    pub campaign: Option<String>,
    pub channel: Option<Channel>,
    /// Name of a saved selection.
    pub segment: Option<String>,
    /// First day.
    pub from: Option<Date>,
    /// First day after the end.
    pub to: Option<Date>,
    /// As it stood on the evening of that day.
    pub as_of: Option<Date>,
}

/// A figure that opens onto the accounts behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Figure {
    Contacts,
    Clients,
    Prospects,
    Contacted,
    Interested,
    NewClients,
    Meeting,
    Quote,
    Order,
}

impl Figure {
    pub const ALL: [Figure; 9] = [
        Figure::Contacts,
        Figure::Clients,
        Figure::Prospects,
        Figure::Contacted,
        Figure::Interested,
        Figure::NewClients,
        Figure::Meeting,
        Figure::Quote,
        Figure::Order,
    ];

    /// Its word in an address.
    pub const fn code(self) -> &'static str {
        match self {
            Figure::Contacts => "contacts",
            Figure::Clients => "clients",
            Figure::Prospects => "prospects",
            Figure::Contacted => "contacted",
            Figure::Interested => "interested",
            Figure::NewClients => "new_clients",
            Figure::Meeting => "meeting",
            Figure::Quote => "quote",
            Figure::Order => "order",
        }
    }

    pub fn from_code(code: &str) -> Option<Figure> {
        Figure::ALL.into_iter().find(|figure| figure.code() == code)
    }
}

/// All figures of a scope.
pub fn stats(_app: &App, _actor: &Actor, _scope: &Scope) -> Result<StatsAnswer> {
    crate::error::pending()
}

/// The accounts behind a figure.
pub fn people(_app: &App, _actor: &Actor, _scope: &Scope, _figure: Figure) -> Result<Vec<Row>> {
    crate::error::pending()
}

/// The figures of each of the last months, the current one last, by their first day.
pub fn monthly(_app: &App, _actor: &Actor, _scope: &Scope, _months: u32) -> Result<Vec<(Date, StatsAnswer)>> {
    crate::error::pending()
}
