//! Days and hours, counted from nothing but the calendar on the wall.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Weekday, date};

/// Easter Sundays as calendars print them.
const EASTERS: [Date; 5] =
    [date(2026, 4, 5), date(2027, 3, 28), date(2028, 4, 16), date(2029, 4, 1), date(2030, 4, 21)];

/// The public holidays of a year: everywhere, and only in Alsace and Moselle.
pub fn holidays(year: i16) -> (Vec<Date>, Vec<Date>) {
    let fixed = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)];
    let mut everywhere: Vec<Date> = fixed.iter().map(|(month, day)| date(year, *month, *day)).collect();
    let mut alsatian = vec![date(year, 12, 26)];
    if let Some(easter) = EASTERS.iter().find(|day| day.year() == year) {
        everywhere.extend([1, 39, 50].map(|days| *easter + days.days()));
        alsatian.push(*easter - 2.days());
    }
    (everywhere, alsatian)
}

/// Monday to Friday, 10 to 13 and 14 to 20, not on a public holiday of where they live.
pub fn in_hours(there: DateTime, in_alsace: bool) -> bool {
    let day = there.date();
    let (everywhere, alsatian) = holidays(day.year());
    let off = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
        || everywhere.contains(&day)
        || in_alsace && alsatian.contains(&day);
    !off && ((10..13).contains(&there.hour()) || (14..20).contains(&there.hour()))
}

/// The same instant where they live: the clocks of France change on the last Sundays of March and October,
/// those of the islands do not.
pub fn there(paris: DateTime, postcode: &str) -> DateTime {
    let from_utc = match &postcode[..3] {
        "974" => 4,
        "972" => -4,
        "973" => -3,
        _ => return paris,
    };
    let last_sunday = |month: i8| {
        let mut day = date(paris.year(), month, 31);
        while day.weekday() != Weekday::Sunday {
            day -= 1.days();
        }
        day
    };
    let summer = (last_sunday(3).at(2, 0, 0, 0)..last_sunday(10).at(3, 0, 0, 0)).contains(&paris);
    paris + (from_utc - if summer { 2 } else { 1 }).hours()
}
