//! One event, recorded by somebody at a screen, and its undo.

use filon_core::{CallOutcome, Cents, Channel, EventKind, Id};
use jiff::civil::Date;

use crate::{Actor, App, Result};

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    pub account: Id,
    pub person: Option<Id>,
    pub kind: EventKind,
    pub channel: Option<Channel>,
    pub campaign: Option<Id>,
    /// `None` stands for now.
    pub on: Option<Date>,
    pub outcome: Option<CallOutcome>,
    pub minutes: Option<i64>,
    pub kilometres: Option<i64>,
    pub amount: Option<Cents>,
    pub margin: Option<Cents>,
    pub note: Option<String>,
    pub follow_up: Option<NewFollowUp>,
    /// The same key records nothing twice (a form sent again).
    pub idempotency: Option<String>,
}

impl NewEvent {
    /// An event of today with nothing more to say.
    pub fn new(account: Id, kind: EventKind) -> NewEvent {
        NewEvent {
            account,
            person: None,
            kind,
            channel: None,
            campaign: None,
            on: None,
            outcome: None,
            minutes: None,
            kilometres: None,
            amount: None,
            margin: None,
            note: None,
            follow_up: None,
            idempotency: None,
        }
    }
}

/// Something to do with the account at a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFollowUp {
    pub on: Date,
    pub note: Option<String>,
}

/// Records one event.
pub fn record_one(_app: &App, _actor: &Actor, _event: NewEvent) -> Result<Id> {
    crate::error::pending()
}

/// Takes an event back: the journal keeps both lines.
pub fn void(_app: &App, _actor: &Actor, _event: Id) -> Result<()> {
    crate::error::pending()
}
