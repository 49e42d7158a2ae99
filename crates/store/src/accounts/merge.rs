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
    MOVE_MEETINGS = "UPDATE meetings SET account = $2 WHERE account = $1";
    MOVE_VISITS = "UPDATE visit_reports SET account = $2 WHERE account = $1";
    MOVE_NUMBERS = "UPDATE retired_numbers SET account = $2 WHERE account = $1 AND NOT EXISTS \
        (SELECT 1 FROM retired_numbers r WHERE r.account = $2 AND r.number = retired_numbers.number \
         AND r.field = retired_numbers.field)";
    MOVE_DRAFTS = "UPDATE call_drafts SET account = $2 WHERE account = $1 AND caller NOT IN \
        (SELECT d.caller FROM call_drafts d WHERE d.account = $2)";
    MOVE_ARMS = "UPDATE call_arms SET account = $2 WHERE account = $1 AND NOT EXISTS \
        (SELECT 1 FROM call_arms o WHERE o.account = $2 AND o.script = call_arms.script \
         AND o.compared_at = call_arms.compared_at)";
    DROP_CLAIM = "DELETE FROM claims WHERE account = $1";
    RETIRE = "UPDATE accounts SET retired_at = $3, merged_into = $2 WHERE id = $1";
    FORWARD = "UPDATE accounts SET merged_into = $2 WHERE merged_into = $1";
}

/// Makes `gone` a part of `kept`: persons, tags, own fields that `kept` has not, follow-ups, meetings, visits
/// and journal. The other fields of `kept` are not touched (the caller chooses them with `update`). `gone` is
/// no longer listed; where targets name both, the account counts once. Somebody who has `gone` on the
/// telephone keeps what was typed, and goes on with `kept`.
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
    for statement in
        [MOVE_EVENTS, MOVE_TARGETS, MOVE_MEETINGS, MOVE_VISITS, MOVE_NUMBERS, MOVE_DRAFTS, MOVE_ARMS]
    {
        tx.execute(statement, values![gone, kept])?;
    }
    tx.execute(DROP_TARGETS, values![gone])?;
    tx.execute(DROP_CLAIM, values![gone])?;
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
