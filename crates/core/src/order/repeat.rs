//! Orders that come again.

use jiff::Span;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Order;

/// Every so many months, on the day of the month of the first order; where a month has no such day, on
/// its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repeat {
    /// From 1; 0 repeats nothing.
    pub every_months: u32,
    /// The last day on which an order can fall.
    pub until: Option<Date>,
}

/// One time of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Occurrence {
    /// 0 is the first order itself.
    pub rank: u32,
    pub on: Date,
}

impl Order {
    /// The times that are due by a day (included) and not in the journal yet, where its first
    /// `recorded` times are.
    pub fn due(&self, recorded: u32, by: Date) -> Vec<Occurrence> {
        let last = [self.stopped_on, self.repeat.and_then(|repeat| repeat.until)].into_iter().flatten();
        let last = last.min().map_or(by, |last| last.min(by));
        let times = (recorded..).map_while(|rank| Some(Occurrence { rank, on: self.time(rank)? }));
        times.take_while(|time| time.on <= last || (time.rank == 0 && time.on <= by)).collect()
    }

    /// Counted from the first, so that a 31 January is a 31 March again after a 28 February.
    fn time(&self, rank: u32) -> Option<Date> {
        if rank == 0 {
            return Some(self.on);
        }
        let months = self.repeat.map(|repeat| repeat.every_months).filter(|months| *months > 0)?;
        let span = Span::new().try_months(i64::from(months) * i64::from(rank)).ok()?;
        self.on.checked_add(span).ok()
    }
}
