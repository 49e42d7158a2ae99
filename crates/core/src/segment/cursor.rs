//! A place in the line, character by character.

use super::{QueryError, QueryProblem};

/// The line and the place of the next character.
pub(super) struct Cursor {
    chars: Vec<char>,
    pub at: usize,
}

impl Cursor {
    pub fn new(text: &str) -> Cursor {
        Cursor { chars: text.chars().collect(), at: 0 }
    }

    pub fn len(&self) -> usize {
        self.chars.len()
    }

    pub fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    pub fn peek_after(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    pub fn skip_spaces(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    pub fn slice(&self, from: usize, to: usize) -> String {
        self.chars.get(from..to).unwrap_or_default().iter().collect()
    }

    /// The word that starts here, up to white space, a parenthesis or a quotation mark.
    pub fn word_ahead(&self) -> String {
        let rest = self.chars.get(self.at..).unwrap_or_default();
        rest.iter().take_while(|c| !is_end_of_word(**c)).collect()
    }

    /// Reads a text between quotation marks, the first of which is next. `\"` and `\\` stand for
    /// the mark and the backslash.
    pub fn quoted(&mut self) -> Result<String, QueryError> {
        let start = self.at;
        let closing = match self.peek() {
            Some('«') => '»',
            Some('“') => '”',
            Some('„') => '“',
            _ => '"',
        };
        self.at += 1;
        let mut text = String::new();
        while let Some(c) = self.peek() {
            self.at += 1;
            match (c, self.peek()) {
                (c, _) if c == closing => return Ok(text),
                ('\\', Some(next)) if next == closing || next == '\\' => {
                    text.push(next);
                    self.at += 1;
                }
                _ => text.push(c),
            }
        }
        Err(error_at(start, self.at - start, QueryProblem::UnclosedQuote))
    }
}

pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '«' | '“' | '„' | '”')
}

pub(super) fn is_end_of_word(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | ')') || is_quote(c)
}

/// An error over `length` characters from a place counted from 0.
pub(super) fn error_at(at: usize, length: usize, problem: QueryProblem) -> QueryError {
    QueryError { column: at + 1, length: length.max(1), problem, nearest: None }
}
