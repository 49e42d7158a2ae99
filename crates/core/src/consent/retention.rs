//! How long data may be kept without a sign from the people.

use jiff::ToSpan;
use jiff::civil::Date;

use super::ContactFacts;
use crate::journal::{Stage, Standing};
use crate::{Event, EventKind};

/// Years without any contact coming from them (CNIL, délibération n° 2021-131).
const YEARS: i64 = 3;

/// The last day on which an account may be contacted without a new sign from it, as known on `day`:
/// three years from the last contact that came from it, or from its collection; for a former client
/// from its loss at the earliest. `None` for a client.
pub fn retention_ends(facts: &ContactFacts<'_>, day: Date) -> Option<Date> {
    let account_wide = ContactFacts { person: None, ..facts.clone() };
    let events = account_wide.known_on(day);
    let standing = Standing::fold(events.clone());
    let last_inbound = events.clone().filter(|event| event.kind.is_inbound()).map(|event| event.on).max();
    let lost =
        events.filter(|event: &&Event| event.kind == EventKind::CustomerLost).map(|event| event.on).max();
    let collected = Some(facts.account.created_at.day());
    let since = match standing.stage {
        Stage::Client => return None,
        Stage::FormerClient => last_inbound.max(lost).or(collected),
        Stage::Suspect | Stage::Prospect => last_inbound.max(collected),
    };
    since?.checked_add(YEARS.years()).ok()
}
