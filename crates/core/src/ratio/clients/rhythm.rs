//! Clients at risk, by their own rhythm of orders.

use jiff::civil::Date;
use serde::Serialize;

use crate::journal::{Standing, standing};
use crate::ratio::Quartiles;
use crate::ratio::credit::days_between;
use crate::{Event, EventKind, Id, Stage};

/// How many days lie between the orders of a client, or of all clients.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Rhythm {
    pub median_days: f64,
    /// Longer than this without an order is unusual: Tukey's fence (upper quartile + 1.5 × the spread
    /// of the quartiles), and at least one and a half medians, as two gaps alike spread nothing.
    pub upper_days: f64,
}

impl Rhythm {
    /// The rhythm of some gaps in days; `None` for none.
    pub fn of(gaps: &[i64]) -> Option<Rhythm> {
        let Quartiles { lower, median, upper } = Quartiles::of(gaps)?;
        Some(Rhythm { median_days: median, upper_days: (upper + 1.5 * (upper - lower)).max(1.5 * median) })
    }
}

/// A client that orders no more as it used to.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct AtRisk {
    pub account: Id,
    pub last_order_on: Date,
    pub silent_days: i64,
    pub rhythm: Rhythm,
    /// The rhythm is the client's own; else, with fewer than three orders, that of all clients.
    pub own: bool,
}

/// Fewer days of orders than this make no rhythm of one's own.
const ENOUGH_ORDERS: usize = 3;

/// Collects rhythms account by account, as they stand at the end of a day.
#[derive(Debug)]
pub struct RhythmTally {
    today: Date,
    clients: Vec<(Id, Date, Option<Rhythm>)>,
    gaps: Vec<i64>,
}

impl RhythmTally {
    pub fn new(today: Date) -> RhythmTally {
        RhythmTally { today, clients: Vec::new(), gaps: Vec::new() }
    }

    /// Takes one account in by all its events. Those who are no clients any more teach the company's
    /// rhythm and are at no risk.
    pub fn add(&mut self, account: Id, events: &[Event]) {
        let events = standing(events, Some(self.today));
        let mut days: Vec<Date> = events
            .iter()
            .filter(|event| event.kind == EventKind::OrderPlaced)
            .map(|order| order.on)
            .collect();
        days.dedup();
        let gaps: Vec<i64> = days.windows(2).map(|pair| days_between(pair[0], pair[1])).collect();
        let own = if days.len() >= ENOUGH_ORDERS { Rhythm::of(&gaps) } else { None };
        self.gaps.extend(gaps);
        if let (Some(last), Stage::Client) = (days.last(), Standing::fold(events.iter().copied()).stage) {
            self.clients.push((account, *last, own));
        }
    }

    /// The rhythm of all clients together.
    pub fn company(&self) -> Option<Rhythm> {
        Rhythm::of(&self.gaps)
    }

    /// The clients at risk; first those who are silent the longest, in terms of their own rhythm.
    /// Without any second order in the company nobody can be judged.
    pub fn at_risk(&self) -> Vec<AtRisk> {
        let company = self.company();
        let mut found: Vec<AtRisk> = self
            .clients
            .iter()
            .filter_map(|(account, last, own)| {
                let rhythm = own.or(company)?;
                let silent_days = days_between(*last, self.today);
                let at_risk = AtRisk {
                    account: *account,
                    last_order_on: *last,
                    silent_days,
                    rhythm,
                    own: own.is_some(),
                };
                (silent_days as f64 > rhythm.upper_days).then_some(at_risk)
            })
            .collect();
        let lateness = |client: &AtRisk| client.silent_days as f64 / client.rhythm.upper_days;
        found.sort_by(|a, b| lateness(b).total_cmp(&lateness(a)).then(a.account.cmp(&b.account)));
        found
    }
}
