//! What the filter panel offers for a selection, with live counts.

use filon_core::segment::{Condition, Field, Pattern, Query, Test};
use filon_core::text::fold;
use filon_store::accounts;

use crate::query::read_query;
use crate::{Actor, App, Result};

/// One condition that can be added, and how many accounts would be left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    pub field: &'static str,
    /// The value: a code for kind and stage (the page words it), else as people read it.
    pub label: String,
    /// The condition to add, e.g. `dept:33`.
    pub query: String,
    pub count: u64,
}

const SHOWN: usize = 12;

/// Facets of stage, kind, department and tag, in this order; a field without any value is left out.
pub fn facets(app: &App, actor: &Actor, query: &str) -> Result<Vec<(&'static str, Vec<Facet>)>> {
    let query = read_query(app, actor, query)?;
    app.read(actor, |tx| {
        let counts = accounts::counts(tx, &query)?;
        let stages = counts.stages.iter().map(|(stage, count)| (stage.code().to_owned(), *count));
        let kinds = counts.kinds.iter().map(|(kind, count)| (kind.code().to_owned(), *count));
        let depts = counts.depts.iter().filter(|(dept, _)| !dept.is_empty()).take(SHOWN).cloned();
        let mut tags = Vec::new();
        for (tag, _) in accounts::tags(tx)?.into_iter().take(SHOWN) {
            let count = accounts::count(tx, &Query::And(vec![query.clone(), tagged(&tag)]))?;
            tags.push((tag, count));
        }
        let mut all = vec![
            ("stage", facets_of("stage", stages)),
            ("kind", facets_of("kind", kinds)),
            ("dept", facets_of("dept", depts)),
            ("tag", facets_of("tag", tags.into_iter())),
        ];
        all.retain(|(_, facets)| !facets.is_empty());
        Ok(all)
    })
}

fn facets_of(field: &'static str, values: impl Iterator<Item = (String, i64)>) -> Vec<Facet> {
    values
        .filter(|(_, count)| *count > 0)
        .map(|(label, count)| Facet {
            field,
            query: format!("{field}:{}", quoted(&label)),
            label,
            count: crate::unsigned(count),
        })
        .collect()
}

fn tagged(tag: &str) -> Query {
    let pattern = Pattern { text: fold(tag), open_start: false, open_end: false };
    Query::Is(Condition { field: Field::Tag, test: Test::Text(vec![pattern]) })
}

/// A value as the query language takes it.
fn quoted(value: &str) -> String {
    let plain = value.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.'));
    if plain { value.to_owned() } else { format!("\"{}\"", value.replace('"', " ")) }
}
