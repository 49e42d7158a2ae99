//! Meetings (rendez-vous), each with the line of the journal that set it.

use filon_core::meeting::{Meeting, MeetingState, Place, PlaceKind};
use filon_core::{Id, Moment};

use crate::db::{Row, Value, statements, values};
use crate::{Result, StoreError, Tx};

/// A meeting and its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booked {
    pub meeting: Meeting,
    /// The line that set it.
    pub event: Id,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, account, person, campaign, owner, event, starts_at, minutes, place_kind, place_lines, \
             place_postcode, place_city, subject, note, state, sequence, created_at, changed_at FROM meetings ",
            $rest
        )
    };
}

statements! {
    INSERT = "INSERT INTO meetings (id, account, person, campaign, owner, event, starts_at, minutes, place_kind, \
        place_lines, place_postcode, place_city, subject, note, state, sequence, created_at, changed_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)";
    UPDATE = "UPDATE meetings SET account = $2, person = $3, campaign = $4, owner = $5, event = $6, \
        starts_at = $7, minutes = $8, place_kind = $9, place_lines = $10, place_postcode = $11, \
        place_city = $12, subject = $13, note = $14, state = $15, sequence = $16, created_at = $17, \
        changed_at = $18 WHERE id = $1";
    GET = select!("WHERE id = $1");
    BY_EVENT = select!("WHERE event = $1 ORDER BY id");
    OF_ACCOUNT = select!("WHERE account = $1 ORDER BY starts_at, id");
    BETWEEN = select!("WHERE starts_at >= $1 AND starts_at < $2 ORDER BY starts_at, id");
    BETWEEN_OF_OWNER =
        select!("WHERE starts_at >= $1 AND starts_at < $2 AND owner = $3 ORDER BY starts_at, id");
    DELETE = "DELETE FROM meetings WHERE id = $1";
}

/// Adds a meeting whose line is in the journal.
pub fn insert(tx: &mut Tx<'_>, booked: &Booked) -> Result<()> {
    tx.execute(INSERT, &written(booked)).map(|_| ())
}

/// Rewrites it: another time, another state, another line.
pub fn update(tx: &mut Tx<'_>, booked: &Booked) -> Result<()> {
    match tx.execute(UPDATE, &written(booked))? {
        0 => Err(StoreError::not_found("meeting", booked.meeting.id)),
        _ => Ok(()),
    }
}

fn written(booked: &Booked) -> [Value<'_>; 18] {
    let Booked { meeting, event } = booked;
    let Place { kind, lines, postcode, city } = &meeting.place;
    let lines = serde_json::Value::from(lines.as_slice()).to_string();
    [
        meeting.id.into(),
        meeting.account.into(),
        meeting.person.into(),
        meeting.campaign.into(),
        meeting.owner.into(),
        (*event).into(),
        meeting.starts_at.into(),
        meeting.minutes.into(),
        kind.code().into(),
        lines.into(),
        postcode.as_ref().into(),
        city.as_ref().into(),
        Value::from(&meeting.subject),
        Value::from(&meeting.note),
        meeting.state.code().into(),
        meeting.sequence.into(),
        meeting.created_at.into(),
        meeting.changed_at.into(),
    ]
}

/// The meeting, where it is there.
pub fn get(tx: &mut Tx<'_>, id: Id) -> Result<Option<Booked>> {
    tx.first(GET, values![id], read)
}

/// The meeting that a line set.
pub fn by_event(tx: &mut Tx<'_>, event: Id) -> Result<Option<Booked>> {
    tx.first(BY_EVENT, values![event], read)
}

/// The meetings of an account, whatever became of them, by time.
pub fn of_account(tx: &mut Tx<'_>, account: Id) -> Result<Vec<Booked>> {
    tx.query(OF_ACCOUNT, values![account], read)
}

/// The meetings that start from a moment on and before another, whatever became of them, by time; of one
/// owner, or of everybody.
pub fn between(tx: &mut Tx<'_>, from: Moment, to: Moment, owner: Option<Id>) -> Result<Vec<Booked>> {
    match owner {
        None => tx.query(BETWEEN, values![from, to], read),
        Some(owner) => tx.query(BETWEEN_OF_OWNER, values![from, to, owner], read),
    }
}

/// Takes a meeting away as if it had never been set; `false` where there was none. One that was called off
/// stays, so that calendars hear of it.
pub fn delete(tx: &mut Tx<'_>, id: Id) -> Result<bool> {
    Ok(tx.execute(DELETE, values![id])? > 0)
}

fn read(row: &Row) -> Result<Booked> {
    let mut columns = row.columns();
    let (id, account, person) = (columns.id()?, columns.id()?, columns.opt_id()?);
    let (campaign, owner, event) = (columns.opt_id()?, columns.opt_id()?, columns.id()?);
    let meeting = Meeting {
        id,
        account,
        person,
        campaign,
        owner,
        starts_at: columns.moment()?,
        minutes: columns.count()?,
        place: Place {
            kind: columns.code(PlaceKind::from_code)?,
            lines: columns.code(|text| serde_json::from_str(text).ok())?,
            postcode: columns.opt_string()?,
            city: columns.opt_string()?,
        },
        subject: columns.string()?,
        note: columns.string()?,
        state: columns.code(MeetingState::from_code)?,
        sequence: columns.count()?,
        created_at: columns.moment()?,
        changed_at: columns.moment()?,
    };
    Ok(Booked { meeting, event })
}
