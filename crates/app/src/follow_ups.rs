//! Follow-ups (relances): something to do with an account at a date.

use std::collections::{HashMap, HashSet};

use filon_core::follow_up::FollowUpKind;
use filon_core::{Channel, Id};
use filon_store::{Tx, accounts, campaigns, follow_ups};
use jiff::civil::Date;

use crate::fail::Fail;
use crate::{Actor, App, AppError, Result};

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
    pub note: Option<String>,
    pub campaign: Option<String>,
    /// A meeting that was set, rather than something to do.
    pub is_meeting: bool,
    pub done: bool,
}

/// Notes something to do.
pub fn add(app: &App, actor: &Actor, account: Id, on: Date, note: Option<&str>) -> Result<Id> {
    let follow_up = follow_ups::FollowUp {
        id: app.next_id(),
        account,
        due_on: on,
        due_at: None,
        kind: FollowUpKind::Other,
        channel: None,
        reason: None,
        note: note.map(str::trim).unwrap_or_default().to_owned(),
        campaign: None,
        owner: actor.user,
        done_on: None,
        created_at: app.now(),
    };
    app.write(actor, |tx| {
        if accounts::get(tx, account)?.is_none() {
            let message = (actor.words().store.not_found)(&account.to_string());
            return Err(AppError::not_found(message).into());
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
        let Some(found) = follow_ups::get(tx, id)? else {
            return Err(AppError::not_found((actor.words().store.not_found)(&id.to_string())).into());
        };
        Ok(follow_ups::update(tx, &follow_ups::FollowUp { done_on: None, ..found })?)
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
    app.read(actor, |tx| {
        let due = follow_ups::due(tx, due_before, None)?;
        rows(tx, &due)
    })
}

/// Follow-ups as they are shown, in the order given.
pub(crate) fn rows(
    tx: &mut Tx<'_>,
    follow_ups: &[follow_ups::FollowUp],
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
            note: Some(follow_up.note.clone()).filter(|note| !note.is_empty()),
            campaign: follow_up.campaign.and_then(|id| names.get(&id).cloned()),
            is_meeting: follow_up.channel == Some(Channel::Visit),
            done: follow_up.done_on.is_some(),
        })
    };
    Ok(follow_ups.iter().filter_map(row).collect())
}

/// The day of the next open follow-up of each of these accounts.
pub(crate) fn next_days(tx: &mut Tx<'_>, ids: &[Id]) -> std::result::Result<HashMap<Id, Date>, Fail> {
    let wanted: HashSet<Id> = ids.iter().copied().collect();
    let mut next = HashMap::new();
    for follow_up in follow_ups::due(tx, Date::MAX, None)? {
        if wanted.contains(&follow_up.account) {
            let day = next.entry(follow_up.account).or_insert(follow_up.due_on);
            *day = (*day).min(follow_up.due_on);
        }
    }
    Ok(next)
}
