//! To which action an order, or a sign of interest, belongs.

use jiff::civil::Date;

use crate::{Event, Id};

/// The action that an event is credited to: the one chosen by hand, otherwise the last one that
/// contacted the account within the credit window before it, otherwise none; never two.
///
/// `events` are the account's standing events in the order of the journal.
pub fn credited_campaign(event: &Event, events: &[&Event], window_days: i32) -> Option<Id> {
    event.campaign.or_else(|| {
        events
            .iter()
            .rev()
            .skip_while(|other| other.order() >= event.order())
            .find(|other| other.kind.is_outgoing() && other.campaign.is_some())
            .filter(|contact| days_between(contact.on, event.on) <= i64::from(window_days))
            .and_then(|contact| contact.campaign)
    })
}

/// The contact of an action that an order came after: its channel is the one that earned the order.
pub(super) fn crediting_contact<'a>(order: &Event, events: &[&'a Event], campaign: Id) -> Option<&'a Event> {
    let before = events.iter().rev().skip_while(|other| other.order() >= order.order());
    before.copied().find(|other| other.kind.is_outgoing() && other.campaign == Some(campaign))
}

/// Whole days from one day to another.
pub(super) fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}
