//! Follow-ups (relances): something to do with an account at a date, and at an hour where one is set.

mod open;

use filon_core::call::FollowUpReason;
use filon_core::follow_up::FollowUpKind;
use filon_core::{Channel, Id, Moment};
use jiff::civil::Date;

pub use open::{between, close_by, open_of, reopen_by, with_hours};

use crate::db::{Row, Value, statements, values};
use crate::{Result, StoreError, Tx};

/// Something to do with an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    pub id: Id,
    pub account: Id,
    pub due_on: Date,
    /// The moment, where an hour is set; `due_on` is its day.
    pub due_at: Option<Moment>,
    pub kind: FollowUpKind,
    pub channel: Option<Channel>,
    pub reason: Option<FollowUpReason>,
    pub note: String,
    pub campaign: Option<Id>,
    /// Who does it.
    pub owner: Option<Id>,
    pub done_on: Option<Date>,
    pub created_at: Moment,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT f.id, f.account, f.due_on, f.due_at, f.kind, f.channel, f.reason, f.note, f.campaign, \
             f.owner, f.done_on, f.created_at FROM follow_ups f ",
            $rest
        )
    };
}
use select;

statements! {
    INSERT = "INSERT INTO follow_ups (id, account, due_on, due_at, kind, channel, reason, note, campaign, owner, \
        done_on, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    UPDATE = "UPDATE follow_ups SET account = $2, due_on = $3, due_at = $4, kind = $5, channel = $6, \
        reason = $7, note = $8, campaign = $9, owner = $10, done_on = $11, created_at = $12, \
        done_by = CASE WHEN CAST($11 AS TEXT) IS NULL THEN NULL ELSE done_by END WHERE id = $1";
    GET = select!("WHERE f.id = $1");
    DUE = select!("WHERE f.done_on IS NULL AND f.due_on <= $1 ORDER BY f.due_on, COALESCE(f.due_at, 0), f.id");
    DUE_OF_OWNER = select!("WHERE f.done_on IS NULL AND f.due_on <= $1 AND f.owner = $2 \
        ORDER BY f.due_on, COALESCE(f.due_at, 0), f.id");
    OF_ACCOUNT = select!("WHERE f.account = $1 \
        ORDER BY CASE WHEN f.done_on IS NULL THEN 0 ELSE 1 END, f.due_on, COALESCE(f.due_at, 0), f.id");
    DONE = "UPDATE follow_ups SET done_on = $2 WHERE id = $1 AND done_on IS NULL";
    DELETE = "DELETE FROM follow_ups WHERE id = $1";
}

/// Adds one.
pub fn insert(tx: &mut Tx<'_>, follow_up: &FollowUp) -> Result<()> {
    tx.execute(INSERT, &written(follow_up)).map(|_| ())
}

/// Rewrites it: another day, another owner, done.
pub fn update(tx: &mut Tx<'_>, follow_up: &FollowUp) -> Result<()> {
    match tx.execute(UPDATE, &written(follow_up))? {
        0 => Err(StoreError::not_found("follow-up", follow_up.id)),
        _ => Ok(()),
    }
}

fn written(follow_up: &FollowUp) -> [Value<'_>; 12] {
    [
        follow_up.id.into(),
        follow_up.account.into(),
        follow_up.due_on.into(),
        follow_up.due_at.into(),
        follow_up.kind.code().into(),
        follow_up.channel.map(|channel| channel.code()).into(),
        follow_up.reason.map(|reason| reason.code()).into(),
        Value::from(&follow_up.note),
        follow_up.campaign.into(),
        follow_up.owner.into(),
        follow_up.done_on.into(),
        follow_up.created_at.into(),
    ]
}

/// The follow-up, where it is there.
pub fn get(tx: &mut Tx<'_>, id: Id) -> Result<Option<FollowUp>> {
    tx.first(GET, values![id], read)
}

/// The open ones due by a day, the oldest first; of one owner, or of everybody. On a day, those without an
/// hour come first.
pub fn due(tx: &mut Tx<'_>, until: Date, owner: Option<Id>) -> Result<Vec<FollowUp>> {
    match owner {
        None => tx.query(DUE, values![until], read),
        Some(owner) => tx.query(DUE_OF_OWNER, values![until, owner], read),
    }
}

/// Those of an account, open ones first, then by day.
pub fn of_account(tx: &mut Tx<'_>, account: Id) -> Result<Vec<FollowUp>> {
    tx.query(OF_ACCOUNT, values![account], read)
}

/// Marks it done; doing so twice keeps the first day.
pub fn done(tx: &mut Tx<'_>, id: Id, on: Date) -> Result<()> {
    if tx.execute(DONE, values![id, on])? == 0 && get(tx, id)?.is_none() {
        return Err(StoreError::not_found("follow-up", id));
    }
    Ok(())
}

/// Takes it away; `false` where there was none.
pub fn delete(tx: &mut Tx<'_>, id: Id) -> Result<bool> {
    Ok(tx.execute(DELETE, values![id])? > 0)
}

fn read(row: &Row) -> Result<FollowUp> {
    let mut columns = row.columns();
    Ok(FollowUp {
        id: columns.id()?,
        account: columns.id()?,
        due_on: columns.date()?,
        due_at: columns.opt_moment()?,
        kind: columns.code(FollowUpKind::from_code)?,
        channel: columns.opt_code(Channel::from_code)?,
        reason: columns.opt_code(FollowUpReason::from_code)?,
        note: columns.string()?,
        campaign: columns.opt_id()?,
        owner: columns.opt_id()?,
        done_on: columns.opt_date()?,
        created_at: columns.moment()?,
    })
}

/// The statements of follow-ups, for the test that prepares every one.
pub(crate) const ALL_STATEMENTS: &[&[(&str, &str)]] = &[STATEMENTS, open::STATEMENTS];
