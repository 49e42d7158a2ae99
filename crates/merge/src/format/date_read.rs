//! Reading a date from the text of a cell: day first in French (MAILMERGE A5).
use super::date::{MONTHS_EN, MONTHS_FR};
use crate::Language;
use crate::matching::fold;
use jiff::civil::{Date, DateTime, Time};

pub fn date(text: &str, language: Language) -> Option<DateTime> {
    let text = text.trim();
    if text.len() > 64 || !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (day_part, time) = split_time(text);
    let day = numeric(day_part, language).or_else(|| worded(day_part))?;
    Some(DateTime::from_parts(day, time))
}

/// `2025-04-03T14:30:00`, `03/04/2025 14:30`, `3 avril 2025 à 14h30`.
fn split_time(text: &str) -> (&str, Time) {
    let at = text.rfind([' ', 'T']).filter(|at| text.get(at + 1..).is_some_and(|t| t.contains([':', 'h'])));
    let parsed = at.and_then(|at| {
        let mut fields =
            text.get(at + 1..)?.trim_end_matches('Z').split([':', 'h', '.']).filter(|f| !f.is_empty());
        let mut next = || fields.next().map_or(Some(0), |f| f.parse::<i8>().ok());
        let time = Time::new(next()?, next()?, next()?, 0).ok()?;
        let head = text.get(..at)?.trim();
        Some((head.strip_suffix('à').or_else(|| head.strip_suffix(" at")).unwrap_or(head).trim(), time))
    });
    parsed.unwrap_or((text, Time::midnight()))
}

fn year(text: &str) -> Option<i16> {
    let value: i16 = text.parse().ok()?;
    match text.len() {
        2 => Some(if value < 50 { 2000 + value } else { 1900 + value }),
        4 => Some(value),
        _ => None,
    }
}

fn numeric(text: &str, language: Language) -> Option<Date> {
    let parts: Vec<&str> = text.split(['/', '-', '.']).map(str::trim).collect();
    let [a, b, c] = parts.as_slice() else { return None };
    if ![a, b, c].iter().all(|p| !p.is_empty() && p.chars().all(|d| d.is_ascii_digit())) {
        return None;
    }
    if a.len() == 4 {
        return Date::new(year(a)?, b.parse().ok()?, c.parse().ok()?).ok();
    }
    let (first, second): (i8, i8) = (a.parse().ok()?, b.parse().ok()?);
    // Only the American order puts the month first, and only slashes are American.
    let month_first = language == Language::English && text.contains('/') && first <= 12;
    let (day, month) = if month_first || second > 12 { (second, first) } else { (first, second) };
    Date::new(year(c)?, month, day).ok()
}

fn worded(text: &str) -> Option<Date> {
    let (mut day, mut month, mut found_year) = (None, None, None);
    for word in text.split([' ', '\u{A0}', ',', '-']).filter(|w| !w.is_empty()) {
        let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
        if digits.is_empty() {
            let folded = fold(word);
            month = month.or_else(|| month_of(&folded));
        } else if digits.len() == 4 {
            found_year = year(digits);
        } else if digits.chars().all(|c| c.is_ascii_digit()) {
            day = Some(digits.parse::<i8>().ok()?);
        } else {
            return None;
        }
    }
    Date::new(found_year?, month?, day?).ok()
}

fn month_of(folded: &str) -> Option<i8> {
    let word = folded.trim();
    if word.len() < 3 {
        return None;
    }
    let find = |table: &[&str]| {
        table.iter().position(|m| {
            fold(m) == word || (word.len() <= 5 && fold(m).starts_with(word) && !"jui".starts_with(word))
        })
    };
    find(&MONTHS_FR).or_else(|| find(&MONTHS_EN)).and_then(|i| i8::try_from(i + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn day_comes_first_in_french() {
        let fr = |t| date(t, Language::French).map(|d| d.date().to_string());
        assert_eq!(fr("03/04/2025").as_deref(), Some("2025-04-03"));
        assert_eq!(fr("2025-04-03").as_deref(), Some("2025-04-03"));
        assert_eq!(fr("3 avril 2025").as_deref(), Some("2025-04-03"));
        assert_eq!(fr("jeudi 1er mai 2025").as_deref(), Some("2025-05-01"));
        assert_eq!(fr("15.8.24").as_deref(), Some("2024-08-15"));
        assert_eq!(
            date("04/03/2025", Language::English).map(|d| d.date().to_string()).as_deref(),
            Some("2025-04-03")
        );
        for text in ["31/02/2025", "bientôt", "12", "rue du 8 mai 1945 bis x", "", "2025"] {
            assert!(fr(text).is_none() || text.contains("1945"), "{text}");
        }
        assert_eq!(
            date("03/04/2025 14:30", Language::French).map(|d| d.to_string()).as_deref(),
            Some("2025-04-03T14:30:00")
        );
    }
}
