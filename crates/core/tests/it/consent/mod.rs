//! The right to contact, on both sides of every limit.

mod audience;
mod consumers;
mod everyone;
mod histories;
mod suppression;

use filon_core::consent::{ContactFacts, Right, Rule, Rules, right_to_contact};
use filon_core::{Account, AccountKind, Channel, Event, EventKind, Moment, Person};
use jiff::civil::{Date, DateTime, date};

use crate::story::{Story, company};

/// An account with its journal, told in order.
pub struct Case {
    pub account: Account,
    pub persons: Vec<Person>,
    pub story: Story,
}

impl Case {
    pub fn company() -> Case {
        let mut account = company("Garage Dupont");
        account.phone = Some("+33556000000".into());
        account.email = Some("contact@garage-dupont.fr".into());
        let story = Story::of(account.id);
        Case { account, persons: Vec::new(), story }
    }

    pub fn individual() -> Case {
        let mut case = Case::company();
        case.account.name = "Jean Dupont".into();
        case.account.kind = AccountKind::Individual;
        case
    }

    pub fn add(&mut self, kind: EventKind, channel: Option<Channel>, on: Date) -> &mut Event {
        let event = self.story.add(kind, on);
        event.channel = channel;
        event
    }

    pub fn facts(&self) -> ContactFacts<'_> {
        ContactFacts::new(&self.account, &self.persons, &self.story.events)
    }

    /// The rule that refuses, if one does.
    pub fn rule(&self, channel: Channel, at: DateTime) -> Option<Rule> {
        refusing(&self.facts(), channel, at)
    }
}

pub fn refusing(facts: &ContactFacts<'_>, channel: Channel, at: DateTime) -> Option<Rule> {
    match right_to_contact(facts, channel, Moment::at(at), &Rules::default()) {
        Right::Allowed => None,
        Right::Refused(refusal) => Some(refusal.rule),
    }
}

/// Eleven o'clock.
pub fn morning(day: Date) -> DateTime {
    day.at(11, 0, 0, 0)
}

/// A Monday in November 2026 without any holiday near.
pub const MONDAY: Date = date(2026, 11, 16);
