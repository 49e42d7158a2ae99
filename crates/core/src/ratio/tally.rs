//! The count over all accounts.

use std::collections::HashMap;

use super::credit::{credited_campaign, crediting_contact, days_between};
use super::place::visible;
use super::{Place, Rules, Scope, Subject};
use crate::cost::Quantities;
use crate::{Channel, Event, EventKind, Id};

/// Counts accounts one by one; ends in [`super::Figures`].
#[derive(Debug)]
pub struct Tally {
    pub(super) scope: Scope,
    pub(super) rules: Rules,
    /// Channel of each action, for orders of an action that never contacted the account.
    channels: HashMap<Id, Channel>,
    pub(super) contacts: u64,
    pub(super) clients: u64,
    pub(super) new_clients: u64,
    pub(super) lost: u64,
    pub(super) meetings_held: u64,
    pub(super) reached: [u64; 6],
    pub(super) days: [Vec<i64>; 6],
    pub(super) orders: u64,
    pub(super) revenue: i64,
    pub(super) margin: i64,
    pub(super) client_margin: i64,
    pub(super) quantities: HashMap<Id, Quantities>,
}

impl Tally {
    pub fn new(scope: Scope, rules: Rules, channels: HashMap<Id, Channel>) -> Tally {
        Tally {
            scope,
            rules,
            channels,
            contacts: 0,
            clients: 0,
            new_clients: 0,
            lost: 0,
            meetings_held: 0,
            reached: [0; 6],
            days: Default::default(),
            orders: 0,
            revenue: 0,
            margin: 0,
            client_margin: 0,
            quantities: HashMap::new(),
        }
    }

    /// Counts one account; its place, or `None` where it is not in the base.
    pub fn add(&mut self, subject: &Subject<'_>) -> Option<Place> {
        let events = visible(subject, &self.scope);
        self.count_quantities(&events);
        let place = Place::of(subject, &events, &self.scope, &self.rules);
        self.count_orders(&events, place.as_ref());
        let place = place?;
        self.contacts += 1;
        self.clients += u64::from(place.client);
        self.new_clients += u64::from(place.new_client);
        self.lost += u64::from(place.lost);
        self.meetings_held += u64::from(place.meeting_held.is_some());
        for step in 0..6 {
            self.reached[step] += u64::from(place.got_to(step));
            if let (Some(before), Some(day)) =
                (step.checked_sub(1).and_then(|s| place.reached[s]), place.reached[step])
            {
                self.days[step].push(days_between(before, day).max(0));
            }
        }
        Some(place)
    }

    /// What each action's unit prices are multiplied by, in the period.
    fn count_quantities(&mut self, events: &[&Event]) {
        let mut seen: Vec<Id> = Vec::new();
        for event in events.iter().filter(|event| self.scope.holds(event.on)) {
            let Some(campaign) = event.campaign else { continue };
            let quantities = self.quantities.entry(campaign).or_default();
            quantities.add(event);
            if event.kind.is_outgoing() && !seen.contains(&campaign) {
                seen.push(campaign);
                quantities.contacts += 1;
            }
        }
    }

    fn count_orders(&mut self, events: &[&Event], place: Option<&Place>) {
        let narrowed = self.scope.campaign.is_some() || self.scope.channel.is_some();
        if place.is_none() && !narrowed {
            return;
        }
        let orders = events.iter().filter(|event| event.kind == EventKind::OrderPlaced);
        for order in orders.filter(|order| self.scope.holds(order.on)) {
            if !self.is_credited(order, events) {
                continue;
            }
            let margin = order.margin.unwrap_or(0);
            self.orders += 1;
            self.revenue += order.amount.unwrap_or(0);
            self.margin += margin;
            if place.is_some_and(|place| place.client) {
                self.client_margin += margin;
            }
        }
    }

    fn is_credited(&self, order: &Event, events: &[&Event]) -> bool {
        let campaign = credited_campaign(order, events, self.rules.credit_window_days);
        let contact = campaign.and_then(|campaign| crediting_contact(order, events, campaign));
        let of_campaign = || campaign.and_then(|campaign| self.channels.get(&campaign).copied());
        let channel = contact.and_then(Event::channel).or_else(of_campaign);
        self.scope.campaign.is_none_or(|wanted| campaign == Some(wanted))
            && self.scope.channel.is_none_or(|wanted| channel == Some(wanted))
            && self.scope.user.is_none_or(|user| order.by == Some(user))
    }
}
