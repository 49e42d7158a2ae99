//! Meetings as they are shown.

use std::collections::HashMap;

use filon_core::follow_up::FollowUpKind;
use filon_core::meeting::{Meeting, MeetingState, Place};
use filon_core::{Id, Moment, Person};
use filon_store::{Tx, accounts, campaigns, meetings, users};
use jiff::civil::Date;

use crate::fail::Fail;
use crate::follow_ups::FollowUpRow;
use crate::words::Confirmation;
use crate::{Actor, App, AppError, Result, settings};

/// A meeting with whom it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingRow {
    pub id: Id,
    pub account: Id,
    pub name: String,
    pub person: String,
    /// E.164; the person's, else the house's.
    pub phone: String,
    pub starts_at: Moment,
    /// Length.
    pub minutes: u32,
    pub place: Place,
    /// Kind and place in one line, worded.
    pub place_line: String,
    pub subject: String,
    pub note: String,
    pub state: MeetingState,
    /// Name of the user who goes.
    pub owner: Option<String>,
    pub campaign: Option<String>,
    /// A text to read out, copy or mail.
    pub confirmation: String,
}

/// One meeting.
pub fn show(app: &App, actor: &Actor, id: Id) -> Result<MeetingRow> {
    app.read(actor, |tx| {
        let found = found(tx, actor, id)?;
        let unknown = || AppError::not_found(actor.words().meeting.unknown);
        Ok(rows(tx, actor, &[found])?.pop().ok_or_else(unknown)?)
    })
}

/// The meetings of an account, by time.
pub fn of_account(app: &App, actor: &Actor, account: Id) -> Result<Vec<MeetingRow>> {
    app.read(actor, |tx| {
        let booked = meetings::of_account(tx, account)?;
        rows(tx, actor, &booked)
    })
}

pub(super) fn found(tx: &mut Tx<'_>, actor: &Actor, id: Id) -> std::result::Result<meetings::Booked, Fail> {
    let unknown = || AppError::not_found(actor.words().meeting.unknown).into();
    meetings::get(tx, id)?.ok_or_else(unknown)
}

/// Meetings as they are shown, in the order given.
pub(crate) fn rows(
    tx: &mut Tx<'_>,
    actor: &Actor,
    booked: &[meetings::Booked],
) -> std::result::Result<Vec<MeetingRow>, Fail> {
    let mut ids: Vec<Id> = booked.iter().map(|booked| booked.meeting.account).collect();
    ids.sort_unstable();
    ids.dedup();
    let records: HashMap<Id, accounts::AccountRecord> =
        accounts::many(tx, &ids)?.into_iter().map(|record| (record.account.id, record)).collect();
    let users: HashMap<Id, String> = users::list(tx)?.into_iter().map(|user| (user.id, user.name)).collect();
    let actions: HashMap<Id, String> = campaigns::list(tx)?
        .into_iter()
        .map(|summary| (summary.campaign.id, summary.campaign.name))
        .collect();
    let mut rows = Vec::with_capacity(booked.len());
    for meetings::Booked { meeting, .. } in booked {
        let Some(record) = records.get(&meeting.account) else { continue };
        let person = whom(record, meeting.person);
        let kind = (actor.words().meeting.place)(meeting.place.kind);
        let line = meeting.place.one_line();
        rows.push(MeetingRow {
            id: meeting.id,
            account: meeting.account,
            name: record.account.name.clone(),
            person: person.map(Person::full_name).unwrap_or_default(),
            phone: phone_of(record, person),
            starts_at: meeting.starts_at,
            minutes: meeting.minutes,
            place: meeting.place.clone(),
            place_line: if line.is_empty() { kind.to_owned() } else { format!("{kind}, {line}") },
            subject: meeting.subject.clone(),
            note: meeting.note.clone(),
            state: meeting.state,
            owner: meeting.owner.and_then(|owner| users.get(&owner).cloned()),
            campaign: meeting.campaign.and_then(|action| actions.get(&action).cloned()),
            confirmation: confirmation(tx, actor, meeting)?,
        });
    }
    Ok(rows)
}

fn whom(record: &accounts::AccountRecord, person: Option<Id>) -> Option<&Person> {
    let meant = record.persons.iter().find(|one| Some(one.id) == person);
    meant.or(record.persons.first())
}

fn phone_of(record: &accounts::AccountRecord, person: Option<&Person>) -> String {
    let own = person.into_iter().flat_map(|person| [&person.mobile, &person.phone]);
    let all = own.chain(record.account.phone.as_ref());
    all.into_iter().find(|phone| !phone.is_empty()).cloned().unwrap_or_default()
}

/// The text that confirms a meeting.
pub(super) fn confirmation(
    tx: &mut Tx<'_>,
    actor: &Actor,
    meeting: &Meeting,
) -> std::result::Result<String, Fail> {
    let record = accounts::get(tx, meeting.account)?;
    let person = record.as_ref().and_then(|record| whom(record, meeting.person));
    let to = person.map(addressed).unwrap_or_default();
    let company = settings::get_in(tx)?.company;
    let me = match meeting.owner.or(actor.user) {
        Some(user) => users::get(tx, user)?.map(|user| user.name).unwrap_or_default(),
        None => String::new(),
    };
    Ok((actor.words().meeting.confirmation)(&Confirmation {
        to: &to,
        at: meeting.starts_at,
        minutes: meeting.minutes,
        kind: meeting.place.kind,
        place: &meeting.place.one_line(),
        subject: &meeting.subject,
        me: &me,
        company: &company.name,
        phone: &company.phone,
    }))
}

/// `Madame Martin`: the civility whole, or the full name where there is none.
fn addressed(person: &Person) -> String {
    let civility = match person.civility.as_str() {
        "M." => "Monsieur",
        "Mme" => "Madame",
        other => other,
    };
    if civility.is_empty() || person.last_name.is_empty() {
        person.full_name()
    } else {
        format!("{civility} {}", person.last_name)
    }
}

/// The planned meetings from a moment on and before another, as lines beside follow-ups.
pub(crate) fn planned_rows(
    tx: &mut Tx<'_>,
    actor: &Actor,
    from: Moment,
    to: Moment,
    today: Date,
) -> std::result::Result<Vec<FollowUpRow>, Fail> {
    let mut booked = meetings::between(tx, from, to, None)?;
    booked.retain(|booked| booked.meeting.state == MeetingState::Planned);
    let row = |row: MeetingRow| {
        let local = row.starts_at.local();
        let said = [row.subject.as_str(), row.place_line.as_str()];
        let note = said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        FollowUpRow {
            id: row.id,
            account: row.account,
            name: row.name,
            person: row.person,
            phone: row.phone,
            on: local.date(),
            time: Some(local.time()),
            kind: FollowUpKind::Visit,
            reason: None,
            note: Some(note).filter(|note| !note.is_empty()),
            campaign: row.campaign,
            owner: row.owner,
            overdue: local.date() < today,
            is_meeting: true,
            meeting: Some(row.id),
            done: false,
        }
    };
    Ok(rows(tx, actor, &booked)?.into_iter().map(row).collect())
}
