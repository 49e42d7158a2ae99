//! Follow-ups (relances): something to do with an account at a date.

use filon_core::{Channel, Id, Moment};
use jiff::civil::Date;

use crate::{Result, Tx};

/// Something to do with an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    pub id: Id,
    pub account: Id,
    pub due_on: Date,
    pub channel: Option<Channel>,
    pub note: String,
    pub campaign: Option<Id>,
    /// Who does it.
    pub owner: Option<Id>,
    pub done_on: Option<Date>,
    pub created_at: Moment,
}

pub fn insert(tx: &mut Tx<'_>, follow_up: &FollowUp) -> Result<()> {
    todo!()
}

/// Rewrites it: another day, another owner, done.
pub fn update(tx: &mut Tx<'_>, follow_up: &FollowUp) -> Result<()> {
    todo!()
}

pub fn get(tx: &mut Tx<'_>, id: Id) -> Result<Option<FollowUp>> {
    todo!()
}

/// The open ones due by a day, the oldest first; of one owner, or of everybody.
pub fn due(tx: &mut Tx<'_>, until: Date, owner: Option<Id>) -> Result<Vec<FollowUp>> {
    todo!()
}

/// Those of an account, open ones first, then by day.
pub fn of_account(tx: &mut Tx<'_>, account: Id) -> Result<Vec<FollowUp>> {
    todo!()
}

/// Marks it done.
pub fn done(tx: &mut Tx<'_>, id: Id, on: Date) -> Result<()> {
    todo!()
}

pub fn delete(tx: &mut Tx<'_>, id: Id) -> Result<()> {
    todo!()
}
