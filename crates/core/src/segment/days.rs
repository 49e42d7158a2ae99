//! Days in the query language: durations before now and calendar days.

use jiff::ToSpan;
use jiff::civil::Date;

use super::DateBounds;
use super::values::Operator;
use crate::account::normalise::parse_date;
use crate::text::fold;

/// One end of what was typed.
#[derive(Clone, Copy)]
enum Point {
    /// So long before now: the day it points at.
    Ago(Date),
    /// A day, month or year of the calendar: its first and last day.
    Calendar(Date, Date),
}

impl Point {
    fn first(self) -> Date {
        match self {
            Point::Ago(day) | Point::Calendar(day, _) => day,
        }
    }

    fn last(self) -> Date {
        match self {
            Point::Ago(day) | Point::Calendar(_, day) => day,
        }
    }
}

/// The days that a value means: `<90j` is less than 90 days ago, `90j` within the last 90 days,
/// `2026-03` that month, `a..b` between, both included. `None` where it means none.
pub(super) fn day_bounds(operator: Option<Operator>, text: &str, today: Date) -> Option<DateBounds> {
    if let Some((from, to)) = text.split_once("..") {
        if operator.is_some_and(|operator| operator != Operator::Equal) {
            return None;
        }
        let end = |text: &str| match text.trim() {
            "" => Some(None),
            text => point(text, today).map(Some),
        };
        return Some(match (end(from)?, end(to)?) {
            (Some(a), Some(b)) => {
                DateBounds { min: Some(a.first().min(b.first())), max: Some(a.last().max(b.last())) }
            }
            (a, b) => DateBounds { min: a.map(Point::first), max: b.map(Point::last) },
        });
    }
    let point = point(text.trim(), today)?;
    let bounds = |min: Option<Date>, max: Option<Date>| Some(DateBounds { min, max });
    match (operator.unwrap_or(Operator::Equal), point) {
        // Less long ago is later.
        (Operator::Below, Point::Ago(day)) => bounds(Some(day.tomorrow().ok()?), None),
        (Operator::AtMost, Point::Ago(day)) => bounds(Some(day), None),
        (Operator::Above, Point::Ago(day)) => bounds(None, Some(day.yesterday().ok()?)),
        (Operator::AtLeast, Point::Ago(day)) => bounds(None, Some(day)),
        (Operator::Equal, Point::Ago(day)) => bounds(Some(day), Some(today)),
        (Operator::Below, Point::Calendar(first, _)) => bounds(None, Some(first.yesterday().ok()?)),
        (Operator::AtMost, Point::Calendar(_, last)) => bounds(None, Some(last)),
        (Operator::Above, Point::Calendar(_, last)) => bounds(Some(last.tomorrow().ok()?), None),
        (Operator::AtLeast, Point::Calendar(first, _)) => bounds(Some(first), None),
        (Operator::Equal, Point::Calendar(first, last)) => bounds(Some(first), Some(last)),
    }
}

fn point(text: &str, today: Date) -> Option<Point> {
    let day = |day: Date| Some(Point::Calendar(day, day));
    match fold(text).as_str() {
        "today" | "aujourd hui" | "aujourdhui" => return day(today),
        "yesterday" | "hier" => return day(today.yesterday().ok()?),
        "tomorrow" | "demain" => return day(today.tomorrow().ok()?),
        _ => {}
    }
    duration(text, today).or_else(|| calendar(text))
}

/// `90j`, `3m`, `1a`; with a plus, after now: `+7j`, a day like another.
fn duration(text: &str, today: Date) -> Option<Point> {
    let (ahead, rest) = match text.strip_prefix('+') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    let (number, unit) = rest.split_at(digits);
    if number.is_empty() || number.len() > 5 {
        return None;
    }
    let count: i64 = number.parse().ok()?;
    let span = match fold(unit).as_str() {
        "j" | "d" | "jour" | "jours" | "day" | "days" => count.days(),
        "s" | "w" | "sem" | "semaine" | "semaines" | "week" | "weeks" => count.weeks(),
        "m" | "mois" | "month" | "months" if count <= 12_000 => count.months(),
        "a" | "y" | "an" | "ans" | "annee" | "annees" | "year" | "years" if count <= 1_000 => count.years(),
        _ => return None,
    };
    if ahead {
        let day = today.checked_add(span).ok()?;
        return Some(Point::Calendar(day, day));
    }
    today.checked_sub(span).ok().map(Point::Ago)
}

/// `2026`, `2026-03`, `03/2026`, or a day as [`parse_date`] reads it.
fn calendar(text: &str) -> Option<Point> {
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let is_digits =
        |part: &str, length: usize| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
    let month = |year: &str, month: &str| {
        let first = Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()?;
        Some(Point::Calendar(first, first.last_of_month()))
    };
    match parts.as_slice() {
        [year] if is_digits(year, 4) => {
            let first = Date::new(year.parse().ok()?, 1, 1).ok()?;
            Some(Point::Calendar(first, first.last_of_year()))
        }
        [year, number] if is_digits(year, 4) && (is_digits(number, 2) || is_digits(number, 1)) => {
            month(year, number)
        }
        [number, year] if is_digits(year, 4) && (is_digits(number, 2) || is_digits(number, 1)) => {
            month(year, number)
        }
        _ => parse_date(text).map(|day| Point::Calendar(day, day)),
    }
}
