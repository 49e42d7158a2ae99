//! The quality of the file, and what an hour of calls gives and costs.

use serde::{Deserialize, Serialize};

use super::{CallRecord, Measure, Progress};
use crate::money::divide_rounded;
use crate::{CallOutcome, Cents};

/// Calls that reached a working number ÷ calls (taux de validité du fichier); above 95 % is a good
/// file. A number is working unless the call found it wrong.
pub fn file_quality(calls: &[CallRecord]) -> Measure {
    let wrong = calls.iter().filter(|call| call.outcome == CallOutcome::WrongNumber).count();
    Measure::new((calls.len() - wrong) as u64, calls.len() as u64)
}

/// What the calls took.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worked {
    /// Minutes at the telephone, pauses between two calls included.
    pub minutes: i64,
    /// Cents, excluding tax.
    pub cost: Cents,
}

/// What an hour gives.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Pace {
    pub calls: u64,
    pub meetings: u64,
    pub worked: Worked,
    /// `None` without working time.
    pub calls_per_hour: Option<f64>,
    pub meetings_per_hour: Option<f64>,
    /// Cents; `None` without a meeting.
    pub cost_per_meeting: Option<Cents>,
}

/// The pace of some calls. Meetings are those set; to judge by those held, give their count to
/// [`Pace::cost_per`].
pub fn pace(calls: &[CallRecord], worked: Worked) -> Pace {
    let count = calls.len() as u64;
    let meetings = calls.iter().filter(|call| call.progress == Progress::Meeting).count() as u64;
    let per_hour = |count: u64| (worked.minutes > 0).then(|| count as f64 * 60.0 / worked.minutes as f64);
    Pace {
        calls: count,
        meetings,
        worked,
        calls_per_hour: per_hour(count),
        meetings_per_hour: per_hour(meetings),
        cost_per_meeting: Pace::cost_per(worked.cost, meetings),
    }
}

impl Pace {
    /// Cost ÷ count, in cents, rounded half away from zero; `None` for a count of 0.
    pub fn cost_per(cost: Cents, count: u64) -> Option<Cents> {
        (count > 0).then(|| divide_rounded(i128::from(cost), i128::from(count)))
    }
}
