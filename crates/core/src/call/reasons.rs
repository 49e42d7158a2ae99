//! Why somebody stands high or low in a call list: each reason with its points, so that the screen
//! can say them.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::attempts;
use crate::journal::Standing;
use crate::{Event, EventKind, Stage};

/// One reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "reason")]
pub enum Reason {
    /// A meeting that did not take place, and no other since.
    MeetingMissed {
        on: Date,
    },
    /// A quote that nobody answered yet.
    QuoteOpen {
        on: Date,
    },
    Interest {
        on: Date,
    },
    /// They answered an e-mail.
    Replied {
        on: Date,
    },
    Clicked {
        on: Date,
    },
    /// A letter came 3 to 21 days ago, and nobody called since: letter, then telephone.
    LetterArrived {
        on: Date,
    },
    Stage {
        stage: Stage,
    },
    Refused {
        on: Date,
    },
    /// Calls in a row without an answer.
    Unanswered {
        calls: u32,
    },
    CalledToday,
    /// Called in the last two days before today.
    CalledLately {
        on: Date,
    },
}

impl Reason {
    /// For and against, on a day.
    pub fn points(self, day: Date) -> i32 {
        match self {
            Reason::MeetingMissed { .. } => 50,
            Reason::QuoteOpen { .. } => 45,
            Reason::Interest { on } if is_within(on, day, 30) => 40,
            Reason::Interest { on } if is_within(on, day, 90) => 25,
            Reason::Interest { .. } => 10,
            Reason::Replied { .. } => 30,
            Reason::Clicked { .. } => 15,
            Reason::LetterArrived { .. } => 20,
            Reason::Stage { stage: Stage::FormerClient } => 15,
            Reason::Stage { stage: Stage::Client } => 10,
            Reason::Stage { stage: Stage::Prospect } => 5,
            Reason::Stage { stage: Stage::Suspect } => 0,
            Reason::Refused { .. } => -30,
            Reason::Unanswered { calls } => -10 * i32::try_from(calls.min(4)).unwrap_or(4),
            Reason::CalledToday => -50,
            Reason::CalledLately { .. } => -15,
        }
    }
}

/// The sum of the points.
pub fn score(reasons: &[Reason], day: Date) -> i32 {
    reasons.iter().map(|reason| reason.points(day)).sum()
}

/// The reasons that a journal gives on a day, the heaviest kinds first. Standing events in the order
/// of the journal.
pub fn reasons(events: &[Event], day: Date) -> Vec<Reason> {
    let known: Vec<&Event> =
        events.iter().filter(|event| event.on <= day || event.kind == EventKind::ClientKnown).collect();
    let last = |kinds: &[EventKind]| known.iter().rposition(|event| kinds.contains(&event.kind));
    // The day of the last event of a kind, where none of the kinds that settle it came after.
    let open = |kind: EventKind, settled: &[EventKind]| {
        let at = last(&[kind])?;
        last(settled).is_none_or(|other| other < at).then(|| known[at].on)
    };
    use EventKind::*;
    let mut found = Vec::new();
    let missed = open(MeetingMissed, &[MeetingSet, MeetingHeld, OrderPlaced, NoInterest]);
    found.extend(missed.map(|on| Reason::MeetingMissed { on }));
    let quote = open(QuoteSent, &[QuoteAccepted, QuoteRefused, OrderPlaced, NoInterest]);
    found.extend(quote.map(|on| Reason::QuoteOpen { on }));
    let interest = open(InterestShown, &[OrderPlaced, NoInterest]);
    found.extend(interest.map(|on| Reason::Interest { on }));
    let replied = open(EmailReplied, &[CallMade, NoInterest]).filter(|on| is_within(*on, day, 30));
    found.extend(replied.map(|on| Reason::Replied { on }));
    let clicked = open(EmailClicked, &[CallMade, NoInterest]).filter(|on| is_within(*on, day, 30));
    found.extend(clicked.map(|on| Reason::Clicked { on }));
    let letter = open(LetterPosted, &[CallMade, LetterReturned, NoInterest]);
    let letter = letter.filter(|on| is_within(*on, day, 21) && !is_within(*on, day, 2));
    found.extend(letter.map(|on| Reason::LetterArrived { on }));
    let stage = Standing::fold(known.iter().copied()).stage;
    found.push(Reason::Stage { stage });
    let refused = open(NoInterest, &[InterestShown, MeetingSet, OrderPlaced]);
    found.extend(refused.map(|on| Reason::Refused { on }));
    let calls = attempts(known.iter().copied());
    if calls.unanswered > 0 {
        found.push(Reason::Unanswered { calls: calls.unanswered });
    }
    match calls.last_on {
        Some(on) if on == day => found.push(Reason::CalledToday),
        Some(on) if is_within(on, day, 2) => found.push(Reason::CalledLately { on }),
        _ => {}
    }
    found
}

/// Whether a day lies at most so many days before another.
fn is_within(on: Date, day: Date, days: i64) -> bool {
    on.checked_add(days.days()).is_ok_and(|last| last >= day)
}
