//! Who stopped at each step of the funnel, and why.

use std::collections::BTreeMap;

use serde::Serialize;

use super::place::visible;
use super::{Ending, LossReason, Place, Rules, STEPS, Scope, Subject};
use crate::Id;

/// Those who stopped at a step for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Loss {
    pub step: &'static str,
    pub reason: LossReason,
    /// The reason as somebody typed it first, where it was typed.
    pub said: Option<String>,
    pub count: u64,
    pub accounts: Vec<Id>,
}

/// What became of those who got to a step: `count = next + clients + open + Σ losses`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepLosses {
    pub step: &'static str,
    pub count: u64,
    /// Those who got further.
    pub next: u64,
    /// Clients before they entered the scope, whom nobody tried to win; only at the first step.
    pub clients: u64,
    /// Still on their way; at the last step, won and kept.
    pub open: Vec<Id>,
    /// The most frequent reason first.
    pub losses: Vec<Loss>,
}

/// Counts the losses of a scope, account by account.
#[derive(Debug)]
pub struct LossTally {
    scope: Scope,
    rules: Rules,
    silent_after_days: i32,
    steps: [AtStep; 6],
}

#[derive(Debug, Default)]
struct AtStep {
    clients: u64,
    open: Vec<Id>,
    lost: BTreeMap<LossReason, (Option<String>, Vec<Id>)>,
}

impl AtStep {
    fn stopped(&self) -> u64 {
        let lost: usize = self.lost.values().map(|(_, accounts)| accounts.len()).sum();
        self.clients + (self.open.len() + lost) as u64
    }
}

impl LossTally {
    /// See [`Place::ending`] for `silent_after_days`.
    pub fn new(scope: Scope, rules: Rules, silent_after_days: i32) -> LossTally {
        LossTally { scope, rules, silent_after_days, steps: Default::default() }
    }

    /// Counts one account; `None` where it is not in the base.
    pub fn add(&mut self, subject: &Subject<'_>) -> Option<(Place, Ending)> {
        let events = visible(subject, &self.scope);
        let place = Place::of(subject, &events, &self.scope, &self.rules)?;
        let ending = place.ending_of(&events, &self.scope, &self.rules, self.silent_after_days);
        let step = &mut self.steps[place.furthest()];
        match &ending {
            Ending::Client => step.clients += 1,
            Ending::Open => step.open.push(place.id),
            Ending::Lost { reason, said } => {
                let (first, accounts) = step.lost.entry(reason.clone()).or_default();
                if first.is_none() {
                    first.clone_from(said);
                }
                accounts.push(place.id);
            }
        }
        Some((place, ending))
    }

    /// Ends the count.
    pub fn losses(self) -> [StepLosses; 6] {
        let mut next = self.steps.iter().map(AtStep::stopped).sum::<u64>();
        let mut names = STEPS.into_iter();
        self.steps.map(|at| {
            let step = names.next().unwrap_or_default();
            let count = next;
            next -= at.stopped();
            let AtStep { clients, open, lost } = at;
            let mut losses: Vec<Loss> = lost
                .into_iter()
                .map(|(reason, (said, accounts))| {
                    let count = accounts.len() as u64;
                    Loss { step, reason, said, count, accounts }
                })
                .collect();
            losses.sort_by_key(|loss| std::cmp::Reverse(loss.count));
            StepLosses { step, count, next, clients, open, losses }
        })
    }
}
