//! Clients by the year of their first order.

use filon_core::ratio::{self, CohortTally};
use filon_core::{Cents, Id};
use filon_store::Tx;

use super::inactivity;
use crate::accounts::{Row, rows_of};
use crate::answer::RatioAnswer;
use crate::fail::Fail;
use crate::stats::{Fold, Scope};
use crate::{Actor, App, Result, settings};

/// All years.
#[derive(Debug, Clone)]
pub struct Cohorts {
    /// The earliest first.
    pub years: Vec<CohortRow>,
    /// Clients before Filon knew them, the year of whose first order nobody knows.
    pub known_before: u64,
}

/// The clients whose first order fell in one year.
#[derive(Debug, Clone)]
pub struct CohortRow {
    pub year: i16,
    pub clients: u64,
    /// Still clients 1, 2, 3 … years to the day after their first order, of those for whom that day came.
    pub kept: Vec<RatioAnswer>,
    /// Margin in their first, second, third … year.
    pub margin_cents: Vec<Cents>,
}

/// The cohorts of a selection as of a day; the period of the scope is not looked at.
pub fn cohorts(app: &App, actor: &Actor, scope: &Scope) -> Result<Cohorts> {
    let found = app.read(actor, |tx| cohorts_in(app, tx, actor, scope))?;
    let row = |cohort: ratio::Cohort| CohortRow {
        year: cohort.year,
        clients: cohort.accounts.len() as u64,
        kept: cohort.kept.into_iter().map(RatioAnswer::from).collect(),
        margin_cents: cohort.margin,
    };
    Ok(Cohorts {
        years: found.cohorts.into_iter().map(row).collect(),
        known_before: found.known_before.len() as u64,
    })
}

/// The clients of a year; `None` for those who were clients before.
pub fn people_of_cohort(app: &App, actor: &Actor, scope: &Scope, year: Option<i16>) -> Result<Vec<Row>> {
    let found = app.read(actor, |tx| cohorts_in(app, tx, actor, scope))?;
    let ids: Vec<Id> = match year {
        None => found.known_before,
        Some(year) => {
            let of_year = found.cohorts.into_iter().find(|cohort| cohort.year == year);
            of_year.map(|cohort| cohort.accounts).unwrap_or_default()
        }
    };
    rows_of(app, actor, &ids)
}

fn cohorts_in(
    app: &App,
    tx: &mut Tx<'_>,
    actor: &Actor,
    scope: &Scope,
) -> std::result::Result<ratio::Cohorts, Fail> {
    let inactivity = inactivity(&settings::get_in(tx)?);
    let fold = Fold::of(app, tx, actor, scope)?;
    let mut tally = CohortTally::new(scope.as_of.unwrap_or(app.today()), inactivity);
    fold.each(tx, &mut |subject| tally.add(subject.id, subject.events))?;
    Ok(tally.cohorts())
}
