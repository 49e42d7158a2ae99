//! What the right to contact looks at.

use jiff::civil::Date;

use crate::journal::{Stage, Standing};
use crate::segment::Facts;
use crate::{Account, AccountKind, Channel, Event, EventKind, Id, Person};

/// An account, with everything that the right to contact it depends on.
#[derive(Debug, Clone)]
pub struct ContactFacts<'a> {
    pub account: &'a Account,
    pub persons: &'a [Person],
    /// The standing events, in the order of the journal.
    pub events: &'a [Event],
    /// Who is meant; `None` = the account as a whole, against which anybody's opposition counts.
    pub person: Option<Id>,
    /// Coordinates found in the list of oppositions that outlive erasure.
    pub suppressed: Vec<SuppressionHit>,
    /// The rented file that it came in, if it did.
    pub rented: Option<RentedFile>,
}

/// A coordinate met in the list of hashed oppositions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SuppressionHit {
    /// What was opposed; `None` = everything.
    pub channel: Option<Channel>,
    pub since: Date,
}

/// How often a rented file may serve, and did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RentedFile {
    pub uses_paid: u32,
    pub uses_made: u32,
}

/// What the company settled for a send.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// The sender's legal mentions are complete.
    pub sender_mentions: bool,
    /// The purpose is professional, and recorded as such: sole traders count as professionals.
    pub professional_purpose: bool,
    /// The list is drawn up for later: hours of call and holidays are left to the moment of each call.
    pub planning: bool,
    /// The two more holidays of Alsace and Moselle (departments 57, 67 and 68) count.
    pub alsace_moselle: bool,
}

impl Default for Rules {
    fn default() -> Rules {
        Rules { sender_mentions: true, professional_purpose: false, planning: false, alsace_moselle: true }
    }
}

impl<'a> ContactFacts<'a> {
    pub fn new(account: &'a Account, persons: &'a [Person], events: &'a [Event]) -> ContactFacts<'a> {
        ContactFacts { account, persons, events, person: None, suppressed: Vec::new(), rented: None }
    }

    /// The same account, of which one person is meant.
    pub fn with_person(self, person: Id) -> ContactFacts<'a> {
        ContactFacts { person: Some(person), ..self }
    }

    pub fn with_suppressed(self, suppressed: Vec<SuppressionHit>) -> ContactFacts<'a> {
        ContactFacts { suppressed, ..self }
    }

    pub fn with_rented(self, rented: RentedFile) -> ContactFacts<'a> {
        ContactFacts { rented: Some(rented), ..self }
    }

    /// The events known on a day that concern whoever is meant.
    pub(super) fn known_on(&self, day: Date) -> impl DoubleEndedIterator<Item = &'a Event> + Clone + use<'a> {
        let person = self.person;
        self.events.iter().filter(move |event| {
            let known = event.on <= day || event.kind == EventKind::ClientKnown;
            let concerns = person.is_none() || event.person.is_none() || event.person == person;
            known && (concerns || !is_personal(event.kind))
        })
    }

    pub(super) fn stage_on(&self, day: Date) -> Stage {
        Standing::fold(self.known_on(day)).stage
    }

    /// A private individual in the eye of the law: also a sole trader (legal category 1000 of Sirene),
    /// save for a purpose that is professional and recorded.
    pub fn is_consumer(&self, rules: &Rules) -> bool {
        self.account.kind == AccountKind::Individual || (self.is_sole_trader() && !rules.professional_purpose)
    }

    /// Sirene says that the company is one natural person.
    pub fn is_sole_trader(&self) -> bool {
        self.account.custom.iter().any(|(field, value)| {
            let squashed: String = crate::text::fold(field).chars().filter(|c| c.is_alphanumeric()).collect();
            matches!(
                squashed.as_str(),
                "categoriejuridiqueunitelegale" | "categoriejuridique" | "codecategoriejuridique"
            ) && value.trim() == "1000"
        })
    }
}

/// Of one person and no other at the account.
fn is_personal(kind: EventKind) -> bool {
    matches!(kind, EventKind::OptedOut | EventKind::ConsentGiven)
}

impl<'a> From<&'a Facts> for ContactFacts<'a> {
    fn from(facts: &'a Facts) -> ContactFacts<'a> {
        ContactFacts::new(&facts.account, &facts.persons, &facts.events)
    }
}
