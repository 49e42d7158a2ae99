//! Calls counted without being read.

use std::collections::HashMap;

use filon_core::Id;

use super::CallScope;
use super::scope::in_scope;
use crate::db::{statements, values};
use crate::{Result, Tx};

statements! {
    OF_VERSIONS = "SELECT c.version, COUNT(*) FROM calls c JOIN events e ON e.id = c.event \
        WHERE c.script = $1 AND e.voided_by IS NULL GROUP BY c.version";
    // A meeting belongs to the call that won it where it came after the call, with the same account.
    MEETINGS_ENDED = concat!("SELECT COUNT(CASE WHEN h.kind = 'meeting_held' THEN 1 END), COUNT(*) FROM events h \
        WHERE h.kind IN ('meeting_held', 'meeting_missed') AND h.voided_by IS NULL AND h.holder IN (SELECT e.holder FROM calls c JOIN events e ON e.id = c.event \
        WHERE c.progress = 'meeting' AND (e.day < h.day OR (e.day = h.day AND e.id < h.id)) AND ",
        in_scope!(), ")");
}

/// How many standing calls were made with each version of a script; versions without any are left out.
pub fn of_versions(tx: &mut Tx<'_>, script: Id) -> Result<HashMap<u32, u32>> {
    let counts = tx.query(OF_VERSIONS, values![script], |row| {
        let mut columns = row.columns();
        Ok((columns.count()?, columns.count()?))
    })?;
    Ok(counts.into_iter().collect())
}

/// How many meetings that the calls of a scope won were held, and how many were held or missed: those that
/// are still to come say nothing yet.
pub fn meetings_ended(tx: &mut Tx<'_>, scope: &CallScope) -> Result<(u32, u32)> {
    let counted = tx.first(MEETINGS_ENDED, &scope.values(), |row| {
        let mut columns = row.columns();
        Ok((columns.count()?, columns.count()?))
    })?;
    Ok(counted.unwrap_or_default())
}
