//! Saved selections: a name for a query, read anew each time.

use filon_store::{accounts, segments};

use crate::query::{read_on, read_query, saved};
use crate::{Actor, App, AppError, Result};

/// A saved selection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    pub name: String,
    pub query: String,
    /// How many accounts it selects now.
    pub count: u64,
}

/// Saves a query under a name; a name already there takes the new query.
pub fn save(app: &App, actor: &Actor, name: &str, query: &str) -> Result<Segment> {
    let name = name.trim();
    if name.is_empty() {
        return Err(AppError::usage(actor.words().query.segment_nameless));
    }
    let tree = read_query(app, actor, query)?;
    let segment = segments::Segment {
        id: app.next_id(),
        name: name.to_owned(),
        query: query.trim().to_owned(),
        created_at: app.now(),
    };
    app.write(actor, |tx| {
        segments::save(tx, &segment)?;
        let count = accounts::count(tx, &tree)?;
        Ok(Segment {
            name: segment.name.clone(),
            query: segment.query.clone(),
            count: crate::unsigned(count),
        })
    })
}

/// Every saved selection, by name. One whose line can no longer be read counts nobody.
pub fn list(app: &App, actor: &Actor) -> Result<Vec<Segment>> {
    app.read(actor, |tx| {
        let mut all = Vec::new();
        for segment in segments::list(tx)? {
            let count = match read_on(actor, &segment.query, app.today()) {
                Ok(query) => accounts::count(tx, &query)?,
                Err(_) => 0,
            };
            all.push(Segment { name: segment.name, query: segment.query, count: crate::unsigned(count) });
        }
        Ok(all)
    })
}

pub fn delete(app: &App, actor: &Actor, name: &str) -> Result<()> {
    app.write(actor, |tx| {
        let found = saved(tx, actor, name)?;
        segments::delete(tx, &found.name)?;
        Ok(())
    })
}
