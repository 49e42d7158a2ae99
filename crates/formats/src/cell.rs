//! What a reader hands over: rows of cells, text first.

use std::borrow::Cow;

/// What a cell was in its file; the text alone does not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CellKind {
    Text,
    /// A number in a spreadsheet: a postcode kept this way has lost its leading zero.
    Number,
    Date,
    Bool,
    Empty,
    /// A failed formula, such as `#N/A`.
    Error,
}

/// One cell, as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell<'a> {
    pub text: Cow<'a, str>,
    pub kind: CellKind,
}

impl<'a> Cell<'a> {
    pub(crate) const EMPTY: Cell<'static> = Cell { text: Cow::Borrowed(""), kind: CellKind::Empty };

    pub(crate) fn text(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        let kind = if text.is_empty() { CellKind::Empty } else { CellKind::Text };
        Cell { text, kind }
    }

    pub(crate) fn new(text: impl Into<Cow<'a, str>>, kind: CellKind) -> Self {
        Cell { text: text.into(), kind }
    }

    pub(crate) fn borrowed(&self) -> Cell<'_> {
        Cell { text: Cow::Borrowed(&self.text), kind: self.kind }
    }

    /// Nothing a person would see.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// One row of data.
#[derive(Debug)]
pub struct Row<'a> {
    /// As the spreadsheet numbers it: from 1, header and blank rows included.
    pub number: usize,
    /// As many as there are headers.
    pub cells: &'a [Cell<'a>],
    /// How far the reading is, in the unit of `TableFile::size_hint`.
    pub progress: u64,
}

impl Row<'_> {
    pub(crate) fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_blank)
    }
}

/// The letters of a column: 0 is A, 26 is AA.
#[must_use]
pub fn column_letters(index: usize) -> String {
    let mut letters = Vec::new();
    let mut left = index;
    loop {
        letters.push(char::from(b'A' + u8::try_from(left % 26).unwrap_or(0)));
        if left < 26 {
            break;
        }
        left = left / 26 - 1;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::column_letters;

    #[test]
    fn columns_are_lettered_as_in_a_spreadsheet() {
        let names: Vec<_> = [0, 25, 26, 51, 701, 702, 16_383].map(column_letters).into();
        assert_eq!(names, ["A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD"]);
    }
}
