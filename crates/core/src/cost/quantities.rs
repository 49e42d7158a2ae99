//! What unit prices are multiplied by, taken from the journal.

use crate::campaign::Unit;
use crate::{Event, EventKind};

/// Counted over the events of one action.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quantities {
    pub letters: i64,
    pub emails: i64,
    pub calls: i64,
    /// Minutes of calls and visits.
    pub minutes: i64,
    pub visits: i64,
    pub kilometres: i64,
    /// Distinct accounts contacted, clients included.
    pub contacts: i64,
}

impl Quantities {
    /// Adds one event; `contacts` is for the caller, who knows which accounts it has seen.
    pub fn add(&mut self, event: &Event) {
        match event.kind {
            EventKind::LetterPosted => self.letters += 1,
            EventKind::EmailSent => self.emails += 1,
            EventKind::CallMade => self.calls += 1,
            EventKind::VisitMade => self.visits += 1,
            _ => {}
        }
        self.minutes += event.minutes.unwrap_or(0);
        self.kilometres += event.kilometres.unwrap_or(0);
    }

    /// The quantity of a unit, in thousandths.
    pub fn of(&self, unit: Unit) -> i64 {
        let whole = match unit {
            Unit::Letter => self.letters,
            Unit::Email => self.emails,
            Unit::Call => self.calls,
            Unit::Minute => self.minutes,
            Unit::Hour => return (self.minutes * 1000 + 30) / 60,
            Unit::Visit => self.visits,
            Unit::Km => self.kilometres,
            Unit::Contact => self.contacts,
        };
        whole.saturating_mul(1000)
    }
}
