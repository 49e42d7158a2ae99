//! Making one account of two.

use std::collections::HashSet;

use filon_core::{Id, Moment};

use super::{read, update};
use crate::db::{statements, values};
use crate::{Result, StoreError, Tx, events};

statements! {
    MOVE_PERSONS = "UPDATE persons SET account = $2, is_primary = 0 WHERE account = $1";
    HAS_PRIMARY = "SELECT COUNT(*) FROM persons WHERE account = $1 AND is_primary = 1";
    FIRST_PRIMARY = "UPDATE persons SET is_primary = 1 WHERE id = \
        (SELECT MIN(id) FROM persons WHERE account = $1)";
    MOVE_FOLLOW_UPS = "UPDATE follow_ups SET account = $2 WHERE account = $1";
    MOVE_EVENTS = "UPDATE events SET holder = $2 WHERE holder = $1";
    MOVE_TARGETS = "UPDATE targets SET account = $2 WHERE account = $1 AND campaign NOT IN \
        (SELECT t.campaign FROM targets t WHERE t.account = $2)";
    DROP_TARGETS = "DELETE FROM targets WHERE account = $1";
    RETIRE = "UPDATE accounts SET retired_at = $3, merged_into = $2 WHERE id = $1";
    FORWARD = "UPDATE accounts SET merged_into = $2 WHERE merged_into = $1";
}

/// Makes `gone` a part of `kept`: persons, tags, own fields that `kept` has not, follow-ups and journal.
/// The other fields of `kept` are not touched (the caller chooses them with `update`). `gone` is no
/// longer listed; where targets name both, the account counts once.
pub fn merge(tx: &mut Tx<'_>, gone: Id, kept: Id, at: Moment) -> Result<()> {
    if gone == kept {
        return Err(StoreError::conflict("an account cannot be merged into itself"));
    }
    let from = read::get(tx, gone)?.ok_or_else(|| StoreError::not_found("account", gone))?;
    let mut into = read::get(tx, kept)?.ok_or_else(|| StoreError::not_found("account", kept))?;

    tx.execute(MOVE_PERSONS, values![gone, kept])?;
    if tx.number(HAS_PRIMARY, values![kept])? == 0 {
        tx.execute(FIRST_PRIMARY, values![kept])?;
    }
    tx.execute(MOVE_FOLLOW_UPS, values![gone, kept])?;
    tx.execute(MOVE_EVENTS, values![gone, kept])?;
    tx.execute(MOVE_TARGETS, values![gone, kept])?;
    tx.execute(DROP_TARGETS, values![gone])?;
    tx.execute(FORWARD, values![gone, kept])?;
    tx.execute(RETIRE, values![gone, kept, at])?;

    let tags: HashSet<String> = into.account.tags.iter().cloned().collect();
    into.account.tags.extend(from.account.tags.into_iter().filter(|tag| !tags.contains(tag)));
    for (name, value) in from.account.custom {
        into.account.custom.entry(name).or_insert(value);
    }
    update::update(tx, &into.account, at)?;
    events::stand_again(tx, &[gone, kept])
}
