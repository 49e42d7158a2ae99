//! Days and hours without the library that the rules use: a day is counted from 1 January 1970, a
//! moment in seconds of UTC.

pub type Day = i64;

/// The number of a day (H. Hinnant, chrono-compatible low-level date algorithms).
pub fn number(year: i64, month: i64, day: i64) -> Day {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year - era * 400;
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Year, month and day of a number.
pub fn civil(number: Day) -> (i64, i64, i64) {
    let shifted = number + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted - era * 146_097;
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

/// The same day so many years later; a 29 February becomes the 28th.
pub fn years_later(day: Day, years: i64) -> Day {
    let (year, month, of_month) = civil(day);
    let year = year + years;
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let of_month = if month == 2 && of_month == 29 && !is_leap { 28 } else { of_month };
    number(year, month, of_month)
}

/// 1 = Monday, 7 = Sunday: 1 January 1970 was a Thursday.
pub fn weekday(day: Day) -> i64 {
    (day + 3).rem_euclid(7) + 1
}

/// Easter Sundays, from printed calendars.
pub const EASTER: [(i64, i64, i64); 6] =
    [(2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2028, 4, 16), (2029, 4, 1), (2030, 4, 21)];

/// The days of one year on which nobody works, those of Alsace and Moselle last.
pub fn holidays(year: i64) -> (Vec<Day>, [Day; 2]) {
    let (_, month, day) = EASTER.into_iter().find(|easter| easter.0 == year).unwrap();
    let easter = number(year, month, day);
    let fixed = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)];
    let mut everywhere: Vec<Day> = fixed.map(|(month, day)| number(year, month, day)).to_vec();
    everywhere.extend([easter + 1, easter + 39, easter + 50]);
    (everywhere, [easter - 2, number(year, 12, 26)])
}

/// The last Sunday of a month of 31 days.
fn last_sunday(year: i64, month: i64) -> Day {
    let last = number(year, month, 31);
    last - weekday(last) % 7
}

/// The so-manieth Sunday of a month.
fn nth_sunday(year: i64, month: i64, nth: i64) -> Day {
    let first = number(year, month, 1);
    first + (7 - weekday(first)) + 7 * (nth - 1)
}

/// Hours by which clocks at a postcode are ahead of UTC.
fn offset(postcode: &str, moment: i64) -> i64 {
    let (year, ..) = civil(moment.div_euclid(86_400));
    let between = |from: Day, to: Day, hours: [i64; 2]| {
        i64::from((from * 86_400 + hours[0] * 3_600..to * 86_400 + hours[1] * 3_600).contains(&moment))
    };
    match &postcode[..3] {
        "971" | "972" | "977" | "978" => -4,
        "973" => -3,
        "974" => 4,
        "975" => -3 + between(nth_sunday(year, 3, 2), nth_sunday(year, 11, 1), [5, 4]),
        "976" => 3,
        "986" => 12,
        "987" => -10,
        "988" => 11,
        _ => 1 + between(last_sunday(year, 3), last_sunday(year, 10), [1, 1]),
    }
}

/// Day and second of the day on the clocks at a postcode.
pub fn clock(postcode: &str, moment: i64) -> (Day, i64) {
    let there = moment + offset(postcode, moment) * 3_600;
    (there.div_euclid(86_400), there.rem_euclid(86_400))
}

/// The moment at which those clocks show a day and a second of it.
pub fn moment(postcode: &str, day: Day, second: i64) -> i64 {
    let there = day * 86_400 + second;
    there - offset(postcode, there - offset(postcode, there) * 3_600) * 3_600
}

#[test]
fn the_calendar_of_the_law_is_right() {
    assert_eq!(civil(number(2028, 2, 29)), (2028, 2, 29));
    assert_eq!(number(2026, 8, 11) - number(2025, 8, 11), 365);
    // 16 November 2026 is a Monday, Easter 2027 a Sunday.
    assert_eq!((weekday(number(2026, 11, 16)), weekday(number(2027, 3, 28))), (1, 7));
    assert_eq!(years_later(number(2028, 2, 29), 1), number(2029, 2, 28));
    assert_eq!(moment("33000", number(2026, 7, 1), 36_000), number(2026, 7, 1) * 86_400 + 8 * 3_600);
    assert_eq!(moment("98800", number(2026, 7, 1), 36_000), number(2026, 7, 1) * 86_400 - 3_600);
}
