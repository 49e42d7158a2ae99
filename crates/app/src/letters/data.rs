//! The rows of a file as the records of a merge; no base is needed.

use std::ops::ControlFlow;
use std::path::Path;

use filon_core::account::mapping::Target;
use filon_core::account::normalise;
use filon_core::segment::{Facts, Query, QueryProblem, matches, parse};
use filon_core::text::fold;
use filon_core::{Id, Moment};
use filon_merge::{Columns, Record, Template};
use jiff::civil::Date;

use super::people::Stack;
use crate::answer::LetterWarning;
use crate::import::{Input, RowFacts};
use crate::{Actor, AppError, Result};

/// More is no list of people to write to, and would fill the memory.
const MOST_CELLS: usize = 6_000_000;

/// Reads the rows that the filter lets through, sorted by postcode where that is asked for.
pub(super) fn stack(
    actor: &Actor,
    template: &Template,
    path: &Path,
    filter: Option<&str>,
    sort_postcode: bool,
    now: Moment,
) -> Result<Stack> {
    let input = Input::Path(path);
    let mut file = input.open(actor)?;
    let headers = file.sniffed().headers.clone();
    let reader = RowFacts::new(&headers, actor);
    let query = filter.map(|filter| read_filter(actor, filter, &headers, now.day())).transpose()?;
    let postcode = reader.place_of(&Target::Postcode);
    let mut rows: Vec<Row> = Vec::new();
    let (mut restored, mut cells_kept) = (0usize, 0usize);
    let problems = file
        .rows(&mut |row| {
            let mut cells: Vec<String> = row.cells.iter().map(|cell| cell.text.to_string()).collect();
            if let Some(cell) = postcode.and_then(|place| cells.get_mut(place))
                && let Ok(found) = normalise::postcode(cell, "FR")
                && found.restored_zero
            {
                *cell = found.code;
                restored += 1;
            }
            let kept = match &query {
                None => true,
                Some(query) => matches(query, &facts(&reader, row.number, &cells, now)),
            };
            if kept {
                cells_kept += cells.len();
                rows.push(Row { number: row.number, cells });
            }
            if cells_kept > MOST_CELLS { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })
        .map_err(|error| input.refused(actor, &error))?;
    let words = &actor.words().letters;
    if cells_kept > MOST_CELLS {
        return Err(AppError::refused((words.too_many_cells)(MOST_CELLS)));
    }
    let columns = Columns(headers);
    let mut warnings = unfilled(actor, template, &columns)?;
    for problem in problems {
        warnings.push(LetterWarning {
            account: Some(problem.row.to_string()),
            field: problem.column,
            message: problem.message.text(actor.language.is_french()),
        });
    }
    if restored > 0 {
        warnings.push(LetterWarning {
            account: None,
            field: None,
            message: (words.zeros_restored)(restored),
        });
    }
    match (sort_postcode, postcode) {
        (true, Some(place)) => rows.sort_by(|a, b| a.cells.get(place).cmp(&b.cells.get(place))),
        (true, None) => {
            let message = words.sort_without_postcode.to_owned();
            warnings.push(LetterWarning { account: None, field: None, message });
        }
        _ => {}
    }
    if rows.is_empty() {
        return Err(AppError::refused(words.nobody));
    }
    Ok(Stack {
        columns,
        names: rows.iter().map(|row| row.number.to_string()).collect(),
        files: rows.iter().map(|row| reader.name_of(&row.cells)).collect(),
        records: rows.into_iter().map(|row| Record(row.cells)).collect(),
        warnings,
    })
}

struct Row {
    number: usize,
    cells: Vec<String>,
}

/// A warning for each field that no column fills.
fn unfilled(actor: &Actor, template: &Template, columns: &Columns) -> Result<Vec<LetterWarning>> {
    let fields =
        template.check(columns).map_err(|error| AppError::refused(error.text(actor.language.of_merge())))?;
    let missing = fields.into_iter().filter(|field| field.column.is_none());
    Ok(missing
        .map(|field| LetterWarning {
            account: None,
            message: (actor.words().letters.no_column)(&field.field, field.nearest.as_deref()),
            field: Some(field.field),
        })
        .collect())
}

/// A query over the columns of the file: a header may stand where a field of the company's own would.
fn read_filter(actor: &Actor, filter: &str, headers: &[String], today: Date) -> Result<Query> {
    let mut text = filter.to_owned();
    for _ in 0..64 {
        match parse(&text, today) {
            Err(error) => match error.problem {
                QueryProblem::UnknownField(field)
                    if headers.iter().any(|header| fold(header) == fold(&field)) =>
                {
                    let at = text.char_indices().nth(error.column - 1).map_or(text.len(), |(at, _)| at);
                    text.insert_str(at, "champ.");
                }
                _ => break,
            },
            Ok(query) => return Ok(query),
        }
    }
    crate::query::read_on(actor, &text, today)
}

fn facts(reader: &RowFacts<'_>, number: usize, cells: &[String], now: Moment) -> Facts {
    let id = Id::new(now, number as u128);
    let (account, persons) = reader.read(number, cells, id, now);
    Facts::new(account, persons)
}
