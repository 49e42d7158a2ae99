//! Texts, numbers and days under a test, over any column.

use filon_core::segment::{Bounds, DateBounds, Pattern};

use super::{Binder, FALSE, any};
use crate::db::Value;

/// Any of these patterns, on a column that is never NULL. An empty value fits none.
pub(super) fn text(column: &str, patterns: &[Pattern], binder: &mut Binder) -> String {
    let (exact, open): (Vec<&Pattern>, Vec<&Pattern>) =
        patterns.iter().partition(|pattern| !pattern.open_start && !pattern.open_end);
    let exact: Vec<&Pattern> = exact.into_iter().filter(|pattern| !pattern.text.is_empty()).collect();
    let mut parts: Vec<String> = open.into_iter().map(|pattern| one(column, pattern, binder)).collect();
    if !exact.is_empty() {
        let places: Vec<String> = exact.iter().map(|pattern| binder.bind(pattern.text.clone())).collect();
        parts.push(format!("({column} IN ({}))", places.join(", ")));
    }
    any(parts)
}

fn one(column: &str, pattern: &Pattern, binder: &mut Binder) -> String {
    match (pattern.open_start, pattern.open_end) {
        _ if pattern.text.is_empty() => format!("({column} <> '')"),
        (false, true) => starts_with(column, &pattern.text, binder),
        (true, false) => like(column, format!("%{}", escape(&pattern.text)), binder),
        (true, true) => like(column, format!("%{}%", escape(&pattern.text)), binder),
        (false, false) => format!("({column} = {})", binder.bind(pattern.text.clone())),
    }
}

fn like(column: &str, pattern: String, binder: &mut Binder) -> String {
    format!("({column} LIKE {} ESCAPE '\\')", binder.bind(pattern))
}

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

/// Texts that start with another, as a range that an index answers on both engines.
fn starts_with(column: &str, start: &str, binder: &mut Binder) -> String {
    let from = binder.bind(start.to_owned());
    match after_all(start) {
        Some(end) => format!("({column} >= {from} AND {column} < {})", binder.bind(end)),
        None => format!("({column} >= {from})"),
    }
}

/// The least text greater than every text that starts so, in the order of bytes.
fn after_all(start: &str) -> Option<String> {
    let mut chars: Vec<char> = start.chars().collect();
    while let Some(last) = chars.pop() {
        let next = match last {
            '\u{d7ff}' => Some('\u{e000}'), // no character lies between
            last => char::from_u32(u32::from(last) + 1),
        };
        if let Some(next) = next {
            chars.push(next);
            return Some(chars.into_iter().collect());
        }
    }
    None
}

/// Any of these bounds, on a column of numbers that may be NULL.
pub(super) fn number(column: &str, bounds: &[Bounds], binder: &mut Binder) -> String {
    any(bounds
        .iter()
        .map(|b| between(column, b.min.map(Value::Int), b.max.map(Value::Int), binder))
        .collect())
}

/// Any of these bounds, on a column of days that may be NULL.
pub(super) fn day(column: &str, bounds: &[DateBounds], binder: &mut Binder) -> String {
    any(bounds
        .iter()
        .map(|b| between(column, b.min.map(Value::from), b.max.map(Value::from), binder))
        .collect())
}

fn between(
    column: &str,
    min: Option<Value<'static>>,
    max: Option<Value<'static>>,
    binder: &mut Binder,
) -> String {
    let mut parts = vec![format!("{column} IS NOT NULL")];
    parts.extend(min.map(|min| format!("{column} >= {}", binder.bind(min))));
    parts.extend(max.map(|max| format!("{column} <= {}", binder.bind(max))));
    format!("({})", parts.join(" AND "))
}

/// A column equal to any of these words of an enum.
pub(super) fn words(column: &str, codes: impl Iterator<Item = &'static str>, binder: &mut Binder) -> String {
    let places: Vec<String> = codes.map(|code| binder.bind(code)).collect();
    match places.is_empty() {
        true => FALSE.to_owned(),
        false => format!("({column} IN ({}))", places.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::after_all;

    #[test]
    fn the_end_of_a_prefix_is_the_next_text_in_bytes() {
        assert_eq!(after_all("dup").as_deref(), Some("duq"));
        assert_eq!(after_all("a\u{10ffff}").as_deref(), Some("b"));
        assert_eq!(after_all("\u{d7ff}").as_deref(), Some("\u{e000}"));
        assert_eq!(after_all("\u{10ffff}"), None);
    }
}
