//! Ratios, losses, courses' ratios and the decision, told as the journal of one company.

mod cases;
mod clients;
mod course;
mod frozen;
mod holdout;
mod losses;

use std::collections::HashMap;

use filon_core::campaign::Unit;
use filon_core::cost::CampaignCosts;
use filon_core::ratio::{Figures, Rules, Scope, Subject, Tally};
use filon_core::{Campaign, Channel, CostLine, Event, EventKind, Id, IdSource, Micros, Moment, Purpose};
use jiff::civil::{Date, date};

pub fn subject(id: Id, events: &[Event]) -> Subject<'_> {
    Subject { id, created_on: date(2026, 1, 5), targeted_on: Some(LAUNCH), events }
}

/// A company's journal, told in the words of the domain.
pub struct Story {
    pub ids: IdSource,
    pub campaign: Campaign,
    pub accounts: Vec<(Id, Vec<Event>)>,
    pub costs: Vec<CostLine>,
}

pub const LAUNCH: Date = date(2026, 3, 2);

impl Story {
    pub fn new() -> Story {
        let mut ids = IdSource::new(Moment::start_of(LAUNCH), 1);
        let campaign = Campaign {
            id: ids.next_id(),
            name: "Courrier de mars".into(),
            channel: Channel::Letter,
            purpose: Purpose::Acquisition,
            query: String::new(),
            segment: None,
            from: None,
            to: None,
            template: None,
            launched_on: Some(LAUNCH),
            closed_on: None,
            verdict: None,
            verdict_reason: None,
            created_at: Moment::start_of(LAUNCH),
        };
        Story { ids, campaign, accounts: Vec::new(), costs: Vec::new() }
    }

    pub fn account(&mut self) -> usize {
        let id = self.ids.next_id();
        self.accounts.push((id, Vec::new()));
        self.accounts.len() - 1
    }

    pub fn tell(&mut self, account: usize, kind: EventKind, on: Date) -> &mut Event {
        let id = self.ids.next_id();
        let (owner, events) = &mut self.accounts[account];
        events.push(Event {
            id,
            account: *owner,
            person: None,
            kind,
            channel: None,
            campaign: kind.is_outgoing().then_some(self.campaign.id),
            on,
            at: None,
            by: None,
            outcome: None,
            minutes: None,
            kilometres: None,
            amount: None,
            margin: None,
            note: None,
            voids: None,
            recorded_at: Moment::start_of(on),
        });
        events.last_mut().expect("just pushed")
    }

    pub fn order(&mut self, account: usize, on: Date, margin: i64) {
        let event = self.tell(account, EventKind::OrderPlaced, on);
        (event.amount, event.margin) = (Some(margin * 3), Some(margin));
    }

    pub fn cost(&mut self, amount: i64, unit: Option<Unit>) {
        let (id, campaign) = (self.ids.next_id(), self.campaign.id);
        self.costs.push(CostLine {
            id,
            campaign,
            label: "dépense".into(),
            amount: Micros::from_cents(amount),
            unit,
            quantity: None,
            planned: false,
            created_at: Moment::start_of(LAUNCH),
        });
    }

    pub fn figures(&self, scope: Scope) -> Figures {
        let channels = HashMap::from([(self.campaign.id, self.campaign.channel)]);
        let mut tally = Tally::new(scope, Rules::default(), channels);
        for (id, events) in &self.accounts {
            tally.add(&subject(*id, events));
        }
        let costs = CampaignCosts {
            campaign: &self.campaign,
            lines: &self.costs,
            targeted: self.accounts.len() as u64,
        };
        tally.figures(&[costs], None)
    }

    pub fn of_campaign(&self) -> Figures {
        self.figures(Scope { campaign: Some(self.campaign.id), ..Scope::default() })
    }
}

/// 500 letters, 50 meetings, 10 quotes, 5 orders of 400 € margin; 1,90 € a letter and 250 € fixed.
pub fn course() -> Story {
    let mut story = Story::new();
    story.cost(190, Some(Unit::Letter));
    story.cost(25_000, None);
    for n in 0..500 {
        let account = story.account();
        story.tell(account, EventKind::LetterPosted, LAUNCH);
        if n < 50 {
            story.tell(account, EventKind::MeetingSet, date(2026, 3, 12));
        }
        if n < 10 {
            story.tell(account, EventKind::QuoteSent, date(2026, 3, 20));
        }
        if n < 5 {
            story.order(account, date(2026, 4, 10), 40_000);
        }
    }
    story
}
