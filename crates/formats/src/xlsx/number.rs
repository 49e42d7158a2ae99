//! Numbers as the cell shows them: dates, elapsed hours, leading zeros, and no `.0`.

use crate::cell::CellKind;

/// What a number format makes of a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    Plain,
    Date,
    /// Hours beyond 24, `[h]:mm`.
    Elapsed,
    /// Digits into places: `00000`, `0#" "##" "##`.
    Places(Vec<Place>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// `0`: a digit or a zero.
    Zero,
    /// `#`: a digit or nothing.
    Digit,
    Literal(char),
}

impl Shown {
    pub fn builtin(id: u32) -> Shown {
        match id {
            14..=22 | 27..=36 | 45 | 47 | 50..=58 => Shown::Date,
            46 => Shown::Elapsed,
            _ => Shown::Plain,
        }
    }

    pub fn from_code(code: &str) -> Shown {
        let section = code.split(';').next().unwrap_or_default();
        let bare = bare(section);
        if bare.elapsed {
            return Shown::Elapsed;
        }
        if bare.letters.contains(['y', 'd', 'h', 's', 'm', 'j', 'a']) && !bare.letters.contains("general") {
            return Shown::Date;
        }
        places(section)
    }

    pub fn text(&self, number: f64, date1904: bool) -> (String, CellKind) {
        let shown = match self {
            Shown::Plain => None,
            Shown::Date => date(number, date1904).map(|t| (t, CellKind::Date)),
            Shown::Elapsed => elapsed(number).map(|t| (t, CellKind::Date)),
            Shown::Places(places) => placed(number, places).map(|t| (t, CellKind::Number)),
        };
        shown.unwrap_or_else(|| (plain(number), CellKind::Number))
    }
}

struct Bare {
    letters: String,
    elapsed: bool,
}

/// The letters that have a meaning: not quoted, not escaped, not in brackets.
fn bare(section: &str) -> Bare {
    let mut out = Bare { letters: String::new(), elapsed: false };
    let mut chars = section.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => {
                chars.by_ref().take_while(|c| *c != '"').for_each(drop);
            }
            '\\' | '_' | '*' => {
                chars.next();
            }
            '[' => {
                let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                let inside = inside.to_ascii_lowercase();
                out.elapsed |= !inside.is_empty() && inside.chars().all(|c| matches!(c, 'h' | 'm' | 's'));
            }
            c => out.letters.extend(c.to_lowercase()),
        }
    }
    out
}

/// Only formats of whole digits, which postcodes, telephones and SIRETs use.
fn places(section: &str) -> Shown {
    let mut places = Vec::new();
    let mut chars = section.chars();
    while let Some(c) = chars.next() {
        match c {
            '0' => places.push(Place::Zero),
            '#' => places.push(Place::Digit),
            '"' => places.extend(chars.by_ref().take_while(|c| *c != '"').map(Place::Literal)),
            '\\' => places.extend(chars.next().map(Place::Literal)),
            ' ' | '-' | '\u{a0}' => places.push(Place::Literal(c)),
            _ => return Shown::Plain,
        }
    }
    let zeros = places.iter().filter(|p| **p == Place::Zero).count();
    let digits = zeros + places.iter().filter(|p| **p == Place::Digit).count();
    let literal = places.iter().any(|p| matches!(p, Place::Literal(_)));
    // A unit such as € or kg is not part of the value.
    let of_numbers = |c: char| c.is_ascii_digit() || " -.()+/\u{a0}\u{202f}".contains(c);
    if digits < 2 || places.iter().any(|p| matches!(p, Place::Literal(c) if !of_numbers(*c))) {
        return Shown::Plain;
    }
    if places.len() <= 64
        && (zeros >= 2 || (zeros == 1 && literal && matches!(places.first(), Some(Place::Zero))))
    {
        Shown::Places(places)
    } else {
        Shown::Plain
    }
}

