//! What becomes of a meeting: moved, held, missed, called off; and all of it taken back.

use filon_core::call::{FollowUpReason, working_day_after};
use filon_core::follow_up::FollowUpKind;
use filon_core::meeting::{Meeting, MeetingState};
use filon_core::{Channel, Event, EventKind, Id, Moment};
use filon_store::{Tx, events, follow_ups, meetings};
use jiff::civil::{Date, Time};

use super::book::{Booked, confirm_before};
use super::show::{confirmation, found};
use super::warnings::warnings;
use crate::fail::Fail;
use crate::follow_ups::NewFollowUp;
use crate::journal::{void_in, void_line};
use crate::{Actor, App, AppError, Result, settings};

/// Moves a planned meeting to another time; calendars hear of it by its sequence.
pub fn move_to(app: &App, actor: &Actor, id: Id, on: Date, time: Time, minutes: u32) -> Result<Booked> {
    let words = &actor.words().meeting;
    let now = app.now();
    let starts_at = Moment::at(on.to_datetime(time));
    if starts_at <= now {
        return Err(AppError::usage(words.past));
    }
    if !(5..=720).contains(&minutes) {
        return Err(AppError::usage(words.length));
    }
    app.write(actor, |tx| {
        let booked = planned(tx, actor, id)?;
        let sequence = booked.meeting.sequence.saturating_add(1);
        let meeting = Meeting { starts_at, minutes, sequence, changed_at: now, ..booked.meeting };
        let warnings = warnings(tx, actor, &meeting)?;
        confirm_before(tx, actor, &meeting, booked.event, now)?;
        let confirmation = confirmation(tx, actor, &meeting)?;
        meetings::update(tx, &meetings::Booked { meeting, event: booked.event })?;
        Ok(Booked { id, warnings, confirmation })
    })
}

/// The meeting took place.
pub fn held(app: &App, actor: &Actor, id: Id) -> Result<()> {
    let (line, now) = (app.next_id(), app.now());
    app.write(actor, |tx| {
        let booked = come(tx, actor, id, now)?;
        mark(tx, actor, booked, MeetingState::Held, line, now)
    })
}

/// Somebody did not come: the journal says so, and a call to set another one is noted.
pub fn missed(app: &App, actor: &Actor, id: Id) -> Result<()> {
    let (line, now) = (app.next_id(), app.now());
    app.write(actor, |tx| {
        let booked = come(tx, actor, id, now)?;
        let meeting = booked.meeting.clone();
        mark(tx, actor, booked, MeetingState::Missed, line, now)?;
        call_again(tx, actor, &meeting, actor.words().meeting.missed_again, line, now)
    })
}

/// The meeting is called off beforehand: calendars hear of it, the journal notes it, and a call to set
/// another one is noted.
pub fn cancel(app: &App, actor: &Actor, id: Id) -> Result<()> {
    let (line, void, now) = (app.next_id(), app.next_id(), app.now());
    app.write(actor, |tx| {
        let booked = planned(tx, actor, id)?;
        let (meeting, event) = (booked.meeting.clone(), booked.event);
        mark(tx, actor, booked, MeetingState::Cancelled, line, now)?;
        // Nobody waits for a meeting that is called off: its line no longer stands.
        if let Some(set) = events::get(tx, event)? {
            void_line(tx, actor, &set, void, now)?;
        }
        call_again(tx, actor, &meeting, actor.words().meeting.set_again, line, now)
    })
}

/// Takes back that a meeting was held, missed or called off: it is planned again.
pub fn undo(app: &App, actor: &Actor, id: Id) -> Result<()> {
    let (void, set_again, now) = (app.next_id(), app.next_id(), app.now());
    app.write(actor, |tx| {
        let booked = found(tx, actor, id)?;
        let kind = match booked.meeting.state {
            MeetingState::Planned => {
                return Err(AppError::conflict(actor.words().meeting.already_planned).into());
            }
            MeetingState::Held => EventKind::MeetingHeld,
            MeetingState::Missed => EventKind::MeetingMissed,
            MeetingState::Cancelled => EventKind::Note,
        };
        let changed = booked.meeting.changed_at;
        let journal = events::of_account(tx, booked.meeting.account)?;
        let said = journal.iter().rev().find(|line| line.kind == kind && line.recorded_at == changed);
        if let Some(line) = said {
            void_in(tx, actor, line, void, now)?;
        }
        // The line of a meeting held brings it back by itself; one that was called off is set anew.
        if booked.meeting.state == MeetingState::Cancelled {
            let event = match events::get(tx, booked.event)? {
                Some(set) => {
                    events::append(tx, &[Event { id: set_again, recorded_at: now, ..set }])?;
                    set_again
                }
                None => booked.event,
            };
            again(tx, actor, meetings::Booked { event, ..booked }, now)?;
        }
        Ok(())
    })
}

