//! The journal: appended, never changed.

use std::collections::HashMap;

use filon_core::segment::Query;
use filon_core::{AccountKind, Event, Id};
use jiff::civil::Date;

use crate::{Result, Tx};

/// Whose journals are read for statistics.
#[derive(Debug, Clone, PartialEq)]
pub struct Base {
    /// The accounts of a selection; `Query::All` for every one.
    pub selection: Query,
    /// Of these, the target of a campaign as frozen at launch, refused accounts included, and the
    /// accounts outside it that have a line of the campaign.
    pub campaign: Option<Id>,
}

/// An account and its whole journal, in the order of the journal (voided and voiding lines included).
/// Notes are left out: no figure needs them.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    pub account: Id,
    pub kind: AccountKind,
    pub owner: Option<Id>,
    pub created_on: Date,
    /// Belongs to the frozen target of the base's campaign.
    pub targeted: bool,
    pub events: Vec<Event>,
}

/// Appends lines and brings what is derived of the touched accounts up to date. Refuses a line whose
/// account is not there, or that voids a line of another account.
pub fn append(tx: &mut Tx<'_>, events: &[Event]) -> Result<()> {
    todo!()
}

/// Appends those lines whose key was never recorded; a file given twice or a double click records
/// nothing twice. Answers, for each line, whether it is new.
pub fn append_once(tx: &mut Tx<'_>, lines: &[(String, Event)]) -> Result<Vec<bool>> {
    todo!()
}

pub fn get(tx: &mut Tx<'_>, id: Id) -> Result<Option<Event>> {
    todo!()
}

/// The journal of an account in its order, voided and voiding lines included.
pub fn of_account(tx: &mut Tx<'_>, account: Id) -> Result<Vec<Event>> {
    todo!()
}

/// The journals of several accounts; an account without any line is left out.
pub fn of_accounts(tx: &mut Tx<'_>, accounts: &[Id]) -> Result<HashMap<Id, Vec<Event>>> {
    todo!()
}

/// The lines of a campaign, in the order of the journal.
pub fn of_campaign(tx: &mut Tx<'_>, campaign: Id) -> Result<Vec<Event>> {
    todo!()
}

/// The last lines recorded, newest first.
pub fn latest(tx: &mut Tx<'_>, limit: i64) -> Result<Vec<Event>> {
    todo!()
}

/// Hands over the history of each account of a base, by account id; accounts without any line too.
pub fn each_history(tx: &mut Tx<'_>, base: &Base, f: &mut dyn FnMut(History) -> Result<()>) -> Result<()> {
    todo!()
}
