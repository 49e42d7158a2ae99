//! Those who stand in a list, with what decides whether they are called now.

use std::collections::HashSet;

use filon_core::call::{Callable, Queue, call_queue};
use filon_core::consent::{ContactFacts, Contactable, Rules};
use filon_core::follow_up::FollowUpKind;
use filon_core::segment::Query;
use filon_core::{Channel, Event, EventKind, Id, Moment};
use filon_store::accounts::{self, Direction, Sort};
use filon_store::call_lists::CallList;
use filon_store::{Tx, calls, campaigns, follow_ups};

use crate::audience::{Candidate, candidates};
use crate::fail::Fail;
use crate::follow_ups::is_call;
use crate::query::{read_on, saved};
use crate::{Actor, AppError};

/// More in one list would make its callers wait.
pub(super) const MOST: usize = 20_000;

/// An account of a list, with its next call.
#[derive(Debug, Clone)]
pub(super) struct Stander {
    pub candidate: Candidate,
    /// The soonest open follow-up that is a call, and that no call answered yet.
    pub follow_up: Option<follow_ups::FollowUp>,
}

impl Contactable for Stander {
    fn contact_facts(&self) -> ContactFacts<'_> {
        self.candidate.contact_facts()
    }
}

impl Callable for Stander {
    fn follow_up(&self) -> Option<Moment> {
        let next = self.follow_up.as_ref()?;
        Some(next.due_at.unwrap_or_else(|| Moment::start_of(next.due_on)))
    }
}

/// The rules of a call that is made at once. The two holidays of Alsace and Moselle protect whoever lives
/// there, wherever the company is.
pub(super) fn rules() -> Rules {
    Rules { planning: false, alsace_moselle: true, ..Rules::default() }
}

/// The accounts of a list now: those of its selection, or the frozen target of its action.
pub(super) fn members(tx: &mut Tx<'_>, actor: &Actor, list: &CallList, now: Moment) -> Result<Vec<Id>, Fail> {
    let ids = match list.campaign {
        Some(campaign) => {
            campaigns::targets(tx, campaign)?.into_iter().map(|target| target.account).collect()
        }
        None => {
            let query = selection(tx, actor, list, now)?;
            accounts::ids(tx, &query, Sort::Name, Direction::Ascending)?
        }
    };
    if ids.len() > MOST {
        return Err(AppError::refused((actor.words().call.too_many)(ids.len(), MOST)).into());
    }
    Ok(ids)
}

/// The selection that a list is made from, where no action is.
pub(super) fn selection(tx: &mut Tx<'_>, actor: &Actor, list: &CallList, now: Moment) -> Result<Query, Fail> {
    let line = match &list.segment {
        Some(name) => saved(tx, actor, name)?.query,
        None => list.query.clone().unwrap_or_default(),
    };
    Ok(read_on(actor, &line, now.day())?)
}

pub(super) fn standers(tx: &mut Tx<'_>, ids: &[Id]) -> Result<Vec<Stander>, Fail> {
    let mut open = follow_ups::open_of(tx, ids)?;
    let all = candidates(tx, ids, Channel::Phone)?;
    let stander = |candidate: Candidate| {
        let open = open.remove(&candidate.account.id).unwrap_or_default().into_iter();
        let calls = open.filter(|one| is_call(one) && !is_answered(one, &candidate.events));
        let follow_up = calls.min_by_key(|call| (call.due_on, call.due_at));
        Stander { candidate, follow_up }
    };
    Ok(all.into_iter().map(stander).collect())
}

/// Whether a follow-up is the call that confirms a meeting: it has the identifier of the line that set it.
pub(super) fn is_confirmation(follow_up: &follow_ups::FollowUp, events: &[Event]) -> bool {
    events.iter().any(|event| event.kind == EventKind::MeetingSet && event.id == follow_up.id)
}

/// What a call does not settle (a quote promised, a meeting to confirm) is no reason for another call once
/// somebody called after it was due.
fn is_answered(follow_up: &follow_ups::FollowUp, events: &[Event]) -> bool {
    let called = |event: &Event| {
        let is_later = event.on >= follow_up.due_on && event.recorded_at > follow_up.created_at;
        event.kind == EventKind::CallMade && is_later
    };
    let stays_open = follow_up.kind != FollowUpKind::Call || is_confirmation(follow_up, events);
    stays_open && events.iter().any(called)
}

/// A list as it stands at a moment.
pub(super) struct Standing {
    pub total: usize,
    pub queue: Queue<Stander>,
    /// Those who were called for this list, with nothing planned that is due: they are done with.
    pub concluded: Vec<Stander>,
}

pub(super) fn standing(
    tx: &mut Tx<'_>,
    actor: &Actor,
    list: &CallList,
    now: Moment,
) -> Result<Standing, Fail> {
    let ids = members(tx, actor, list, now)?;
    let called = called(tx, list.id)?;
    let (concluded, open): (Vec<Stander>, Vec<Stander>) = standers(tx, &ids)?
        .into_iter()
        .partition(|one| one.follow_up.is_none() && called.contains(&one.candidate.account.id));
    Ok(Standing { total: ids.len(), queue: call_queue(open, now, &rules()), concluded })
}

/// The accounts with a standing call of a list.
fn called(tx: &mut Tx<'_>, list: Id) -> Result<HashSet<Id>, Fail> {
    let scope = calls::CallScope { list: Some(list), ..calls::CallScope::default() };
    Ok(calls::standing(tx, &scope)?.into_iter().map(|made| made.account).collect())
}
