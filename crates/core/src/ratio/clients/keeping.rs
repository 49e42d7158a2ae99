//! What an action that is to keep clients is judged by.

use jiff::civil::Date;
use serde::Serialize;

use super::is_client_on;
use crate::journal::standing;
use crate::money::divide_rounded;
use crate::ratio::{Comparison, Scope, Share, compare};
use crate::{Cents, Event, EventKind, Id};

/// Clients contacted by an action, against the other clients of its day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Keeping {
    /// Still clients on the day of judgement ÷ clients contacted.
    pub kept: Share,
    /// The same of the clients that the action did not contact.
    pub kept_others: Share,
    /// A = the others, B = those contacted.
    pub comparison: Comparison,
    /// Ordered again since the launch ÷ clients contacted.
    pub ordered: Share,
    pub ordered_others: Share,
    /// Cost ÷ clients contacted and kept: beside the CAC, keeping against winning.
    pub cost_per_kept: Option<Cents>,
    /// Clients contacted that were lost.
    pub lost: Vec<Id>,
}

/// Counts account by account. All clients are given, in the action's target or not, for the comparison.
#[derive(Debug)]
pub struct KeepingTally {
    scope: Scope,
    launched_on: Date,
    judged_on: Date,
    inactivity_months: Option<u32>,
    /// Clients, kept, ordered again: of those contacted, then of the others.
    counts: [[u64; 3]; 2],
    lost: Vec<Id>,
}

impl KeepingTally {
    /// `scope` names the action and ends on the day of judgement, `judged_on` (see
    /// [`Scope::last_day`]). A client without an order for longer than `inactivity_months` is not
    /// kept, where that is set.
    pub fn new(
        scope: Scope,
        launched_on: Date,
        judged_on: Date,
        inactivity_months: Option<u32>,
    ) -> KeepingTally {
        KeepingTally {
            scope,
            launched_on,
            judged_on,
            inactivity_months,
            counts: Default::default(),
            lost: Vec::new(),
        }
    }

    /// Counts one account by all its events; one that was no client before the launch is left out.
    pub fn add(&mut self, account: Id, events: &[Event]) {
        let events = standing(events, Some(self.judged_on));
        let Ok(eve) = self.launched_on.yesterday() else { return };
        if !is_client_on(&events, eve, self.inactivity_months) {
            return;
        }
        let contacted = events.iter().any(|event| self.scope.is_contact(event));
        let kept = is_client_on(&events, self.judged_on, self.inactivity_months);
        let again = |event: &&&Event| event.kind == EventKind::OrderPlaced && event.on >= self.launched_on;
        let ordered = events.iter().find(again).is_some();
        let [clients, stayed, came_again] = &mut self.counts[usize::from(!contacted)];
        *clients += 1;
        *stayed += u64::from(kept);
        *came_again += u64::from(ordered);
        if contacted && !kept {
            self.lost.push(account);
        }
    }

    /// Ends the count, for the action's cost.
    pub fn keeping(self, cost: Cents) -> Keeping {
        let [[clients, kept, ordered], [others, kept_others, ordered_others]] = self.counts;
        let (ours, theirs) = (Share::new(kept, clients), Share::new(kept_others, others));
        Keeping {
            kept: ours,
            kept_others: theirs,
            comparison: compare(theirs, ours),
            ordered: Share::new(ordered, clients),
            ordered_others: Share::new(ordered_others, others),
            cost_per_kept: (kept > 0).then(|| divide_rounded(i128::from(cost), i128::from(kept))),
            lost: self.lost,
        }
    }
}
