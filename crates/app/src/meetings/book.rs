//! A meeting is set.

use filon_core::call::FollowUpReason;
use filon_core::follow_up::FollowUpKind;
use filon_core::meeting::{Meeting, MeetingState, Place};
use filon_core::{Channel, Event, EventKind, Id, Moment};
use filon_store::{Tx, accounts, events, follow_ups, meetings};
use jiff::civil::{Date, Time};

use super::show::confirmation;
use super::warnings::warnings;
use crate::fail::Fail;
use crate::follow_ups::NewFollowUp;
use crate::{Actor, App, AppError, Result, settings};

/// A meeting to set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMeeting {
    pub account: Id,
    pub person: Option<Id>,
    pub campaign: Option<Id>,
    pub on: Date,
    pub time: Time,
    /// Length.
    pub minutes: u32,
    pub place: Place,
    pub subject: String,
    pub note: String,
    /// Who goes; `None` = whoever sets it.
    pub owner: Option<Id>,
}

/// A meeting that was set or moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booked {
    pub id: Id,
    /// Travel, overlap, holiday: worded.
    pub warnings: Vec<String>,
    /// A text to read out, copy or mail.
    pub confirmation: String,
}

/// The moment at which it starts.
pub(crate) fn at(new: &NewMeeting) -> Moment {
    Moment::at(new.on.to_datetime(new.time))
}

pub(crate) fn refuse_impossible(actor: &Actor, new: &NewMeeting, now: Moment) -> Result<()> {
    let words = &actor.words().meeting;
    if at(new) <= now {
        return Err(AppError::usage(words.past));
    }
    if !(5..=720).contains(&new.minutes) {
        return Err(AppError::usage(words.length));
    }
    Ok(())
}

/// Sets a meeting: the journal's line, the meeting, and the call that confirms it the working day before.
pub fn book(app: &App, actor: &Actor, new: &NewMeeting) -> Result<Booked> {
    let now = app.now();
    refuse_impossible(actor, new, now)?;
    let line = line_of(app.next_id(), actor, new, now);
    let id = app.next_id();
    app.write(actor, |tx| {
        if accounts::get(tx, new.account)?.is_none() {
            let missing = (actor.words().store.not_found)(&new.account.to_string());
            return Err(AppError::not_found(missing).into());
        }
        events::append(tx, std::slice::from_ref(&line))?;
        set_in(tx, actor, new, id, line.id, now)
    })
}

/// The line of the journal that says that a meeting was set.
pub(crate) fn line_of(id: Id, actor: &Actor, new: &NewMeeting, now: Moment) -> Event {
    Event {
        id,
        account: new.account,
        person: new.person,
        kind: EventKind::MeetingSet,
        channel: Some(Channel::Phone),
        campaign: new.campaign,
        on: now.day(),
        at: Some(now),
        by: actor.user,
        outcome: None,
        minutes: None,
        kilometres: None,
        amount: None,
        margin: None,
        note: Some(new.subject.trim().to_owned()).filter(|subject| !subject.is_empty()),
        voids: None,
        recorded_at: now,
    }
}

/// Keeps the meeting whose line is in the journal. The follow-up that confirms it has the line's identifier,
/// so that taking the line back takes both away.
pub(crate) fn set_in(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: &NewMeeting,
    id: Id,
    line: Id,
    now: Moment,
) -> std::result::Result<Booked, Fail> {
    let meeting = Meeting {
        id,
        account: new.account,
        person: new.person,
        campaign: new.campaign,
        owner: new.owner.or(actor.user),
        starts_at: at(new),
        minutes: new.minutes,
        place: new.place.clone(),
        subject: new.subject.trim().to_owned(),
        note: new.note.trim().to_owned(),
        state: MeetingState::Planned,
        sequence: 0,
        created_at: now,
        changed_at: now,
    };
    let warnings = warnings(tx, actor, &meeting)?;
    meetings::insert(tx, &meetings::Booked { meeting: meeting.clone(), event: line })?;
    confirm_before(tx, actor, &meeting, line, now)?;
    Ok(Booked { id, warnings, confirmation: confirmation(tx, actor, &meeting)? })
}

/// Notes the call that confirms a meeting, on the working day before, where there is one left.
pub(super) fn confirm_before(
    tx: &mut Tx<'_>,
    actor: &Actor,
    meeting: &Meeting,
    line: Id,
    now: Moment,
) -> std::result::Result<(), Fail> {
    let alsace_moselle = settings::get_in(tx)?.alsace_moselle;
    let days = std::iter::successors(meeting.starts_at.day().yesterday().ok(), |day| day.yesterday().ok());
    let confirm_on = days
        .take(15)
        .find(|day| filon_core::call::is_working_day(*day, alsace_moselle))
        .filter(|day| *day > now.day());
    follow_ups::delete(tx, line)?;
    if let Some(on) = confirm_on {
        let to_do = NewFollowUp {
            reason: Some(FollowUpReason::Asked),
            note: (actor.words().meeting.confirm)(meeting.starts_at),
            owner: meeting.owner,
            campaign: meeting.campaign,
            ..NewFollowUp::new(meeting.account, on, FollowUpKind::Call)
        };
        follow_ups::insert(tx, &to_do.kept(line, actor.user, now))?;
    }
    Ok(())
}
