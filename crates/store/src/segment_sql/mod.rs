//! The second reading of a selection: the typed tree as a condition with bound values.
//!
//! It answers about `accounts a` what `filon_core::segment::matches` answers about facts; a property
//! test holds the two to the same accounts. Every part is true or false, never NULL, so that `NOT` means
//! what it means in Rust: columns that may be NULL are asked for it first.

mod events;
mod fields;
mod patterns;

use filon_core::segment::Query;

use crate::db::Value;

/// A condition and the values of its parameters.
pub(crate) struct Clause {
    pub(crate) sql: String,
    pub(crate) values: Vec<Value<'static>>,
    /// It asks about columns that SQLite's index of the list does not hold.
    pub(crate) beyond_list: bool,
}

/// The condition of a selection; parameters count from `$1`.
pub(crate) fn clause(query: &Query) -> Clause {
    Clause::after(Vec::new(), query)
}

impl Clause {
    /// The condition of a selection, in a statement that already has parameters.
    pub(crate) fn after(values: Vec<Value<'static>>, query: &Query) -> Clause {
        let mut binder = Binder { values };
        let sql = read(query, &mut binder);
        Clause { beyond_list: is_beyond_list(&sql), sql, values: binder.values }
    }
}

/// Columns that SQLite's index of the list holds (migrations/0001_first.sql).
const LISTED: &[&str] = &[
    "a.id",
    "a.name_key",
    "a.stage",
    "a.kind",
    "a.dept",
    "a.city_key",
    "a.naf_key",
    "a.employees_min",
    "a.revenue",
    "a.last_contact_on",
    "a.batch",
];

/// Whether a condition names a column of accounts that is not among them.
fn is_beyond_list(sql: &str) -> bool {
    let words = sql.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '.'));
    words.into_iter().any(|word| word.starts_with("a.") && !LISTED.contains(&word))
}

/// Hands out the parameters' places.
struct Binder {
    values: Vec<Value<'static>>,
}

impl Binder {
    fn bind(&mut self, value: impl Into<Value<'static>>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }
}

const TRUE: &str = "(1 = 1)";
const FALSE: &str = "(1 = 0)";

fn read(query: &Query, binder: &mut Binder) -> String {
    match query {
        Query::All => TRUE.to_owned(),
        Query::And(parts) => join(parts.iter().map(|part| read(part, binder)).collect(), " AND ", TRUE),
        Query::Or(parts) => any(parts.iter().map(|part| read(part, binder)).collect()),
        Query::Not(inner) => format!("(NOT {})", read(inner, binder)),
        Query::Is(condition) => fields::read(condition, binder),
    }
}

/// Any of these conditions.
fn any(parts: Vec<String>) -> String {
    join(parts, " OR ", FALSE)
}

/// Joins conditions in pairs of pairs: SQLite refuses expressions deeper than 1,000.
fn join(mut parts: Vec<String>, word: &str, nothing: &str) -> String {
    while parts.len() > 1 {
        parts = parts
            .chunks(2)
            .map(|pair| match pair {
                [one] => one.clone(),
                pair => format!("({})", pair.join(word)),
            })
            .collect();
    }
    parts.pop().unwrap_or_else(|| nothing.to_owned())
}
