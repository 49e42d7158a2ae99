//! Rows on their way to a table, in few allocations: filled on one thread, written on another.

use super::Value;

/// Rows of one table, cell after cell.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(super) table: &'static str,
    pub(super) columns: Vec<&'static str>,
    cells: Vec<Kept>,
    text: String,
}

#[derive(Debug, Clone, Copy)]
enum Kept {
    Null,
    Int(i64),
    /// So many bytes of the text, after those of the cells before.
    Text(usize),
}

/// A cell as it is read back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cell<'s> {
    Null,
    Int(i64),
    Text(&'s str),
}

impl Sheet {
    pub(crate) fn new(table: &'static str, columns: &[&'static str]) -> Sheet {
        Sheet { table, columns: columns.to_vec(), cells: Vec::new(), text: String::new() }
    }

    /// Room for so many rows, of about so many bytes of text each.
    pub(crate) fn with_room(mut self, rows: usize, bytes: usize) -> Sheet {
        self.cells.reserve(rows * self.columns.len());
        self.text.reserve(rows * bytes);
        self
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Adds cells, which fill one row after the other. Of reals and bytes a sheet holds none.
    pub(crate) fn extend<'v>(&mut self, values: impl IntoIterator<Item = Value<'v>>) {
        self.cells.extend(values.into_iter().map(|value| match value {
            Value::Int(int) => Kept::Int(int),
            Value::Text(text) => {
                self.text.push_str(&text);
                Kept::Text(text.len())
            }
            Value::Null | Value::Real(_) | Value::Blob(_) => Kept::Null,
        }));
    }

    /// Hands over each row.
    pub(super) fn each_row<'s, E>(
        &'s self,
        mut f: impl FnMut(&[Cell<'s>]) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut rest = self.text.as_str();
        let mut row = Vec::with_capacity(self.columns.len());
        for kept in self.cells.chunks(self.columns.len().max(1)) {
            row.clear();
            row.extend(kept.iter().map(|kept| match *kept {
                Kept::Null => Cell::Null,
                Kept::Int(int) => Cell::Int(int),
                Kept::Text(length) => {
                    let (text, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
                    rest = after;
                    Cell::Text(text)
                }
            }));
            f(&row)?;
        }
        Ok(())
    }
}
