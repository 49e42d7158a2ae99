//! The order of a call list.
//!
//! Invariant: nobody is ready whom the right to contact refuses at the moment; the list is built from
//! an [`Audience`], and nothing else makes a [`Queue`].

use std::cmp::Reverse;

use jiff::civil::Date;

use super::Reason;
use super::reasons::{reasons, score};
use crate::consent::{Audience, ContactFacts, Contactable, Refusal, Rules, allowed_from};
use crate::segment::Facts;
use crate::{Channel, EventKind, Moment};

/// Somebody who can stand in a call list.
pub trait Callable: Contactable {
    /// The moment of the earliest open follow-up; the start of its day where it has no hour.
    fn follow_up(&self) -> Option<Moment>;
}

impl Callable for Facts {
    fn follow_up(&self) -> Option<Moment> {
        self.follow_ups.iter().min().map(|day| Moment::start_of(*day))
    }
}

/// A candidate with something that travels along.
impl<T: Callable, P> Callable for (T, P) {
    fn follow_up(&self) -> Option<Moment> {
        self.0.follow_up()
    }
}

/// A candidate who may be called now.
#[derive(Debug, Clone, PartialEq)]
pub struct Queued<T> {
    pub candidate: T,
    /// The follow-up that is due.
    pub due: Option<Moment>,
    /// The sum of the points of the reasons.
    pub score: i32,
    pub reasons: Vec<Reason>,
}

/// A candidate who is not to be called now.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiting<T> {
    pub candidate: T,
    pub why: NotNow,
    /// The first day at the company's place on which the candidate may be called, all rules and the
    /// follow-up considered, as far as the journal knows; `None` where time does not help.
    pub until: Option<Date>,
}

/// Why not now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotNow {
    /// The right to contact refuses.
    Rule(Refusal),
    /// A follow-up is set for later.
    FollowUp(Moment),
    /// A meeting is set, and was neither held nor missed yet.
    Meeting { set_on: Date },
}

impl NotNow {
    fn until(self, facts: &ContactFacts<'_>, moment: Moment, rules: &Rules) -> Option<Date> {
        let from = match self {
            NotNow::Rule(_) => moment,
            NotNow::FollowUp(at) => at,
            NotNow::Meeting { .. } => return None,
        };
        allowed_from(facts, Channel::Phone, from, rules).map(Moment::day)
    }
}

/// A call list at a moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Queue<T> {
    moment: Moment,
    ready: Vec<Queued<T>>,
    waiting: Vec<Waiting<T>>,
}

impl<T> Queue<T> {
    pub fn moment(&self) -> Moment {
        self.moment
    }

    /// Whom to call, the first first.
    pub fn ready(&self) -> &[Queued<T>] {
        &self.ready
    }

    /// Those who wait, the soonest first, those whom time does not help last.
    pub fn waiting(&self) -> &[Waiting<T>] {
        &self.waiting
    }

    pub fn into_parts(self) -> (Vec<Queued<T>>, Vec<Waiting<T>>) {
        (self.ready, self.waiting)
    }
}

/// Orders candidates: due follow-ups first, the oldest due first; then the best chance; then the
/// postcode, those without one last; then the account's identifier, so that the order does not depend
/// on the one in which the candidates were given.
pub fn call_queue<T: Callable>(
    candidates: impl IntoIterator<Item = T>,
    moment: Moment,
    rules: &Rules,
) -> Queue<T> {
    let (allowed, refused) = Audience::select(candidates, Channel::Phone, moment, rules).into_parts();
    let wait = |candidate: T, why: NotNow| {
        let until = why.until(&candidate.contact_facts(), moment, rules);
        Waiting { candidate, why, until }
    };
    let mut waiting: Vec<Waiting<T>> =
        refused.into_iter().map(|refused| wait(refused.candidate, NotNow::Rule(refused.refusal))).collect();
    let mut ready = Vec::new();
    for candidate in allowed {
        let follow_up = candidate.follow_up();
        match follow_up {
            Some(at) if at > moment => waiting.push(wait(candidate, NotNow::FollowUp(at))),
            None if let Some(set_on) = meeting_ahead(&candidate, moment) => {
                waiting.push(wait(candidate, NotNow::Meeting { set_on }));
            }
            due => {
                let day = moment.day();
                let reasons = reasons(candidate.contact_facts().events, day);
                ready.push(Queued { due, score: score(&reasons, day), reasons, candidate });
            }
        }
    }
    ready.sort_by_cached_key(|queued| {
        let account = queued.candidate.contact_facts().account;
        let postcode = account.address.postcode.clone();
        let due = (queued.due.is_none(), queued.due);
        (due, Reverse(queued.score), (postcode.is_none(), postcode), account.id)
    });
    waiting.sort_by_key(|waiting| {
        let until = waiting.until;
        (until.is_none(), until, waiting.candidate.contact_facts().account.id)
    });
    Queue { moment, ready, waiting }
}

/// The day on which the meeting that lies ahead was set.
fn meeting_ahead<T: Contactable>(candidate: &T, moment: Moment) -> Option<Date> {
    let day = moment.day();
    let facts = candidate.contact_facts();
    let last = facts.events.iter().rev().filter(|event| event.on <= day).find(|event| {
        matches!(event.kind, EventKind::MeetingSet | EventKind::MeetingHeld | EventKind::MeetingMissed)
    })?;
    (last.kind == EventKind::MeetingSet).then_some(last.on)
}
