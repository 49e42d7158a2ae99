//! What a key at the end of a call would record, and the next step proposed.

use filon_core::call::{
    Cadence, Call, CallResult, FollowUpReason, NextStep, Recorded, StopReason, record, shortcuts,
};
use filon_core::consent::{ContactFacts, Contactable, allowed_from};
use filon_core::follow_up::FollowUpKind;
use filon_core::{Channel, Event, Id, Moment};
use filon_store::Tx;
use jiff::civil::{Date, Time};

use super::list::going_on;
use super::standers::{Stander, rules, standers};
use crate::fail::Fail;
use crate::meetings::offered_slots;
use crate::{Actor, App, AppError, Result, settings};

/// The proposal after a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    pub result: CallResult,
    pub next: NextShown,
    /// The days of the keys +1 d, +3 d, +7 d.
    pub shortcuts: [Date; 3],
    /// The first moment from now on at which a rule allows to call again; `None` where time does not help.
    pub allowed_from: Option<Moment>,
    /// Two moments to offer for a meeting, those of the script.
    pub slots: [Moment; 2],
}

/// The step proposed; the caller may choose another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextShown {
    pub day: Option<Date>,
    pub time: Option<Time>,
    pub kind: FollowUpKind,
    /// Why then, for the follow-up that is kept.
    pub code: Option<FollowUpReason>,
    /// Why then, worded.
    pub reason: String,
    /// Why nobody calls again, worded.
    pub stops: Option<String>,
}

/// What follows from a result of the call that goes on; nothing is written.
pub fn propose(
    app: &App,
    actor: &Actor,
    list: Id,
    account: Id,
    person: Option<Id>,
    result: CallResult,
) -> Result<Proposal> {
    let now = app.now();
    app.read(actor, |tx| {
        going_on(tx, actor, list, account, now)?;
        let missing = || AppError::not_found((actor.words().store.not_found)(&account.to_string()));
        let stander = standers(tx, &[account])?.pop().ok_or_else(missing)?;
        let recorded = recorded(&stander, person, result, now, None);
        let next = shown(actor, recorded.next_step);
        Ok(Proposal {
            result,
            next,
            shortcuts: day_keys(tx, now.day())?,
            allowed_from: free_from(&stander, person, &recorded, now),
            slots: offered_slots(tx, now, actor.user)?,
        })
    })
}

/// What core makes of a result.
pub(super) fn recorded(
    stander: &Stander,
    person: Option<Id>,
    result: CallResult,
    at: Moment,
    minutes: Option<i64>,
) -> Recorded {
    let facts = ContactFacts { person, ..stander.contact_facts() };
    record(result, &Call { facts: &facts, at, minutes, cadence: &Cadence::default(), rules: &rules() })
}

fn day_keys(tx: &mut Tx<'_>, day: Date) -> std::result::Result<[Date; 3], Fail> {
    Ok(shortcuts(day, settings::get_in(tx)?.alsace_moselle))
}

/// When a rule allows the next call, the one that goes on counted.
fn free_from(stander: &Stander, person: Option<Id>, recorded: &Recorded, now: Moment) -> Option<Moment> {
    let account = stander.candidate.account.id;
    let new = recorded
        .events
        .iter()
        .zip(0_u128..)
        .map(|(draft, number)| draft.clone().into_event(Id::new(now, number), account, person));
    let events: Vec<Event> = stander.candidate.events.iter().cloned().chain(new).collect();
    let facts = ContactFacts { events: &events, person, ..stander.contact_facts() };
    allowed_from(&facts, Channel::Phone, now, &rules())
}

fn shown(actor: &Actor, step: NextStep) -> NextShown {
    let words = &actor.words().call;
    let nothing = NextShown {
        day: None,
        time: None,
        kind: FollowUpKind::Call,
        code: None,
        reason: String::new(),
        stops: None,
    };
    match step {
        NextStep::CallAgain { on, at, reason } => NextShown {
            day: Some(on),
            time: at.map(|at| at.local().time()),
            code: Some(reason),
            reason: (words.follow_up_reason)(reason).to_owned(),
            ..nothing
        },
        NextStep::Meeting { at, .. } => NextShown {
            day: Some(at.day()),
            time: Some(at.local().time()),
            kind: FollowUpKind::Visit,
            reason: words.meeting_agreed.to_owned(),
            ..nothing
        },
        NextStep::CorrectNumber => NextShown { stops: Some(words.correct_number.to_owned()), ..nothing },
        NextStep::Stop { reason } => NextShown {
            stops: Some(match reason {
                StopReason::OptedOut => words.stops_opted_out.to_owned(),
                StopReason::Unreachable { attempts } => (words.stops_unreachable)(attempts),
                StopReason::Rule { rule } => (actor.words().consent.rule)(rule).to_owned(),
            }),
            ..nothing
        },
    }
}
