//! When somebody may be contacted, where time will do.

use super::{ContactFacts, Right, Rule, Rules, has_local_holidays, next_calling_moment, right_to_contact};
use crate::{Channel, Moment};

/// A rule may give way to the next one: rest to the week-end, the week-end to a holiday.
const MOST_STEPS: usize = 16;

/// The first moment from one on at which no rule stands against the contact, as far as the journal
/// knows; `None` where a rule does that time does not lift, or that time brings, as a consent that
/// lapses meanwhile.
pub fn allowed_from(
    facts: &ContactFacts<'_>,
    channel: Channel,
    from: Moment,
    settings: &Rules,
) -> Option<Moment> {
    let address = &facts.account.address;
    let mut at = from;
    for _ in 0..MOST_STEPS {
        let refusal = match right_to_contact(facts, channel, at, settings) {
            Right::Allowed => return Some(at),
            Right::Refused(refusal) => refusal,
        };
        at = match (refusal.rule, refusal.until) {
            (Rule::ConsumerPhoneHours, _) => {
                next_calling_moment(at, address, has_local_holidays(address, settings))
            }
            (_, until) => Moment::start_of(until?).max(at),
        };
    }
    None
}
