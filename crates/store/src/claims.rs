//! Claims: who has whom on the telephone, so that two callers never get the same account.
//!
//! A caller is a user, or `None` where Filon is used without users. A claim that nobody lengthens ends
//! by itself.

use filon_core::{Id, Moment};

use crate::db::{Row, statements, values};
use crate::{Result, Tx};

/// An account held by a caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    pub account: Id,
    pub list: Option<Id>,
    pub caller: Option<Id>,
    /// Since when.
    pub at: Moment,
    pub expires_at: Moment,
}

macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT account, list, caller, at, expires_at FROM claims ", $rest)
    };
}

statements! {
    // One statement, so that of two callers at once one gets the account: SQLite has one writer, PostgreSQL
    // makes the second wait for the row, and then look at it again.
    TAKE = "INSERT INTO claims (account, list, caller, at, expires_at) VALUES ($1, $2, $3, $4, $5) \
        ON CONFLICT (account) DO UPDATE SET list = excluded.list, caller = excluded.caller, \
        at = CASE WHEN claims.caller = excluded.caller AND claims.expires_at > excluded.at THEN claims.at \
        ELSE excluded.at END, expires_at = excluded.expires_at \
        WHERE claims.caller = excluded.caller OR claims.expires_at <= excluded.at";
    RELEASE = "DELETE FROM claims WHERE account = $1 AND caller = $2";
    OF_ACCOUNT = select!("WHERE account = $1 AND expires_at > $2");
    OF_LIST = select!("WHERE list = $1 AND expires_at > $2 ORDER BY at, account");
    OF_CALLER = select!("WHERE caller = $1 AND expires_at > $2 ORDER BY at, account");
    HELD = select!("WHERE expires_at > $1 ORDER BY at, account");
}

/// Takes an account until a moment, or lengthens one's own claim. `false` where somebody else holds it.
pub fn take(
    tx: &mut Tx<'_>,
    account: Id,
    list: Option<Id>,
    caller: Option<Id>,
    now: Moment,
    until: Moment,
) -> Result<bool> {
    Ok(tx.execute(TAKE, values![account, list, word(caller), now, until])? > 0)
}

/// Gives one's own claim back; `false` where there was none.
pub fn release(tx: &mut Tx<'_>, account: Id, caller: Option<Id>) -> Result<bool> {
    Ok(tx.execute(RELEASE, values![account, word(caller)])? > 0)
}

/// Who holds an account at a moment.
pub fn of_account(tx: &mut Tx<'_>, account: Id, now: Moment) -> Result<Option<Claim>> {
    tx.first(OF_ACCOUNT, values![account, now], read)
}

/// The claims of a list at a moment, the oldest first.
pub fn of_list(tx: &mut Tx<'_>, list: Id, now: Moment) -> Result<Vec<Claim>> {
    tx.query(OF_LIST, values![list, now], read)
}

/// The claims of a caller at a moment, the oldest first.
pub fn of_caller(tx: &mut Tx<'_>, caller: Option<Id>, now: Moment) -> Result<Vec<Claim>> {
    tx.query(OF_CALLER, values![word(caller), now], read)
}

/// Every claim at a moment, the oldest first.
pub fn held(tx: &mut Tx<'_>, now: Moment) -> Result<Vec<Claim>> {
    tx.query(HELD, values![now], read)
}

/// A key may not hold NULL: nobody in particular is an empty word.
pub(crate) fn word(caller: Option<Id>) -> String {
    caller.map(|caller| caller.to_string()).unwrap_or_default()
}

/// The caller that [`word`] wrote.
pub(crate) fn from_word(word: &str) -> Option<Option<Id>> {
    if word.is_empty() { Some(None) } else { word.parse().ok().map(Some) }
}

fn read(row: &Row) -> Result<Claim> {
    let mut columns = row.columns();
    Ok(Claim {
        account: columns.id()?,
        list: columns.opt_id()?,
        caller: columns.code(from_word)?,
        at: columns.moment()?,
        expires_at: columns.moment()?,
    })
}
