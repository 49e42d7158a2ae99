//! Problems as they are met, in bounded memory.

use crate::cell::column_letters;
use crate::limits::{self, cut_at};
use crate::message::{Message, Problem};

struct Found {
    row: usize,
    column: Option<usize>,
    value: String,
    message: Message,
}

#[derive(Default)]
pub struct Problems {
    found: Vec<Found>,
    more: usize,
}

impl Problems {
    pub fn push(&mut self, row: usize, column: Option<usize>, value: &str, message: Message) {
        if self.found.len() >= limits::PROBLEMS {
            self.more += 1;
            return;
        }
        let mut value = value.to_owned();
        if cut_at(&mut value, limits::QUOTED_VALUE) {
            value.push('…');
        }
        self.found.push(Found { row, column, value, message });
    }

    /// The problems of the rows after the header, columns under their names.
    pub fn finish(self, after: usize, headers: &[String]) -> Vec<Problem> {
        let last = self.found.last().map_or(0, |p| p.row);
        let mut problems: Vec<Problem> = self
            .found
            .into_iter()
            .filter(|p| p.row > after)
            .map(|p| Problem {
                row: p.row,
                column: p.column.map(|c| headers.get(c).cloned().unwrap_or_else(|| column_letters(c))),
                value: p.value,
                message: p.message,
            })
            .collect();
        if self.more > 0 {
            problems.push(Problem {
                row: last,
                column: None,
                value: String::new(),
                message: Message::More { count: self.more },
            });
        }
        problems
    }
}
