//! The versions of a script.

use filon_core::call::CallScript;
use filon_core::text::fold;
use filon_core::{Id, Moment};

use crate::db::{statements, values};
use crate::{Result, StoreError, Tx};

/// A version without its texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    pub version: u32,
    /// Who wrote it last.
    pub by: Option<Id>,
    pub saved_at: Moment,
    /// Standing calls made with it.
    pub calls: u32,
}

statements! {
    INSERT = "INSERT INTO script_versions (script, version, body, saved_by, saved_at) \
        VALUES ($1, $2, $3, $4, $5)";
    REWRITE = "UPDATE script_versions SET body = $3, saved_at = $4 WHERE script = $1 AND version = $2";
    RENAME = "UPDATE scripts SET name = $2, name_key = $3, version = $4 WHERE id = $1";
    BODY = "SELECT body FROM script_versions WHERE script = $1 AND version = $2";
    VERSIONS = "SELECT v.version, v.saved_by, v.saved_at, (SELECT COUNT(*) FROM calls c \
        JOIN events e ON e.id = c.event WHERE c.script = v.script AND c.version = v.version \
        AND e.voided_by IS NULL) FROM script_versions v WHERE v.script = $1 ORDER BY v.version DESC";
    WRITTEN_BY = "SELECT saved_by FROM script_versions WHERE script = $1 AND version = $2";
    SERVED = "SELECT COUNT(*) FROM calls WHERE script = $1 AND version = $2";
    IN_COMPARISON = "SELECT COUNT(*) FROM scripts WHERE id = $1 AND (compared_a = $2 OR compared_b = $2)";
}

pub(super) fn insert(tx: &mut Tx<'_>, script: &CallScript, by: Option<Id>, at: Moment) -> Result<()> {
    let values = values![script.id, script.version, written(script)?, by, at];
    tx.execute(INSERT, values).map(|_| ())
}

/// Saves what was written on the version `seen` (the current one, or somebody saved since: a conflict).
/// Answers the version that it became: the same one where it never served in a call, is not being compared,
/// and the same user wrote it; else the next one, so that nobody's text is covered by another's.
pub fn save(tx: &mut Tx<'_>, script: &CallScript, seen: u32, by: Option<Id>, at: Moment) -> Result<u32> {
    let id = script.id;
    let current = super::get(tx, id)?.ok_or_else(|| StoreError::not_found("script", id))?.version;
    if current != seen {
        return Err(StoreError::conflict(format!("the script has version {current}, not {seen}")));
    }
    let writer = tx.first(WRITTEN_BY, values![id, seen], |row| row.columns().opt_id())?.flatten();
    let is_kept = writer != by
        || tx.number(SERVED, values![id, seen])? > 0
        || tx.number(IN_COMPARISON, values![id, seen])? > 0;
    let version = if is_kept { current.saturating_add(1) } else { current };
    let script = CallScript { version, ..script.clone() };
    if is_kept {
        insert(tx, &script, by, at)?;
    } else {
        tx.execute(REWRITE, values![id, version, written(&script)?, at])?;
    }
    tx.execute(RENAME, values![id, &script.name, fold(&script.name), version])?;
    Ok(version)
}

/// A version whole, where it is there.
pub fn body(tx: &mut Tx<'_>, script: Id, version: u32) -> Result<Option<CallScript>> {
    tx.first(BODY, values![script, version], |row| row.columns().code(|text| serde_json::from_str(text).ok()))
}

/// Every version, the last first.
pub fn versions(tx: &mut Tx<'_>, script: Id) -> Result<Vec<Version>> {
    tx.query(VERSIONS, values![script], |row| {
        let mut columns = row.columns();
        Ok(Version {
            version: columns.count()?,
            by: columns.opt_id()?,
            saved_at: columns.moment()?,
            calls: columns.count()?,
        })
    })
}

fn written(script: &CallScript) -> Result<String> {
    serde_json::to_string(script).map_err(|error| StoreError::value("script", error.to_string()))
}
