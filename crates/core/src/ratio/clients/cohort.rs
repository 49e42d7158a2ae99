//! Clients by the year of their first order: how many stay, and what they bring year after year.

use std::collections::BTreeMap;

use jiff::Span;
use jiff::civil::Date;
use serde::Serialize;

use super::is_client_on;
use crate::journal::standing;
use crate::ratio::Share;
use crate::{Cents, Event, EventKind, Id};

/// The clients whose first order fell in one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cohort {
    pub year: i16,
    pub accounts: Vec<Id>,
    /// Still clients 1, 2, 3 … years to the day after their first order ÷ those for whom that day has
    /// come. It ends with the last anniversary that any of them has had.
    pub kept: Vec<Share>,
    /// Margin of the orders in the first, second, third … year since the first order.
    pub margin: Vec<Cents>,
}

/// All cohorts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Cohorts {
    /// The earliest year first.
    pub cohorts: Vec<Cohort>,
    /// Clients before Filon knew them, the year of whose first order nobody knows.
    pub known_before: Vec<Id>,
}

/// Counts cohorts account by account, as they stand at the end of a day.
#[derive(Debug)]
pub struct CohortTally {
    today: Date,
    inactivity_months: Option<u32>,
    years: BTreeMap<i16, Counted>,
    known_before: Vec<Id>,
}

#[derive(Debug, Default)]
struct Counted {
    accounts: Vec<Id>,
    kept: Vec<(u64, u64)>,
    margin: Vec<Cents>,
}

impl CohortTally {
    /// A client without an order for longer than `inactivity_months` is not kept, where that is set.
    pub fn new(today: Date, inactivity_months: Option<u32>) -> CohortTally {
        CohortTally { today, inactivity_months, years: BTreeMap::new(), known_before: Vec::new() }
    }

    /// Counts one account by all its events, voided ones included; one without orders is left out.
    pub fn add(&mut self, account: Id, events: &[Event]) {
        let events = standing(events, Some(self.today));
        if events.iter().any(|event| event.kind == EventKind::ClientKnown) {
            self.known_before.push(account);
            return;
        }
        let orders = || events.iter().filter(|event| event.kind == EventKind::OrderPlaced);
        let Some(first) = orders().map(|order| order.on).min() else { return };
        let anniversaries: Vec<Date> =
            (1..).map_while(|years| years_after(first, years)).take_while(|day| *day <= self.today).collect();
        let cohort = self.years.entry(first.year()).or_default();
        cohort.accounts.push(account);
        if cohort.kept.len() < anniversaries.len() {
            cohort.kept.resize(anniversaries.len(), (0, 0));
        }
        for ((kept, of), day) in cohort.kept.iter_mut().zip(&anniversaries) {
            *of += 1;
            *kept += u64::from(is_client_on(&events, *day, self.inactivity_months));
        }
        for order in orders() {
            let year = anniversaries.iter().filter(|day| **day <= order.on).count();
            if cohort.margin.len() <= year {
                cohort.margin.resize(year + 1, 0);
            }
            cohort.margin[year] = cohort.margin[year].saturating_add(order.margin.unwrap_or(0));
        }
    }

    /// Ends the count.
    pub fn cohorts(self) -> Cohorts {
        let cohort = |(year, counted): (i16, Counted)| Cohort {
            year,
            accounts: counted.accounts,
            kept: counted.kept.into_iter().map(|(kept, of)| Share::new(kept, of)).collect(),
            margin: counted.margin,
        };
        Cohorts { cohorts: self.years.into_iter().map(cohort).collect(), known_before: self.known_before }
    }
}

/// The same day so many years later; 28 February for a 29.
fn years_after(day: Date, years: i64) -> Option<Date> {
    day.checked_add(Span::new().try_years(years).ok()?).ok()
}
