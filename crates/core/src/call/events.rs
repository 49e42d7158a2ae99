//! Lines of the journal to be written, before they have an identifier.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{CallOutcome, Channel, Event, EventKind, Id, Moment};

/// A line for the journal. The store adds identifier, account, person, action and user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventDraft {
    pub kind: EventKind,
    pub channel: Option<Channel>,
    pub outcome: Option<CallOutcome>,
    pub on: Date,
    pub at: Moment,
    /// Length of the call, in minutes.
    pub minutes: Option<i64>,
}

impl EventDraft {
    /// The event that the draft becomes, for rules that look at journals.
    pub fn into_event(self, id: Id, account: Id, person: Option<Id>) -> Event {
        Event {
            id,
            account,
            person,
            kind: self.kind,
            channel: self.channel,
            campaign: None,
            on: self.on,
            at: Some(self.at),
            by: None,
            outcome: self.outcome,
            minutes: self.minutes,
            kilometres: None,
            amount: None,
            margin: None,
            note: None,
            voids: None,
            recorded_at: self.at,
        }
    }
}
