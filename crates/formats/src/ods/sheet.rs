//! The rows of every sheet of a document, in order.

use std::ops::ControlFlow;

use super::CONTENT;
use super::cell::{self, Head};
use crate::cell::{Cell, CellKind, Row};
use crate::error::FileError;
use crate::limits::{self, CELLS, COLUMNS, ROWS, STREAMED_PART};
use crate::message::Message;
use crate::office::Office;
use crate::office::xml::{Node, Xml, attribute, local};
use crate::problems::Problems;

/// Receives the index and name of the sheet with each row.
pub type EachOf<'e> = dyn FnMut(usize, &str, Row<'_>) -> ControlFlow<()> + 'e;

/// document-content, body, spreadsheet, table: a table deeper than that is inside a cell or a chart.
const TABLE_DEPTH: usize = 4;

pub fn walk(office: &Office, problems: &mut Problems, each: &mut EachOf<'_>) -> Result<(), FileError> {
    let mut archive = office.archive()?;
    let mut xml =
        office.xml(&mut archive, CONTENT, STREAMED_PART)?.ok_or_else(|| FileError::damaged(CONTENT))?;
    let mut sheet: Option<(usize, String)> = None;
    let mut number = 0;
    let mut seen = 0;
    loop {
        let depth = xml.depth() + 1;
        let repeat = match xml.next()? {
            Node::Open(start) if local(&start) == "table" && depth == TABLE_DEPTH => {
                let index = sheet.map_or(0, |(index, _)| index + 1);
                sheet = Some((index, attribute(&start, "name").unwrap_or_default()));
                number = 0;
                continue;
            }
            Node::Open(start) if local(&start) == "table-row" => repeated(&start, "number-rows-repeated"),
            Node::End => return Ok(()),
            _ => continue,
        };
        let Some((index, name)) = &sheet else { continue };
        let cells = row(&mut xml, number + 1, &mut seen, problems)?;
        let progress = xml.read();
        if cells.iter().all(Cell::is_blank) {
            number += repeat;
            continue;
        }
        let weight: u64 = cells.iter().map(|c| limits::weight(&c.text)).sum();
        for _ in 0..repeat {
            number += 1;
            seen += weight;
            if number > ROWS {
                return Err(FileError::damaged(CONTENT));
            }
            if seen > CELLS {
                return Err(FileError::TooManyCells { limit: CELLS });
            }
            let row = Row { number, cells: &cells, progress };
            if each(*index, name, row).is_break() {
                return Ok(());
            }
        }
    }
}

/// How often an element stands for itself; a number that no sheet can hold is cut.
fn repeated(start: &quick_xml::events::BytesStart<'_>, name: &str) -> usize {
    attribute(start, name).and_then(|n| n.parse().ok()).map_or(1, |n: usize| n.clamp(1, ROWS + 1))
}

fn row(
    xml: &mut Xml<'_>,
    number: usize,
    seen: &mut u64,
    problems: &mut Problems,
) -> Result<Vec<Cell<'static>>, FileError> {
    let inside = xml.depth();
    let mut cells: Vec<Cell<'static>> = Vec::new();
    let mut column = 0_usize;
    let mut told = false;
    loop {
        let depth = xml.depth();
        let (head, repeat) = match xml.next()? {
            Node::Open(start) if matches!(local(&start), "table-cell" | "covered-table-cell") => {
                (Head::of(&start), repeated(&start, "number-columns-repeated"))
            }
            Node::Close if depth <= inside => return Ok(cells),
            Node::End => return Ok(cells),
            _ => continue,
        };
        *seen += 1;
        if *seen > CELLS {
            return Err(FileError::TooManyCells { limit: CELLS });
        }
        let mut cell = cell::read(xml, &head)?;
        let from = column;
        column = column.saturating_add(repeat);
        if cell.kind == CellKind::Empty {
            continue;
        }
        if limits::cut_cell(cell.text.to_mut()) {
            let limit = limits::CELL_CHARS;
            problems.push(number, Some(from), "", Message::CellCut { limit });
        }
        if column > COLUMNS && !told && !cell.is_blank() {
            told = true;
            problems.push(number, None, &cell.text, Message::BeyondColumns { limit: COLUMNS });
        }
        if from < COLUMNS {
            cells.resize(from, Cell::EMPTY);
            cells.resize(column.min(COLUMNS), cell);
        }
    }
}
