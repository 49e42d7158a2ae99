//! What comes after a call, proposed so that no account is left without a next step.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Attempts, Call, working_day_after};
use crate::consent::{ContactFacts, Right, Rule, Rules, next_calling_moment, right_to_contact};
use crate::{Channel, Moment};

/// The step proposed; the caller may choose another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "step")]
pub enum NextStep {
    /// Call again on a day, at a moment where one was asked for.
    CallAgain { on: Date, at: Option<Moment>, reason: FollowUpReason },
    /// The meeting itself, confirmed by a call on the working day before, where there is one left.
    Meeting { at: Moment, confirm_on: Option<Date> },
    /// Find the right number, or retire the account's telephone.
    CorrectNumber,
    /// No further call: the account needs a step on another channel, or none.
    Stop { reason: StopReason },
}

/// Why somebody is called again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FollowUpReason {
    NoAnswer,
    Busy,
    /// They said when.
    Asked,
    /// A talk without a conclusion.
    Talk,
    Interest,
    /// The door that a refusal left open.
    Refusal,
}

impl FollowUpReason {
    pub const ALL: [FollowUpReason; 6] = [
        FollowUpReason::NoAnswer,
        FollowUpReason::Busy,
        FollowUpReason::Asked,
        FollowUpReason::Talk,
        FollowUpReason::Interest,
        FollowUpReason::Refusal,
    ];

    /// The word of the contract and of the database.
    pub const fn code(self) -> &'static str {
        match self {
            FollowUpReason::NoAnswer => "no_answer",
            FollowUpReason::Busy => "busy",
            FollowUpReason::Asked => "asked",
            FollowUpReason::Talk => "talk",
            FollowUpReason::Interest => "interest",
            FollowUpReason::Refusal => "refusal",
        }
    }

    pub fn from_code(code: &str) -> Option<FollowUpReason> {
        FollowUpReason::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// Why nobody calls again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum StopReason {
    OptedOut,
    /// So many calls in a row without an answer.
    Unreachable {
        attempts: u32,
    },
    /// A rule that time does not lift.
    Rule {
        rule: Rule,
    },
}

/// How soon the company calls again. Days are calendar days, moved on to a working day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cadence {
    /// After the first call without an answer, the second, the third and all later ones.
    pub no_answer_days: [u32; 3],
    /// So many calls in a row without an answer, and one stops.
    pub most_unanswered: u32,
    pub busy_minutes: u32,
    pub talk_days: u32,
    pub interest_days: u32,
    /// Private individuals have 60 days of rest at least, whatever is said here.
    pub refusal_days: u32,
}

impl Default for Cadence {
    fn default() -> Cadence {
        Cadence {
            no_answer_days: [1, 3, 7],
            most_unanswered: 4,
            busy_minutes: 30,
            talk_days: 3,
            interest_days: 3,
            refusal_days: 180,
        }
    }
}

/// A busy line is not tried again on the same day from this hour on.
const LAST_BUSY_HOUR: i8 = 18;

/// The facts of the account after the call, with what the call added to its journal.
pub(super) struct After<'a> {
    pub facts: &'a ContactFacts<'a>,
    pub call: &'a Call<'a>,
}

impl After<'_> {
    /// So many days later, on the first working day on which the call is allowed.
    pub(super) fn call_in(&self, days: u32, reason: FollowUpReason) -> NextStep {
        let mut on = working_day_after(self.call.at.day(), days, self.alsace_moselle());
        let planning = Rules { planning: true, ..*self.call.rules };
        for _ in 0..8 {
            let noon = Moment::at(on.at(12, 0, 0, 0));
            match right_to_contact(self.facts, Channel::Phone, noon, &planning) {
                Right::Allowed => return NextStep::CallAgain { on, at: None, reason },
                Right::Refused(refusal) => match refusal.until {
                    Some(until) => on = working_day_after(until.max(on), 0, self.alsace_moselle()),
                    None => return stopped_by(refusal.rule),
                },
            }
        }
        NextStep::CallAgain { on, at: None, reason }
    }

    /// At the moment asked for, or the first one after it at which the call is allowed.
    pub(super) fn call_at(&self, asked: Moment, reason: FollowUpReason) -> NextStep {
        let address = &self.facts.account.address;
        let mut at = asked;
        for _ in 0..8 {
            match right_to_contact(self.facts, Channel::Phone, at, self.call.rules) {
                Right::Allowed => break,
                Right::Refused(refusal) if refusal.rule == Rule::ConsumerPhoneHours => {
                    at = next_calling_moment(at, address, self.alsace_moselle());
                }
                Right::Refused(refusal) => match refusal.until {
                    Some(until) => at = Moment::at(until.to_datetime(at.local().time())).max(at),
                    None => return stopped_by(refusal.rule),
                },
            }
        }
        NextStep::CallAgain { on: at.day(), at: Some(at), reason }
    }

    /// After calls without an answer, of which this was one.
    pub(super) fn unanswered(&self, before: Attempts, reason: FollowUpReason) -> NextStep {
        let cadence = self.call.cadence;
        let attempts = before.unanswered.saturating_add(1);
        if attempts >= cadence.most_unanswered {
            return NextStep::Stop { reason: StopReason::Unreachable { attempts } };
        }
        if reason == FollowUpReason::Busy {
            let wait = i64::from(cadence.busy_minutes) * 60_000;
            let soon = Moment::from_millis(self.call.at.millis().saturating_add(wait));
            let same_day = soon.day() == self.call.at.day() && soon.local().hour() < LAST_BUSY_HOUR;
            let right = right_to_contact(self.facts, Channel::Phone, soon, self.call.rules);
            if same_day && right.is_allowed() {
                return NextStep::CallAgain { on: soon.day(), at: Some(soon), reason };
            }
        }
        let row = usize::try_from(before.unanswered).unwrap_or(usize::MAX).min(2);
        self.call_in(cadence.no_answer_days[row], reason)
    }

    /// The meeting, with the call that confirms it.
    pub(super) fn meeting(&self, at: Moment) -> NextStep {
        let is_working = |day: &Date| super::is_working_day(*day, self.alsace_moselle());
        let mut days = std::iter::successors(at.day().yesterday().ok(), |day| day.yesterday().ok()).take(15);
        let confirm_on = days.find(is_working).filter(|day| *day > self.call.at.day());
        NextStep::Meeting { at, confirm_on }
    }

    fn alsace_moselle(&self) -> bool {
        crate::consent::has_local_holidays(&self.facts.account.address, self.call.rules)
    }
}

fn stopped_by(rule: Rule) -> NextStep {
    match rule {
        Rule::OptedOut => NextStep::Stop { reason: StopReason::OptedOut },
        Rule::NoPhone => NextStep::CorrectNumber,
        rule => NextStep::Stop { reason: StopReason::Rule { rule } },
    }
}
