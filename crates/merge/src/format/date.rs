//! Printing a moment by a picture, `\@ "dddd d MMMM yyyy"` (MAILMERGE A5).
use crate::Language;
use jiff::civil::DateTime;

pub const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
pub const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SHORT_FR: [&str; 12] =
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
const SHORT_EN: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAYS_FR: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const DAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const DAYS_SHORT_FR: [&str; 7] = ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."];
const DAYS_SHORT_EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

fn pick(table: &[&'static str], index: i8) -> &'static str {
    usize::try_from(index).ok().and_then(|i| table.get(i).copied()).unwrap_or("")
}

/// The picture used when a field has none.
pub fn default_picture(language: Language) -> &'static str {
    if language == Language::French { "dd/MM/yyyy" } else { "M/d/yyyy" }
}

pub fn print(moment: DateTime, picture: &str, language: Language) -> String {
    let french = language == Language::French;
    let chars: Vec<char> = picture.chars().collect();
    let half_day = picture.to_ascii_lowercase().contains("am/pm");
    let mut out = String::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        if c == '\'' {
            let close =
                chars.iter().skip(at + 1).position(|q| *q == '\'').map_or(chars.len(), |p| at + 1 + p);
            out.extend(chars.get(at + 1..close).unwrap_or(&[]));
            at = close + 1;
            continue;
        }
        let rest: String = chars.iter().skip(at).take(5).collect();
        if rest.eq_ignore_ascii_case("am/pm") {
            out.push_str(if moment.hour() < 12 { "AM" } else { "PM" });
            at += 5;
            continue;
        }
        let same =
            |a: char, b: char| a == b || (!matches!(a, 'M' | 'm' | 'h' | 'H') && a.eq_ignore_ascii_case(&b));
        let count = chars.iter().skip(at).take_while(|n| same(c, **n)).count();
        let letter = match c {
            'D' | 'd' => 'd',
            'J' | 'j' if french => 'd',
            'Y' | 'y' => 'y',
            'A' | 'a' if french && count >= 2 => 'y',
            'S' | 's' => 's',
            other => other,
        };
        match (letter, count) {
            ('d', 1) => out.push_str(&moment.day().to_string()),
            ('d', 2) => out.push_str(&format!("{:02}", moment.day())),
            ('d', n) => {
                let day = moment.weekday().to_monday_zero_offset();
                let table = match (french, n) {
                    (true, 3) => &DAYS_SHORT_FR,
                    (false, 3) => &DAYS_SHORT_EN,
                    (true, _) => &DAYS_FR,
                    (false, _) => &DAYS_EN,
                };
                out.push_str(pick(table, day));
            }
            ('M', 1) => out.push_str(&moment.month().to_string()),
            ('M', 2) => out.push_str(&format!("{:02}", moment.month())),
            ('M', n) => {
                let table = match (french, n) {
                    (true, 3) => &SHORT_FR,
                    (false, 3) => &SHORT_EN,
                    (true, _) => &MONTHS_FR,
                    (false, _) => &MONTHS_EN,
                };
                out.push_str(pick(table, moment.month() - 1));
            }
            ('y', 1 | 2) => out.push_str(&format!("{:02}", moment.year().rem_euclid(100))),
            ('y', _) => out.push_str(&format!("{:04}", moment.year())),
            ('H' | 'h', n) => {
                let hour = if c == 'h' && half_day { (moment.hour() + 11) % 12 + 1 } else { moment.hour() };
                out.push_str(&if n == 1 { hour.to_string() } else { format!("{hour:02}") });
            }
            ('m', 1) => out.push_str(&moment.minute().to_string()),
            ('m', _) => out.push_str(&format!("{:02}", moment.minute())),
            ('s', 1) => out.push_str(&moment.second().to_string()),
            ('s', _) => out.push_str(&format!("{:02}", moment.second())),
            _ => out.extend(std::iter::repeat_n(c, count)),
        }
        at += count.max(1);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::datetime;

    #[test]
    fn months_are_not_minutes() {
        let when = datetime(2025, 3, 3, 9, 5, 0, 0);
        let fr = |p| print(when, p, Language::French);
        assert_eq!(fr("dddd d MMMM yyyy"), "lundi 3 mars 2025");
        assert_eq!(fr("jj/MM/aaaa"), "03/03/2025");
        assert_eq!(fr("'le' d MMMM yyyy 'à' HH:mm"), "le 3 mars 2025 à 09:05");
        assert_eq!(fr("dd/MM/yy HH'h'mm"), "03/03/25 09h05");
        let en = |p| print(datetime(2025, 8, 31, 15, 7, 9, 0), p, Language::English);
        assert_eq!(en("dddd, MMMM d, yyyy"), "Sunday, August 31, 2025");
        assert_eq!(en("h:mm am/pm"), "3:07 PM");
        assert_eq!(en("D MMM YYYY"), "31 Aug 2025");
    }
}
