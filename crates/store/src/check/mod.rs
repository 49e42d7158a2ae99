//! `filon check`: everything that is stored derived, computed again from what it derives from.

mod derived;
mod folded;
mod journal;
mod telephone;

use crate::db::Value;
use crate::{Result, Tx};

/// A stored value that is not what the journal or the base columns say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub table: &'static str,
    pub id: String,
    pub column: &'static str,
    pub stored: String,
    pub expected: String,
}

/// Every difference; empty where all is well.
pub fn run(tx: &mut Tx<'_>) -> Result<Vec<Difference>> {
    let mut differences = journal::standings(tx)?;
    differences.extend(journal::places(tx)?);
    differences.extend(derived::accounts(tx)?);
    differences.extend(folded::keys(tx)?);
    differences.extend(telephone::lines(tx)?);
    differences.extend(telephone::days(tx)?);
    Ok(differences)
}

/// Compares stored values with expected ones, column by column.
fn compare(
    table: &'static str,
    id: &str,
    columns: &[&'static str],
    stored: &[Value<'_>],
    expected: &[Value<'_>],
    differences: &mut Vec<Difference>,
) {
    for ((column, stored), expected) in columns.iter().zip(stored).zip(expected) {
        if stored != expected {
            let (stored, expected) = (show(stored), show(expected));
            differences.push(Difference { table, id: id.to_owned(), column, stored, expected });
        }
    }
}

fn show(value: &Value<'_>) -> String {
    match value {
        Value::Null => "NULL".to_owned(),
        Value::Int(int) => int.to_string(),
        Value::Real(real) => real.to_string(),
        Value::Text(text) => text.to_string(),
        Value::Blob(bytes) => format!("{} bytes", bytes.len()),
    }
}

/// The statements of the check, for the test that prepares every one.
pub(crate) const STATEMENTS: &[&[(&str, &str)]] =
    &[derived::STATEMENTS, folded::STATEMENTS, journal::STATEMENTS, telephone::STATEMENTS];
