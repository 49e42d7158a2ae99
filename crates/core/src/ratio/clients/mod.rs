//! Clients kept and lost: who left and why, cohorts, those at risk, and what keeping them costs.

mod cohort;
mod departures;
mod keeping;
mod rhythm;
mod value;

pub use cohort::{Cohort, CohortTally, Cohorts};
pub use departures::{ClientTally, Clients, Departure};
pub use keeping::{Keeping, KeepingTally};
pub use rhythm::{AtRisk, Rhythm, RhythmTally};
pub use value::discounted_value;

use jiff::Span;
use jiff::civil::Date;

use crate::journal::Standing;
use crate::{Event, Stage};

/// Whether the account is a client at the end of a day; also by having ordered in the last
/// `inactivity_months`, where the company says so. An opening balance without orders never lapses.
fn is_client_on(events: &[&Event], day: Date, inactivity_months: Option<u32>) -> bool {
    let known = events.iter().filter(|event| event.on <= day || event.kind == crate::EventKind::ClientKnown);
    let standing = Standing::fold(known.copied());
    let lapsed = inactivity_months.zip(standing.last_order_on).is_some_and(|(months, last)| {
        last.checked_add(Span::new().months(i64::from(months.min(12_000)))).is_ok_and(|end| end < day)
    });
    standing.stage == Stage::Client && !lapsed
}
