//! Working days: Monday to Friday without public holidays, with those of Alsace and Moselle where
//! the person called lives there.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::consent::is_public_holiday;

pub fn is_working_day(day: Date, alsace_moselle: bool) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !is_public_holiday(day, alsace_moselle)
}

/// The day itself, or the first working day after it.
pub fn same_or_next_working_day(day: Date, alsace_moselle: bool) -> Date {
    let mut found = day;
    while !is_working_day(found, alsace_moselle) {
        match found.tomorrow() {
            Ok(next) => found = next,
            // The last day of the calendar, 31 December 9999.
            Err(_) => return day,
        }
    }
    found
}

/// So many calendar days later, then on to the first working day: a Friday + 1 is the Monday.
pub fn working_day_after(day: Date, days: u32, alsace_moselle: bool) -> Date {
    let later = day.checked_add(i64::from(days).days()).unwrap_or(day);
    same_or_next_working_day(later, alsace_moselle)
}

/// The days of the keys +1 d, +3 d and +7 d.
pub fn shortcuts(day: Date, alsace_moselle: bool) -> [Date; 3] {
    [1, 3, 7].map(|days| working_day_after(day, days, alsace_moselle))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn keys_skip_week_ends_and_holidays() {
        // From a Thursday; Friday 25 December 2026 is a holiday, and Saturday the 26th in Alsace.
        let thursday = date(2026, 12, 24);
        let keys = [date(2026, 12, 28), date(2026, 12, 28), date(2026, 12, 31)];
        assert_eq!(shortcuts(thursday, false), keys);
        // Good Friday of 2027, then Easter Monday.
        let maundy = date(2027, 3, 25);
        assert_eq!(working_day_after(maundy, 1, false), date(2027, 3, 26));
        assert_eq!(working_day_after(maundy, 1, true), date(2027, 3, 30));
        // 1 January 2027 is a Friday.
        assert_eq!(working_day_after(date(2026, 12, 31), 1, false), date(2027, 1, 4));
    }
}
