//! The query language.

mod grammar;
mod meaning;
mod round_trip;
mod wrong;

use filon_core::segment::{Query, QueryError, parse};
use jiff::civil::{Date, date};

/// The day on which every test says "now".
pub const TODAY: Date = date(2026, 11, 15);

pub fn read(line: &str) -> Query {
    parse(line, TODAY).unwrap_or_else(|error| panic!("{line}: {error}"))
}

pub fn refuse(line: &str) -> QueryError {
    match parse(line, TODAY) {
        Ok(query) => panic!("{line} was read as {query:?}"),
        Err(error) => error,
    }
}
