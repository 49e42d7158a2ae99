//! The agenda: meetings and follow-ups, day by day.

use filon_core::consent::is_public_holiday;
use filon_core::{Id, Moment};
use filon_store::{follow_ups, meetings};
use jiff::ToSpan;
use jiff::civil::Date;

use super::show::{MeetingRow, rows};
use crate::follow_ups::FollowUpRow;
use crate::words::holiday_name;
use crate::{Actor, App, AppError, Result, settings};

/// Some days of the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agenda {
    pub from: Date,
    /// The last day.
    pub to: Date,
    pub days: Vec<AgendaDay>,
}

/// A day of the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaDay {
    pub on: Date,
    /// By time, also those held, missed or called off.
    pub meetings: Vec<MeetingRow>,
    /// Open ones, those without an hour first.
    pub follow_ups: Vec<FollowUpRow>,
    /// The name of the public holiday.
    pub holiday: Option<String>,
}

/// More days at once are no agenda.
const MOST_DAYS: i32 = 120;

/// The days from one to another, both included; of one owner (and of nobody in particular), or of everybody.
pub fn agenda(app: &App, actor: &Actor, from: Date, to: Date, owner: Option<Id>) -> Result<Agenda> {
    let days = from.until(to).map_or(-1, |span| span.get_days());
    if !(0..=MOST_DAYS).contains(&days) {
        let said = if days < 0 {
            (actor.words().query.period_backwards)(&from.to_string(), &to.to_string())
        } else {
            (actor.words().meeting.agenda_long)(MOST_DAYS)
        };
        return Err(AppError::usage(said));
    }
    let today = app.today();
    app.read(actor, |tx| {
        let end = Moment::start_of(to.tomorrow().unwrap_or(to));
        let mut booked = meetings::between(tx, Moment::start_of(from), end, None)?;
        booked.retain(|one| owner.is_none() || one.meeting.owner.is_none() || one.meeting.owner == owner);
        let meetings = rows(tx, actor, &booked)?;
        let open = follow_ups::between(tx, from, to, owner)?;
        let open = crate::follow_ups::rows(tx, &open, today)?;
        let alsace_moselle = settings::get_in(tx)?.alsace_moselle;
        let day = |on: Date| AgendaDay {
            on,
            meetings: meetings.iter().filter(|row| row.starts_at.day() == on).cloned().collect(),
            follow_ups: open.iter().filter(|row| row.on == on).cloned().collect(),
            holiday: is_public_holiday(on, alsace_moselle)
                .then(|| holiday_name(actor.language, on).to_owned()),
        };
        let days = (0..=days).filter_map(|days| from.checked_add(days.days()).ok()).map(day).collect();
        Ok(Agenda { from, to, days })
    })
}