fn placed(number: f64, places: &[Place]) -> Option<String> {
    if number < 0.0 || number.fract() != 0.0 || number >= 1e15 {
        return None;
    }
    let digits = format!("{number}");
    let mut left = digits.chars().rev().peekable();
    let mut out = Vec::new();
    let first = places.iter().position(|p| !matches!(p, Place::Literal(_)))?;
    for (index, place) in places.iter().enumerate().rev() {
        match place {
            Place::Literal(c) => out.push(*c),
            Place::Zero => out.push(left.next().unwrap_or('0')),
            Place::Digit => out.extend(left.next()),
        }
        if index == first {
            out.extend(left.by_ref());
        }
    }
    let text: String = out.iter().rev().collect();
    Some(text.trim().to_owned())
}

/// Fifteen significant digits, as Excel keeps.
pub fn plain(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return format!("{}", if number == 0.0 { 0.0 } else { number });
    }
    let rounded = format!("{number:.14e}").parse().unwrap_or(number);
    format!("{rounded}")
}

/// ISO date of a serial number; None when it is no date.
fn date(serial: f64, date1904: bool) -> Option<String> {
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let mut day = serial.floor() as i64;
    let mut second = ((serial - serial.floor()) * 86_400.0).round() as i64;
    if second == 86_400 {
        day += 1;
        second = 0;
    }
    let time = format!("{:02}:{:02}:{:02}", second / 3_600, second / 60 % 60, second % 60);
    if day == 0 && !date1904 {
        return Some(time);
    }
    // Days from 1970-01-01. Excel believes in 29 February 1900, so earlier days are one off.
    let days = if date1904 {
        day - 24_107
    } else if day < 60 {
        day - 25_568
    } else {
        day - 25_569
    };
    let (year, month, dayofmonth) = civil(days);
    let date = format!("{year:04}-{month:02}-{dayofmonth:02}");
    Some(if second == 0 { date } else { format!("{date}T{time}") })
}

fn elapsed(serial: f64) -> Option<String> {
    if !(0.0..1e7).contains(&serial) {
        return None;
    }
    let seconds = (serial * 86_400.0).round() as i64;
    Some(format!("{:02}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60))
}

/// The civil date of a day count from 1970-01-01 (Hinnant's algorithm).
fn civil(days: i64) -> (i64, i64, i64) {
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    (yoe + era * 400 + i64::from(month <= 2), month, doy - (153 * mp + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(code: &str, number: f64) -> String {
        Shown::from_code(code).text(number, false).0
    }

    #[test]
    fn numbers_read_as_the_cell_shows_them() {
        assert_eq!(shown("General", 1234.0), "1234");
        assert_eq!(shown("General", 0.1 + 0.2), "0.3");
        assert_eq!(shown("General", -12.5), "-12.5");
        assert_eq!(shown("0", 73_282_932_000_074.0), "73282932000074");
        assert_eq!(shown("#,##0.00\\ \"€\"", 12.5), "12.5");
    }

    #[test]
    fn zeros_in_front_are_kept() {
        assert_eq!(shown("00000", 1000.0), "01000");
        assert_eq!(shown("0#\" \"##\" \"##\" \"##\" \"##", 612_345_678.0), "06 12 34 56 78");
        assert_eq!(shown("000\" \"000\" \"000\" \"00000", 12_345_678_900_012.0), "123 456 789 00012");
        assert_eq!(shown("00000", 123_456.0), "123456");
        assert_eq!(shown("00000", -5.0), "-5");
    }

    #[test]
    fn units_are_left_out() {
        assert_eq!(shown("0\" €\"", 12.0), "12");
        assert_eq!(shown("00\" kg\"", 7.0), "7");
    }

    #[test]
    fn dates_and_times() {
        assert_eq!(shown("dd/mm/yyyy", 44_197.0), "2021-01-01");
        assert_eq!(shown("jj/mm/aaaa", 44_197.0), "2021-01-01");
        assert_eq!(shown("[$-40C]d\\ mmmm\\ yyyy;@", 59.0), "1900-02-28");
        assert_eq!(shown("dd/mm/yyyy hh:mm", 44_197.5), "2021-01-01T12:00:00");
        assert_eq!(shown("hh:mm", 0.75), "18:00:00");
        assert_eq!(shown("[h]:mm", 1.5), "36:00:00");
        assert_eq!(shown("[Red]0.00", 2.0), "2");
        assert_eq!(Shown::Date.text(0.0, true).0, "1904-01-01");
    }
}
