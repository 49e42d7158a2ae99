//! Public holidays of France.

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// Whether a day is a public holiday (C. trav., art. L3133-1), with Good Friday and 26 December
/// in the departments of Alsace and Moselle (art. L3134-13).
pub fn is_public_holiday(day: Date, alsace_moselle: bool) -> bool {
    let fixed = matches!(
        (day.month(), day.day()),
        (1, 1) | (5, 1) | (5, 8) | (7, 14) | (8, 15) | (11, 1) | (11, 11) | (12, 25)
    );
    if fixed || (alsace_moselle && (day.month(), day.day()) == (12, 26)) {
        return true;
    }
    let after_easter = |days: i64| easter(day.year()).checked_add(days.days()).is_ok_and(|it| it == day);
    // Easter Monday, Ascension, Whit Monday; Good Friday.
    after_easter(1) || after_easter(39) || after_easter(50) || (alsace_moselle && after_easter(-2))
}

/// Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8).
pub fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let (a, b, c) = (y.rem_euclid(19), y.div_euclid(100), y.rem_euclid(100));
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let f = (b + 8).div_euclid(25);
    let g = (b - f + 1).div_euclid(3);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    let (month, day) = (i8::try_from(sum / 31).unwrap_or(4), i8::try_from(sum % 31 + 1).unwrap_or(1));
    Date::new(year, month, day).unwrap_or(date(year, 4, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_the_calendars_say() {
        for day in [
            date(1961, 4, 2),
            date(2000, 4, 23),
            date(2008, 3, 23),
            date(2011, 4, 24),
            date(2018, 4, 1),
            date(2024, 3, 31),
            date(2025, 4, 20),
            date(2026, 4, 5),
            date(2027, 3, 28),
            date(2038, 4, 25),
        ] {
            assert_eq!(easter(day.year()), day);
        }
    }

    #[test]
    fn the_holidays_of_2026() {
        let holidays = |alsace_moselle: bool| -> Vec<Date> {
            let days = date(2026, 1, 1).series(1.day()).take_while(|day| day.year() == 2026);
            days.filter(|day| is_public_holiday(*day, alsace_moselle)).collect()
        };
        let mut expected = vec![
            date(2026, 1, 1),
            date(2026, 4, 6),
            date(2026, 5, 1),
            date(2026, 5, 8),
            date(2026, 5, 14),
            date(2026, 5, 25),
            date(2026, 7, 14),
            date(2026, 8, 15),
            date(2026, 11, 1),
            date(2026, 11, 11),
            date(2026, 12, 25),
        ];
        assert_eq!(holidays(false), expected);
        expected.extend([date(2026, 4, 3), date(2026, 12, 26)]);
        expected.sort();
        assert_eq!(holidays(true), expected);
    }
}
