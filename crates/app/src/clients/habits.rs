//! What a client used to order.

use filon_core::journal::standing;
use filon_core::ratio::Rhythm;
use filon_core::{Cents, Event, EventKind};
use jiff::ToSpan;
use jiff::civil::Date;

/// The orders of a client, seen from a day.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Habits {
    pub last_order_on: Option<Date>,
    /// Median of the days between its orders; `None` before a second one.
    pub usual_gap_days: Option<f64>,
    /// Margin of its orders in the year that ended with the last one: what is at stake.
    pub yearly_margin: Cents,
}

impl Habits {
    pub(super) fn of(events: &[Event], as_of: Option<Date>) -> Habits {
        let events = standing(events, as_of);
        let orders = || events.iter().filter(|event| event.kind == EventKind::OrderPlaced);
        let mut days: Vec<Date> = orders().map(|order| order.on).collect();
        days.dedup();
        let gaps: Vec<i64> = days
            .iter()
            .zip(days.iter().skip(1))
            .map(|(before, after)| before.until(*after).map_or(0, |span| i64::from(span.get_days())))
            .collect();
        let last = days.last().copied();
        let year_before = last.and_then(|last| last.checked_sub(1.year()).ok());
        let of_year = orders().filter(|order| year_before.is_none_or(|day| order.on > day));
        Habits {
            last_order_on: last,
            usual_gap_days: Rhythm::of(&gaps).map(|rhythm| rhythm.median_days),
            yearly_margin: of_year.fold(0, |sum: Cents, order| sum.saturating_add(order.margin.unwrap_or(0))),
        }
    }
}
