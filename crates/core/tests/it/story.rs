//! Accounts and journals for the tests: one small company, told once.

use filon_core::{Account, AccountKind, Address, CallOutcome, Event, EventKind, Id, Moment};
use jiff::civil::{Date, date};

pub fn id(number: u128) -> Id {
    Id::new(Moment::from_millis(1_760_000_000_000), number)
}

/// A company of Bordeaux that was entered on 5 January 2026.
pub fn company(name: &str) -> Account {
    Account {
        id: id(1),
        reference: Some("C-1".into()),
        kind: AccountKind::Company,
        name: name.into(),
        siret: None,
        siren: None,
        naf: None,
        employees: None,
        revenue: None,
        address: Address {
            lines: vec!["12 rue Pasteur".into()],
            postcode: Some("33000".into()),
            city: Some("Bordeaux".into()),
            country: "FR".into(),
        },
        phone: None,
        email: None,
        website: None,
        source: Some("salon".into()),
        tags: Vec::new(),
        partial_diffusion: false,
        custom: Default::default(),
        note: None,
        owner: None,
        batch: None,
        created_at: Moment::start_of(date(2026, 1, 5)),
    }
}

pub fn event(account: Id, number: u128, kind: EventKind, on: Date) -> Event {
    Event {
        id: id(1_000 + number),
        account,
        person: None,
        kind,
        channel: None,
        campaign: None,
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
    }
}

/// A journal that is written line by line, in order.
pub struct Story {
    account: Id,
    pub events: Vec<Event>,
}

impl Story {
    pub fn of(account: Id) -> Story {
        Story { account, events: Vec::new() }
    }

    pub fn add(&mut self, kind: EventKind, on: Date) -> &mut Event {
        let number = self.events.len() as u128;
        self.events.push(event(self.account, number, kind, on));
        self.events.last_mut().unwrap()
    }

    pub fn call(&mut self, outcome: CallOutcome, on: Date) {
        self.add(EventKind::CallMade, on).outcome = Some(outcome);
    }
}
