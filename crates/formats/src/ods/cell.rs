//! One cell: its typed value, or the text it shows.

use quick_xml::events::BytesStart;

use crate::cell::{Cell, CellKind};
use crate::error::FileError;
use crate::limits;
use crate::office::xml::{Node, Xml, attribute, local};
use crate::xlsx::plain_number;

/// The attributes of a cell.
#[derive(Default)]
pub struct Head {
    kind: String,
    /// LibreOffice says here that a formula failed; the standard has no word for it.
    calc_kind: String,
    value: String,
}

impl Head {
    pub fn of(start: &BytesStart<'_>) -> Self {
        let mut head = Head::default();
        for attribute in start.attributes().with_checks(false).filter_map(Result::ok) {
            let prefixed_calc = attribute.key.prefix().is_some_and(|p| p.into_inner() == "calcext");
            let Ok(value) = quick_xml::escape::unescape(&attribute.value) else { continue };
            match attribute.key.local_name().into_inner() {
                "value-type" if prefixed_calc => head.calc_kind = value.into_owned(),
                "value-type" => head.kind = value.into_owned(),
                "value" | "date-value" | "time-value" | "boolean-value" | "string-value" => {
                    head.value = value.into_owned();
                }
                _ => {}
            }
        }
        head
    }
}

/// Reads to the end of the cell.
pub fn read(xml: &mut Xml<'_>, head: &Head) -> Result<Cell<'static>, FileError> {
    let shown = text(xml)?;
    if head.calc_kind == "error" {
        return Ok(Cell::new(shown, CellKind::Error));
    }
    Ok(match head.kind.as_str() {
        "float" | "currency" | "percentage" => number(&head.value, shown),
        "date" => Cell::new(date(&head.value), CellKind::Date),
        "time" => Cell::new(time(&head.value).unwrap_or(shown), CellKind::Date),
        "boolean" => {
            let text = if head.value == "true" { "true" } else { "false" };
            Cell::new(text, CellKind::Bool)
        }
        _ if shown.is_empty() => Cell::text(head.value.clone()),
        _ if limits::is_long_blank(&shown) => Cell::EMPTY,
        _ => Cell::text(shown),
    })
}

/// The value, or what is shown when it only adds zeros and spaces to it: `01000`, `06 12 34 56 78`.
fn number(value: &str, shown: String) -> Cell<'static> {
    let Ok(number) = value.trim().parse::<f64>() else {
        return Cell::text(shown);
    };
    if !number.is_finite() {
        return Cell::new(shown, CellKind::Error);
    }
    let plain = plain_number(number);
    let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
    let spaced = shown.chars().all(|c| c.is_ascii_digit() || c.is_whitespace());
    let zeros = digits.starts_with('0') && digits.len() > 1 && digits.trim_start_matches('0') == plain;
    Cell::new(if spaced && zeros { shown } else { plain }, CellKind::Number)
}

fn date(value: &str) -> String {
    let value = value.trim().trim_end_matches('Z');
    let value = value.split_once('.').map_or(value, |(whole, _)| whole);
    value.strip_suffix("T00:00:00").unwrap_or(value).to_owned()
}

/// `PT12H30M05.5S` as `12:30:05`.
fn time(value: &str) -> Option<String> {
    let rest = value.trim().strip_prefix("PT")?;
    let (hours, rest) = rest.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds = rest.strip_suffix('S')?;
    let seconds = seconds.split(['.', ',']).next()?;
    let number = |text: &str| text.parse::<u32>().ok();
    Some(format!("{:02}:{:02}:{:02}", number(hours)?, number(minutes)?, number(seconds)?))
}

/// The paragraphs of a cell, without its comments and drawings.
fn text(xml: &mut Xml<'_>) -> Result<String, FileError> {
    let inside = xml.depth();
    let mut out = String::new();
    let mut paragraphs = 0;
    loop {
        let depth = xml.depth() + 1;
        let mut skip = false;
        match xml.next()? {
            Node::Open(start) => match local(&start) {
                "p" | "h" if depth == inside + 1 => {
                    if paragraphs > 0 {
                        out.push('\n');
                    }
                    paragraphs += 1;
                }
                _ if depth == inside + 1 => skip = true,
                "s" => {
                    let count = attribute(&start, "c").and_then(|c| c.parse().ok()).unwrap_or(1);
                    out.extend(std::iter::repeat_n(' ', limits::CELL_CHARS.min(count)));
                }
                "tab" => out.push('\t'),
                "line-break" => out.push('\n'),
                "annotation" | "note" | "ruby-text" => skip = true,
                _ => {}
            },
            Node::Text(text) if depth > inside + 1 => push_collapsed(&mut out, &text),
            Node::Text(_) | Node::Close => {}
            Node::End => break,
        }
        if out.len() > limits::CELL_CHARS * 4 {
            limits::cut_at(&mut out, limits::CELL_CHARS + 1);
        }
        if skip {
            xml.skip()?;
        }
        if xml.depth() < inside {
            break;
        }
    }
    Ok(out)
}

/// White space in the file is one space; real spaces are elements.
fn push_collapsed(out: &mut String, text: &str) {
    for c in text.chars() {
        if !matches!(c, ' ' | '\t' | '\n' | '\r') {
            out.push(c);
        } else if !(out.is_empty() || out.ends_with([' ', '\n'])) {
            out.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postcode_keeps_the_zero_it_shows() {
        assert_eq!(number("1000", "01000".into()).text, "01000");
        assert_eq!(number("612345678", "06 12 34 56 78".into()).text, "06 12 34 56 78");
        assert_eq!(number("1234.5", "1 234,50 €".into()).text, "1234.5");
        assert_eq!(number("0", "0".into()).text, "0");
    }

    #[test]
    fn times_are_read() {
        assert_eq!(time("PT12H30M05.5S").as_deref(), Some("12:30:05"));
        assert_eq!(time("P1D"), None);
    }
}
