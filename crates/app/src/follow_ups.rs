//! Follow-ups (relances): something to do with an account at a date, and at an hour where one is set.

use std::collections::HashMap;

use filon_core::call::{FollowUpReason, working_day_after};
use filon_core::follow_up::FollowUpKind;
use filon_core::meeting::MeetingState;
use filon_core::{Channel, Id, Moment};
use filon_store::{Tx, accounts, campaigns, follow_ups, meetings, users};
use jiff::civil::{Date, Time};

use crate::fail::Fail;
use crate::{Actor, App, AppError, Result, settings};

/// A follow-up with the account that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUpRow {
    pub id: Id,
    pub account: Id,
    pub name: String,
    pub person: String,
    /// E.164.
    pub phone: String,
    pub on: Date,
    /// Where an hour is set.
    pub time: Option<Time>,
    pub kind: FollowUpKind,
    pub reason: Option<FollowUpReason>,
    pub note: Option<String>,
    pub campaign: Option<String>,
    /// Name of the user who does it.
    pub owner: Option<String>,
    /// Due before today.
    pub overdue: bool,
    /// A meeting that was set, rather than something to do.
    pub is_meeting: bool,
    /// The meeting that it stands for, where it is one with an hour and a place.
    pub meeting: Option<Id>,
    pub done: bool,
}

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFollowUp {
    pub account: Id,
    pub on: Date,
    pub time: Option<Time>,
    pub kind: FollowUpKind,
    pub reason: Option<FollowUpReason>,
    pub note: String,
    /// `None` = whoever notes it.
    pub owner: Option<Id>,
    pub campaign: Option<Id>,
}

impl NewFollowUp {
    /// Something to do on a day, with nothing more to say.
    pub fn new(account: Id, on: Date, kind: FollowUpKind) -> NewFollowUp {
        NewFollowUp {
            account,
            on,
            time: None,
            kind,
            reason: None,
            note: String::new(),
            owner: None,
            campaign: None,
        }
    }

    pub(crate) fn kept(&self, id: Id, by: Option<Id>, now: Moment) -> follow_ups::FollowUp {
        follow_ups::FollowUp {
            id,
            account: self.account,
            due_on: self.on,
            due_at: self.time.map(|time| Moment::at(self.on.to_datetime(time))),
            kind: self.kind,
            channel: self.kind.channel(),
            reason: self.reason,
            note: self.note.trim().to_owned(),
            campaign: self.campaign,
            owner: self.owner.or(by),
            done_on: None,
            created_at: now,
        }
    }
}

/// Notes something to do.
pub fn add(app: &App, actor: &Actor, new: &NewFollowUp) -> Result<Id> {
    let follow_up = new.kept(app.next_id(), actor.user, app.now());
    app.write(actor, |tx| {
        if accounts::get(tx, new.account)?.is_none() {
            return Err(missing(actor, new.account).into());
        }
        follow_ups::insert(tx, &follow_up)?;
        Ok(follow_up.id)
    })
}

/// Says that it was done.
pub fn done(app: &App, actor: &Actor, id: Id) -> Result<()> {
    let today = app.today();
    app.write(actor, |tx| Ok(follow_ups::done(tx, id, today)?))
}

/// Takes "done" back.
pub fn reopen(app: &App, actor: &Actor, id: Id) -> Result<()> {
    app.write(actor, |tx| {
        let found = follow_ups::get(tx, id)?.ok_or_else(|| missing(actor, id))?;
        Ok(follow_ups::update(tx, &follow_ups::FollowUp { done_on: None, ..found })?)
    })
}

/// Puts it off: so many days from today, moved on to a working day, at the same hour. Answers the day.
pub fn postpone(app: &App, actor: &Actor, id: Id, days: u32) -> Result<Date> {
    let today = app.today();
    app.write(actor, |tx| {
        let found = follow_ups::get(tx, id)?.ok_or_else(|| missing(actor, id))?;
        let alsace_moselle = settings::get_in(tx)?.alsace_moselle;
        let due_on = working_day_after(today, days, alsace_moselle);
        let due_at = found.due_at.map(|at| Moment::at(due_on.to_datetime(at.local().time())));
        follow_ups::update(tx, &follow_ups::FollowUp { due_on, due_at, ..found })?;
        Ok(due_on)
    })
}

