//! Rows of a sheet as they come. A cell at XFD1048576 costs nothing.

use quick_xml::events::BytesStart;

use super::XlsxFile;
use super::number::plain;
use super::strings::{rich_text, unescape};
use crate::cell::{Cell, CellKind, Row};
use crate::error::FileError;
use crate::limits::{self, CELLS, COLUMNS, ROWS, STREAMED_PART};
use crate::message::Message;
use crate::office::xml::{Node, Xml, local};
use crate::problems::Problems;
use crate::table::Each;

/// The attributes of `<c>` that matter.
#[derive(Default)]
struct Head {
    column: Option<usize>,
    kind: String,
    style: usize,
}

pub fn scan(file: &XlsxFile, each: &mut Each<'_>, problems: &mut Problems) -> Result<(), FileError> {
    let mut archive = file.office.archive()?;
    let part = &file.sheet.part;
    let mut xml =
        file.office.xml(&mut archive, part, STREAMED_PART)?.ok_or_else(|| FileError::damaged(part))?;
    let mut number = 0;
    let mut seen = 0;
    loop {
        match xml.next()? {
            Node::Open(start) if local(&start) == "row" => {
                number = row_number(&start).unwrap_or(number + 1);
                if number > ROWS {
                    return Err(FileError::damaged(part));
                }
                let cells = row(file, &mut xml, number, &mut seen, problems)?;
                let progress = xml.read();
                let row = Row { number, cells: &cells, progress };
                if each(row).is_break() {
                    return Ok(());
                }
            }
            Node::End => return Ok(()),
            _ => {}
        }
    }
}

fn row_number(start: &BytesStart<'_>) -> Option<usize> {
    let value = start.try_get_attribute("r").ok().flatten()?.value;
    value.parse().ok().filter(|n| *n > 0)
}

fn row<'f>(
    file: &'f XlsxFile,
    xml: &mut Xml<'_>,
    number: usize,
    seen: &mut u64,
    problems: &mut Problems,
) -> Result<Vec<Cell<'f>>, FileError> {
    let inside = xml.depth();
    let mut cells: Vec<Cell<'f>> = Vec::new();
    let mut next = 0;
    let mut told = false;
    loop {
        let depth = xml.depth();
        let head = match xml.next()? {
            Node::Open(start) if local(&start) == "c" => head(&start),
            Node::Close if depth <= inside => return Ok(cells),
            Node::End => return Ok(cells),
            _ => continue,
        };
        let column = head.column.unwrap_or(next);
        next = column + 1;
        let mut cell = content(file, xml, &head)?;
        *seen += limits::weight(&cell.text);
        if *seen > CELLS {
            return Err(FileError::TooManyCells { limit: CELLS });
        }
        if column >= COLUMNS {
            if !told && !cell.is_blank() {
                told = true;
                problems.push(number, None, &cell.text, Message::BeyondColumns { limit: COLUMNS });
            }
            continue;
        }
        if cell.text.len() > limits::CELL_CHARS && limits::cut_cell(cell.text.to_mut()) {
            let limit = limits::CELL_CHARS;
            problems.push(number, Some(column), "", Message::CellCut { limit });
        }
        if cell.kind == CellKind::Empty {
            continue;
        }
        if cells.len() <= column {
            cells.resize(column + 1, Cell::EMPTY);
        }
        if let Some(place) = cells.get_mut(column) {
            *place = cell;
        }
    }
}

fn head(start: &BytesStart<'_>) -> Head {
    let mut head = Head::default();
    for attribute in start.attributes().with_checks(false).filter_map(Result::ok) {
        match attribute.key.into_inner() {
            "r" => head.column = column(&attribute.value),
            "t" => head.kind = attribute.value.into_owned(),
            "s" => head.style = attribute.value.parse().unwrap_or(0),
            _ => {}
        }
    }
    head
}

/// The column of a reference such as `AB12`; None for anything else.
fn column(reference: &str) -> Option<usize> {
    let mut index = 0_usize;
    let mut letters = 0;
    for byte in reference.bytes().take_while(u8::is_ascii_alphabetic) {
        index = index * 26 + usize::from(byte.to_ascii_uppercase() - b'A') + 1;
        letters += 1;
        if letters > 3 {
            return None;
        }
    }
    index.checked_sub(1)
}

/// Reads to the end of `<c>` and makes a cell of it.
fn content<'f>(file: &'f XlsxFile, xml: &mut Xml<'_>, head: &Head) -> Result<Cell<'f>, FileError> {
    let inside = xml.depth();
    let mut value = String::new();
    let mut inline = None;
    let mut in_value = false;
    loop {
        let mut rich = false;
        match xml.next()? {
            Node::Open(start) => {
                in_value = local(&start) == "v";
                rich = local(&start) == "is";
            }
            Node::Text(text) if in_value => value.push_str(&text),
            Node::Text(_) => {}
            Node::Close => in_value = false,
            Node::End => break,
        }
        if rich {
            inline = Some(rich_text(xml)?);
        }
        if xml.depth() < inside {
            break;
        }
    }
    if let Some(text) = inline {
        return Ok(Cell::text(text));
    }
    Ok(typed(file, head, value))
}

fn typed<'f>(file: &'f XlsxFile, head: &Head, value: String) -> Cell<'f> {
    if value.is_empty() {
        return Cell::EMPTY;
    }
    match head.kind.as_str() {
        "s" => {
            let text = value.trim().parse().ok().and_then(|index| file.strings.get(index));
            Cell::text(text.unwrap_or_default())
        }
        "str" | "inlineStr" => Cell::text(unescape(&value)),
        "b" => {
            let text = if matches!(value.trim(), "1" | "true") { "true" } else { "false" };
            Cell::new(text, CellKind::Bool)
        }
        "e" => Cell::new(value, CellKind::Error),
        "d" => Cell::new(iso(&value), CellKind::Date),
        _ => match value.trim().parse::<f64>() {
            Ok(number) if number.is_finite() => {
                let (text, kind) = file.styles.get(head.style).text(number, file.date1904);
                Cell::new(text, kind)
            }
            Ok(number) => Cell::new(plain(number), CellKind::Error),
            Err(_) => Cell::text(value),
        },
    }
}

/// `2021-01-01T00:00:00.000Z` as the day, or as the day and time.
fn iso(value: &str) -> String {
    let value = value.trim().trim_end_matches('Z');
    let value = value.split_once('.').map_or(value, |(whole, _)| whole);
    value.strip_suffix("T00:00:00").unwrap_or(value).to_owned()
}
