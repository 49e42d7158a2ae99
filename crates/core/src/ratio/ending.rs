//! How far one account got, and whether it is still on its way.

use jiff::civil::Date;

use super::credit::days_between;
use super::place::{comes_of, visible};
use super::{LossReason, Place, Rules, Scope, Subject};
use crate::{CallOutcome, Event, EventKind};

/// Half of the answers to a letter come within eight days, the last after eight weeks (DOMAIN.md 4).
pub const SILENT_AFTER_DAYS: i32 = 56;

/// What became of an account at the furthest step that it got to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// A client when it entered the scope: nobody tried to win it.
    Client,
    /// On its way; at the last step, a client that was won and kept.
    Open,
    Lost {
        reason: LossReason,
        /// The words as they were typed.
        said: Option<String>,
    },
}

impl Place {
    /// Index in [`STEPS`](super::STEPS) of the furthest step.
    pub fn furthest(&self) -> usize {
        self.reached.iter().rposition(Option::is_some).unwrap_or(0)
    }

    /// What became of the account, whose place this is. An account is lost by the last reason to stop
    /// that neither a sign of theirs nor, where something did not arrive, another try came after; it is
    /// silent once neither side gave a sign for more than `silent_after_days` on the last day of the
    /// scope ([`Scope::last_day`]; without such a day nobody is). Who was never contacted is only lost
    /// by opting out.
    pub fn ending(
        &self,
        subject: &Subject<'_>,
        scope: &Scope,
        rules: &Rules,
        silent_after_days: i32,
    ) -> Ending {
        self.ending_of(&visible(subject, scope), scope, rules, silent_after_days)
    }

    pub(super) fn ending_of(
        &self,
        events: &[&Event],
        scope: &Scope,
        rules: &Rules,
        silent_after_days: i32,
    ) -> Ending {
        if self.client {
            return Ending::Client;
        }
        let contact = events.iter().find(|event| scope.is_contact(event)).copied();
        let Some(contact) = contact else {
            return last_reason(events, |event| {
                scope.before_end(event.on)
                    && matches!(event.kind, EventKind::OptedOut | EventKind::ConsentGiven)
            });
        };
        if self.reached[5].is_some() {
            return last_reason(events, |event| {
                scope.before_end(event.on)
                    && matches!(event.kind, EventKind::OrderPlaced | EventKind::CustomerLost)
            });
        }
        let ending = last_reason(events, |event| {
            event.id == contact.id
                || comes_of(event, contact, events, scope, rules)
                || (event.kind == EventKind::OptedOut
                    && event.order() > contact.order()
                    && scope.before_end(event.on))
        });
        match (ending, scope.last_day()) {
            (Ending::Open, Some(day)) if is_silent(events, contact, scope, day, silent_after_days) => {
                Ending::Lost { reason: LossReason::Silent, said: None }
            }
            (ending, _) => ending,
        }
    }
}

/// The last reason to stop among the events that count, unless something took it away.
fn last_reason(events: &[&Event], counts: impl Fn(&Event) -> bool) -> Ending {
    let mut stopped: Option<(LossReason, &Event)> = None;
    for event in events.iter().filter(|event| counts(event)) {
        stopped = match (LossReason::of(event), stopped) {
            (Some(reason), _) => Some((reason, event)),
            (None, Some((reason, _))) if takes_away(event, &reason) => None,
            (None, kept) => kept,
        };
    }
    stopped.map_or(Ending::Open, |(reason, event)| {
        let said = if reason.said().is_some() { event.note.clone() } else { None };
        Ending::Lost { reason, said }
    })
}

fn takes_away(event: &Event, reason: &LossReason) -> bool {
    event.kind.is_inbound()
        || event.outcome == Some(CallOutcome::CallBack)
        || (reason.is_failed_contact() && event.kind.is_outgoing())
}

fn is_silent(events: &[&Event], contact: &Event, scope: &Scope, day: Date, after_days: i32) -> bool {
    let signs = events.iter().filter(|event| event.order() >= contact.order() && scope.before_end(event.on));
    let last =
        signs.filter(|event| event.kind.is_outgoing() || event.kind.is_inbound()).map(|event| event.on);
    last.max().is_some_and(|last| days_between(last, day) > i64::from(after_days))
}
