//! Where one account stands in a scope.

use jiff::civil::Date;

use super::credit::credited_campaign;
use super::{Rules, Scope};
use crate::journal::standing;
use crate::{Event, EventKind, Id, Stage};

/// An account to be counted.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    pub id: Id,
    pub created_on: Date,
    /// In the scope of an action: the day of launch where the account is in its target. Accounts
    /// outside the target are given for the orders that they bring, and are not counted.
    pub targeted_on: Option<Date>,
    /// All its events, in any order, voided ones included.
    pub events: &'a [Event],
}

/// How far one account got.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    pub id: Id,
    /// Was a client when it entered the scope; everybody else is a prospect.
    pub client: bool,
    /// First day of targeted, contacted, interested, meeting, quote, order: filled from the left
    /// without holes, for "at least as far as". A client is at most targeted.
    pub reached: [Option<Date>; 6],
    /// First day of a meeting that took place, of a prospect that was contacted.
    pub meeting_held: Option<Date>,
    pub new_client: bool,
    /// Lost in the period after having been a client at its start.
    pub lost: bool,
}

impl Place {
    /// `None` where the account does not belong to the base.
    pub(super) fn of(
        subject: &Subject<'_>,
        events: &[&Event],
        scope: &Scope,
        rules: &Rules,
    ) -> Option<Place> {
        let first_contact = events.iter().find(|event| scope.is_contact(event)).copied();
        let entered = entry_day(subject, events, scope)?;
        let client = match (scope.campaign, first_contact) {
            (Some(_), Some(contact)) => is_client_before(events, |event| event.order() < contact.order()),
            (Some(_), None) => is_client_before(events, |event| event.on < entered),
            (None, _) => is_client_before(events, |event| scope.from.is_some_and(|from| event.on < from)),
        };
        let lost = client
            && events.iter().any(|event| event.kind == EventKind::CustomerLost && scope.holds(event.on));
        let mut place =
            Place { id: subject.id, client, reached: [None; 6], meeting_held: None, new_client: false, lost };
        place.reached[0] = Some(entered);
        if let Some(contact) = first_contact.filter(|_| !client) {
            place.follow(contact, events, scope, rules);
        }
        Some(place)
    }

    /// What came back after the first contact.
    fn follow(&mut self, contact: &Event, events: &[&Event], scope: &Scope, rules: &Rules) {
        self.reached[1] = Some(contact.on);
        let counts = |event: &Event| comes_of(event, contact, events, scope, rules);
        for event in events.iter().filter(|event| event.kind.funnel_level().is_some() && counts(event)) {
            let furthest = 1 + event.kind.funnel_level().unwrap_or(0);
            for day in &mut self.reached[2..=furthest] {
                day.get_or_insert(event.on);
            }
            if event.kind == EventKind::MeetingHeld {
                self.meeting_held.get_or_insert(event.on);
            }
        }
        let known = events.iter().any(|event| event.kind == EventKind::ClientKnown);
        let first_order = events.iter().find(|event| event.kind == EventKind::OrderPlaced);
        self.new_client = !known && first_order.is_some_and(|order| counts(order));
    }

    /// Got at least as far as a step of the funnel (0 targeted … 5 order).
    pub fn got_to(&self, step: usize) -> bool {
        self.reached.get(step).is_some_and(Option::is_some)
    }
}

/// Whether an event came after the first contact, in the scope, and of the scope's action.
pub(super) fn comes_of(
    event: &Event,
    contact: &Event,
    events: &[&Event],
    scope: &Scope,
    rules: &Rules,
) -> bool {
    event.order() > contact.order()
        && scope.before_end(event.on)
        && scope.campaign.is_none_or(|campaign| {
            credited_campaign(event, events, rules.credit_window_days) == Some(campaign)
        })
}

/// The day from which the account belongs to the base; `None` where it does not.
fn entry_day(subject: &Subject<'_>, events: &[&Event], scope: &Scope) -> Option<Date> {
    if scope.campaign.is_some() {
        return subject.targeted_on.filter(|day| scope.before_end(*day));
    }
    let first_event = events.iter().map(|event| event.on).min();
    let existed_on = first_event.map_or(subject.created_on, |day| day.min(subject.created_on));
    scope.before_end(existed_on).then_some(existed_on)
}

/// Client by the events that the caller places before; an opening balance counts at any date.
fn is_client_before(events: &[&Event], before: impl Fn(&Event) -> bool) -> bool {
    let earlier = events.iter().filter(|event| event.kind == EventKind::ClientKnown || before(event));
    crate::journal::Standing::fold(earlier.copied()).stage == Stage::Client
}

/// The events that the scope may look at: standing at `as_of`, in the order of the journal.
pub(super) fn visible<'a>(subject: &Subject<'a>, scope: &Scope) -> Vec<&'a Event> {
    standing(subject.events, scope.as_of)
}
