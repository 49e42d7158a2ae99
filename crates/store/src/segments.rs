//! Saved selections.

use filon_core::text::fold;
use filon_core::{Id, Moment};

use crate::db::{Row, statements, values};
use crate::{Result, Tx};

/// A selection saved under a name; live: `query` is the line as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    pub id: Id,
    pub name: String,
    pub query: String,
    pub created_at: Moment,
}

statements! {
    SAVE = "INSERT INTO segments (id, name, name_key, query, created_at) VALUES ($1, $2, $3, $4, $5) \
        ON CONFLICT (name_key) DO UPDATE SET name = excluded.name, query = excluded.query";
    LIST = "SELECT id, name, query, created_at FROM segments ORDER BY name_key";
    BY_NAME = "SELECT id, name, query, created_at FROM segments WHERE name_key = $1";
    DELETE = "DELETE FROM segments WHERE name_key = $1";
}

/// Saves a selection; one of the same name (accents and case apart) gets the new query and keeps its id.
pub fn save(tx: &mut Tx<'_>, segment: &Segment) -> Result<()> {
    let Segment { id, name, query, created_at } = segment;
    tx.execute(SAVE, values![*id, name, fold(name), query, *created_at]).map(|_| ())
}

/// Every saved selection, by name.
pub fn list(tx: &mut Tx<'_>) -> Result<Vec<Segment>> {
    tx.query(LIST, &[], read)
}

/// By name, accents and case apart.
pub fn by_name(tx: &mut Tx<'_>, name: &str) -> Result<Option<Segment>> {
    tx.first(BY_NAME, values![fold(name)], read)
}

/// Deletes by name; `false` where there was none.
pub fn delete(tx: &mut Tx<'_>, name: &str) -> Result<bool> {
    Ok(tx.execute(DELETE, values![fold(name)])? > 0)
}

fn read(row: &Row) -> Result<Segment> {
    let mut columns = row.columns();
    Ok(Segment {
        id: columns.id()?,
        name: columns.string()?,
        query: columns.string()?,
        created_at: columns.moment()?,
    })
}
