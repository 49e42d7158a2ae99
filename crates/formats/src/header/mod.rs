//! Finds the row of column names: titles and blank rows may stand above it, or there may be none.

mod data;
pub mod words;

use crate::cell::{CellKind, Row, column_letters};
use crate::limits;
use data::looks_like_data;

/// A row of the beginning of the file, kept for a second look.
pub struct SampleRow {
    pub number: usize,
    cells: Vec<(String, CellKind)>,
}

impl SampleRow {
    pub fn keep(row: &Row<'_>) -> Self {
        // A header is short; a thousand long cells in each row of the sample are an attack on memory.
        let short = |text: &str| text.chars().take(limits::QUOTED_VALUE).collect();
        let cells = row.cells.iter().map(|c| (short(&c.text), c.kind)).collect();
        SampleRow { number: row.number, cells }
    }

    fn filled(&self) -> impl Iterator<Item = (usize, &str, CellKind)> {
        self.cells
            .iter()
            .enumerate()
            .map(|(i, (text, kind))| (i, text.as_str(), *kind))
            .filter(|(_, text, _)| !text.trim().is_empty())
    }

    fn count(&self) -> usize {
        self.filled().count()
    }

    /// One more than the last filled column.
    fn extent(&self) -> usize {
        self.filled().last().map_or(0, |(i, _, _)| i + 1)
    }

    fn known(&self) -> usize {
        self.filled().filter(|(_, text, _)| words::is_known(text)).count()
    }

    fn data(&self) -> usize {
        self.filled().filter(|(_, text, kind)| looks_like_data(text, *kind)).count()
    }

    fn get(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |(text, _)| text.trim())
    }
}

/// How far down a header may be.
const DEEPEST: usize = 30;

/// The header's row number (0: none) and the names of the columns.
pub fn find(rows: &[SampleRow]) -> (usize, Vec<String>) {
    match by_words(rows).or_else(|| by_shape(rows)) {
        Some(index) => {
            let (above, below) = rows.split_at_checked(index + 1).unwrap_or((rows, &[]));
            let Some(header) = above.last() else {
                return (0, Vec::new());
            };
            (header.number, names(header, below))
        }
        None => {
            let width = rows.iter().map(SampleRow::extent).max().unwrap_or(0);
            (0, (0..width).map(column_letters).collect())
        }
    }
}

/// The row with the most known words, when the rows above it are poorer.
fn by_words(rows: &[SampleRow]) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for (index, row) in rows.iter().take(DEEPEST).enumerate() {
        let (known, filled) = (row.known(), row.count());
        let enough = known >= 2 || (known == 1 && filled <= 2);
        if enough && known * 4 >= filled && row.data() * 4 <= filled && best.is_none_or(|(_, k)| known > k) {
            best = Some((index, known));
        }
    }
    let (index, known) = best?;
    let row = rows.get(index)?;
    // Above: titles, or the groups of a header of two lines. A row as full as this one is data.
    let poorer =
        |above: &SampleRow| above.count() < row.count() || (above.known() > 0 && above.known() < known);
    rows.iter().take(index).all(poorer).then_some(index)
}

/// The first row about as full as the others, if it is made of words and the rows below differ from it.
fn by_shape(rows: &[SampleRow]) -> Option<usize> {
    let mut counts: Vec<usize> = rows.iter().map(SampleRow::count).collect();
    counts.sort_unstable();
    let usual = counts.get(counts.len() / 2).copied()?;
    let needed = if usual <= 1 { 1 } else { (usual * 6).div_ceil(10).max(2) };
    let index = rows.iter().take(DEEPEST).position(|row| row.count() >= needed)?;
    let (candidate, below) = (rows.get(index)?, rows.get(index + 1..)?);
    if candidate.data() > 0 {
        return None;
    }
    let typed = candidate.filled().any(|(column, _, _)| is_typed(column, below));
    let repeated =
        candidate.filled().any(|(column, text, _)| below.iter().any(|row| row.get(column) == text.trim()));
    (typed || !repeated).then_some(index)
}

/// Whether most cells of a column are plainly data.
fn is_typed(column: usize, rows: &[SampleRow]) -> bool {
    let filled = rows.iter().filter(|row| !row.get(column).is_empty());
    let data = filled
        .clone()
        .filter(|row| row.cells.get(column).is_some_and(|(text, kind)| looks_like_data(text, *kind)))
        .count();
    data > 0 && data * 10 >= filled.count() * 6
}

/// Names on one line, none empty, none twice: a mapping is made by name.
fn names(header: &SampleRow, below: &[SampleRow]) -> Vec<String> {
    let mut width = header.extent();
    let overflowing = below.iter().filter(|row| row.extent() > width);
    if overflowing.clone().count() * 2 >= below.len().max(1) {
        width = overflowing.map(SampleRow::extent).max().unwrap_or(width);
    }
    let mut names: Vec<String> = Vec::with_capacity(width);
    let mut seen = std::collections::HashSet::new();
    for column in 0..width {
        let words: Vec<&str> = header.get(column).split_whitespace().collect();
        let base = if words.is_empty() { column_letters(column) } else { words.join(" ") };
        let mut name = base.clone();
        let mut copy = 1;
        while !seen.insert(name.clone()) {
            copy += 1;
            name = format!("{base} ({copy})");
        }
        names.push(name);
    }
    names
}
