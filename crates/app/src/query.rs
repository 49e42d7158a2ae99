//! The query that somebody typed, or saved under a name.

use filon_core::segment::{Query, parse};
use filon_core::text::nearest;
use filon_store::{Tx, segments};

use crate::fail::Fail;
use crate::{Actor, App, AppError, Result};

/// Reads a query; what is wrong is said with its place.
pub(crate) fn read_query(app: &App, actor: &Actor, text: &str) -> Result<Query> {
    read_on(actor, text, app.today())
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
