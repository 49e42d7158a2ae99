//! From a line of the query language to its tree.

use jiff::civil::Date;

use super::cursor::{Cursor, error_at, is_end_of_word, is_quote};
use super::fields::{field_named, field_names};
use super::values::{Item, Operator, conditions};
use super::{Condition, Field, Pattern, Query, QueryError, QueryProblem, Test};
use crate::text::{fold, nearest};

const MAX_CHARACTERS: usize = 20_000;
const MAX_DEPTH: usize = 64;

/// Reads a line of the query language of the contract; durations such as `90j` count back from `today`.
///
/// Conditions side by side mean AND, which binds tighter than OR. `ET`, `OU`, `SAUF` (AND, OR, NOT)
/// are operators in any case; between quotation marks they are words. An empty line, or `*`, is
/// every account.
pub fn parse(text: &str, today: Date) -> Result<Query, QueryError> {
    let cursor = Cursor::new(text);
    if cursor.len() > MAX_CHARACTERS {
        return Err(error_at(MAX_CHARACTERS, 1, QueryProblem::TooLong));
    }
    let mut parser = Parser { cursor, today, depth: 0 };
    parser.cursor.skip_spaces();
    if parser.cursor.peek().is_none() {
        return Ok(Query::All);
    }
    let query = parser.alternatives()?;
    match parser.cursor.peek() {
        None => Ok(query),
        Some(_) => Err(error_at(parser.cursor.at, 1, QueryProblem::UnexpectedParenthesis)),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Keyword {
    And,
    Or,
    Not,
}

/// The operator that a bare word is.
fn keyword(word: &str) -> Option<Keyword> {
    Some(match word.to_lowercase().as_str() {
        "and" | "et" | "&&" => Keyword::And,
        "or" | "ou" | "||" => Keyword::Or,
        "not" | "sauf" => Keyword::Not,
        _ => return None,
    })
}

/// Whether a bare word would be read as an operator.
pub(super) fn is_keyword(word: &str) -> bool {
    keyword(word).is_some()
}

struct Parser {
    cursor: Cursor,
    today: Date,
    depth: usize,
}

impl Parser {
    fn keyword_ahead(&mut self) -> Option<Keyword> {
        self.cursor.skip_spaces();
        let word = self.cursor.word_ahead();
        let quoted = self.cursor.peek_after(word.chars().count()).is_some_and(is_quote);
        if quoted { None } else { keyword(&word) }
    }

    fn take_word(&mut self) {
        self.cursor.at += self.cursor.word_ahead().chars().count();
    }

    fn deeper<T>(
        &mut self,
        read: impl FnOnce(&mut Parser) -> Result<T, QueryError>,
    ) -> Result<T, QueryError> {
        if self.depth >= MAX_DEPTH {
            return Err(error_at(self.cursor.at, 1, QueryProblem::TooDeep));
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    fn alternatives(&mut self) -> Result<Query, QueryError> {
        let mut parts = vec![self.conjunction()?];
        while self.keyword_ahead() == Some(Keyword::Or) {
            self.take_word();
            parts.push(self.conjunction()?);
        }
        Ok(any_of(parts))
    }

    fn conjunction(&mut self) -> Result<Query, QueryError> {
        let mut parts = vec![self.factor()?];
        loop {
            match self.keyword_ahead() {
                Some(Keyword::Or) => break,
                Some(Keyword::And) => {
                    self.take_word();
                    parts.push(self.factor()?);
                }
                _ => match self.cursor.peek() {
                    None | Some(')') => break,
                    Some(_) => parts.push(self.factor()?),
                },
            }
        }
        Ok(all_of(parts))
    }

    fn factor(&mut self) -> Result<Query, QueryError> {
        let at_keyword = self.keyword_ahead();
        let start = self.cursor.at;
        if at_keyword == Some(Keyword::Not) {
            self.take_word();
            return self.deeper(Parser::factor).map(not);
        }
        if at_keyword.is_some() {
            let word = self.cursor.word_ahead();
            let length = word.chars().count();
            return Err(error_at(start, length, QueryProblem::UnexpectedOperator(word)));
        }
        match self.cursor.peek() {
            None => Err(error_at(start, 1, QueryProblem::UnexpectedEnd)),
            Some(')') => Err(error_at(start, 1, QueryProblem::UnexpectedParenthesis)),
            Some('(') => self.group(start),
            Some('-' | '–' | '−') => {
                self.cursor.at += 1;
                match self.cursor.peek() {
                    None | Some(')') => Err(error_at(start, 1, QueryProblem::LoneMinus)),
                    Some(c) if c.is_whitespace() => Err(error_at(start, 1, QueryProblem::LoneMinus)),
                    Some(_) => self.deeper(Parser::factor).map(not),
                }
            }
            Some(c) if is_quote(c) => {
                let text = self.cursor.quoted()?;
                Ok(words(fold(&text)))
            }
            Some(_) => self.term(start),
        }
    }

    fn group(&mut self, start: usize) -> Result<Query, QueryError> {
        self.cursor.at += 1;
        let query = self.deeper(Parser::alternatives).map_err(|error| {
            let holds_nothing = self.cursor.slice(start + 1, self.cursor.len()).trim().is_empty();
            match error.problem {
                QueryProblem::UnexpectedEnd if holds_nothing => {
                    error_at(start, 1, QueryProblem::UnclosedParenthesis)
                }
                _ => error,
            }
        })?;
        self.cursor.skip_spaces();
        if self.cursor.peek() != Some(')') {
            return Err(error_at(start, 1, QueryProblem::UnclosedParenthesis));
        }
        self.cursor.at += 1;
        Ok(query)
    }

    /// A bare word, or a field with its values.
    fn term(&mut self, start: usize) -> Result<Query, QueryError> {
        let mut name = String::new();
        while let Some(c) = self.cursor.peek() {
            let own_field_in_quotes = is_quote(c) && super::fields::OWN.contains(&fold(&name).as_str());
            if own_field_in_quotes {
                name.push_str(&self.cursor.quoted()?);
                if self.cursor.peek() == Some(':') {
                    break;
                }
                continue;
            }
            if c == ':' || is_end_of_word(c) {
                break;
            }
            if matches!(c, '<' | '>' | '=') && field_named(&name).is_some() {
                let Some(field) = field_named(&name) else { break };
                return self.values(start, &name, &field);
            }
            name.push(c);
            self.cursor.at += 1;
        }
        if self.cursor.peek() != Some(':') {
            return Ok(if name.chars().all(|c| c == '*') {
                Query::All
            } else {
                words(fold(&name).trim_matches(['*', ' ']).to_owned())
            });
        }
        let Some(field) = field_named(&name) else {
            let length = self.cursor.at - start;
            let error = error_at(start, length, QueryProblem::UnknownField(name.clone()));
            return Err(QueryError { nearest: nearest(&name, field_names()).map(str::to_owned), ..error });
        };
        self.cursor.at += 1;
        self.values(start, &name, &field)
    }

    fn values(&mut self, start: usize, name: &str, field: &Field) -> Result<Query, QueryError> {
        let missing = |end: usize| error_at(start, end - start, QueryProblem::MissingValue(name.to_owned()));
        let colon = self.cursor.at;
        if self.cursor.peek().is_some_and(char::is_whitespace) {
            self.cursor.skip_spaces();
            let next = self.cursor.word_ahead();
            let is_next_field = next
                .split_once(':')
                .is_some_and(|(head, _)| field_named(head.trim_start_matches('-')).is_some());
            if is_next_field || next.starts_with('-') || is_keyword(&next) {
                return Err(missing(colon));
            }
        }
        let mut items = Vec::new();
        loop {
            match self.item()? {
                Some(item) => items.push(item),
                None if items.is_empty() => return Err(missing(colon)),
                None => break,
            }
            if self.cursor.peek() != Some(',') {
                break;
            }
            self.cursor.at += 1;
            self.cursor.skip_spaces();
        }
        let found = conditions(field, name, &items, self.today)?;
        Ok(any_of(found.into_iter().map(Query::Is).collect()))
    }

    /// One value: an operator, then characters and quoted texts up to a comma or the end of the word.
    fn item(&mut self) -> Result<Option<Item>, QueryError> {
        let start = self.cursor.at;
        let operator = self.operator();
        if operator.is_some() {
            self.cursor.skip_spaces();
        }
        let mut chars: Vec<(char, bool)> = Vec::new();
        let mut any_quotes = false;
        while let Some(c) = self.cursor.peek() {
            if is_quote(c) {
                any_quotes = true;
                chars.extend(self.cursor.quoted()?.chars().map(|c| (c, true)));
            } else if c == ',' || is_end_of_word(c) {
                break;
            } else {
                chars.push((c, false));
                self.cursor.at += 1;
            }
        }
        if chars.is_empty() && !any_quotes && operator.is_none() {
            return Ok(None);
        }
        Ok(Some(Item::new(start, self.cursor.at - start, operator, &chars, any_quotes)))
    }

    fn operator(&mut self) -> Option<Operator> {
        let (operator, length) = match (self.cursor.peek(), self.cursor.peek_after(1)) {
            (Some('>'), Some('=')) => (Operator::AtLeast, 2),
            (Some('<'), Some('=')) => (Operator::AtMost, 2),
            (Some('≥'), _) => (Operator::AtLeast, 1),
            (Some('≤'), _) => (Operator::AtMost, 1),
            (Some('>'), _) => (Operator::Above, 1),
            (Some('<'), _) => (Operator::Below, 1),
            (Some('='), _) => (Operator::Equal, 1),
            _ => return None,
        };
        self.cursor.at += length;
        Some(operator)
    }
}

/// The condition of folded words: contained in the search text. Where nothing is left, every account.
fn words(text: String) -> Query {
    if text.is_empty() {
        return Query::All;
    }
    let pattern = Pattern { text, open_start: true, open_end: true };
    Query::Is(Condition { field: Field::Words, test: Test::Text(vec![pattern]) })
}

fn not(query: Query) -> Query {
    Query::Not(Box::new(query))
}

fn all_of(parts: Vec<Query>) -> Query {
    let mut flat = Vec::with_capacity(parts.len());
    for part in parts {
        match part {
            Query::All => {}
            Query::And(inner) => flat.extend(inner),
            other => flat.push(other),
        }
    }
    match (flat.pop(), flat.is_empty()) {
        (None, _) => Query::All,
        (Some(only), true) => only,
        (Some(last), false) => {
            flat.push(last);
            Query::And(flat)
        }
    }
}

fn any_of(parts: Vec<Query>) -> Query {
    let mut flat = Vec::with_capacity(parts.len());
    for part in parts {
        match part {
            Query::Or(inner) => flat.extend(inner),
            other => flat.push(other),
        }
    }
    match (flat.pop(), flat.is_empty()) {
        (None, _) => Query::All,
        (Some(only), true) => only,
        (Some(last), false) => {
            flat.push(last);
            Query::Or(flat)
        }
    }
}
