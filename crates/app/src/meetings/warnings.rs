//! What speaks against a meeting: another one, the way, the day.

use filon_core::consent::{is_public_holiday, standing_opt_out};
use filon_core::journal::standing;
use filon_core::meeting::{Clash, Meeting, MeetingState, clashes};
use filon_core::{Channel, Id, Moment};
use filon_store::{Tx, accounts, events, meetings};
use jiff::ToSpan;
use jiff::civil::Weekday;

use super::book::{NewMeeting, at, refuse_impossible};
use super::show::confirmation;
use crate::fail::Fail;
use crate::{Actor, App, Result, settings};

/// A meeting before it is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Travel, overlap, holiday: worded.
    pub warnings: Vec<String>,
    /// The text to read out.
    pub confirmation: String,
}

/// What to think of before setting a meeting; nothing is written.
pub fn check(app: &App, actor: &Actor, new: &NewMeeting) -> Result<Checked> {
    let now = app.now();
    refuse_impossible(actor, new, now)?;
    let meeting = Meeting {
        id: app.next_id(),
        account: new.account,
        person: new.person,
        campaign: new.campaign,
        owner: new.owner.or(actor.user),
        starts_at: at(new),
        minutes: new.minutes,
        place: new.place.clone(),
        subject: new.subject.clone(),
        note: String::new(),
        state: MeetingState::Planned,
        sequence: 0,
        created_at: now,
        changed_at: now,
    };
    app.read(actor, |tx| {
        let warnings = warnings(tx, actor, &meeting)?;
        Ok(Checked { warnings, confirmation: confirmation(tx, actor, &meeting)? })
    })
}

pub(super) fn warnings(
    tx: &mut Tx<'_>,
    actor: &Actor,
    meeting: &Meeting,
) -> std::result::Result<Vec<String>, Fail> {
    let words = &actor.words().meeting;
    let day = meeting.starts_at.day();
    let mut found = Vec::new();
    if is_public_holiday(day, settings::get_in(tx)?.alsace_moselle) {
        found.push((words.holiday)(day));
    } else if matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
        found.push((words.weekend)(day));
    }
    let journal = events::of_account(tx, meeting.account)?;
    let standing: Vec<filon_core::Event> = standing(&journal, None).into_iter().cloned().collect();
    if standing_opt_out(&standing, Channel::Visit).is_some() {
        found.push(words.opted_out.to_owned());
    }
    let around = |days: i64| Moment::start_of(day.checked_add(days.days()).unwrap_or(day));
    let others: Vec<Meeting> = meetings::between(tx, around(-1), around(2), None)?
        .into_iter()
        .map(|booked| booked.meeting)
        .collect();
    for clash in clashes(meeting, &others) {
        let Some(other) = others.iter().find(|other| other.id == clash.with()) else { continue };
        let name = name_of(tx, other.account)?;
        found.push(match clash {
            Clash::Overlap { .. } => (words.overlap)(&name, other.starts_at),
            Clash::Travel { needed_minutes, free_minutes, .. } => {
                (words.travel)(&name, needed_minutes, free_minutes)
            }
        });
    }
    Ok(found)
}

fn name_of(tx: &mut Tx<'_>, account: Id) -> std::result::Result<String, Fail> {
    Ok(accounts::get(tx, account)?.map(|record| record.account.name).unwrap_or_default())
}
