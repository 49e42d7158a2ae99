//! Moments and civil days. Days are counted in the company's zone: Europe/Paris.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use serde::{Deserialize, Serialize};

/// Milliseconds since 1970-01-01 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(i64);

impl Moment {
    pub const fn from_millis(millis: i64) -> Moment {
        Moment(millis)
    }

    pub const fn millis(self) -> i64 {
        self.0
    }

    /// The day at the company's place (Europe/Paris).
    pub fn day(self) -> Date {
        self.local().date()
    }

    /// Day and time of day at the company's place (Europe/Paris).
    pub fn local(self) -> DateTime {
        self.zoned().datetime()
    }

    fn zoned(self) -> Zoned {
        let bounded = self.0.clamp(-62_000_000_000_000, 250_000_000_000_000);
        Timestamp::from_millisecond(bounded).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(paris())
    }

    /// The first moment of a day at the company's place.
    pub fn start_of(day: Date) -> Moment {
        Moment::at(day.at(0, 0, 0, 0))
    }

    /// The moment of a local time at the company's place; in the hour that winter repeats, the earlier.
    pub fn at(local: DateTime) -> Moment {
        let zoned = local.to_zoned(paris());
        Moment(zoned.map_or(0, |zoned| zoned.timestamp().as_millisecond()))
    }
}

fn paris() -> TimeZone {
    TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_starts_at_midnight_in_paris() {
        let summer = Moment::start_of(date(2026, 7, 14));
        assert_eq!(summer.millis() % 86_400_000, 22 * 3_600_000);
        assert_eq!(summer.day(), date(2026, 7, 14));
        assert_eq!(Moment::from_millis(summer.millis() - 1).day(), date(2026, 7, 13));
    }
}
