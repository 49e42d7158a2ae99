//! Civil dates, day first.

use jiff::civil::Date;

use crate::text::fold;

/// Reads `15/03/2026`, `15-3-26`, `15.03.2026`, `2026-03-15`, `20260315`, `3 mars 2026`,
/// `lundi 1er avril 2026`, `3-avr.-26`, with a time after it that is ignored. Years of two digits
/// are 1970 to 2069. `None` where there is no such day.
pub fn parse_date(text: &str) -> Option<Date> {
    let text = text.trim();
    // `2026-03-15T10:00:00Z`: the time starts at the T.
    let text = match text.split_once('T') {
        Some((day, time)) if time.starts_with(|c: char| c.is_ascii_digit()) => day,
        _ => text,
    };
    let folded = fold(text).replace(['/', '.', ','], " ");
    let words: Vec<&str> = folded
        .split(' ')
        .filter(|word| !word.is_empty() && !is_weekday(word))
        .take_while(|word| !is_time(word))
        .collect();
    match words.as_slice() {
        [only] if only.len() == 8 => date(only.get(..4)?, number(only.get(4..6)?)?, number(only.get(6..)?)?),
        [first, month, day, ..] if first.len() == 4 => date(first, month_of(month)?, number(day)?),
        [day, month, year, ..] => {
            let day = day.strip_suffix("er").unwrap_or(day);
            match (number(day), month_of(month)) {
                (Some(day), Some(month)) => date(year, month, day),
                // `March 3 2026`
                _ => date(year, month_of(day)?, number(month)?),
            }
        }
        _ => None,
    }
}

fn is_time(word: &str) -> bool {
    word.contains(':') || word.ends_with('h') && word.starts_with(|c: char| c.is_ascii_digit()) || word == "a"
}

fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 14] = [
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    DAYS.contains(&word)
}

fn number(text: &str) -> Option<i8> {
    let digits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

fn month_of(word: &str) -> Option<i8> {
    if let Some(month) = number(word) {
        return Some(month);
    }
    const MONTHS: [&[&str]; 12] = [
        &["janvier", "janv", "jan", "january"],
        &["fevrier", "fevr", "fev", "feb", "february"],
        &["mars", "mar", "march"],
        &["avril", "avr", "apr", "april"],
        &["mai", "may"],
        &["juin", "jun", "june"],
        &["juillet", "juil", "jul", "july"],
        &["aout", "aou", "aug", "august"],
        &["septembre", "sept", "sep", "september"],
        &["octobre", "oct", "october"],
        &["novembre", "nov", "november"],
        &["decembre", "dec", "december"],
    ];
    let at = MONTHS.iter().position(|names| names.contains(&word))?;
    i8::try_from(at + 1).ok()
}

fn date(year: &str, month: i8, day: i8) -> Option<Date> {
    if !year.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let year: i16 = match year.len() {
        4 => year.parse().ok()?,
        2 => year.parse::<i16>().ok().map(|short| if short < 70 { 2000 + short } else { 1900 + short })?,
        _ => return None,
    };
    if !(1000..=9998).contains(&year) {
        return None;
    }
    Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::parse_date;

    #[test]
    fn days_are_read_day_first() {
        for text in [
            "15/03/2026",
            "15/3/26",
            "15-03-2026",
            "15.03.2026",
            "2026-03-15",
            "2026/03/15",
            "20260315",
            "15 mars 2026",
            "dimanche 15 mars 2026",
            "15-mars-26",
            "15/03/2026 10:30",
            "2026-03-15 10:30:00",
            "2026-03-15T10:30:00Z",
            "March 15, 2026",
        ] {
            assert_eq!(parse_date(text), Some(date(2026, 3, 15)), "{text}");
        }
        assert_eq!(parse_date("1er août 2026"), Some(date(2026, 8, 1)));
        assert_eq!(parse_date("03/04/98"), Some(date(1998, 4, 3)));
    }

    #[test]
    fn what_is_no_day_is_not_guessed() {
        for text in ["", "31/02/2026", "12/2026", "hier", "45000", "2026", "15/13/2026", "1/2/3", "é1234567"]
        {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }
}
