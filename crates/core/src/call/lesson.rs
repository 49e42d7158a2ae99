//! What the calls teach, per script, version, caller, hour and segment.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::CallResult;
use crate::ratio::{Share, TOO_FEW};
use crate::{CallOutcome, Id};

/// One call, as the lessons need it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallRecord {
    /// Script and version.
    pub script: Option<(Id, u32)>,
    pub caller: Option<Id>,
    /// Hour of the day where the company is, 0 to 23.
    pub hour: i8,
    /// Name of the selection or action.
    pub segment: Option<String>,
    pub outcome: CallOutcome,
    pub progress: Progress,
    pub objections: Vec<ObjectionMet>,
}

/// How far a call got; each step holds those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    NotReached,
    /// Somebody talked.
    Reached,
    /// The arguments were said.
    Argued,
    Interested,
    Meeting,
}

impl Progress {
    pub const ALL: [Progress; 5] =
        [Progress::NotReached, Progress::Reached, Progress::Argued, Progress::Interested, Progress::Meeting];

    /// The word of the contract and of the database.
    pub const fn code(self) -> &'static str {
        match self {
            Progress::NotReached => "not_reached",
            Progress::Reached => "reached",
            Progress::Argued => "argued",
            Progress::Interested => "interested",
            Progress::Meeting => "meeting",
        }
    }

    pub fn from_code(code: &str) -> Option<Progress> {
        Progress::ALL.into_iter().find(|progress| progress.code() == code)
    }

    /// What a result shows by itself; whoever reached the arguments says so with [`Progress::argued`].
    pub const fn of(result: CallResult) -> Progress {
        match result {
            CallResult::NoAnswer | CallResult::Busy | CallResult::WrongNumber => Progress::NotReached,
            CallResult::Answered
            | CallResult::CallBack { .. }
            | CallResult::Refused
            | CallResult::OptedOut { .. } => Progress::Reached,
            CallResult::Interested => Progress::Interested,
            CallResult::Meeting { .. } => Progress::Meeting,
        }
    }

    /// The same call, in which the arguments were said.
    pub fn argued(self) -> Progress {
        if self == Progress::Reached { Progress::Argued } else { self }
    }
}

/// An objection met, what was answered, and what came next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectionMet {
    pub objection: Id,
    /// The prepared answer; `None` where another was given, or none.
    pub reply: Option<Id>,
    /// The answer as it was typed, where it was not prepared.
    pub spontaneous: Option<String>,
    pub next: AfterReply,
}

/// What came right after the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AfterReply {
    /// The talk went on.
    WentOn,
    /// The same objection, or another one.
    ObjectedAgain,
    Agreed,
    Refused,
    HungUp,
}

impl AfterReply {
    pub const ALL: [AfterReply; 5] = [
        AfterReply::WentOn,
        AfterReply::ObjectedAgain,
        AfterReply::Agreed,
        AfterReply::Refused,
        AfterReply::HungUp,
    ];

    /// The word of the contract and of the database.
    pub const fn code(self) -> &'static str {
        match self {
            AfterReply::WentOn => "went_on",
            AfterReply::ObjectedAgain => "objected_again",
            AfterReply::Agreed => "agreed",
            AfterReply::Refused => "refused",
            AfterReply::HungUp => "hung_up",
        }
    }

    pub fn from_code(code: &str) -> Option<AfterReply> {
        AfterReply::ALL.into_iter().find(|next| next.code() == code)
    }
}

/// A share as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Measure {
    pub share: Share,
    /// The 95 % Wilson interval.
    pub interval: Option<(f64, f64)>,
    /// The denominator is below [`TOO_FEW`].
    pub too_few: bool,
}

impl Measure {
    pub fn new(numerator: u64, denominator: u64) -> Measure {
        let share = Share::new(numerator, denominator);
        Measure { share, interval: share.interval(), too_few: denominator < TOO_FEW }
    }
}

/// What a table is drawn up by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    Script,
    Version,
    Caller,
    Hour,
    Segment,
}

impl By {
    pub const ALL: [By; 5] = [By::Script, By::Version, By::Caller, By::Hour, By::Segment];

    /// The word of the contract and of the address of a page.
    pub const fn code(self) -> &'static str {
        match self {
            By::Script => "script",
            By::Version => "version",
            By::Caller => "caller",
            By::Hour => "hour",
            By::Segment => "segment",
        }
    }

    pub fn from_code(code: &str) -> Option<By> {
        By::ALL.into_iter().find(|by| by.code() == code)
    }
}

/// What a line of a table is about; `Unknown` comes last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Key {
    Script(Id),
    Version(Id, u32),
    Caller(Id),
    Hour(i8),
    Segment(String),
    Unknown,
}

impl Key {
    fn of(by: By, call: &CallRecord) -> Key {
        let found = match by {
            By::Script => call.script.map(|(script, _)| Key::Script(script)),
            By::Version => call.script.map(|(script, version)| Key::Version(script, version)),
            By::Caller => call.caller.map(Key::Caller),
            By::Hour => Some(Key::Hour(call.hour)),
            By::Segment => call.segment.clone().map(Key::Segment),
        };
        found.unwrap_or(Key::Unknown)
    }
}

/// A line of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Lesson {
    pub key: Key,
    pub calls: u64,
    /// Somebody talked ÷ calls.
    pub reached: Measure,
    /// Arguments said ÷ reached (appels argumentés ÷ aboutis).
    pub argued: Measure,
    /// Interested ÷ argued.
    pub interested: Measure,
    /// Meetings ÷ calls (conversion).
    pub meetings: Measure,
}

/// The table of the calls, in the order of its keys.
pub fn lessons(calls: &[CallRecord], by: By) -> Vec<Lesson> {
    let mut counts: BTreeMap<Key, [u64; 5]> = BTreeMap::new();
    for call in calls {
        let count = counts.entry(Key::of(by, call)).or_default();
        for (count, step) in count.iter_mut().zip(Progress::ALL) {
            *count += u64::from(call.progress >= step);
        }
    }
    let line = |(key, [calls, reached, argued, interested, meetings]): (Key, [u64; 5])| Lesson {
        key,
        calls,
        reached: Measure::new(reached, calls),
        argued: Measure::new(argued, reached),
        interested: Measure::new(interested, argued),
        meetings: Measure::new(meetings, calls),
    };
    counts.into_iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_back() {
        assert!(Progress::ALL.iter().all(|progress| Progress::from_code(progress.code()) == Some(*progress)));
        assert!(By::ALL.iter().all(|by| By::from_code(by.code()) == Some(*by)));
        assert!(AfterReply::ALL.iter().all(|next| AfterReply::from_code(next.code()) == Some(*next)));
    }
}