fn planned(tx: &mut Tx<'_>, actor: &Actor, id: Id) -> std::result::Result<meetings::Booked, Fail> {
    let booked = found(tx, actor, id)?;
    if booked.meeting.state != MeetingState::Planned {
        return Err(AppError::conflict(actor.words().meeting.not_planned).into());
    }
    Ok(booked)
}

/// A planned meeting whose day has come.
fn come(tx: &mut Tx<'_>, actor: &Actor, id: Id, now: Moment) -> std::result::Result<meetings::Booked, Fail> {
    let booked = planned(tx, actor, id)?;
    let starts_at = booked.meeting.starts_at;
    if now.day() < starts_at.day() {
        return Err(AppError::refused((actor.words().meeting.not_yet)(starts_at)).into());
    }
    Ok(booked)
}

/// Writes what became of a meeting, with its line in the journal; the call that was to confirm it goes.
pub(crate) fn mark(
    tx: &mut Tx<'_>,
    actor: &Actor,
    booked: meetings::Booked,
    state: MeetingState,
    line: Id,
    now: Moment,
) -> std::result::Result<(), Fail> {
    let meetings::Booked { meeting, event } = booked;
    let kind = match state {
        MeetingState::Held => EventKind::MeetingHeld,
        MeetingState::Missed => EventKind::MeetingMissed,
        MeetingState::Planned | MeetingState::Cancelled => EventKind::Note,
    };
    let note = (kind == EventKind::Note).then(|| (actor.words().meeting.called_off)(meeting.starts_at));
    events::append(tx, &[line_about(&meeting, kind, note, line, actor, now)])?;
    follow_ups::delete(tx, event)?;
    let sequence = meeting.sequence.saturating_add(u32::from(state == MeetingState::Cancelled));
    let meeting = Meeting { state, sequence, changed_at: now, ..meeting };
    Ok(meetings::update(tx, &meetings::Booked { meeting, event })?)
}

fn line_about(
    meeting: &Meeting,
    kind: EventKind,
    note: Option<String>,
    id: Id,
    actor: &Actor,
    now: Moment,
) -> Event {
    // What took place is dated by its own day, whenever somebody says so.
    let at = if kind == EventKind::Note { now } else { meeting.starts_at.min(now) };
    Event {
        id,
        account: meeting.account,
        person: meeting.person,
        kind,
        channel: (kind != EventKind::Note).then_some(Channel::Visit),
        campaign: meeting.campaign,
        on: at.day(),
        at: Some(at),
        by: actor.user,
        outcome: None,
        minutes: None,
        kilometres: None,
        amount: None,
        margin: None,
        note,
        voids: None,
        recorded_at: now,
    }
}

fn call_again(
    tx: &mut Tx<'_>,
    actor: &Actor,
    meeting: &Meeting,
    note: &str,
    line: Id,
    now: Moment,
) -> std::result::Result<(), Fail> {
    let alsace_moselle = settings::get_in(tx)?.alsace_moselle;
    let on = working_day_after(now.day(), 1, alsace_moselle);
    let to_do = NewFollowUp {
        reason: Some(FollowUpReason::Interest),
        note: note.to_owned(),
        owner: meeting.owner,
        campaign: meeting.campaign,
        ..NewFollowUp::new(meeting.account, on, FollowUpKind::Call)
    };
    Ok(follow_ups::insert(tx, &to_do.kept(line, actor.user, now))?)
}

fn again(
    tx: &mut Tx<'_>,
    actor: &Actor,
    booked: meetings::Booked,
    now: Moment,
) -> std::result::Result<(), Fail> {
    let sequence = booked.meeting.sequence.saturating_add(1);
    let meeting = Meeting { state: MeetingState::Planned, sequence, changed_at: now, ..booked.meeting };
    confirm_before(tx, actor, &meeting, booked.event, now)?;
    Ok(meetings::update(tx, &meetings::Booked { meeting, event: booked.event })?)
}

/// A line of the journal was taken back: the meeting that it set goes with it, the one of which it said what
/// became is planned again.
pub(crate) fn voided(
    tx: &mut Tx<'_>,
    actor: &Actor,
    line: &Event,
    now: Moment,
) -> std::result::Result<(), Fail> {
    match line.kind {
        EventKind::MeetingSet => {
            if let Some(booked) = meetings::by_event(tx, line.id)? {
                meetings::delete(tx, booked.meeting.id)?;
            }
        }
        EventKind::MeetingHeld | EventKind::MeetingMissed => {
            let of_account = meetings::of_account(tx, line.account)?;
            let meant = of_account.into_iter().find(|booked| {
                booked.meeting.state != MeetingState::Planned && booked.meeting.changed_at == line.recorded_at
            });
            if let Some(booked) = meant {
                again(tx, actor, booked, now)?;
            }
        }
        _ => {}
    }
    Ok(())
}
