//! What is wrong with a line of the query language, and where.

/// A query could not be read. The words for people are written from [`QueryProblem`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("column {column}: {problem:?}")]
pub struct QueryError {
    /// Place of the first character at fault, from 1, in characters.
    pub column: usize,
    /// How many characters are at fault, at least 1.
    pub length: usize,
    pub problem: QueryProblem,
    /// What was probably meant.
    pub nearest: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryProblem {
    UnknownField(String),
    /// `field` as it was typed.
    BadValue {
        field: String,
        value: String,
        expected: Expected,
    },
    /// A field and its colon, and nothing behind.
    MissingValue(String),
    UnclosedQuote,
    UnclosedParenthesis,
    /// A parenthesis is closed that was not opened, or holds nothing.
    UnexpectedParenthesis,
    /// Something must follow: `OU`, `SAUF` or `-` stands at the end.
    UnexpectedEnd,
    /// `OU` or `ET` where a condition was expected.
    UnexpectedOperator(String),
    /// A minus sign that touches no condition.
    LoneMinus,
    /// Parentheses and negations in more than 64 levels.
    TooDeep,
    /// More than 20 000 characters.
    TooLong,
}

/// What a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Expected {
    Text,
    /// Digits of a SIRET or SIREN.
    Digits,
    Naf,
    Phone,
    Number,
    /// Euros, with `k` or `M`.
    Amount,
    Day,
    Kind,
    Stage,
    Channel,
    Event,
    Dept,
    Region,
    Country,
}
