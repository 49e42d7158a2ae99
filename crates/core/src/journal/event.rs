//! One line of the journal.

use std::collections::HashSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{CallOutcome, EventKind};
use crate::{Cents, Channel, Id, Moment};

/// What happened, when, with whom, by whom, for which action.
///
/// The order of the journal is `(on, id)`: the civil day, then the order of entry. Files of outcomes
/// give days without hours, so that hours cannot order what happened on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    pub id: Id,
    pub account: Id,
    pub person: Option<Id>,
    pub kind: EventKind,
    pub channel: Option<Channel>,
    /// The action that it belongs to; for an order, the one chosen by hand.
    pub campaign: Option<Id>,
    /// The day on which it happened (Europe/Paris).
    pub on: Date,
    /// The moment, where it is known better than by the day.
    pub at: Option<Moment>,
    /// The user who did it.
    pub by: Option<Id>,
    pub outcome: Option<CallOutcome>,
    /// Length of a call or visit, in minutes.
    pub minutes: Option<i64>,
    /// Kilometres driven.
    pub kilometres: Option<i64>,
    /// Amount excluding tax of a quote or order, in cents.
    pub amount: Option<Cents>,
    pub margin: Option<Cents>,
    pub note: Option<String>,
    /// The event that this one takes back.
    pub voids: Option<Id>,
    pub recorded_at: Moment,
}

impl Event {
    /// The place in the journal: the day, then the order of entry.
    pub fn order(&self) -> (Date, Id) {
        (self.on, self.id)
    }

    /// The channel said by the kind, else the one recorded.
    pub fn channel(&self) -> Option<Channel> {
        self.kind.own_channel().or(self.channel)
    }
}

/// The events that stand on a day: none later, none voided by then, in the order of the journal.
/// The voiding lines themselves are left out. `as_of` `None` stands for "today and ever after".
pub fn standing<'a>(events: impl IntoIterator<Item = &'a Event>, as_of: Option<Date>) -> Vec<&'a Event> {
    let mut kept: Vec<&Event> = events
        .into_iter()
        .filter(|event| as_of.is_none_or(|day| event.on <= day || event.kind == EventKind::ClientKnown))
        .collect();
    let voided: HashSet<Id> = kept.iter().filter_map(|event| event.voids).collect();
    kept.retain(|event| event.kind != EventKind::Voided && !voided.contains(&event.id));
    kept.sort_by_key(|event| event.order());
    kept
}
