//! Days and hours as they are said.

use filon_core::Moment;
use filon_core::consent::easter;
use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday};

use crate::Language;

/// `mardi 1er décembre 2026`, `Tuesday 1 December 2026`.
pub fn long_day(language: Language, day: Date) -> String {
    format!("{} {}", weekday(language, day.weekday()), (language.words().letters.long_day)(day))
}

/// `10 h`, `14 h 30`; `10:00`, `14:30`.
pub fn hour(language: Language, time: Time) -> String {
    match (language, time.minute()) {
        (Language::Fr, 0) => format!("{}\u{202f}h", time.hour()),
        (Language::Fr, minute) => format!("{}\u{202f}h\u{202f}{minute:02}", time.hour()),
        (Language::En, minute) => format!("{}:{minute:02}", time.hour()),
    }
}

/// `mardi 1er décembre 2026 à 10 h`.
pub fn said_moment(language: Language, at: Moment) -> String {
    let local = at.local();
    let between = if language.is_french() { "à" } else { "at" };
    format!("{} {between} {}", long_day(language, local.date()), hour(language, local.time()))
}

/// `mardi 1er décembre à 10 h`: on the telephone nobody says the year.
pub fn spoken_moment(language: Language, at: Moment) -> String {
    let year = format!(" {}", at.local().year());
    said_moment(language, at).replacen(&year, "", 1)
}

/// `01/12/2026`; `2026-12-01` in English.
pub fn short_day(language: Language, day: Date) -> String {
    match language {
        Language::Fr => format!("{:02}/{:02}/{}", day.day(), day.month(), day.year()),
        Language::En => day.to_string(),
    }
}

/// The name of a public holiday; empty for any other day.
pub fn holiday_name(language: Language, day: Date) -> &'static str {
    let easter = easter(day.year());
    let after = |days: i64| easter.checked_add(days.days()).is_ok_and(|it| it == day);
    let (fr, en) = match (day.month(), day.day()) {
        _ if after(-2) => ("Vendredi saint", "Good Friday"),
        _ if after(1) => ("Lundi de Pâques", "Easter Monday"),
        _ if after(39) => ("Ascension", "Ascension"),
        _ if after(50) => ("Lundi de Pentecôte", "Whit Monday"),
        (1, 1) => ("Jour de l’an", "New Year’s Day"),
        (5, 1) => ("Fête du travail", "Labour Day"),
        (5, 8) => ("Victoire de 1945", "Victory in 1945"),
        (7, 14) => ("Fête nationale", "National Day"),
        (8, 15) => ("Assomption", "Assumption"),
        (11, 1) => ("Toussaint", "All Saints’ Day"),
        (11, 11) => ("Armistice de 1918", "Armistice of 1918"),
        (12, 25) => ("Noël", "Christmas"),
        (12, 26) => ("Saint-Étienne", "Saint Stephen’s Day"),
        _ => ("", ""),
    };
    if language.is_french() { fr } else { en }
}

fn weekday(language: Language, day: Weekday) -> &'static str {
    let (fr, en) = match day {
        Weekday::Monday => ("lundi", "Monday"),
        Weekday::Tuesday => ("mardi", "Tuesday"),
        Weekday::Wednesday => ("mercredi", "Wednesday"),
        Weekday::Thursday => ("jeudi", "Thursday"),
        Weekday::Friday => ("vendredi", "Friday"),
        Weekday::Saturday => ("samedi", "Saturday"),
        Weekday::Sunday => ("dimanche", "Sunday"),
    };
    if language.is_french() { fr } else { en }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    #[test]
    fn a_day_and_an_hour_are_said_as_people_do() {
        let at = Moment::at(date(2026, 12, 1).at(14, 30, 0, 0));
        assert_eq!(said_moment(Language::Fr, at), "mardi 1er décembre 2026 à 14\u{202f}h\u{202f}30");
        assert_eq!(said_moment(Language::En, at), "Tuesday 1 December 2026 at 14:30");
        assert_eq!(spoken_moment(Language::Fr, at), "mardi 1er décembre à 14\u{202f}h\u{202f}30");
        assert_eq!(hour(Language::Fr, time(9, 0, 0, 0)), "9\u{202f}h");
        assert_eq!(short_day(Language::Fr, date(2026, 3, 7)), "07/03/2026");
    }
}
