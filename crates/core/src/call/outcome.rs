//! What one key at the end of a call records: lines of the journal, and the next step proposed.

use serde::{Deserialize, Serialize};

use super::next_step::After;
use super::{Cadence, EventDraft, FollowUpReason, NextStep, StopReason, attempts};
use crate::consent::{ContactFacts, Rules};
use crate::{CallOutcome, Channel, Event, EventKind, Id, Moment};

/// The keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "result")]
pub enum CallResult {
    /// Somebody talked, nothing was concluded.
    Answered,
    NoAnswer,
    Busy,
    WrongNumber,
    /// They asked to be called back then.
    CallBack {
        at: Moment,
    },
    Interested,
    /// A meeting was set.
    Meeting {
        at: Moment,
    },
    /// They said no.
    Refused,
    /// No calls any more; `None` = no contact at all any more.
    OptedOut {
        channel: Option<Channel>,
    },
}

impl CallResult {
    /// The words of the contract, in the order of the keys.
    pub const CODES: [&'static str; 9] = [
        "answered",
        "no_answer",
        "busy",
        "wrong_number",
        "call_back",
        "interested",
        "meeting",
        "refused",
        "opted_out",
    ];

    pub const fn code(self) -> &'static str {
        match self {
            CallResult::Answered => "answered",
            CallResult::NoAnswer => "no_answer",
            CallResult::Busy => "busy",
            CallResult::WrongNumber => "wrong_number",
            CallResult::CallBack { .. } => "call_back",
            CallResult::Interested => "interested",
            CallResult::Meeting { .. } => "meeting",
            CallResult::Refused => "refused",
            CallResult::OptedOut { .. } => "opted_out",
        }
    }

    /// The key of a code, with the moment and the channel that came along. `None` where there is no
    /// such key, or where a call back or a meeting has no moment.
    pub fn from_code(code: &str, at: Option<Moment>, channel: Option<Channel>) -> Option<CallResult> {
        Some(match code {
            "answered" => CallResult::Answered,
            "no_answer" => CallResult::NoAnswer,
            "busy" => CallResult::Busy,
            "wrong_number" => CallResult::WrongNumber,
            "call_back" => CallResult::CallBack { at: at? },
            "interested" => CallResult::Interested,
            "meeting" => CallResult::Meeting { at: at? },
            "refused" => CallResult::Refused,
            "opted_out" => CallResult::OptedOut { channel },
            _ => return None,
        })
    }

    /// How the call ended, as the journal says it.
    pub const fn outcome(self) -> CallOutcome {
        match self {
            CallResult::NoAnswer => CallOutcome::NoAnswer,
            CallResult::Busy => CallOutcome::Busy,
            CallResult::WrongNumber => CallOutcome::WrongNumber,
            CallResult::CallBack { .. } => CallOutcome::CallBack,
            CallResult::Answered
            | CallResult::Interested
            | CallResult::Meeting { .. }
            | CallResult::Refused
            | CallResult::OptedOut { .. } => CallOutcome::Answered,
        }
    }

    /// What the number is known to be now.
    pub const fn number(self) -> NumberState {
        match self.outcome() {
            CallOutcome::WrongNumber => NumberState::Wrong,
            CallOutcome::NoAnswer => NumberState::Unknown,
            CallOutcome::Answered | CallOutcome::CallBack | CallOutcome::Busy => NumberState::Works,
        }
    }
}

/// What a call said of the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberState {
    Works,
    Unknown,
    /// To be corrected or retired.
    Wrong,
}

impl NumberState {
    pub const ALL: [NumberState; 3] = [NumberState::Works, NumberState::Unknown, NumberState::Wrong];

    /// The word of the contract and of the database.
    pub const fn code(self) -> &'static str {
        match self {
            NumberState::Works => "works",
            NumberState::Unknown => "unknown",
            NumberState::Wrong => "wrong",
        }
    }

    pub fn from_code(code: &str) -> Option<NumberState> {
        NumberState::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// A call that has just ended.
#[derive(Debug, Clone, Copy)]
pub struct Call<'a> {
    /// The account and the person called, as they were before the call.
    pub facts: &'a ContactFacts<'a>,
    pub at: Moment,
    /// Length, in minutes.
    pub minutes: Option<i64>,
    pub cadence: &'a Cadence,
    pub rules: &'a Rules,
}

