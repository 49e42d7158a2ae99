//! What is typed during a call, kept so that a page that closes loses nothing.

use filon_core::{Id, Moment};
use serde_json::Value as Json;

use crate::claims::{from_word, word};
use crate::db::{Row, statements, values};
use crate::{Result, Tx};

/// What a caller typed on an account.
#[derive(Debug, Clone, PartialEq)]
pub struct CallDraft {
    pub account: Id,
    pub caller: Option<Id>,
    pub list: Option<Id>,
    /// The application's own.
    pub body: Json,
    pub saved_at: Moment,
}

macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT account, caller, list, body, saved_at FROM call_drafts ", $rest)
    };
}

statements! {
    KEEP = "INSERT INTO call_drafts (account, caller, list, body, saved_at) VALUES ($1, $2, $3, $4, $5) \
        ON CONFLICT (account, caller) DO UPDATE SET list = excluded.list, body = excluded.body, \
        saved_at = excluded.saved_at, call = NULL";
    GET = select!("WHERE account = $1 AND caller = $2 AND call IS NULL");
    OF_CALLER = select!("WHERE caller = $1 AND call IS NULL ORDER BY saved_at DESC, account");
    DELETE = "DELETE FROM call_drafts WHERE account = $1 AND caller = $2 AND call IS NULL";
    FORGET = "DELETE FROM call_drafts WHERE caller = $1 AND call IS NOT NULL";
    CONCLUDE = "UPDATE call_drafts SET call = $3 WHERE account = $1 AND caller = $2";
    BY_CALL = select!("WHERE call = $1");
    GIVE_BACK = "UPDATE call_drafts SET call = NULL WHERE call = $1";
}

/// Keeps what was typed, over what the same caller typed on the account before.
pub fn keep(tx: &mut Tx<'_>, draft: &CallDraft) -> Result<()> {
    let CallDraft { account, caller, list, body, saved_at } = draft;
    let values = values![*account, word(*caller), *list, body.to_string(), *saved_at];
    tx.execute(KEEP, values).map(|_| ())
}

/// What a caller typed on an account and did not conclude.
pub fn get(tx: &mut Tx<'_>, account: Id, caller: Option<Id>) -> Result<Option<CallDraft>> {
    tx.first(GET, values![account, word(caller)], read)
}

/// What a caller did not conclude, the last typed first.
pub fn of_caller(tx: &mut Tx<'_>, caller: Option<Id>) -> Result<Vec<CallDraft>> {
    tx.query(OF_CALLER, values![word(caller)], read)
}

/// Throws away what was typed; `false` where there was nothing.
pub fn delete(tx: &mut Tx<'_>, account: Id, caller: Option<Id>) -> Result<bool> {
    Ok(tx.execute(DELETE, values![account, word(caller)])? > 0)
}

/// The draft has become a call, whose line is `event`. It is set aside until the caller's next call, so that
/// taking the call back gives it back.
pub fn conclude(tx: &mut Tx<'_>, account: Id, caller: Option<Id>, event: Id) -> Result<()> {
    tx.execute(FORGET, values![word(caller)])?;
    tx.execute(CONCLUDE, values![account, word(caller), event]).map(|_| ())
}

/// Gives back the draft that became a call; `None` where it is no longer there.
pub fn give_back(tx: &mut Tx<'_>, event: Id) -> Result<Option<CallDraft>> {
    let draft = tx.first(BY_CALL, values![event], read)?;
    tx.execute(GIVE_BACK, values![event])?;
    Ok(draft)
}

fn read(row: &Row) -> Result<CallDraft> {
    let mut columns = row.columns();
    Ok(CallDraft {
        account: columns.id()?,
        caller: columns.code(from_word)?,
        list: columns.opt_id()?,
        body: columns.json()?,
        saved_at: columns.moment()?,
    })
}
