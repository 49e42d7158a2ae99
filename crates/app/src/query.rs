//! The query that somebody typed, or saved under a name.

use filon_core::segment::{Condition, Field, Query, QueryProblem, parse};
use filon_core::text::{fold, nearest};
use filon_store::{Tx, accounts, segments};

use crate::fail::Fail;
use crate::{Actor, App, AppError, Result};

/// Reads a query; what is wrong is said with its place. The company's own fields must be there: a name
/// that no account has would select nothing without a word.
pub(crate) fn read_query(app: &App, actor: &Actor, text: &str) -> Result<Query> {
    app.read(actor, |tx| read_query_in(app, tx, actor, text))
}

/// The same, in a transaction that is open already.
pub(crate) fn read_query_in(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    text: &str,
) -> std::result::Result<Query, Fail> {
    let query = read_on(actor, text, app.today())?;
    let asked = own_fields(&query);
    if asked.is_empty() {
        return Ok(query);
    }
    let known: Vec<String> = accounts::custom_fields(tx)?.into_iter().map(|(name, _)| name).collect();
    match asked.into_iter().find(|name| !known.iter().any(|there| fold(there) == *name)) {
        Some(unknown) => Err(unknown_field(actor, text, unknown, &known).into()),
        None => Ok(query),
    }
}

/// The company's own fields that a query asks about, by their folded names.
fn own_fields(query: &Query) -> Vec<&str> {
    match query {
        Query::All => Vec::new(),
        Query::And(parts) | Query::Or(parts) => parts.iter().flat_map(own_fields).collect(),
        Query::Not(part) => own_fields(part),
        Query::Is(Condition { field: Field::Custom(name), .. }) => vec![name],
        Query::Is(_) => Vec::new(),
    }
}

fn unknown_field(actor: &Actor, text: &str, name: &str, known: &[String]) -> AppError {
    let folded: Vec<String> = text.chars().map(|c| fold(&c.to_string())).collect();
    let wanted: Vec<String> = name.chars().map(|c| fold(&c.to_string())).collect();
    let at = folded.windows(wanted.len().max(1)).position(|window| window == wanted).unwrap_or(0);
    let near = nearest(name, known.iter().map(String::as_str)).map(|near| format!("champ.{near}"));
    let problem = QueryProblem::UnknownField(format!("champ.{name}"));
    let message = (actor.words().query.problem)(&problem, at + 1, near.as_deref());
    AppError { at: Some((at, wanted.len())), ..AppError::usage(message) }.with_nearest(near)
}

/// The same, where durations count back from a given day.
pub(crate) fn read_on(actor: &Actor, text: &str, day: jiff::civil::Date) -> Result<Query> {
    parse(text, day).map_err(|error| {
        let message = (actor.words().query.problem)(&error.problem, error.column, error.nearest.as_deref());
        AppError { at: Some((error.column - 1, error.length)), ..AppError::usage(message) }
            .with_nearest(error.nearest)
    })
}

/// The line of a saved selection.
pub(crate) fn saved(
    tx: &mut Tx<'_>,
    actor: &Actor,
    name: &str,
) -> std::result::Result<segments::Segment, Fail> {
    if let Some(found) = segments::by_name(tx, name)? {
        return Ok(found);
    }
    let names: Vec<String> = segments::list(tx)?.into_iter().map(|segment| segment.name).collect();
    let near = nearest(name, names.iter().map(String::as_str)).map(str::to_owned);
    let message = (actor.words().query.segment_unknown)(name, near.as_deref());
    Err(AppError::not_found(message).with_nearest(near).into())
}
