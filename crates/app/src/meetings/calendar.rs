//! A meeting as a file that calendars open.

use filon_core::meeting::{Meeting, MeetingState};
use filon_core::{Id, Moment};
use filon_formats::{IcsCalendar, IcsEvent, IcsWhen, write_calendar};

use super::show::{MeetingRow, found, rows};
use crate::{Actor, App, AppError, Result};

pub(super) const PRODUCT: &str = "-//Filon//Filon//FR";

/// The meeting as an iCalendar file.
pub fn ics(app: &App, actor: &Actor, id: Id) -> Result<Vec<u8>> {
    let event = app.read(actor, |tx| {
        let booked = found(tx, actor, id)?;
        let unknown = || AppError::not_found(actor.words().meeting.unknown);
        let row = rows(tx, actor, std::slice::from_ref(&booked))?.pop().ok_or_else(unknown)?;
        Ok(event_of(actor, &booked.meeting, &row, Some(60)))
    })?;
    written(&IcsCalendar { product: PRODUCT, name: "", refresh_minutes: None }, &[event])
}

/// A meeting for a calendar.
pub(super) fn event_of(
    actor: &Actor,
    meeting: &Meeting,
    row: &MeetingRow,
    alarm_minutes: Option<u32>,
) -> IcsEvent {
    let said = [
        row.person.as_str(),
        &row.phone,
        meeting.subject.as_str(),
        meeting.note.as_str(),
        row.campaign.as_deref().unwrap_or_default(),
    ];
    IcsEvent {
        uid: format!("{}@filon", meeting.id),
        when: IcsWhen::At { start: meeting.starts_at.local(), minutes: meeting.minutes },
        summary: (actor.words().meeting.title)(&row.name),
        location: row.place_line.clone(),
        description: said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n"),
        url: String::new(),
        sequence: meeting.sequence,
        cancelled: meeting.state == MeetingState::Cancelled,
        alarm_minutes,
        created: meeting.created_at.millis(),
        modified: changed(meeting).millis(),
    }
}

fn changed(meeting: &Meeting) -> Moment {
    meeting.changed_at.max(meeting.created_at)
}

pub(super) fn written(calendar: &IcsCalendar<'_>, events: &[IcsEvent]) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    write_calendar(&mut bytes, calendar, events).map_err(|error| AppError::internal(error.to_string()))?;
    Ok(bytes)
}
