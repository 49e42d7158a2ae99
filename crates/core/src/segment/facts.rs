//! All that a selection can ask about one account.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::{Account, Event, Id, Person};

/// One account with what surrounds it.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    pub account: Account,
    pub persons: Vec<Person>,
    /// The standing events in the order of the journal: see [`crate::journal::standing`].
    pub events: Vec<Event>,
    /// Names of the actions whose frozen target holds the account.
    pub campaigns: Vec<String>,
    /// Names of the actions that its events belong to.
    pub campaign_names: HashMap<Id, String>,
    /// Days of its open follow-ups.
    pub follow_ups: Vec<Date>,
    /// File name of the import that brought it.
    pub batch_label: Option<String>,
    /// Name of the user who looks after it.
    pub owner_name: Option<String>,
}

impl Facts {
    /// An account that nothing happened to yet, as from a file that is no database.
    pub fn new(account: Account, persons: Vec<Person>) -> Facts {
        Facts {
            account,
            persons,
            events: Vec::new(),
            campaigns: Vec::new(),
            campaign_names: HashMap::new(),
            follow_ups: Vec::new(),
            batch_label: None,
            owner_name: None,
        }
    }
}
