//! Days and moments.

use filon_core::Moment;
use jiff::civil::{Date, Time};

use crate::words::{Language, Words};

/// A day as a template hands it over: by value, by reference, or optional.
pub trait Day {
    fn day(self) -> Option<Date>;
}

impl Day for Date {
    fn day(self) -> Option<Date> {
        Some(self)
    }
}

impl Day for Moment {
    fn day(self) -> Option<Date> {
        Some(Moment::day(self))
    }
}

impl<T: Day> Day for Option<T> {
    fn day(self) -> Option<Date> {
        self.and_then(Day::day)
    }
}

impl<T: Day + Copy> Day for &T {
    fn day(self) -> Option<Date> {
        (*self).day()
    }
}

/// A moment as a template hands it over: by value or by reference.
pub trait Instant {
    fn instant(self) -> Moment;
}

impl Instant for Moment {
    fn instant(self) -> Moment {
        self
    }
}

impl<T: Instant + Copy> Instant for &T {
    fn instant(self) -> Moment {
        (*self).instant()
    }
}

const MONTHS_FR: [&str; 12] =
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
const MONTHS_EN: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

impl Words {
    /// `24 nov. 2026`, or a dash where there is no day.
    pub fn date(&self, day: impl Day) -> String {
        let Some(day) = day.day() else { return "–".to_owned() };
        let number = match (self.language, day.day()) {
            (Language::Fr, 1) => "1er".to_owned(),
            (_, number) => number.to_string(),
        };
        format!("{number}\u{a0}{}\u{a0}{}", self.month_name(day), day.year())
    }

    /// `24/11/2026`: for columns of figures.
    pub fn date_figures(&self, day: impl Day) -> String {
        day.day().map_or_else(
            || "–".to_owned(),
            |day| format!("{:02}/{:02}/{}", day.day(), day.month(), day.year()),
        )
    }

    /// `2026-11-24`: for `<input type="date">` and `<time>`; empty where there is no day.
    pub fn date_iso(&self, day: impl Day) -> String {
        day.day().map_or_else(String::new, |day| day.to_string())
    }

    /// `mardi 24 novembre 2026`.
    pub fn date_long(&self, day: impl Day) -> String {
        let Some(day) = day.day() else { return "–".to_owned() };
        let at = usize::from(day.weekday().to_monday_zero_offset().unsigned_abs()).min(6);
        let weekday = self.calendar.weekdays().get(at).copied().unwrap_or_default();
        let month = self.calendar.months().get(month_at(day)).copied().unwrap_or_default();
        match (self.language, day.day()) {
            (Language::Fr, 1) => format!("{weekday} 1er {month} {}", day.year()),
            (_, number) => format!("{weekday} {number} {month} {}", day.year()),
        }
    }

    /// `nov. 26`: for the axis of a chart.
    pub fn month_short(&self, day: impl Day) -> String {
        let Some(day) = day.day() else { return "–".to_owned() };
        format!("{}\u{a0}{:02}", self.month_name(day), day.year().rem_euclid(100))
    }

    /// `14 h 05`, at the company's place.
    pub fn clock(&self, at: impl Instant) -> String {
        let local = at.instant().local();
        match self.language {
            Language::Fr => format!("{}\u{a0}h\u{a0}{:02}", local.hour(), local.minute()),
            Language::En => format!("{}:{:02}", local.hour(), local.minute()),
        }
    }

    /// `14 h 05`, from an hour without a day.
    pub fn hour(&self, time: &Time) -> String {
        match self.language {
            Language::Fr => format!("{}\u{a0}h\u{a0}{:02}", time.hour(), time.minute()),
            Language::En => format!("{}:{:02}", time.hour(), time.minute()),
        }
    }

    /// `14:05`: for `<input type="time">`.
    pub fn hour_iso(&self, at: impl Instant) -> String {
        let local = at.instant().local();
        format!("{:02}:{:02}", local.hour(), local.minute())
    }

    /// `mardi 24`: the head of a day in a week.
    pub fn weekday_day(&self, day: impl Day) -> String {
        let Some(day) = day.day() else { return "–".to_owned() };
        let at = usize::from(day.weekday().to_monday_zero_offset().unsigned_abs()).min(6);
        let weekday = self.calendar.weekdays().get(at).copied().unwrap_or_default();
        match (self.language, day.day()) {
            (Language::Fr, 1) => format!("{weekday} 1er"),
            (_, number) => format!("{weekday} {number}"),
        }
    }

    fn month_name(&self, day: Date) -> &'static str {
        let names = if self.language == Language::Fr { MONTHS_FR } else { MONTHS_EN };
        names.get(month_at(day)).copied().unwrap_or_default()
    }
}

fn month_at(day: Date) -> usize {
    usize::from(day.month().unsigned_abs()).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::words::{EN, FR};

    #[test]
    fn days_read_as_each_language_writes_them() {
        assert_eq!(FR.date(date(2026, 11, 24)), "24\u{a0}nov.\u{a0}2026");
        assert_eq!(FR.date(date(2026, 5, 1)), "1er\u{a0}mai\u{a0}2026");
        assert_eq!(FR.date_long(date(2026, 11, 24)), "mardi 24 novembre 2026");
        assert_eq!(EN.date_long(date(2026, 11, 24)), "Tuesday 24 November 2026");
        assert_eq!(FR.date(None::<jiff::civil::Date>), "–");
        assert_eq!(FR.date_figures(date(2026, 1, 2)), "02/01/2026");
    }
}
