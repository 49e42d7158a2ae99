//! Who left in a period, and why.

use std::collections::HashMap;

use filon_core::journal::standing;
use filon_core::ratio::{ClientTally, Share};
use filon_core::{Cents, EventKind, Id};
use jiff::civil::Date;

use super::Habits;
use crate::accounts::{Row, rows_of};
use crate::answer::RatioAnswer;
use crate::stats::{Fold, Ground, Scope};
use crate::{Actor, App, Result};

/// The clients of a period.
#[derive(Debug, Clone)]
pub struct Attrition {
    pub at_start: u64,
    /// Won in the period, or come back.
    pub came: u64,
    pub at_end: u64,
    /// Lost ÷ clients at the start.
    pub attrition: RatioAnswer,
    /// 1 − attrition.
    pub loyalty: RatioAnswer,
    /// The most frequent reason first.
    pub reasons: Vec<Departed>,
    /// Who left, the dearest loss first.
    pub clients: Vec<LostClient>,
    /// Yearly margin of all that left.
    pub yearly_margin: Cents,
}

/// Clients that left for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Departed {
    /// As it was typed first, or that none was noted.
    pub label: String,
    pub count: u64,
    pub yearly_margin: Cents,
}

/// A client that left.
#[derive(Debug, Clone, PartialEq)]
pub struct LostClient {
    pub row: Row,
    pub lost_on: Date,
    pub reason: String,
    pub habits: Habits,
}

/// Who of the clients at the start of the period was lost in it, why, and what they used to bring.
pub fn attrition(app: &App, actor: &Actor, scope: &Scope) -> Result<Attrition> {
    let (clients, mut left) = app.read(actor, |tx| {
        let ground = Ground::load(tx)?;
        let fold = Fold::of(app, tx, actor, scope)?;
        let mut tally = ClientTally::new(fold.scope.clone(), ground.rules.clone());
        let mut left: HashMap<Id, (Date, Habits)> = HashMap::new();
        fold.each_with_reasons(tx, &mut |subject| {
            if tally.add(subject).is_none_or(|place| !place.lost) {
                return;
            }
            let events = standing(subject.events, fold.scope.as_of);
            let loss = events
                .iter()
                .rev()
                .find(|event| event.kind == EventKind::CustomerLost && fold.scope.holds(event.on));
            if let Some(loss) = loss {
                left.insert(subject.id, (loss.on, Habits::of(subject.events, fold.scope.as_of)));
            }
        })?;
        Ok((tally.clients(), left))
    })?;
    let mut reason_of: HashMap<Id, String> = HashMap::new();
    let mut reasons = Vec::new();
    for departure in &clients.departures {
        let label = departure.said.clone().unwrap_or_else(|| actor.words().clients.no_reason.to_owned());
        let margins = departure.accounts.iter().filter_map(|id| left.get(id));
        reasons.push(Departed {
            label: label.clone(),
            count: departure.accounts.len() as u64,
            yearly_margin: margins.map(|(_, habits)| habits.yearly_margin).sum(),
        });
        reason_of.extend(departure.accounts.iter().map(|id| (*id, label.clone())));
    }
    let ids: Vec<Id> = left.keys().copied().collect();
    let mut rows: Vec<LostClient> = rows_of(app, actor, &ids)?
        .into_iter()
        .filter_map(|row| {
            let (lost_on, habits) = left.remove(&row.id)?;
            let reason = reason_of.remove(&row.id).unwrap_or_default();
            Some(LostClient { row, lost_on, reason, habits })
        })
        .collect();
    rows.sort_by(|a, b| {
        b.habits.yearly_margin.cmp(&a.habits.yearly_margin).then(a.row.name.cmp(&b.row.name))
    });
    let (lost, at_start) = (rows.len() as u64, clients.at_start.len() as u64);
    Ok(Attrition {
        at_start,
        came: clients.came.len() as u64,
        at_end: clients.at_end,
        attrition: Share::new(lost, at_start).into(),
        loyalty: Share::new(at_start - lost.min(at_start), at_start).into(),
        yearly_margin: reasons.iter().map(|reason| reason.yearly_margin).sum(),
        reasons,
        clients: rows,
    })
}
