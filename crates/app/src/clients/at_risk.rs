//! Clients that order no more as they used to.

use std::collections::HashMap;

use filon_core::ratio::{self, Rhythm, RhythmTally};
use filon_core::{Cents, Id};
use filon_store::events;
use jiff::civil::Date;

use super::Habits;
use crate::accounts::{Row, rows_of};
use crate::stats::{Fold, Scope};
use crate::{Actor, App, Result};

/// The clients at risk.
#[derive(Debug, Clone)]
pub struct AtRisk {
    /// First those who are silent the longest, in terms of their own rhythm.
    pub clients: Vec<ClientAtRisk>,
    /// The rhythm of all clients, which judges those with fewer than three orders. `None` before any
    /// second order: then nobody can be judged.
    pub company: Option<Rhythm>,
    /// Yearly margin of those at risk.
    pub yearly_margin: Cents,
}

/// A client that is silent for longer than usual.
#[derive(Debug, Clone, PartialEq)]
pub struct ClientAtRisk {
    pub row: Row,
    pub last_order_on: Date,
    pub silent_days: i64,
    pub rhythm: Rhythm,
    /// The rhythm is its own, not that of all clients.
    pub own: bool,
    pub yearly_margin: Cents,
    /// The same in words.
    pub why: String,
}

/// The clients of a selection that are at risk on a day; the period of the scope is not looked at.
pub fn at_risk(app: &App, actor: &Actor, scope: &Scope) -> Result<AtRisk> {
    let (company, found, margins) = app.read(actor, |tx| {
        let fold = Fold::of(app, tx, actor, scope)?;
        let mut tally = RhythmTally::new(scope.as_of.unwrap_or(app.today()));
        fold.each(tx, &mut |subject| tally.add(subject.id, subject.events))?;
        let found = tally.at_risk();
        let ids: Vec<Id> = found.iter().map(|client| client.account).collect();
        let journals = events::of_accounts(tx, &ids)?;
        let margin = |(id, events): (&Id, &Vec<_>)| (*id, Habits::of(events, scope.as_of).yearly_margin);
        let margins: HashMap<Id, Cents> = journals.iter().map(margin).collect();
        Ok((tally.company(), found, margins))
    })?;
    let ids: Vec<Id> = found.iter().map(|client| client.account).collect();
    let mut by_id: HashMap<Id, ratio::AtRisk> =
        found.into_iter().map(|client| (client.account, client)).collect();
    let clients: Vec<ClientAtRisk> = rows_of(app, actor, &ids)?
        .into_iter()
        .filter_map(|row| {
            let ratio::AtRisk { last_order_on, silent_days, rhythm, own, .. } = by_id.remove(&row.id)?;
            Some(ClientAtRisk {
                last_order_on,
                silent_days,
                rhythm,
                own,
                yearly_margin: margins.get(&row.id).copied().unwrap_or(0),
                why: (actor.words().clients.silent)(rhythm.median_days, silent_days, own),
                row,
            })
        })
        .collect();
    let yearly_margin = clients.iter().map(|client| client.yearly_margin).sum();
    Ok(AtRisk { clients, company, yearly_margin })
}
