//! Who left in a period, and why.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::ratio::place::visible;
use crate::ratio::{Place, Rules, Scope, Subject};
use crate::text::fold;
use crate::{EventKind, Id, Stage};

/// Clients lost for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Departure {
    /// The reason, folded; empty where none was given.
    pub reason: String,
    /// As somebody typed it first.
    pub said: Option<String>,
    pub accounts: Vec<Id>,
}

/// The clients of a period. Lost ÷ those at its start is the attrition of
/// [`Retention`](crate::ratio::Retention), counted alike.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Clients {
    pub at_start: Vec<Id>,
    /// Clients at the end who were none at the start: won, or come back.
    pub came: Vec<Id>,
    pub at_end: u64,
    /// The most frequent reason first.
    pub departures: Vec<Departure>,
}

/// Counts clients account by account, over the period of a scope.
#[derive(Debug)]
pub struct ClientTally {
    scope: Scope,
    rules: Rules,
    clients: Clients,
    lost: BTreeMap<String, (Option<String>, Vec<Id>)>,
}

impl ClientTally {
    pub fn new(scope: Scope, rules: Rules) -> ClientTally {
        ClientTally { scope, rules, clients: Clients::default(), lost: BTreeMap::new() }
    }

    /// Counts one account; its place, or `None` where it is not in the base.
    pub fn add(&mut self, subject: &Subject<'_>) -> Option<Place> {
        let events = visible(subject, &self.scope);
        let place = Place::of(subject, &events, &self.scope, &self.rules)?;
        let until = events
            .iter()
            .filter(|event| self.scope.before_end(event.on) || event.kind == EventKind::ClientKnown);
        let stays = crate::journal::Standing::fold(until.copied()).stage == Stage::Client;
        self.clients.at_end += u64::from(stays);
        if place.client {
            self.clients.at_start.push(place.id);
        } else if stays {
            self.clients.came.push(place.id);
        }
        let leaving =
            |event: &&&crate::Event| event.kind == EventKind::CustomerLost && self.scope.holds(event.on);
        if let Some(loss) = events.iter().rev().find(leaving).filter(|_| place.lost) {
            let note = loss.note.clone().filter(|note| !note.trim().is_empty());
            let (said, accounts) = self.lost.entry(fold(note.as_deref().unwrap_or_default())).or_default();
            if said.is_none() {
                *said = note;
            }
            accounts.push(place.id);
        }
        Some(place)
    }

    /// Ends the count.
    pub fn clients(self) -> Clients {
        let lost = self.lost.into_iter();
        let mut departures: Vec<Departure> =
            lost.map(|(reason, (said, accounts))| Departure { reason, said, accounts }).collect();
        departures.sort_by_key(|departure| std::cmp::Reverse(departure.accounts.len()));
        Clients { departures, ..self.clients }
    }
}