/// Puts it on another day, at the same hour.
pub fn move_to(app: &App, actor: &Actor, id: Id, on: Date) -> Result<()> {
    app.write(actor, |tx| {
        let found = follow_ups::get(tx, id)?.ok_or_else(|| missing(actor, id))?;
        let due_at = found.due_at.map(|at| Moment::at(on.to_datetime(at.local().time())));
        Ok(follow_ups::update(tx, &follow_ups::FollowUp { due_on: on, due_at, ..found })?)
    })
}

/// Takes a follow-up away, as if it had not been noted.
pub fn remove(app: &App, actor: &Actor, id: Id) -> Result<()> {
    app.write(actor, |tx| {
        follow_ups::delete(tx, id)?;
        Ok(())
    })
}

/// What is open and due on or before a day, soonest first.
pub fn list(app: &App, actor: &Actor, due_before: Date) -> Result<Vec<FollowUpRow>> {
    let today = app.today();
    app.read(actor, |tx| {
        let due = follow_ups::due(tx, due_before, None)?;
        rows(tx, &due, today)
    })
}

fn missing(actor: &Actor, id: Id) -> AppError {
    AppError::not_found((actor.words().store.not_found)(&id.to_string()))
}

/// Follow-ups as they are shown on a day, in the order given.
pub(crate) fn rows(
    tx: &mut Tx<'_>,
    follow_ups: &[follow_ups::FollowUp],
    today: Date,
) -> std::result::Result<Vec<FollowUpRow>, Fail> {
    let mut ids: Vec<Id> = follow_ups.iter().map(|follow_up| follow_up.account).collect();
    ids.sort_unstable();
    ids.dedup();
    let records: HashMap<Id, accounts::AccountRecord> =
        accounts::many(tx, &ids)?.into_iter().map(|record| (record.account.id, record)).collect();
    let names: HashMap<Id, String> = campaigns::list(tx)?
        .into_iter()
        .map(|summary| (summary.campaign.id, summary.campaign.name))
        .collect();
    let users: HashMap<Id, String> = users::list(tx)?.into_iter().map(|user| (user.id, user.name)).collect();
    let row = |follow_up: &follow_ups::FollowUp| {
        let record = records.get(&follow_up.account)?;
        let person = record.persons.first();
        let phone = person.map(|person| if person.phone.is_empty() { &person.mobile } else { &person.phone });
        let phone = phone.filter(|phone| !phone.is_empty()).or(record.account.phone.as_ref());
        Some(FollowUpRow {
            id: follow_up.id,
            account: follow_up.account,
            name: record.account.name.clone(),
            person: person.map(filon_core::Person::full_name).unwrap_or_default(),
            phone: phone.cloned().unwrap_or_default(),
            on: follow_up.due_on,
            time: follow_up.due_at.map(|at| at.local().time()),
            kind: follow_up.kind,
            reason: follow_up.reason,
            note: Some(follow_up.note.clone()).filter(|note| !note.is_empty()),
            campaign: follow_up.campaign.and_then(|id| names.get(&id).cloned()),
            owner: follow_up.owner.and_then(|id| users.get(&id).cloned()),
            overdue: follow_up.done_on.is_none() && follow_up.due_on < today,
            is_meeting: follow_up.channel == Some(Channel::Visit),
            meeting: None,
            done: follow_up.done_on.is_some(),
        })
    };
    Ok(follow_ups.iter().filter_map(row).collect())
}

/// Whether a follow-up is a reason to call: the others (a letter, a visit) wait for something else.
pub(crate) fn is_call(follow_up: &follow_ups::FollowUp) -> bool {
    matches!(follow_up.kind, FollowUpKind::Call | FollowUpKind::Other)
        && follow_up.channel.is_none_or(|channel| channel == Channel::Phone)
}

/// The day of the next open follow-up or planned meeting of each of these accounts.
pub(crate) fn next_days(tx: &mut Tx<'_>, ids: &[Id]) -> std::result::Result<HashMap<Id, Date>, Fail> {
    let mut next: HashMap<Id, Date> = HashMap::new();
    for (account, open) in follow_ups::open_of(tx, ids)? {
        if let Some(day) = open.iter().map(|follow_up| follow_up.due_on).min() {
            next.insert(account, day);
        }
    }
    let wanted: std::collections::HashSet<Id> = ids.iter().copied().collect();
    for booked in meetings::between(tx, Moment::from_millis(0), crate::END_OF_TIME, None)? {
        let meeting = booked.meeting;
        if meeting.state == MeetingState::Planned && wanted.contains(&meeting.account) {
            let day = next.entry(meeting.account).or_insert_with(|| meeting.starts_at.day());
            *day = (*day).min(meeting.starts_at.day());
        }
    }
    Ok(next)
}