/// What is to be written, and what is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// The call first, then what came out of it.
    pub events: Vec<EventDraft>,
    pub next_step: NextStep,
    pub number: NumberState,
    /// Calls to the person without an answer in a row, this one included.
    pub unanswered: u32,
}

/// What a key records. The step proposed never falls on a moment at which the call would not be
/// allowed, as far as the journal knows, nor on a week-end or a public holiday; a moment that a
/// professional asked for is kept as it is.
pub fn record(result: CallResult, call: &Call<'_>) -> Recorded {
    let events = drafts(result, call);
    let before = attempts(call.facts.events);
    let journal = with_drafts(call, &events);
    let facts = ContactFacts { events: &journal, ..call.facts.clone() };
    let after = After { facts: &facts, call };
    let cadence = call.cadence;
    let next_step = match result {
        CallResult::Answered => after.call_in(cadence.talk_days, FollowUpReason::Talk),
        CallResult::NoAnswer => after.unanswered(before, FollowUpReason::NoAnswer),
        CallResult::Busy => after.unanswered(before, FollowUpReason::Busy),
        CallResult::WrongNumber => NextStep::CorrectNumber,
        CallResult::CallBack { at } => after.call_at(at, FollowUpReason::Asked),
        CallResult::Interested => after.call_in(cadence.interest_days, FollowUpReason::Interest),
        CallResult::Meeting { at } => after.meeting(at),
        CallResult::Refused => after.call_in(cadence.refusal_days, FollowUpReason::Refusal),
        CallResult::OptedOut { .. } => NextStep::Stop { reason: StopReason::OptedOut },
    };
    let unanswered = attempts(&journal).unanswered;
    Recorded { events, next_step, number: result.number(), unanswered }
}

fn drafts(result: CallResult, call: &Call<'_>) -> Vec<EventDraft> {
    let line = |kind, channel| EventDraft {
        kind,
        channel,
        outcome: None,
        on: call.at.day(),
        at: call.at,
        minutes: None,
    };
    let made = EventDraft {
        outcome: Some(result.outcome()),
        minutes: call.minutes,
        ..line(EventKind::CallMade, Some(Channel::Phone))
    };
    let phone = Some(Channel::Phone);
    let follows = match result {
        CallResult::Interested => Some(line(EventKind::InterestShown, phone)),
        CallResult::Meeting { .. } => Some(line(EventKind::MeetingSet, phone)),
        CallResult::Refused => Some(line(EventKind::NoInterest, phone)),
        CallResult::OptedOut { channel } => Some(line(EventKind::OptedOut, channel)),
        CallResult::Answered
        | CallResult::NoAnswer
        | CallResult::Busy
        | CallResult::WrongNumber
        | CallResult::CallBack { .. } => None,
    };
    std::iter::once(made).chain(follows).collect()
}

/// The journal as it will be, under identifiers that nobody keeps.
fn with_drafts(call: &Call<'_>, drafts: &[EventDraft]) -> Vec<Event> {
    let mut journal = call.facts.events.to_vec();
    journal.extend(drafts.iter().zip(0u128..).map(|(draft, number)| {
        let id = Id::new(call.at, number);
        draft.clone().into_event(id, call.facts.account.id, call.facts.person)
    }));
    journal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_back() {
        assert!(NumberState::ALL.iter().all(|state| NumberState::from_code(state.code()) == Some(*state)));
        assert_eq!(NumberState::from_code("retired"), None);
        let at = Some(Moment::from_millis(0));
        for code in CallResult::CODES {
            assert_eq!(CallResult::from_code(code, at, None).map(CallResult::code), Some(code));
        }
        assert_eq!(CallResult::from_code("meeting", None, None), None);
        assert_eq!(CallResult::from_code("hung_up", at, None), None);
    }
}
