//! How often somebody was called, and for how long nobody answered.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{CallOutcome, Event, EventKind};

/// The calls of a journal, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempts {
    pub calls: u32,
    /// The calls since somebody last answered: nobody there, or the line busy.
    pub unanswered: u32,
    pub last_on: Option<Date>,
}

/// Counts standing events in the order of the journal. A wrong number says nothing of the person,
/// and neither ends nor lengthens a row of calls without an answer; a call whose outcome nobody
/// recorded counts as answered.
pub fn attempts<'a>(events: impl IntoIterator<Item = &'a Event>) -> Attempts {
    let mut attempts = Attempts::default();
    for event in events.into_iter().filter(|event| event.kind == EventKind::CallMade) {
        attempts.calls = attempts.calls.saturating_add(1);
        attempts.last_on = Some(event.on);
        match event.outcome {
            Some(CallOutcome::NoAnswer | CallOutcome::Busy) => {
                attempts.unanswered = attempts.unanswered.saturating_add(1);
            }
            Some(CallOutcome::WrongNumber) => {}
            Some(CallOutcome::Answered | CallOutcome::CallBack) | None => attempts.unanswered = 0,
        }
    }
    attempts
}
