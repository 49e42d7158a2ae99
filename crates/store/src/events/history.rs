//! Whole journals, account by account: what statistics are folded from.

use filon_core::segment::Query;
use filon_core::{AccountKind, Event, Id};
use jiff::civil::Date;

use super::read::{event_columns, read};
use crate::db::{Columns, statements};
use crate::segment_sql::{Clause, clause};
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

const OF_ALL: &str = concat!(
    "SELECT a.id, a.kind, a.owner, a.created_on, 0, ",
    event_columns!(),
    " FROM accounts a LEFT JOIN events e ON e.holder = a.id WHERE a.retired_at IS NULL AND "
);
/// Both parts of the condition look into small tables first, so that a campaign of 500 does not read
/// 100,000 accounts.
const OF_CAMPAIGN: &str = concat!(
    "SELECT a.id, a.kind, a.owner, a.created_on, \
     CASE WHEN EXISTS (SELECT 1 FROM targets t WHERE t.campaign = $1 AND t.account = a.id) THEN 1 ELSE 0 END, ",
    event_columns!(),
    " FROM accounts a LEFT JOIN events e ON e.holder = a.id WHERE a.retired_at IS NULL \
     AND a.id IN (SELECT t.account FROM targets t WHERE t.campaign = $1 \
     UNION SELECT c.holder FROM events c WHERE c.campaign = $1) AND "
);
const ORDER: &str = " ORDER BY a.id, e.day, e.id";

statements! {
    ALL_HISTORIES = concat!("SELECT a.id, a.kind, a.owner, a.created_on, 0, ", event_columns!(),
        " FROM accounts a LEFT JOIN events e ON e.holder = a.id WHERE a.retired_at IS NULL \
        ORDER BY a.id, e.day, e.id");
}

/// Hands over the history of each account of a base, by account id; accounts without any line too.
pub fn each_history(tx: &mut Tx<'_>, base: &Base, f: &mut dyn FnMut(History) -> Result<()>) -> Result<()> {
    let (sql, values) = match (base.campaign, &base.selection) {
        (None, Query::All) => (ALL_HISTORIES.to_owned(), Vec::new()),
        (None, selection) => {
            let Clause { sql, values, .. } = clause(selection);
            ([OF_ALL, &sql, ORDER].concat(), values)
        }
        (Some(campaign), selection) => {
            let Clause { sql, values, .. } = Clause::after(vec![campaign.into()], selection);
            ([OF_CAMPAIGN, &sql, ORDER].concat(), values)
        }
    };
    let mut open: Option<History> = None;
    tx.each(&sql, &values, |row| {
        let mut columns = row.columns();
        let account = columns.id()?;
        if open.as_ref().is_none_or(|history| history.account != account) {
            let next = start(account, &mut columns)?;
            if let Some(finished) = open.replace(next) {
                f(finished)?;
            }
        } else {
            columns.skip(4);
        }
        if let (Some(history), Some(id)) = (&mut open, columns.opt_id()?) {
            history.events.push(read(id, &mut columns)?);
        }
        Ok(())
    })?;
    open.map_or(Ok(()), f)
}

fn start(account: Id, columns: &mut Columns<'_>) -> Result<History> {
    Ok(History {
        account,
        kind: columns.code(AccountKind::from_code)?,
        owner: columns.opt_id()?,
        created_on: columns.date()?,
        targeted: columns.flag()?,
        events: Vec::new(),
    })
}
