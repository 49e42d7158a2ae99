//! One event, recorded by somebody at a screen, and its undo.

use filon_core::follow_up::FollowUpKind;
use filon_core::{CallOutcome, Cents, Channel, Event, EventKind, Id, Moment};
use filon_store::follow_ups::{self, FollowUp};
use filon_store::{Tx, accounts, events};
use jiff::civil::Date;

use super::line::check_day;
use super::objection::{release, suppress};
use crate::fail::Fail;
use crate::{Actor, App, AppError, Result, meetings};

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    pub account: Id,
    pub person: Option<Id>,
    pub kind: EventKind,
    pub channel: Option<Channel>,
    pub campaign: Option<Id>,
    /// `None` stands for now.
    pub on: Option<Date>,
    pub outcome: Option<CallOutcome>,
    pub minutes: Option<i64>,
    pub kilometres: Option<i64>,
    pub amount: Option<Cents>,
    pub margin: Option<Cents>,
    pub note: Option<String>,
    pub follow_up: Option<NewFollowUp>,
    /// The same key records nothing twice (a form sent again).
    pub idempotency: Option<String>,
}

impl NewEvent {
    /// An event of now with nothing more to say.
    pub fn new(account: Id, kind: EventKind) -> NewEvent {
        NewEvent {
            account,
            person: None,
            kind,
            channel: None,
            campaign: None,
            on: None,
            outcome: None,
            minutes: None,
            kilometres: None,
            amount: None,
            margin: None,
            note: None,
            follow_up: None,
            idempotency: None,
        }
    }
}

/// Something to do with the account at a date; beside a meeting that was set, the day of the meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFollowUp {
    pub on: Date,
    pub note: Option<String>,
}

/// Records one event, and what is to be done next. A key that was seen before records nothing, and
/// answers the line that was recorded under it.
pub fn record_one(app: &App, actor: &Actor, new: &NewEvent) -> Result<Id> {
    let words = &actor.words().record;
    if matches!(new.kind, EventKind::Voided | EventKind::Merged) {
        return Err(AppError::usage(words.event_not_recordable));
    }
    let now = app.now();
    if let Some(on) = new.on {
        check_day(on, now.day())
            .map_err(|(from, to)| AppError::usage((words.date_out_of_range)(from, to)))?;
    }
    if new.amount.is_some_and(|amount| amount < 0) {
        return Err(AppError::usage(words.amount_negative));
    }
    let event = Event {
        id: app.next_id(),
        account: new.account,
        person: new.person,
        kind: new.kind,
        channel: new.channel,
        campaign: new.campaign,
        on: new.on.unwrap_or(now.day()),
        at: new.on.is_none_or(|on| on == now.day()).then_some(now),
        by: actor.user,
        outcome: new.outcome,
        minutes: new.minutes,
        kilometres: new.kilometres,
        amount: new.amount,
        margin: new.margin,
        note: new.note.clone().filter(|note| !note.trim().is_empty()),
        voids: None,
        recorded_at: now,
    };
    // A follow-up takes the identifier of its event, so that taking the event back finds it.
    let follow_up = new.follow_up.as_ref().map(|next| FollowUp {
        id: event.id,
        account: new.account,
        due_on: next.on,
        due_at: None,
        kind: if new.kind == EventKind::MeetingSet { FollowUpKind::Visit } else { FollowUpKind::Other },
        channel: (new.kind == EventKind::MeetingSet).then_some(Channel::Visit),
        reason: None,
        note: next.note.clone().unwrap_or_default(),
        campaign: new.campaign,
        owner: actor.user,
        done_on: None,
        created_at: now,
    });
    let secret = app.secret();
    app.write(actor, |tx| {
        if accounts::get(tx, event.account)?.is_none() {
            return Err(AppError::not_found((words.account_unknown)(&event.account.to_string())).into());
        }
        match new.idempotency.as_ref().map(|key| format!("one:{key}")) {
            Some(key) => {
                if let Some(first) = events::of_key(tx, &key)? {
                    return Ok(first);
                }
                events::append_once(tx, &[(key, event.clone())])?;
            }
            None => events::append(tx, std::slice::from_ref(&event))?,
        }
        suppress(tx, &[&event], secret)?;
        if let Some(follow_up) = &follow_up {
            follow_ups::insert(tx, follow_up)?;
        }
        Ok(event.id)
    })
}

/// Takes an event back: the journal keeps both lines. What it had planned goes with it.
pub fn void(app: &App, actor: &Actor, event: Id) -> Result<()> {
    let now = app.now();
    let id = app.next_id();
    let words = &actor.words().record;
    app.write(actor, |tx| {
        let Some(voided) = events::get(tx, event)? else {
            return Err(AppError::not_found(words.event_gone).into());
        };
        let journal = events::of_account(tx, voided.account)?;
        if voided.kind == EventKind::Voided || journal.iter().any(|line| line.voids == Some(event)) {
            return Err(AppError::conflict(words.already_void).into());
        }
        void_in(tx, actor, &voided, id, now)
    })
}

/// Takes a line back, and what it planned: its follow-up, and its meeting.
pub(crate) fn void_in(
    tx: &mut Tx<'_>,
    actor: &Actor,
    voided: &Event,
    id: Id,
    now: Moment,
) -> std::result::Result<(), Fail> {
    void_line(tx, actor, voided, id, now)?;
    meetings::voided(tx, actor, voided, now)
}

/// The same, where the meeting stays.
pub(crate) fn void_line(
    tx: &mut Tx<'_>,
    actor: &Actor,
    voided: &Event,
    id: Id,
    now: Moment,
) -> std::result::Result<(), Fail> {
    let line = Event {
        id,
        kind: EventKind::Voided,
        // Never before what it takes back, so that no past day sees half of the pair.
        on: now.day().max(voided.on),
        at: Some(now),
        by: actor.user,
        outcome: None,
        minutes: None,
        kilometres: None,
        amount: None,
        margin: None,
        note: None,
        voids: Some(voided.id),
        recorded_at: now,
        ..voided.clone()
    };
    events::append(tx, &[line])?;
    release(tx, voided)?;
    if let Some(follow_up) = follow_ups::get(tx, voided.id)?
        && follow_up.done_on.is_none()
    {
        follow_ups::delete(tx, voided.id)?;
    }
    // What a call had settled is to be done again.
    follow_ups::reopen_by(tx, voided.id)?;
    Ok(())
}
