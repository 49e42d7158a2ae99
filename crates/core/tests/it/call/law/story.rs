//! Somebody in a call list: what is known, and who is meant.

use filon_core::call::Callable;
use filon_core::consent::{ContactFacts, Contactable, RentedFile, SuppressionHit};
use filon_core::{Account, AccountKind, CallOutcome, Channel, Event, EventKind, Id, Moment, Person};
use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::calendar::Day;
use crate::call::sophie;
use crate::story::{company, event, id};

/// A line of the journal.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    pub kind: EventKind,
    pub channel: Option<Channel>,
    pub day: Day,
    /// The first or the second person of the account.
    pub person: Option<usize>,
}

#[derive(Debug, Clone)]
pub struct Story {
    pub kind: AccountKind,
    pub sole_trader: bool,
    pub partial: bool,
    pub source: bool,
    pub created: Day,
    pub postcode: &'static str,
    pub house_phone: bool,
    /// Whether each person has a number.
    pub phones: [bool; 2],
    pub meant: Option<usize>,
    pub lines: Vec<Line>,
    pub suppressed: Option<(Option<Channel>, Day)>,
    /// Uses paid for and made.
    pub rented: Option<(u32, u32)>,
    /// In seconds.
    pub follow_up: Option<i64>,
}

/// The same as the rules see it.
#[derive(Debug, Clone)]
pub struct Candidate {
    account: Account,
    persons: Vec<Person>,
    events: Vec<Event>,
    meant: Option<Id>,
    suppressed: Vec<SuppressionHit>,
    rented: Option<RentedFile>,
    follow_up: Option<Moment>,
}

fn on(day: Day) -> Date {
    date(1970, 1, 1) + day.days()
}

fn person_id(at: usize) -> Id {
    id(50 + at as u128)
}

impl Story {
    pub fn candidate(&self) -> Candidate {
        let mut account = Account { kind: self.kind, ..company("Garage Dupont") };
        account.address.postcode = Some(self.postcode.into());
        account.partial_diffusion = self.partial;
        account.source = self.source.then(|| "salon".into());
        account.created_at = Moment::start_of(on(self.created));
        account.phone = self.house_phone.then(|| "+33556000000".into());
        if self.sole_trader {
            account.custom.insert("categorieJuridiqueUniteLegale".into(), "1000".into());
        }
        let number = |has: bool| if has { "+33556112233".to_owned() } else { String::new() };
        let persons = [0, 1].map(|at| {
            // The second one has a mobile only.
            let (phone, mobile) = (number(self.phones[at] && at == 0), number(self.phones[at] && at == 1));
            Person { id: person_id(at), primary: at == 0, phone, mobile, ..sophie() }
        });
        let events = self.lines.iter().zip(0u128..).map(|(line, at)| {
            let outcome = (line.kind == EventKind::CallMade).then_some(CallOutcome::NoAnswer);
            let person = line.person.map(person_id);
            let made = event(account.id, at, line.kind, on(line.day));
            Event { channel: line.channel, person, outcome, ..made }
        });
        let hit = |(channel, since)| SuppressionHit { channel, since: on(since) };
        Candidate {
            events: events.collect(),
            persons: persons.to_vec(),
            meant: self.meant.map(person_id),
            suppressed: self.suppressed.map(hit).into_iter().collect(),
            rented: self.rented.map(|(uses_paid, uses_made)| RentedFile { uses_paid, uses_made }),
            follow_up: self.follow_up.map(|at| Moment::from_millis(at * 1_000)),
            account,
        }
    }
}

impl Contactable for Candidate {
    fn contact_facts(&self) -> ContactFacts<'_> {
        let facts = ContactFacts::new(&self.account, &self.persons, &self.events);
        let facts = facts.with_suppressed(self.suppressed.clone());
        ContactFacts { person: self.meant, rented: self.rented, ..facts }
    }
}

impl Callable for Candidate {
    fn follow_up(&self) -> Option<Moment> {
        self.follow_up
    }
}
